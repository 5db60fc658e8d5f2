import { slug } from '../ids.ts';
import type { Data } from '../yaml-text.ts';
import type { FactList } from './fact-list.ts';
import { oneLine } from './loose.ts';
import { printedCount } from './printed.ts';
import type { Denominator, Group, Measure } from './record.ts';
import { isParticipants } from './results.ts';

/** Who was analysed: two measures with the same words, groups and counts are of the same people. */
function keyOf(measure: Measure, denominators: readonly Denominator[]): string {
  const people = peopleIn(denominators);
  return JSON.stringify([
    'analysed',
    measure.population === undefined ? '' : oneLine(measure.population),
    people ? [...people.counts] : [],
    measure.groups.map(({ title }) => title),
  ]);
}

const peopleIn = (denominators: readonly Denominator[]) =>
  denominators.find(({ units }) => isParticipants(units));

/**
 * The populations, by their keys, that several measures of other names have in common: none is named after
 * one of them.
 */
export function sharedAmong(measures: readonly Measure[]): ReadonlySet<string> {
  const titles = new Map<string, Set<string>>();
  for (const measure of measures)
    for (const own of [measure.denominators, ...measure.rows.map((row) => row.denominators)]) {
      const key = keyOf(measure, own);
      titles.set(key, (titles.get(key) ?? new Set()).add(measure.title));
    }
  return new Set([...titles].flatMap(([key, own]) => (own.size > 1 ? [key] : [])));
}

/** The population that was analysed: measures of the same people share one. */
export function populationOf(measure: Measure, denominators: readonly Denominator[], list: FactList): string {
  const people = peopleIn(denominators);
  const key = keyOf(measure, denominators);
  const isBaseline = measure.role === 'baseline';
  const isShared = list.shared.has(key);
  const counts = people ? measure.groups.flatMap(({ id }) => people.counts.get(id) ?? []) : [];
  const own = isShared
    ? `Participants analysed${sizesInWords(counts)}`
    : `Participants analysed for: ${measure.title}`;
  return list.sides.population(key, {
    id: [isBaseline ? 'baseline' : 'analysed', slug(isShared ? counts.join(' ') : measure.title, 50)],
    kind: isBaseline ? 'enrolled' : 'evaluable',
    label: isBaseline ? 'Participants at baseline' : own,
    definition: measure.population === undefined ? undefined : oneLine(measure.population),
    n: sizesByArm(measure, people, list),
  });
}

/** `, 101 and 99`: the counts of the groups in their order. */
function sizesInWords(counts: readonly string[]): string {
  if (counts.length === 0) return '';
  return counts.length === 1 ? `, ${counts[0]}` : `, ${counts.slice(0, -1).join(', ')} and ${counts.at(-1)}`;
}

/** How many people were analysed: by arm where every group is an arm of its own. */
function sizesByArm(measure: Measure, people: Denominator | undefined, list: FactList): Data | undefined {
  if (!people) return undefined;
  const isLone = measure.groups.length <= 1;
  const sizes = measure.groups.map((group: Group) => ({
    arm: list.sides.of(group, isLone).arm,
    count: printedCount(people.counts.get(group.id)),
  }));
  const own = sizes.flatMap(({ arm, count }) =>
    arm === undefined || count === undefined ? [] : [[arm, count] as const],
  );
  if (own.length === 0 || new Set(own.map(([arm]) => arm)).size < own.length) return undefined;
  return Object.fromEntries(own);
}
