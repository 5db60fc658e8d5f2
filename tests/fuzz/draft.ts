import type { z } from 'astro/zod';
import fc, { type Arbitrary } from 'fast-check';
import { entrySchemas, type Collection } from '../../src/model/collections.ts';
import { reference } from '../../src/model/reference.ts';
import { arbitraryOf } from './arbitrary.ts';
import { baseOf, endpointsOf, vocabularyOf } from './base.ts';
import { bodyOf } from './body.ts';
import { Draw } from './draw.ts';
import { nameWorks, naming, unique, type Named } from './naming.ts';
import type { Data, Draft, DraftEntry } from './parts.ts';
import { Bare, untidy } from './untidy.ts';

const dates = fc.constantFrom(
  [[1000]],
  [[9999, 12, 31]],
  [[2020, 2, 29]],
  [
    [2020, 12],
    [2021, 1],
  ],
  [[1999], [2001]],
  [[2016, 8, 25]],
);
const own: Record<string, Arbitrary<unknown>> = {
  issued: dates.map((parts) => ({ 'date-parts': parts })),
  accessed: dates.map((parts) => ({ 'date-parts': parts })),
  DOI: fc.constant('10.1000/a'),
  unit: untidy.unit,
  updated: fc.constantFrom('2026-01-31', '1000-01-01', '9999-12-31'),
  level: fc.constantFrom(95, '95', '97.50', 90, 99.9, '050.1', '5.1e1'),
};
const outcomes = fc
  .array(arbitraryOf(entrySchemas.trials.shape.outcomes, own), { maxLength: 5 })
  .map((lists) => lists.flat());
const samplers = {
  trials: arbitraryOf(entrySchemas.trials, { ...own, outcomes }),
  therapies: arbitraryOf(entrySchemas.therapies, own),
  reviews: arbitraryOf(entrySchemas.reviews, own),
  syntheses: arbitraryOf(entrySchemas.syntheses, own),
  topics: arbitraryOf(entrySchemas.topics, own),
  pages: arbitraryOf(entrySchemas.pages, own),
} satisfies Record<Collection, Arbitrary<unknown>>;
const shares: [Collection, number][] = [
  ['trials', 0.6],
  ['therapies', 0.1],
  ['reviews', 0.1],
  ['syntheses', 0.05],
  ['topics', 0.05],
  ['pages', 0.1],
];

/** A draft of so many random entries, with the works, terms and endpoints that they name. */
export function draftOf(seed: number, count: number): Draft {
  const draw = new Draw(seed);
  const ids = unique(fc.sample(untidy.id, { seed, numRuns: count }) as string[]);
  const sample = <S extends z.ZodType>(
    _: S | undefined,
    arbitrary: Arbitrary<unknown>,
    numRuns: number,
    salt: number,
  ) => fc.sample(arbitrary, { seed: seed + salt, numRuns }).map(copy) as Data[];
  const entries = shares.flatMap(([collection, share], i) =>
    sample(undefined, samplers[collection], Math.ceil(count * share), i + 1).map((data): DraftEntry => {
      return { collection, id: '', data, body: '' };
    }),
  );
  entries.forEach((entry, i) => (entry.id = ids[i] ?? `entry-${i}`));
  const references = sample(reference, arbitraryOf(reference, own), Math.ceil(count / 2) + 8, 9).map(
    (item, i) => workOf(item, i),
  );
  const draft: Draft = {
    entries,
    references,
    endpoints: endpointsOf(draw),
    vocabulary: vocabularyOf(),
    base: baseOf(draw),
  };
  // What others name is not spoilt, so that it takes none of them with it.
  const spoilt = new Set(entries.filter(() => draw.chance(0.25)));
  const named: Named = {
    draw,
    works: references.map(({ id }) => id as string),
    endpoints: draft.endpoints.map(({ id }) => id as string),
    ...(Object.fromEntries(
      shares.map(([collection]) => [
        collection,
        entries.filter((one) => one.collection === collection && !spoilt.has(one)).map(({ id }) => id),
      ]),
    ) as Record<Collection, string[]>),
  };
  for (const work of references) nameWorks(work, named);
  for (const entry of entries) {
    naming[entry.collection]?.(entry, named);
    if (spoilt.has(entry)) spoil(entry.data, draw);
    entry.body = bodyOf(entry, named);
  }
  // Works that nothing rests on, so that a spoilt one takes no entry with it.
  const extra = sample(reference, arbitraryOf(reference, own), Math.ceil(count / 4), 10).map((item, i) =>
    workOf(item, i + 10_000),
  );
  for (const work of extra) nameWorks(work, named);
  for (const work of extra) if (draw.chance(0.5)) spoil(work, draw);
  references.push(...extra);
  return draft;
}

function workOf(item: Data, i: number): Data {
  const dois = [
    '10.1002/(SICI)1(1999)85:1<96::A$>3.0.CO;2-#',
    '10.1000/a%zz$',
    '10.1000/a..b/$_{}^~',
    '10.12345/é$',
    '10.1000/$?x=1&y',
  ];
  const { DOI, PMID, PMCID, ...rest } = item;
  return {
    ...rest,
    id: `work-${i}`,
    title: `${String(item.title)} ${i}`,
    ...(DOI === undefined ? {} : { DOI: dois[i % dois.length]!.replace('$', String(i)) }),
    ...(PMID === undefined ? {} : { PMID: String(1000 + i) }),
    ...(PMCID === undefined ? {} : { PMCID: `PMC${i}` }),
  };
}

/** Puts something in the place of a value or a key of an entry; what is then accepted must build. */
function spoil(data: Data, draw: Draw): void {
  let at: Data | unknown[] = data;
  for (;;) {
    const keys = Object.keys(at);
    if (keys.length === 0) return;
    const key = draw.of(keys);
    const value = (at as Data)[key];
    if (typeof value === 'object' && value !== null && draw.chance(0.8)) {
      at = value as Data;
      continue;
    }
    const [wrong] = fc.sample(untidy.wrong, { seed: Math.floor(draw.next() * 2 ** 31), numRuns: 1 });
    if (draw.chance(0.1)) Reflect.deleteProperty(at, key);
    else (at as Data)[key] = wrong;
    return;
  }
}

/** A value with no part in common with another. */
function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== 'object' || value === null || value instanceof Bare) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copy(one)]));
}
