import type { z } from 'astro/zod';
import fc, { type Arbitrary } from 'fast-check';
import { entrySchemas, type Collection } from '../../src/model/collections.ts';
import { reference } from '../../src/model/reference.ts';
import { families } from '../../src/model/vocabulary.ts';
import { claimKinds, outcomeKinds } from '../../src/model/outcome.ts';
import { arbitraryOf } from './arbitrary.ts';
import { bodyOf } from './body.ts';
import { Bare, untidy } from './untidy.ts';

export type Data = Record<string, unknown>;
type List = Data[];
export interface DraftEntry {
  collection: Collection;
  id: string;
  data: Data;
  body: string;
}
/** A base that is not yet checked: plain data as authors write it. */
export interface Draft {
  entries: DraftEntry[];
  references: List;
  endpoints: List;
  vocabulary: Data;
  base: Data;
}

/** Draws from lists; the same seed always draws the same. */
export class Draw {
  private state: number;
  constructor(seed: number) {
    this.state = seed | 0;
  }
  /** Mulberry32: a number from 0 to 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
  of<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!;
  }
  chance(share: number): boolean {
    return this.next() < share;
  }
  some<T>(list: readonly T[], most: number): T[] {
    return [...new Set(Array.from({ length: Math.floor(this.next() * (most + 1)) }, () => this.of(list)))];
  }
}

const dates = fc.constantFrom(
  [[1000]],
  [[9999, 12, 31]],
  [[2020, 2, 29]],
  [[2020, 12], [2021, 1]],
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
const outcomes = fc.array(arbitraryOf(entrySchemas.trials.shape.outcomes, own), { maxLength: 5 }).map((lists) => lists.flat());
const samplers = {
  trials: arbitraryOf(entrySchemas.trials, { ...own, outcomes }),
  therapies: arbitraryOf(entrySchemas.therapies, own),
  reviews: arbitraryOf(entrySchemas.reviews, own),
  topics: arbitraryOf(entrySchemas.topics, own),
  pages: arbitraryOf(entrySchemas.pages, own),
} satisfies Record<Collection, Arbitrary<unknown>>;
const shares: [Collection, number][] = [
  ['trials', 0.6],
  ['therapies', 0.1],
  ['reviews', 0.1],
  ['topics', 0.1],
  ['pages', 0.1],
];

/** A draft of so many random entries, with the works, terms and endpoints that they name. */
export function draftOf(seed: number, count: number): Draft {
  const draw = new Draw(seed);
  const ids = unique(fc.sample(untidy.id, { seed, numRuns: count }) as string[]);
  const sample = <S extends z.ZodType>(_: S | undefined, arbitrary: Arbitrary<unknown>, numRuns: number, salt: number) =>
    fc.sample(arbitrary, { seed: seed + salt, numRuns }).map(copy) as Data[];
  const entries = shares.flatMap(([collection, share], i) =>
    sample(undefined, samplers[collection], Math.ceil(count * share), i + 1).map((data): DraftEntry => {
      return { collection, id: '', data, body: '' };
    }),
  );
  entries.forEach((entry, i) => (entry.id = ids[i] ?? `entry-${i}`));
  const references = sample(reference, arbitraryOf(reference, own), Math.ceil(count / 2) + 8, 9).map((item, i) => workOf(item, i));
  const draft: Draft = { entries, references, endpoints: endpointsOf(draw), vocabulary: vocabularyOf(), base: baseOf(draw) };
  // What others name is not spoilt, so that it takes none of them with it.
  const spoilt = new Set(entries.filter(() => draw.chance(0.25)));
  const named: Named = {
    draw,
    works: references.map(({ id }) => id as string),
    endpoints: draft.endpoints.map(({ id }) => id as string),
    ...(Object.fromEntries(
      shares.map(([collection]) => [collection, entries.filter((one) => one.collection === collection && !spoilt.has(one)).map(({ id }) => id)]),
    ) as Record<Collection, string[]>),
  };
  for (const work of references) nameWorks(work, named);
  for (const entry of entries) {
    naming[entry.collection]?.(entry, named);
    if (spoilt.has(entry)) spoil(entry.data, draw);
    entry.body = bodyOf(entry, named);
  }
  // Works that nothing rests on, so that a spoilt one takes no entry with it.
  const extra = sample(reference, arbitraryOf(reference, own), Math.ceil(count / 4), 10).map((item, i) => workOf(item, i + 10_000));
  for (const work of extra) if (draw.chance(0.5)) spoil(work, draw);
  for (const work of extra) nameWorks(work, named);
  references.push(...extra);
  return draft;
}

/** What names there are to draw from. */
export interface Named extends Record<Collection, string[]> {
  draw: Draw;
  works: string[];
  endpoints: string[];
}

function workOf(item: Data, i: number): Data {
  const dois = ['10.1002/(SICI)1(1999)85:1<96::A$>3.0.CO;2-#', '10.1000/a%zz$', '10.1000/a..b/$_{}^~', '10.12345/é$', '10.1000/$?x=1&y'];
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

function nameWorks(work: Data, { draw, works }: Named): void {
  const custom = work.custom as Data | undefined;
  if (!custom) return;
  delete custom.unlinked;
  if (custom.aliases !== undefined) custom.aliases = [`former-${String(work.id)}`];
  for (const printed of (custom.printed as List | undefined) ?? []) printed.in = draw.of(works);
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
    if (draw.chance(0.1)) delete (at as Data)[key];
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

function unique(ids: readonly string[]): string[] {
  return ids.map((id, i) => (ids.indexOf(id) < i ? `${id.slice(0, 90)}-${i}` : id));
}

const renamed = (list: List): void => unique(list.map(({ id }) => id as string)).forEach((id, i) => (list[i]!.id = id));
const put = (at: Data, key: string, value: unknown): void => {
  if (at[key] !== undefined) at[key] = value;
};

/** Gives what an entry names the names of things that are there. */
const naming: Partial<Record<Collection, (entry: DraftEntry, named: Named) => void>> = {
  trials({ id, data }, named) {
    const { draw, works, endpoints, therapies, reviews } = named;
    const [arms, populations, reports, planned, facts] = ['arms', 'populations', 'reports', 'planned', 'outcomes'].map(
      (key) => (data[key] ?? []) as List,
    ) as [List, List, List, List, List];
    data.setting = draw.of(terms);
    Object.assign(data.population as Data, { ageGroup: draw.of(terms), attributes: draw.chance(0.5) ? {} : { content: [draw.of(terms)] } });
    put(data, 'registry', [{ registry: 'R', id: `NCT${String(named.trials.indexOf(id)).padStart(8, '0')}` }]);
    put(data, 'overlaps', draw.chance(0.2) ? [{ trial: id, note: 'itself' }] : []);
    for (const list of [arms, populations]) renamed(list);
    const [armIds, peopleIds] = [arms, populations].map((list) => list.map((one) => one.id as string)) as [string[], string[]];
    for (const arm of arms) {
      put(arm, 'therapies', draw.some(therapies, 2));
      put(arm, 'study', id);
    }
    for (const report of reports) {
      const isReview = report.kind === 'review';
      delete report[isReview ? 'reference' : 'review'];
      report[isReview ? 'review' : 'reference'] = draw.of(isReview ? reviews : works);
      const sources = (report.sources ?? []) as List;
      renamed(sources);
      for (const source of sources) if (source.in !== undefined) source.in = draw.of(works);
    }
    const reportIds = reports.map(({ reference: key, review }) => (key ?? review) as string);
    for (const report of reports) put(report, 'supersedes', draw.some(reportIds, 2));
    for (const people of populations) {
      put(people, 'of', people.n === undefined || draw.chance(0.2) ? draw.of(peopleIds) : undefined);
      put(people, 'report', draw.of(reportIds));
      if (typeof people.n === 'object' && people.n !== null && !('source' in people.n))
        people.n = Object.fromEntries(armIds.map((arm) => [arm, Math.floor(draw.next() * 300)]));
    }
    renamed([...facts, ...planned]);
    for (const plan of planned) Object.assign(plan, { endpoint: draw.of(endpoints), report: draw.of(reportIds) });
    for (const fact of facts) {
      nameFact(fact, named);
      const report = draw.of(reports);
      const sources = (report.sources ?? []) as List;
      Object.assign(fact, { report: report.reference ?? report.review, population: draw.of(peopleIds) });
      delete fact.source;
      if (sources.length > 1) fact.source = draw.of(sources).id;
      put(fact, 'arm', draw.of(armIds));
      put(fact, 'comparator', draw.of(armIds));
      put(fact, 'versus', draw.of(peopleIds));
    }
  },
  therapies({ data }, { draw, works }) {
    Object.assign(data, { class: draw.of(terms), targets: draw.some(terms, 2) });
    put(data, 'attributes', { scales: [draw.of(terms)] });
    for (const approval of (data.approvals ?? []) as List) {
      approval.report = draw.of(works);
      for (const claim of (approval.claims ?? []) as List) claim.report = draw.of(works);
    }
    delete data.unlinked;
  },
  reviews({ data }, named) {
    const { draw, works } = named;
    data.reference = draw.of(works);
    for (const item of (data.bibliography ?? []) as List) item.key = draw.of(works);
    const claims = (data.claims ?? []) as List;
    renamed(claims);
    for (const claim of claims) nameFact(claim, named);
  },
  topics({ data }, { draw, endpoints, therapies }) {
    Object.assign(data, { endpoints: draw.some(endpoints, 3), therapies: draw.some(therapies, 3) });
  },
};

const figureKeys = ['events', 'percent', 'value', 'low', 'high', 'estimate', 'p', 'favours', 'date'];

function nameFact(fact: Data, { draw, works, endpoints, therapies }: Named): void {
  fact.endpoint = draw.of(endpoints);
  put(fact, 'scale', draw.chance(0.3) ? 'unstated' : draw.of(terms));
  delete fact.trace;
  delete fact.waivers;
  const cites = draw.some(works, 2);
  put(fact, 'cites', cites);
  if (fact.citedAs !== undefined) {
    if (cites.length === 0 || fact.cites === undefined) delete fact.citedAs;
    else fact.citedAs = { author: 'Nobody', ...(draw.chance(0.5) && therapies.length > 0 ? { agents: [draw.of(therapies)] } : {}) };
  }
  const interval = fact.interval as Data | undefined;
  if (interval && [undefined, 'confidence', 'credible'].includes(interval.kind as undefined)) interval.level ??= 95;
  const hasFigure = figureKeys.some((key) => fact[key] !== undefined);
  delete fact.missing;
  if (!hasFigure && !['association', 'statement'].includes(fact.kind as string)) fact.missing = draw.of(['not-reported', 'not-reached']);
}

/** One list of ids for every kind of term: sections of pages, members of objects, a very long one. */
const terms = ['content', 'scales', 'constructor', 'cite', 'y'.repeat(100)];

function endpointsOf(draw: Draw): List {
  const kinds = [...new Set([...outcomeKinds, ...claimKinds])];
  return ['cr', 'safety', 'scales', 'constructor', 'content', 'index', 'z'.repeat(100), ...families].map((id, i) => ({
    id: `${id}${i > 6 ? '-1' : ''}`,
    label: { en: draw.of(['Response', '<i>a</i>', '"', 'x'.repeat(200)]) + i },
    definition: 'A',
    family: families[i % families.length],
    direction: draw.of(['lower', 'neutral']),
    kinds,
    ...(i === 3 ? { atMost: ['constructor'] } : {}),
    ...(i === 4 ? { synonyms: [] } : {}),
  }));
}

function vocabularyOf(): Data {
  const list = terms.map((id, i) => ({ id, label: { en: `Term ${i} <b>` } }));
  return {
    ...Object.fromEntries(['settings', 'ageGroups', 'targets', 'therapyClasses', 'scales'].map((key) => [key, list])),
    attributes: [
      { id: 'content', label: { en: 'Of trials' }, applies: 'trial', terms: list },
      { id: 'scales', label: { en: 'Of therapies' }, applies: 'therapy', terms: list },
      { id: 'empty', label: { en: 'Of none' }, applies: 'trial', terms: [] },
    ],
    abbreviations: [{ abbreviation: 'CR', en: 'complete "remission"' }],
  };
}

function baseOf(draw: Draw): Data {
  const label = { en: 'A base & <b>' };
  return {
    name: 'Fuzz & <b>',
    tagline: label,
    subject: label,
    url: draw.of(['https://base.example/', 'https://base.example', 'http://localhost:8080/']),
    publisher: 'Nobody, "at all"',
    disclaimer: label,
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  };
}
