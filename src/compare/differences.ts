import { compareWords as words } from '../i18n/compare.ts';
import type { Arrangement, Column, Row, Trait } from './arrange.ts';
import { panelsOf } from './panels.ts';
import { filled } from './reach.ts';
import { populationWord, scaleWord } from './rules.ts';
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
      ...differing(columns, words.table.setting, ({ trial }) => stated(trial, trial.setting)),
      ...differing(columns, words.table.age, ({ trial }) => stated(trial, trial.ageGroup)),
      ...otherFacets(columns),
    ],
    figures: [
      ...inRows(
        shared,
        'population',
        words.differences.denominators,
        ({ fact }) => fact && populationWord(fact.population.kind),
      ),
      ...scales(rows),
      ...inRows(shared, 'definition', words.differences.definitions, () => undefined),
      ...inRows(shared, 'time', words.differences.times, () => undefined),
    ],
  };
}

function allocation(columns: readonly Column[]): string {
  const byTrial = [...Map.groupBy(columns, ({ trial }) => trial).entries()];
  const randomised = byTrial.filter(
    ([trial, own]) => trial.randomised && own.filter(({ arm }) => arm.role !== 'historical').length > 1,
  );
  const names = randomised.map(([trial]) => trial.name);
  const { notRandomised, randomised: all, someRandomised } = words.differences;
  if (names.length === 0) return notRandomised;
  return byTrial.length === 1 ? all(names) : someRandomised(names);
}

const stated = ({ unstated }: Column['trial'], value: string) =>
  unstated?.includes(value) ? undefined : value;

/** `Age group: Adults (5 arms), Children (STUDY).` where not all arms have the same. */
function differing(
  columns: readonly Column[],
  what: string,
  of: (column: Column) => string | undefined,
): string[] {
  const groups = Map.groupBy(columns, of);
  if (groups.size < 2) return [];
  const named = [...groups].sort(([a], [b]) => Number(a === undefined) - Number(b === undefined));
  const groupsOf = named.map(([value, own]) => words.qualified(value ?? words.notReported, who(own)));
  return [words.differences.groups(what, groupsOf)];
}

const who = (own: readonly Column[]) =>
  own.length > 2 ? words.arms(own.length) : words.parts(own.map(({ name }) => name));

function otherFacets(columns: readonly Column[]): string[] {
  const facets = [...new Set(columns.flatMap(({ trial }) => Object.keys(trial.attributes)))];
  const differ = facets.filter((facet) => {
    const values = columns.flatMap(({ trial }) => stated(trial, trial.attributes[facet] ?? '') || []);
    return new Set(values).size > 1;
  });
  return differ.length === 0 ? [] : [words.differences.facets(differ)];
}

/** In which endpoints figures of one row differ in a trait, and how, where that can be said in a word. */
function inRows(
  rows: readonly Row[],
  trait: Trait,
  what: string,
  of: (cell: Row['cells'][number]) => string | undefined,
): string[] {
  const hit = rows.filter(({ cells }) =>
    cells.some(({ traits }) => traits.some((own) => own.trait === trait && own.differs)),
  );
  if (hit.length === 0) return [];
  const endpoints = [...Map.groupBy(hit, ({ endpoint }) => endpoint.label)].map(([label, own]) => {
    const kinds = [...new Set(own.flatMap(({ cells }) => cells.flatMap((cell) => of(cell) ?? [])))];
    return kinds.length > 1 ? words.differences.kinds(label, kinds) : label;
  });
  return [words.differences.inSome(what, endpoints)];
}

/** Where grades of several scales, or of none that is named, stand in one panel. */
function scales(rows: readonly Row[]): string[] {
  const mixed = panelsOf(rows).flatMap(({ rows: own, cells }) => {
    const names = [
      ...new Set(
        cells.flatMap(({ cell: { fact } }) => (fact?.scale === undefined ? [] : scaleWord(fact.scale))),
      ),
    ];
    return names.length > 1 ? [words.differences.kinds(firstIn(own).endpoint.label, names)] : [];
  });
  return mixed.length === 0 ? [] : [words.differences.inSome(words.differences.scales, [...new Set(mixed)])];
}
