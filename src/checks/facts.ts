import { halfUnit, type Figure } from '../model/figure.ts';
import type { Claim, Outcome } from '../model/outcome.ts';
import type { Pooled, Statement, Synthesis } from '../model/synthesis.ts';
import type { Trial } from '../model/trial.ts';
import type { Corpus, Entry, SourceFile } from '../reading/corpus.ts';
import { once } from '../reading/once.ts';
import type { Path } from '../reading/yaml.ts';

export { endsOf, exact, halfUnit } from '../model/figure.ts';
export { sizeFor } from '../model/trial.ts';

/** A fact where it stands: an outcome of a trial, a claim of a review, or a pooled result. */
export interface PlacedFact {
  source: SourceFile<unknown>;
  path: Path;
  fact: Statement;
}

/** A pooled result with the synthesis that states it. */
export interface PlacedPooled extends PlacedFact {
  fact: Pooled;
  synthesis: Synthesis;
}

/** An outcome with its trial. */
export interface PlacedOutcome extends PlacedFact {
  fact: Outcome;
  trial: Trial;
}

/** A trial with its outcomes, each at its place. */
export interface PlacedTrial {
  source: Entry<'trials'>;
  path: Path;
  id: string;
  trial: Trial;
  outcomes: readonly PlacedOutcome[];
}

/** Every trial that could be read. */
export const trialsOf = once((corpus: Corpus): readonly PlacedTrial[] =>
  corpus.entries.trials.flatMap((source) => {
    const { id, data: trial } = source;
    if (!trial) return [];
    const outcomes = trial.outcomes.map((fact, i) => ({ source, trial, fact, path: ['outcomes', i] }));
    return { source, path: [], id, trial, outcomes };
  }),
);

/** Every outcome of every trial that could be read. */
export const outcomesOf = once((corpus: Corpus): readonly PlacedOutcome[] =>
  trialsOf(corpus).flatMap(({ outcomes }) => outcomes),
);

/** Every pooled result of every synthesis that could be read. */
export const pooledOf = once((corpus: Corpus): readonly PlacedPooled[] =>
  corpus.entries.syntheses.flatMap((source) => {
    const synthesis = source.data;
    return synthesis
      ? synthesis.pooled.map((fact, i) => ({ source, synthesis, fact, path: ['pooled', i] }))
      : [];
  }),
);

/** Every outcome, every claim and every pooled result that could be read. */
export const factsOf = once((corpus: Corpus): readonly PlacedFact[] => {
  const claims = corpus.entries.reviews.flatMap((source) =>
    (source.data?.claims ?? []).map((fact, i) => ({ source, fact, path: ['claims', i] })),
  );
  return [...outcomesOf(corpus), ...claims, ...pooledOf(corpus)];
});

/** What facts of one report about the same patients have in common. */
export const patientsOf = ({ fact }: PlacedOutcome) =>
  [fact.report, fact.source, fact.arm, fact.population].join('|');
/** The time of a fact, as it is reported. */
export function timeOf(fact: Outcome): string {
  if (!('at' in fact) || !fact.at) return '';
  const { basis, from, value, unit } = fact.at;
  return `${basis} ${from ? `${from.value} to ` : ''}${value.value} ${unit}`;
}

/** Facts of the kinds that count patients with an outcome among patients at risk. */
export type Fraction = Extract<Outcome | Claim, { kind: 'proportion' | 'adverse-event' }>;
export const isFraction = (fact: Statement): fact is Fraction =>
  fact.kind === 'proportion' || fact.kind === 'adverse-event';

/**
 * Whether a fact is a number of patients. One patient can have many events: only patients are part of the
 * patients.
 */
export const countsPatients = (fact: Statement): fact is Extract<Outcome | Claim, { kind: 'count' }> =>
  fact.kind === 'count' && /^(patient|participant|child|adult|infant|person|people)/i.test(fact.unit);

/** The figure in the middle of an interval, with the key it stands under. */
export function estimateOf(fact: Statement): { key: string; figure: Figure } | undefined {
  for (const key of ['percent', 'estimate', 'value'] as const) {
    const figure = (fact as unknown as Partial<Record<typeof key, Figure>>)[key];
    if (figure) return { key, figure };
  }
  return undefined;
}

/**
 * Whether one figure can be at most another. Rounding to as many digits keeps the order; to others, within
 * half a unit.
 */
export function canBeAtMost(small: Figure, large: Figure): boolean {
  return small.decimals === large.decimals
    ? small.value <= large.value
    : small.value - halfUnit(small) <= large.value + halfUnit(large);
}
