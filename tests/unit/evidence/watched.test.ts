import { expect, it } from 'vitest';
import { link } from '../../../src/evidence/link.ts';
import { readNumber, thingAndPart, withReads } from '../../../src/model/reads.ts';
import { namesIn } from '../../support/reads.ts';
import { readCorpus } from '../../../src/reading/corpus.ts';
import { fixtures } from '../checks/fixtures.ts';

const { watched, reference, trial, copyAt, facts, claims, pooled, ...lists } = link(
  readCorpus(`${fixtures}/good`),
);

const all = {
  ...lists,
  facts: [...facts.values()],
  claims: [...claims.values()],
  pooled: [...pooled.values()],
};

/** Where something lies that JSON leaves out, so that a change of it would not be seen. */
function unseen(value: unknown, place: string, known = new Set<unknown>()): string[] {
  if (typeof value === 'function') return [place];
  if (typeof value !== 'object' || value === null || known.has(value)) return [];
  known.add(value);
  if (value instanceof Map || value instanceof Set) return [place];
  return Object.entries(value).flatMap(([key, part]) => unseen(part, `${place}.${key}`, known));
}

it('holds nothing in what is watched that could change unseen', () => {
  expect(unseen(all, 'library')).toEqual([]);
});

it('finds the value of everything that can be read of it', async () => {
  const { reads } = await withReads(() => {
    unseen(all, 'library');
    for (const { id } of lists.references) reference(id);
    for (const { id } of lists.trials) trial(id);
    copyAt('https://192.0.2.1/');
  });
  const read = [...namesIn(reads)];
  const absent = read.filter((one) => watched.textOf(...thingAndPart(readNumber(one))) === undefined);
  // Parts that a thing may lack, by their names in the types.
  expect(absent.filter((one) => !/\t(?:year|enrolled|review)$/.test(one))).toEqual([]);
  expect(read.length).toBeGreaterThan(200);
});
