import type { Arrangement, Column, Row, Trait } from './arrange.ts';
import { panelsOf } from './panels.ts';
import { filled } from './reach.ts';
import { firstIn } from '../model/need.ts';

/** What must be known before the figures of a comparison are read side by side, in sentences. */
export interface Differences {
  /** Whether chance decided who received what. */
  allocation: string;
  /** In whom the arms differ; empty where they are alike as far as it is recorded. */
  patients: string[];
  /** What the figures of one row do not share: denominators, definitions, scales, times. */
  figures: string[];
}

export function differencesOf({ columns, rows }: Arrangement): Differences {
  const shared = rows.filter((row) => filled(row) >= 2);
  return {
    allocation: allocation(columns),
    patients: [
      ...differing(columns, 'Line of treatment', ({ trial }) => stated(trial, trial.setting)),
      ...differing(columns, 'Age group', ({ trial }) => stated(trial, trial.ageGroup)),
      ...otherFacets(columns),
    ],
    figures: [
      ...inRows(shared, 'population', 'Denominators', ({ fact }) => fact?.population.kind),
      ...scales(rows),
      ...inRows(shared, 'definition', 'Definitions', () => undefined),
      ...inRows(shared, 'time', 'Times', () => undefined),
    ],
  };
}

function allocation(columns: readonly Column[]): string {
  const byTrial = [...Map.groupBy(columns, ({ trial }) => trial).entries()];
  const randomised = byTrial.filter(
    ([trial, own]) => trial.randomised && own.filter(({ arm }) => arm.role !== 'historical').length > 1,
  );
  const names = listed(randomised.map(([trial]) => trial.name));
  if (randomised.length === 0) return 'No two of these arms were randomised against each other.';
  return byTrial.length === 1
    ? `The arms of ${names} were randomised against each other.`
    : `Only the arms of ${names} were randomised against each other${randomised.length > 1 ? ', within each trial' : ''}.`;
}

const stated = ({ unstated }: Column['trial'], value: string) => (unstated?.includes(value) ? undefined : value);

/** `Age group: Adults (5 arms), Children (ELIANA).` where not all arms have the same. */
function differing(columns: readonly Column[], what: string, of: (column: Column) => string | undefined): string[] {
  const groups = Map.groupBy(columns, of);
  if (groups.size < 2) return [];
  const named = [...groups].sort(([a], [b]) => Number(a === undefined) - Number(b === undefined));
  return [`${what}: ${named.map(([value, own]) => `${value ?? 'not reported'} (${who(own)})`).join(', ')}.`];
}

const who = (own: readonly Column[]) => (own.length > 2 ? `${own.length} arms` : own.map(({ name }) => name).join('; '));

function otherFacets(columns: readonly Column[]): string[] {
  const facets = [...new Set(columns.flatMap(({ trial }) => Object.keys(trial.attributes)))];
  const differ = facets.filter((facet) => {
    const values = columns.flatMap(({ trial }) => stated(trial, trial.attributes[facet] ?? '') || []);
    return new Set(values).size > 1;
  });
  const names = listed(differ.map((facet) => `“${facet}”`));
  return differ.length === 0 ? [] : [`${names} ${differ.length === 1 ? 'is' : 'are'} not the same in all (see the table).`];
}

/** In which endpoints figures of one row differ in a trait, and how, where that can be said in a word. */
function inRows(
  rows: readonly Row[],
  trait: Trait,
  what: string,
  of: (cell: Row['cells'][number]) => string | undefined,
): string[] {
  const hit = rows.filter(({ cells }) => cells.some(({ traits }) => traits.some((own) => own.trait === trait && own.differs)));
  if (hit.length === 0) return [];
  const told = [...Map.groupBy(hit, ({ endpoint }) => endpoint.label)].map(([label, own]) => {
    const kinds = [...new Set(own.flatMap(({ cells }) => cells.flatMap((cell) => of(cell) ?? [])))];
    return kinds.length > 1 ? `${label} (${kinds.join(', ')})` : label;
  });
  return [inSome(what, told)];
}

/** Where grades of several scales, or of none that is named, stand in one panel. */
function scales(rows: readonly Row[]): string[] {
  const mixed = panelsOf(rows).flatMap(({ rows: own, cells }) => {
    const names = [...new Set(cells.flatMap(({ cell }) => cell.fact?.scale ?? []))];
    return names.length > 1 ? [`${firstIn(own).endpoint.label} (${names.join(', ')})`] : [];
  });
  return mixed.length === 0 ? [] : [inSome('Grading scales', [...new Set(mixed)])];
}

/** `Denominators differ in 8 endpoints, such as Complete remission (treated, enrolled).` */
const inSome = (what: string, told: readonly string[]) =>
  told.length > 2 ? `${what} differ in ${told.length} endpoints, such as ${told[0]}.` : `${what} differ in ${listed(told)}.`;

const listed = (items: readonly string[]) =>
  items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${items.at(-1)}` : (items[0] ?? '');
