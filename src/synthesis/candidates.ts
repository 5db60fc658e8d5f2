import { armName, isPoolable } from '../compare/rules.ts';
import type { Dataset, DatasetArm, DatasetFact, DatasetTrial } from '../compare/dataset.ts';
import { firstIn, valueIn } from '../model/need.ts';
import { byText } from '../model/order.ts';

/** One study arm with the figures of it that can be pooled, of which one may be chosen. */
export interface Candidate {
  trial: DatasetTrial;
  /** undefined for figures of the whole study */
  arm: DatasetArm | undefined;
  name: string;
  /** The first is the one that stands for the arm where the reader chooses none. */
  figures: [DatasetFact, ...DatasetFact[]];
  /** Whether it is pooled where the reader chooses nothing. */
  usual: boolean;
}

export interface Row {
  id: string;
  label: string;
  candidates: Candidate[];
  /** Figures that cannot be pooled, with the reason. */
  others: { fact: DatasetFact; name: string; reason: string }[];
}

/** What narrows the candidates: therapies, classes, targets, of which the arm was given one or more. */
export const facets = ['therapy', 'class', 'target'] as const;
export type Facet = (typeof facets)[number];
/**
 * Of each facet the values that are pooled together, in the order in which they were chosen; none is ever
 * empty.
 */
export type Filters = Partial<Record<Facet, string[]>>;

/**
 * The rows of an endpoint that figures can be pooled within, those with most candidates first.
 *
 * Which figure stands for an arm, and which arms are pooled of themselves, the build has decided
 * (evidence/standing.ts).
 */
export function rowsOf(dataset: Dataset): Row[] {
  const trials = new Map(dataset.trials.map((trial) => [trial.id, trial]));
  const rows = [...Map.groupBy(dataset.facts, ({ row }) => row)].map(([id, facts]) => ({
    id,
    facts,
    first: firstIn(facts),
  }));
  return rows
    .map(({ id, facts, first }) => ({
      order: first.rowOrder,
      row: {
        id,
        label: first.rowLabel,
        candidates: candidatesAmong(facts, trials),
        others: othersAmong(facts, trials),
      },
    }))
    .sort(
      (a, b) =>
        b.row.candidates.length - a.row.candidates.length || a.order - b.order || byText(a.row.id, b.row.id),
    )
    .map(({ row }) => row);
}

function candidatesAmong(
  facts: readonly DatasetFact[],
  trials: ReadonlyMap<string, DatasetTrial>,
): Candidate[] {
  const own = Map.groupBy(facts.filter(isPoolable), ({ trial, arm }) => `${trial} ${arm ?? ''}`);
  return [...own.values()]
    .flatMap((figures): Candidate[] => {
      const [first, ...others] = figures.toSorted((a, b) => a.place - b.place);
      if (!first) return [];
      const trial = valueIn(trials, first.trial);
      const arm = trial.arms.find(({ id }) => id === first.arm);
      return [
        {
          trial,
          arm,
          name: armName(trial, arm?.id),
          figures: [first, ...others],
          usual: first.usual ?? false,
        },
      ];
    })
    .sort((a, b) => byText(sortName(a), sortName(b)));
}

/** Its name in English, so that lists have one order in all languages. */
const sortName = ({ trial, arm, name }: Candidate): string =>
  (arm?.english && trial.arms.length > 1 ? `${trial.name}, ${arm.english.label}` : name).toLowerCase();

function othersAmong(
  facts: readonly DatasetFact[],
  trials: ReadonlyMap<string, DatasetTrial>,
): Row['others'] {
  return facts
    .flatMap((fact) => {
      const { obstacle: reason } = fact;
      return reason === undefined
        ? []
        : [{ fact, name: armName(valueIn(trials, fact.trial), fact.arm), reason }];
    })
    .sort((a, b) => byText(a.reason, b.reason) || byText(a.fact.uid, b.fact.uid));
}

/**
 * What an arm was given, as filters name it: in English, as addresses do. A figure of the whole study stands
 * for all arms.
 */
function givenTo({ arm, trial }: Candidate, facet: Facet): { value: string; label: string }[] {
  const key = ({ therapy: 'therapies', class: 'classes', target: 'targets' } as const)[facet];
  return (arm ? [arm] : trial.arms).flatMap((one) =>
    one[key].map((label, i) => ({ value: one.english?.[key][i] ?? label, label })),
  );
}

/** The values of a filter that some candidate has with their labels, sorted. */
export function valuesOf(candidates: readonly Candidate[], facet: Facet): { value: string; label: string }[] {
  const found = candidates
    .flatMap((candidate) => givenTo(candidate, facet))
    .map((one) => [one.value, one] as const);
  return [...new Map(found).values()].sort((a, b) => byText(a.value, b.value));
}

/** Whether an arm was given one of the values of each facet that is narrowed. */
export function passes(candidate: Candidate, filters: Filters): boolean {
  return facets.every((facet) => filters[facet]?.some((value) => has(candidate, facet, value)) ?? true);
}

/** Whether an arm was given a therapy, class or target. */
export const has = (candidate: Candidate, facet: Facet, asked: string): boolean =>
  givenTo(candidate, facet).some(({ value }) => value === asked);
