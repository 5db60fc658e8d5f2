import type { Fact, Library } from '../../evidence/library.ts';
import { distanceOf } from '../../evidence/read-in.ts';
import { holdersOf, isPart } from '../../model/population.ts';
import { absences, exact, type Interval } from '../../model/figure.ts';
import { partOf } from '../../model/outcome.ts';

/**
 * Figures of the loaded base that show what the guide says. Each is chosen by what it has, never by its name:
 * the first by id, where the rule names nothing larger or smaller. A base without such a figure has no such
 * example.
 */
const rules = {
  /** A proportion with its counts and its interval, both printed. */
  printed: (facts) =>
    largest(
      facts.filter((fact) => isOwn(fact) && isPrinted(fact) && isUsual(intervalOf(fact))),
      sizeOf,
    ),
  /** A proportion of few patients whose report prints no interval. */
  computed: (facts) =>
    largest(
      facts.filter((fact) => isOwn(fact) && isPrinted(fact) && fact.derived.interval && sizeOf(fact) <= 30),
      (fact) => -Math.abs(sizeOf(fact) - 20),
    ),
  /** Counts that only the percentage gives away. */
  inferred: (facts) =>
    facts.find((fact) => isOwn(fact) && fact.derived.interval && fact.derived.counts?.inferred),
  /** A ratio of two arms with interval and P value. */
  ratio: (facts) =>
    facts.find(
      (fact) =>
        isOwn(fact) && fact.outcome.kind === 'contrast' && fact.outcome.p && isUsual(intervalOf(fact)),
    ),
  /** An interval of another level than the usual one. */
  level: (facts) =>
    facts.find(
      (fact) => isOwn(fact) && intervalOf(fact)?.level !== undefined && intervalOf(fact)?.level?.value !== 95,
    ),
  /** A time whose interval is open. */
  open: (facts) =>
    facts.find((fact) => isOwn(fact) && fact.outcome.kind === 'median' && isOpen(intervalOf(fact))),
  /** A figure whose risk of bias was judged. */
  appraised: (facts) => facts.find((fact) => fact.riskOfBias?.fact === fact),
  /** A figure that was read in the words of others. */
  restated: (facts) => facts.find((fact) => distanceOf(fact) === 2 && hasFigure(fact)),
} satisfies Record<string, (facts: readonly Fact[]) => Fact | undefined>;
export type FigureExample = keyof typeof rules;

/** The figure of the base that is an example of something; undefined where the base has none. */
export function figureExample(name: FigureExample, library: Library): Fact | undefined {
  return rules[name]([...library.facts.values()]);
}

/** For each reason why a value can be missing, the first figure that has it. */
export function missingExamples(library: Library): Fact[] {
  const facts = [...library.facts.values()];
  return absences.flatMap(
    (reason) =>
      facts.find(({ outcome }) => partOf(outcome, 'missing') === reason && outcome.role !== 'planned') ?? [],
  );
}

/**
 * Two shares that one report gives of one outcome in one arm, of a population and of a part of it: the two
 * that differ most. Neither is of a subgroup, which is another question.
 */
export function denominatorExample(library: Library): readonly [wide: Fact, narrow: Fact] | undefined {
  const facts = [...library.facts.values()].filter(
    (fact) => isShare(fact) && !isPart(fact.population, fact.trial.data.populations),
  );
  const pairs = [
    ...Map.groupBy(facts, ({ report, endpoint, arm, trial }) =>
      [trial.id, report.id, endpoint.id, arm?.id].join(' '),
    ).values(),
  ].flatMap((own) =>
    own.flatMap((narrow) =>
      own
        .filter(
          (wide) =>
            holdersOf(narrow.population, narrow.trial.data.populations).includes(wide.population) &&
            areAlike(wide, narrow),
        )
        .map((wide) => [wide, narrow] as const),
    ),
  );
  return largest(pairs, ([wide, narrow]) => shareOf(narrow) - shareOf(wide));
}

/** Whether two figures differ in nothing but the patients. */
function areAlike({ outcome: a }: Fact, { outcome: b }: Fact): boolean {
  const parts = ['at', 'definition', 'term', 'grade', 'scale', 'assay', 'threshold', 'agent'] as const;
  return parts.every(
    (key) =>
      JSON.stringify((a as Partial<Record<typeof key, unknown>>)[key]) ===
      JSON.stringify((b as Partial<Record<typeof key, unknown>>)[key]),
  );
}

/**
 * Stated and read in a report of the study itself, and replaced by none; with nothing that puts it in
 * question.
 */
const isOwn = (fact: Fact) =>
  !fact.report.review &&
  fact.outcome.role !== 'planned' &&
  distanceOf(fact) === 0 &&
  !fact.standing.superseded &&
  fact.disputes.length === 0;

const intervalOf = ({ outcome }: Fact): Interval | undefined => partOf(outcome, 'interval');
const isUsual = (interval: Interval | undefined) =>
  interval?.kind === 'confidence' && interval.level?.value === 95 && !isOpen(interval);
const isOpen = (interval: Interval | undefined) =>
  interval !== undefined && [interval.low, interval.high].some((end) => typeof end === 'string');
const isShare = (fact: Fact) =>
  isOwn(fact) && fact.outcome.kind === 'proportion' && countsOf(fact) !== undefined;
const countsOf = ({ outcome, derived }: Fact) =>
  outcome.kind === 'proportion' && exact(outcome.events) && exact(outcome.total) ? derived.counts : undefined;
const isPrinted = (fact: Fact) => 'percent' in fact.outcome && countsOf(fact) !== undefined;
const sizeOf = ({ derived }: Fact) => derived.counts?.total ?? 0;
const shareOf = ({ derived: { counts } }: Fact) => (counts ? counts.events / counts.total : NaN);
const hasFigure = ({ outcome }: Fact) => !partOf(outcome, 'missing') && 'percent' in outcome;

/** The first of those with the largest value. */
function largest<T>(all: readonly T[], value: (one: T) => number): T | undefined {
  return all.reduce<T | undefined>(
    (best, one) => (best === undefined || value(one) > value(best) ? one : best),
    undefined,
  );
}
