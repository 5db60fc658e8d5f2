import { synthesisWords } from '../i18n/synthesis.ts';
import { measures, type Measure } from '../stats/effect-sizes.ts';
import { models, tests, type Model, type Test } from '../stats/pooling.ts';
import { domains, levelsDown, type Judged } from './certainty.ts';
import { facets, valuesOf, type Facet, type Filters, type Row } from './candidates.ts';
import { openingOf } from './opening.ts';
import { effectOf, softRules, type RuleId } from '../compare/rules.ts';
import { firstIn, itemIn, need } from '../model/need.ts';

/** Confidence levels on offer, in percent. */
export const levels = [90, 95, 99] as const;
export type Level = (typeof levels)[number];

/** What studies can be grouped by: a property of the trial, or what the arm was given. */
export const partitions = ['setting', 'age', 'therapy', 'class', 'target', 'design'] as const;
export type Partition = (typeof partitions)[number];

/** Everything that a reader chooses on the page of syntheses, as its address holds it. */
export interface SynthesisState {
  endpoint?: string | undefined;
  row?: string | undefined;
  /** uids of the figures that are ticked; undefined for the usual ones */
  figures?: string[] | undefined;
  filters: Filters;
  measure: Measure;
  method: Model;
  test: Test;
  level: Level;
  by?: Partition | undefined;
  /** Soft rules that the reader lets pass, in the order of the gate. */
  overrides: RuleId[];
  /** The reader's own judgements of the certainty, and threshold of imprecision. */
  judged: Judged;
}

/** REML and Hartung–Knapp: IntHout J, Ioannidis JPA, Borm GF. BMC Med Res Methodol 2014;14:25. */
export const usualState: SynthesisState = {
  filters: {},
  measure: 'PLO',
  method: 'REML',
  test: 'knha',
  level: 95,
  overrides: [],
  judged: { levels: {} },
};

const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const uidPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** `imprecision-2`: lowered by two levels. */
const judgementPattern = new RegExp(`^(${domains.join('|')})-([0-${levelsDown.length - 1}])$`);
const quoted = (text: string) =>
  synthesisWords.address.quoted(text.length > 60 ? `${text.slice(0, 59)}…` : text);

/**
 * Reads a state from the query of an address. What cannot be is left out and reported; whether its names
 * exist, `resolveState` asks.
 *
 * @returns the state, and one line for each part of the address that was left out
 */
export function readState(query: string): { state: SynthesisState; faults: string[] } {
  const words = synthesisWords.address;
  const given = new URLSearchParams(query);
  const faults: string[] = [];
  const choice = <T extends string | number>(name: string, known: readonly T[]): T | undefined => {
    const value = given.get(name);
    if (value === null) return undefined;
    const found = known.find((one) => String(one) === value);
    if (found === undefined) faults.push(words.expected(name, quoted(value), known));
    return found;
  };
  const list = (name: string, fits: (item: string) => boolean): string[] | undefined => {
    const items = given.get(name)?.split(',').filter(Boolean);
    for (const item of items ?? []) if (!fits(item)) faults.push(words.cannotHold(name, quoted(item)));
    return items && [...new Set(items)].filter(fits);
  };
  const readImportant = (): number | undefined => {
    const value = given.get('important');
    const important = value === null ? undefined : importantFrom(value);
    if (value !== null && important === undefined) faults.push(words.important(quoted(value)));
    return important;
  };
  const endpoint = given.get('endpoint') || undefined;
  if (endpoint !== undefined && !idPattern.test(endpoint))
    faults.push(words.cannotBe('endpoint', quoted(endpoint)));
  const overrides = list('override', (item) => softRules.some((rule) => rule === item)) ?? [];
  const judged = list('certainty', (item) => judgementPattern.test(item)) ?? [];
  const state: SynthesisState = {
    endpoint: endpoint !== undefined && idPattern.test(endpoint) ? endpoint : undefined,
    row: given.get('row') || undefined,
    figures: list('figures', (item) => uidPattern.test(item)),
    filters: filtersOf((facet) => [...new Set(given.getAll(facet).filter(Boolean))]),
    measure: choice('measure', measures) ?? usualState.measure,
    method: choice('method', models) ?? usualState.method,
    test: choice('test', tests) ?? usualState.test,
    level: choice('level', levels) ?? usualState.level,
    by: choice('by', partitions),
    overrides: softRules.filter((rule) => overrides.includes(rule)),
    judged: { levels: judgements(judged, faults), important: readImportant() },
  };
  return { state, faults };
}

/**
 * A facet of which nothing is asked is left out. Names can hold commas, so an address has a part for each
 * value.
 */
const filtersOf = (values: (facet: Facet) => string[]): Filters =>
  Object.fromEntries(
    facets.map((facet) => [facet, values(facet)] as const).filter(([, own]) => own.length > 0),
  );

/** A threshold of imprecision in percent, as it is typed; undefined where it cannot be one. */
export function importantFrom(text: string): number | undefined {
  return /^\d{1,2}(?:\.\d)?$/.test(text) && Number(text) > 0 ? Number(text) : undefined;
}

/** One judgement of each domain, in the order of GRADE. */
function judgements(items: readonly string[], faults: string[]): Judged['levels'] {
  const read = items.map((item) => need(judgementPattern.exec(item)));
  return Object.fromEntries(
    domains.flatMap((domain) => {
      const [first, second] = read.filter(([, one]) => one === domain);
      if (second) faults.push(synthesisWords.address.twice(second[0]));
      return first ? [[domain, itemIn(levelsDown, Number(first[2]))]] : [];
    }),
  );
}

/**
 * The query of the address that restores a state: all of it, so that a later change of what is usual changes
 * no link.
 */
export function writeState({
  endpoint,
  row,
  figures,
  filters,
  measure,
  method,
  test,
  level,
  by,
  overrides,
  judged,
}: SynthesisState): string {
  if (endpoint === undefined) return '';
  const parts = [
    ['endpoint', endpoint],
    ['row', row],
    ['figures', figures?.join(',')],
    ...facets.flatMap((facet) => (filters[facet] ?? []).map((value) => [facet, value] as const)),
    ['measure', measure],
    ['method', method],
    ['test', test],
    ['level', String(level)],
    ['by', by],
    ['override', overrides.length > 0 ? overrides.join(',') : undefined],
    ['certainty', judgedText(judged)],
    ['important', judged.important === undefined ? undefined : String(judged.important)],
  ] as const;
  return `?${parts.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encoded(value)}`])).join('&')}`;
}

const judgedText = ({ levels }: Judged): string | undefined =>
  domains
    .flatMap((domain) => (levels[domain] === undefined ? [] : [`${domain}-${Math.abs(levels[domain])}`]))
    .join(',') || undefined;

/** Slashes and commas stay readable, which a query allows. */
const encoded = (value: string) =>
  encodeURIComponent(value).replaceAll('%2F', '/').replaceAll('%2C', ',').replaceAll('%20', '+');

/** A state whose every name exists. */
export type SettledState = SynthesisState & { endpoint: string; row: string; figures: string[] };

/**
 * Holds a state against the rows of its endpoint: names what does not exist there, and chooses what the
 * reader did not.
 *
 * @param rows at least one
 */
export function resolveState(
  state: SynthesisState & { endpoint: string },
  rows: readonly Row[],
): { state: SettledState; row: Row; faults: string[] } {
  const words = synthesisWords.address;
  const faults: string[] = [];
  const asked = rows.find(({ id }) => id === state.row);
  const row = asked ?? firstIn(rows);
  if (state.row !== undefined && !asked) faults.push(words.noRow(quoted(state.row), quoted(row.label)));
  const isKept = asked !== undefined || state.row === undefined;
  const filters = filtersOf((facet) => {
    const asked = state.filters[facet] ?? [];
    if (asked.length === 0) return [];
    const known = new Set(valuesOf(row.candidates, facet).map(({ value }) => value));
    if (isKept)
      for (const value of asked)
        if (!known.has(value)) faults.push(words.noFigureOf(words.noFacet[facet], quoted(value)));
    return asked.filter((value) => known.has(value));
  });
  const chosen =
    isKept && state.figures
      ? { figures: existing(state.figures, row, faults), pass: [] }
      : openingOf(row, filters);
  const overrides = softRules.filter((rule) => [...state.overrides, ...chosen.pass].includes(rule));
  const isRatio = row.candidates.some(({ figures: [first] }) => effectOf(first)?.kind === 'ratio');
  const { figures } = chosen;
  return {
    state: { ...state, row: row.id, figures, filters, overrides, ...scaleAndModel(state, isRatio) },
    row,
    faults,
  };
}

/**
 * A change of how to pool: of model and scale the one that was changed stands, and the other follows where
 * they do not fit.
 */
export function withOptions(state: SettledState, change: Partial<SettledState>): SettledState {
  const next = { ...state, ...change };
  if (next.method !== 'GLMM' || next.measure === 'PLO') return next;
  return state.method === 'GLMM'
    ? { ...next, method: usualState.method }
    : { ...next, ...scaleAndModel(next, next.measure === 'GEN') };
}

/** Ratios have one scale, counts three; the model of counts has one of these, and is none of ratios. */
function scaleAndModel(
  { measure, method }: SynthesisState,
  isRatio: boolean,
): Pick<SynthesisState, 'measure' | 'method'> {
  if (isRatio) return { measure: 'GEN', method: method === 'GLMM' ? usualState.method : method };
  return { measure: method === 'GLMM' || measure === 'GEN' ? 'PLO' : measure, method };
}

/** The figures of an address that can be pooled, in the order of the candidates, one an arm. */
function existing(asked: readonly string[], { candidates, others }: Row, faults: string[]): string[] {
  const words = synthesisWords.address;
  const wanted = new Set(asked);
  const known = candidates.flatMap(({ figures, name }) => {
    const found = figures.filter(({ uid }) => wanted.has(uid)).map(({ uid }) => uid);
    if (found.length > 1) faults.push(words.oneFigure(name, found.slice(1)));
    return found.slice(0, 1);
  });
  if (known.length === wanted.size) return known;
  const all = new Set(candidates.flatMap(({ figures }) => figures.map(({ uid }) => uid)));
  for (const uid of asked.filter((one) => !all.has(one))) {
    const other = others.find(({ fact }) => fact.uid === uid);
    faults.push(other ? words.notPoolable(uid, other.reason) : words.noFigure(quoted(uid)));
  }
  return known;
}
