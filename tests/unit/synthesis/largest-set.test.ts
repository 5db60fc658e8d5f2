import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge, refusing } from '../../../src/compare/rules.ts';
import { Compatibility } from '../../../src/synthesis/compatible.ts';
import { largestSets } from '../../../src/synthesis/largest-set.ts';
import { another, counted, madeDataset } from '../../support/made-dataset.ts';
import { largestSet, plainLargestSet } from '../../support/plain-largest-set.ts';

interface Item {
  kind: number;
  study: string;
  patients: number;
}

/** Items of some kinds, and which kinds agree: with each other, and with themselves. */
const graphs = fc.integer({ min: 1, max: 9 }).chain((kinds) =>
  fc.record({
    items: fc.array(
      fc.record({
        kind: fc.integer({ min: 0, max: kinds - 1 }),
        study: fc.integer({ min: 0, max: 11 }).map((n) => `s${n}`),
        patients: fc.integer({ min: 0, max: 5 }),
      }),
      { maxLength: 24 },
    ),
    agrees: fc
      .tuple(
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.nat(9), { minLength: kinds * kinds, maxLength: kinds * kinds }),
      )
      .map(([density, drawn]) => {
        const of = (a: number, b: number) => drawn[Math.max(a, b) * kinds + Math.min(a, b)]! < density;
        return (a: Item, b: Item) => of(a.kind, b.kind);
      }),
  }),
);

test('the largest set is the one that trying and counting everything gives', () => {
  const size = { study: ({ study }: Item) => study, patients: ({ patients }: Item) => patients };
  fc.assert(
    fc.property(graphs, ({ items, agrees }) => {
      const plain = plainLargestSet(items, agrees, size);
      expect(largestSet(items, agrees, size)).toEqual(plain);
      expect(largestSet(items, agrees, { ...size, alike: ({ kind }) => kind })).toEqual(plain);
    }),
    { numRuns: 1500 },
  );
});

test('the largest sets are one after the other the largest of what those before them leave', () => {
  const size = { study: ({ study }: Item) => study, patients: ({ patients }: Item) => patients };
  fc.assert(
    fc.property(graphs, ({ items, agrees }) => {
      const plain: Item[][] = [];
      for (let left = items; left.length > 0; left = left.filter((item) => !plain.at(-1)!.includes(item)))
        plain.push(plainLargestSet(left, agrees, size));
      expect([...largestSets(items, agrees, { ...size, alike: ({ kind }) => kind })]).toEqual(plain);
    }),
    { numRuns: 1000 },
  );
});

/**
 * Studies of a few kinds; one in ten shares patients with the one before, and one in ten has a second arm.
 */
const base = (studies: number) => {
  const made = Array.from({ length: studies }, (_, i) =>
    counted(`s${i}`, 5, 10 + (i % 17), {
      trial: {
        setting: ['Relapsed', 'Newly diagnosed', 'Unknown'][i % 3]!,
        unstated: ['Unknown'],
        overlaps: i % 10 === 1 ? [{ trial: `s${i - 1}` }] : [],
      },
      fact: { ...(i % 4 === 0 ? {} : { at: `at ${i % 4} months` }), path: `/trials/s${i}/#figure` },
    }),
  );
  const second = made
    .filter((_, i) => i % 10 === 5)
    .map((study) => another(study, { uid: `${study.id}/again`, arm: 'other' }));
  return madeDataset(made, second);
};

describe('sets that can be pooled, of a large base', () => {
  const judgedOf = (studies: number) => {
    const { facts, trials } = base(studies);
    const compatibility = new Compatibility(
      facts,
      new Map(trials.map((one) => [one.id, one])),
      ({ counts }) => counts!.total,
    );
    expect([...compatibility.sets()].length).toBeGreaterThan(1);
    return compatibility.judged;
  };

  test('are judged by kinds of figures: twice the studies ask little more than twice as much', () => {
    expect(judgedOf(300)).toBeLessThan(2.2 * judgedOf(150));
    expect(judgedOf(300)).toBeLessThan(300);
  });

  test('are refused by the same rules as where each two figures are judged by themselves', () => {
    const { facts, trials } = base(40);
    const byId = new Map(trials.map((one) => [one.id, one]));
    const compatibility = new Compatibility(facts, byId, () => 1);
    for (const a of facts)
      for (const b of facts.filter((one) => one !== a)) {
        const own = new Map([a, b].map(({ trial }) => [trial, byId.get(trial)!]));
        const refused = judge([a, b], own).rulings.flatMap(({ rule, verdict }) =>
          verdict === 'refused' ? rule : [],
        );
        expect(compatibility.between(a, b), `${a.uid} and ${b.uid}`).toEqual(refused);
        expect(refusing([a, b], own)).toEqual(refused);
      }
  });
});
