import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '../../../src/compare/rules.ts';
import type { Dataset, DatasetFact } from '../../../src/compare/dataset.ts';
import { Compatibility } from '../../../src/synthesis/compatible.ts';
import { largestSet } from '../../support/plain-largest-set.ts';
import { another, counted, madeDataset } from '../../support/made-dataset.ts';

const trialsOf = ({ trials }: Dataset) => new Map(trials.map((trial) => [trial.id, trial]));
const patients = ({ counts }: Pick<DatasetFact, 'counts'>) => counts?.total ?? 0;
const setsOf = (dataset: Dataset) => [
  ...new Compatibility(dataset.facts, trialsOf(dataset), patients).sets(),
];
const uids = (facts: readonly DatasetFact[]) => facts.map(({ uid }) => uid);
const studies = (facts: readonly DatasetFact[]) => new Set(facts.map(({ trial }) => trial)).size;
const isPooled = (dataset: Dataset, facts: readonly DatasetFact[]) =>
  judge(facts, trialsOf(dataset)).poolable;

/**
 * Studies that differ in setting, time and definition, may leave the first two unstated, and may share
 * patients.
 */
const datasets = fc
  .array(
    fc.record({
      setting: fc.constantFrom('Relapsed', 'Newly diagnosed', 'Unknown'),
      at: fc.constantFrom(undefined, undefined, 'at 3 months', 'at 1 year'),
      definition: fc.constantFrom(undefined, undefined, 'of its own'),
      total: fc.integer({ min: 10, max: 99 }),
      shares: fc.boolean(),
      second: fc.boolean(),
    }),
    { maxLength: 6 },
  )
  .map((made) => {
    const all = made.map(({ setting, at, definition, total, shares }, i) =>
      counted(`s${i}`, 5, total, {
        trial: { setting, unstated: ['Unknown'], overlaps: shares && i > 0 ? [{ trial: `s${i - 1}` }] : [] },
        fact: { ...(at && { at }), ...(definition && { definition }) },
      }),
    );
    const more = all.flatMap((study, i) =>
      made[i]!.second ? [another(study, { uid: `${study.id}/again`, arm: 'other' })] : [],
    );
    return madeDataset(all, more.slice(0, 2));
  });

/** Every part of a list. */
const partsOf = <T>(items: readonly T[]): T[][] =>
  items.reduce<T[][]>((all, one) => [...all, ...all.map((part) => [...part, one])], [[]]);

describe('the largest compatible set', () => {
  test('is refused by no rule, and nothing can be added to it', () => {
    fc.assert(
      fc.property(datasets, (dataset) => {
        const [largest] = setsOf(dataset);
        if (!largest) return;
        expect(isPooled(dataset, largest)).toBe(true);
        for (const fact of dataset.facts.filter((one) => !largest.includes(one)))
          expect(isPooled(dataset, [...largest, fact]), `${uids(largest)} and ${fact.uid}`).toBe(false);
      }),
    );
  });

  test('has as many studies, and of these as many patients, as any other that is poolable', () => {
    const sizeOf = (facts: readonly DatasetFact[]) => [
      studies(facts),
      facts.reduce((sum, fact) => sum + patients(fact), 0),
    ];
    fc.assert(
      fc.property(datasets, (dataset) => {
        const all = partsOf(dataset.facts).filter((part) => studies(part) >= 2 && isPooled(dataset, part));
        const [most] = all.map(sizeOf).sort((a, b) => b[0]! - a[0]! || b[1]! - a[1]!);
        const [largest] = setsOf(dataset);
        expect(largest && sizeOf(largest)).toEqual(most);
      }),
    );
  });

  test('is the same for the same items; of two that are equally large, the one that comes first', () => {
    const agree = (a: string, b: string) => a[0] === b[0];
    const size = { study: (one: string) => one, patients: (one: string) => one.length };
    expect(largestSet(['a1', 'b1', 'b2', 'a2'], agree, size)).toEqual(['a1', 'a2']);
    expect(largestSet(['b1', 'a1', 'b2', 'a2'], agree, size)).toEqual(['b1', 'b2']);
    expect(largestSet(['a1', 'a2', 'b1', 'b-large'], agree, size)).toEqual(['b1', 'b-large']);
    expect(largestSet([], agree, size)).toEqual([]);
    const words = fc.uniqueArray(
      fc.string({ minLength: 1, maxLength: 4, unit: fc.constantFrom('a', 'b', 'c') }),
      {
        maxLength: 9,
      },
    );
    const sizeOf = (set: readonly string[]) => [set.length, set.join('').length];
    fc.assert(
      fc.property(words, (items) => {
        const set = largestSet(items, agree, size);
        expect(largestSet([...items], agree, size)).toEqual(set);
        expect(sizeOf(largestSet(items.toReversed(), agree, size))).toEqual(sizeOf(set));
      }),
    );
  });
});

describe('sets that can be pooled', () => {
  const newly = { trial: { setting: 'Newly diagnosed' } };
  const dataset = madeDataset([
    counted('a', 5, 9),
    counted('b', 5, 9, newly),
    counted('c', 5, 9),
    counted('d', 5, 9, newly),
    counted('e', 5, 9),
    counted('f', 5, 9, { trial: { setting: 'At birth' } }),
  ]);

  test('come one after the other, none with a figure of another, none of one study', () => {
    expect(setsOf(dataset).map(uids)).toEqual([
      ['a/figure', 'c/figure', 'e/figure'],
      ['b/figure', 'd/figure'],
    ]);
    expect(
      setsOf(
        madeDataset([counted('a', 5, 9)], [another(counted('a', 4, 9), { uid: 'a/other', arm: 'other' })]),
      ),
    ).toEqual([]);
  });

  test('may break a rule that is let pass', () => {
    const compatibility = new Compatibility(dataset.facts, trialsOf(dataset), patients);
    expect([...compatibility.sets('setting')].map(uids)).toEqual([uids(dataset.facts)]);
    expect([...compatibility.sets('age')]).toEqual(setsOf(dataset));
    expect(compatibility.between(dataset.facts[0]!, dataset.facts[1]!)).toEqual(['setting']);
  });

  test('of two hundred figures are found in the blink of an eye', () => {
    const many = Array.from({ length: 200 }, (_, i) =>
      counted(`s${i}`, 5, 10 + (i % 7), {
        trial: { setting: ['Relapsed', 'Newly diagnosed', 'Unknown'][i % 3]!, unstated: ['Unknown'] },
        fact: i % 4 === 0 ? {} : { at: `at ${i % 4} months` },
      }),
    );
    const start = performance.now();
    expect(setsOf(madeDataset(many)).length).toBeGreaterThan(1);
    process.stdout.write(`sets of 200 figures: ${Math.round(performance.now() - start)} ms\n`);
  });
});
