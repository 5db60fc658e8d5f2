import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../src/checks/facts.ts';
import { readCorpus } from '../../../src/reading/corpus.ts';
import { traceableFigures } from '../../../src/evidence/trace.ts';
import { digitsOf, mutateDigits } from '../../mutation/digits.ts';
import { mutate, seeded } from '../../mutation/mutations.ts';
import { lazily } from '../../support/project.ts';
import { isWhole, some } from '../../support/sweep.ts';

/** Each is a run of all checks over an entry. Of few cases the share is a rough one. */
const tried = some(400, 50);
const least = isWhole ? 0.97 : 0.93;
const readContent = () => readCorpus(fileURLToPath(new URL('../../../content', import.meta.url)));
/** Every mutation is put back, so that one reading serves them all. */
const corpus = readContent();
const misprints = lazily(() => mutate(corpus, 20_261_121, tried));
const share = (mutations: { caught: boolean }[]) =>
  mutations.filter(({ caught }) => caught).length / mutations.length;

describe('random misprints of the content', () => {
  it('are caught, all but a few of a hundred, and the content is as before', () => {
    const facts = () => structuredClone(factsOf(corpus).map(({ fact }) => fact));
    const before = facts();
    const mutations = misprints();
    const escaped = mutations.filter(({ caught }) => !caught).map(({ fact, change }) => `${fact}: ${change}`);
    expect(mutations).toHaveLength(tried);
    expect(share(mutations), escaped.join('\n')).toBeGreaterThanOrEqual(least);
    expect(facts()).toEqual(before);
  });

  it('are many sorts of change, and hit many entries', () => {
    const mutations = misprints();
    expect(new Set(mutations.map(({ fact }) => fact.split('/')[0])).size).toBeGreaterThan(10);
    expect(mutations.some(({ change }) => change.includes('exchanged with'))).toBe(true);
    expect(mutations.some(({ change }) => change.includes('→'))).toBe(true);
    for (const { change } of mutations) {
      const [, from, to] = / (\S+) → (\S+)$/.exec(change) ?? [];
      if (from !== undefined) expect(from).not.toBe(to);
    }
  });

  it('escape without the traces: it is not the harness that catches them', () => {
    const untraced = readContent();
    for (const { fact } of factsOf(untraced)) delete fact.trace;
    expect(share(mutate(untraced, 20_261_121, some(100, 30)))).toBeLessThan(0.8);
  });

  it('are the same for the same seed', () => {
    const changes = (seed: number) => mutate(corpus, seed, 3).map(({ fact, change }) => `${fact} ${change}`);
    const own = changes(3);
    expect(changes(3)).toEqual(own);
    expect(changes(4)).not.toEqual(own);
    const [first, second] = [seeded(1), seeded(1)];
    for (let i = 0; i < 100; i += 1) {
      const number = first(10);
      expect(number).toBe(second(10));
      expect(number >= 0 && number < 10 && Number.isInteger(number)).toBe(true);
    }
  });
});

describe('single digits changed in the text of the entries', () => {
  it('are of every fact that states a figure', () => {
    const figured = factsOf(corpus).filter(({ fact }) => traceableFigures(fact).length > 0);
    const names = new Set(digitsOf(corpus).map(({ fact }) => fact));
    const missing = figured
      .map(({ source, fact }) => `${source.entry.split('/')[1]}/${fact.id}`)
      .filter((name) => !names.has(name));
    expect(missing).toEqual([]);
  });

  it('are caught, all but a few of a hundred, and no file is changed', () => {
    const mutations = mutateDigits(corpus, 20_261_128, tried);
    const escaped = mutations.filter(({ caught }) => !caught).map(({ fact, change }) => `${fact}: ${change}`);
    expect(new Set(mutations.map(({ fact }) => fact)).size).toBe(tried);
    expect(share(mutations), escaped.join('\n')).toBeGreaterThanOrEqual(least);
    expect(
      mutations.every(({ change }) => /\d/.test(change) && change.split(' → ')[0] !== change.split(' → ')[1]),
    ).toBe(true);
  });
});
