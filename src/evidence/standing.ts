import type { figures } from '../i18n/en/figures.ts';
import { daysOf, type Figure, type Interval } from '../model/figure.ts';
import { overlapsOf, type Counted } from '../model/patients.ts';
import { counting, isPart, widthOf } from '../model/population.ts';
import { isComparator } from '../model/roles.ts';
import { unassigned } from '../model/vocabulary.ts';
import { sizeOfArm, type Arm, type Report, type Trial } from '../model/trial.ts';
import type { Fact, TrialNode } from './library.ts';
import { distanceOf } from './read-in.ts';
import { describes, rowOf, type ComparableRow } from './rows.ts';
import { updates } from './updates.ts';
import { valueIn } from '../model/need.ts';
import { byRank } from '../model/order.ts';
import { partOf } from '../model/outcome.ts';

/**
 * Which of several figures stands for an arm. This is decided here and nowhere else, once for each study when
 * the base is linked, and by usual.ts once for all studies; comparison, synthesis, map, balance and exports
 * take what stands here.
 */
export interface Standing {
  /** The figures of its endpoint that it can be held against. */
  row: ComparableRow;
  /** A later report gives the same figure of the same patients. */
  superseded: boolean;
  /** Its place among the figures of its study for its endpoint and row: the first of an arm stands for it. */
  place: number;
  /** Why it can never stand for all patients of its arm; undefined where it can. */
  barred?: Obstacle;
  /** What it gives to a pooling, whether or not it stands for its arm. */
  effect?: Effect;
  /** Why it cannot be pooled; undefined where it can. */
  obstacle?: Obstacle;
  /** Whether it stands for an arm that is tested, and can be pooled. */
  tested: boolean;
  /** Whether it is pooled where the reader chooses nothing (usual.ts). */
  usual: boolean;
}

/** What a figure lacks, by the key of its words. */
type Obstacle = keyof typeof figures.obstacle;

/**
 * What a figure gives to a pooling: counts, or a ratio with its confidence interval at a level in percent.
 */
export type Effect =
  | { kind: 'counts'; events: number; total: number }
  | { kind: 'ratio'; estimate: number; low: number; high: number; level: number };

/** The arm of a figure; the only arm for a figure of a whole study that has one. */
export function armOf({ arm, trial }: Fact): Arm | undefined {
  const { arms } = trial.data;
  return arm ?? (arms.length === 1 ? arms[0] : undefined);
}

/**
 * Holds the figures of a study against each other.
 *
 * @param trial with all its facts linked
 * @param scaleOf the name of the scale on which a fact is graded
 */
export function standingsOf(
  trial: TrialNode,
  scaleOf: (fact: Fact) => string | undefined,
): Map<Fact, Standing> {
  const found = new Map<Fact, Standing>();
  const rows = new Map(
    trial.facts.map((fact) => [fact, rowOf(fact.outcome, scaleOf(fact), describes(fact))]),
  );
  for (const ofEndpoint of Map.groupBy(trial.facts, ({ endpoint }) => endpoint).values()) {
    const superseded = new Set(
      ofEndpoint.filter((fact) => ofEndpoint.some((other) => replaces(other, fact))),
    );
    for (const ofRow of Map.groupBy(ofEndpoint, (fact) => valueIn(rows, fact).id).values()) {
      const ranks = new Map(ofRow.map((fact) => [fact, rankOf(fact, superseded.has(fact))]));
      const ordered = ofRow.toSorted((a, b) => byRank(valueIn(ranks, a), valueIn(ranks, b)));
      ordered.forEach((fact, place) => {
        const barred = barrierOf(fact, superseded.has(fact));
        const effect = effectOf(fact);
        const obstacle = barred ?? (effect ? undefined : wantOf(fact));
        found.set(fact, {
          row: valueIn(rows, fact),
          superseded: superseded.has(fact),
          place,
          ...(barred ? { barred } : {}),
          ...(effect ? { effect } : {}),
          ...(obstacle ? { obstacle } : {}),
          tested: false,
          usual: false,
        });
      });
      for (const fact of testedAmong(ordered.filter((one) => !valueIn(found, one).obstacle)))
        valueIn(found, fact).tested = true;
    }
  }
  return found;
}

/**
 * Those that stand for what is tested: the first of each arm that was given a therapy of the base and is no
 * comparator; the first of the whole study where no arm has one and none is a comparator.
 *
 * @param facts of one study and row that can be pooled, by place
 */
function testedAmong(facts: readonly Fact[]): Fact[] {
  const first = [...Map.groupBy(facts, armOf)].flatMap(([arm, [fact]]) => (fact ? { arm, fact } : []));
  const hasArms = first.some(({ arm }) => arm);
  return first.flatMap(({ arm, fact }) => {
    const own = arm ? [arm] : fact.trial.data.arms;
    const isTested =
      own.some(({ therapies }) => therapies.length > 0) && !own.some(({ role }) => isComparator(role));
    return isTested && (arm || !hasArms) ? [fact] : [];
  });
}

/**
 * Whether a figure of a later report stands in the place of another: the same figure of the same patients.
 */
export function replaces(other: Fact, fact: Fact): boolean {
  if (other.report === fact.report || isSilent(other)) return false;
  if (!updates(fact.trial.data, other.report.id, fact.report.id)) return false;
  const samePatients =
    other.population === fact.population ||
    (other.population.kind === fact.population.kind && !inPart(other) && !inPart(fact));
  return (
    samePatients &&
    armOf(other) === armOf(fact) &&
    other.comparator === fact.comparator &&
    other.versus === fact.versus &&
    (!describes(fact) || other.outcome.definition === fact.outcome.definition) &&
    areOnOneScale(other, fact) &&
    rowOf(other.outcome, undefined).id === rowOf(fact.outcome, undefined).id
  );
}

/** Whether two grading scales can be one: a report that names none may have used that of the other. */
function areOnOneScale(a: Fact, b: Fact): boolean {
  const [one, other] = [a, b].map(({ outcome }) => partOf(outcome, 'scale'));
  return one === other || one === 'unstated' || other === 'unstated';
}

/** Whether a figure is of a subgroup, or of patients within one. */
export const inPart = ({ population, trial }: Fact) => isPart(population, trial.data.populations);

/** Whether a figure is of some of the patients: of those who responded, of a subgroup, or of a part of it. */
export const isOfSome = (fact: Fact) => fact.population.kind === 'responders' || inPart(fact);

const absenceOf = ({ outcome }: Fact) => partOf(outcome, 'missing');

/** Whether what was asked for was not reached within the time of observation: a result without a number. */
export const isUnreached = (fact: Fact) => absenceOf(fact) === 'not-reached';

/** Whether there is nothing to read: the report is silent, or was not read for it. */
export const isSilent = (fact: Fact) => ['not-reported', 'not-extracted'].includes(absenceOf(fact) ?? '');

const reportsByRank: readonly Report['kind'][] = [
  'primary',
  'final',
  'update',
  'subgroup',
  'ancillary',
  'registry',
  'regulatory',
  'abstract',
  'review',
];

/**
 * The order in which figures stand for an arm, each criterion asked where those before it leave two equal:
 * there is a figure; of all patients, not of a subgroup; by a report of the study, not by a review; replaced
 * by no later report; a rate, ratio or time, not events without patients; read in the report itself, else in
 * an official record of it; of the widest population; against an arm, not another population; of the report
 * that counts most; without a time, or at the earliest; as its endpoint is defined; with its fraction; the
 * one listed first.
 */
function rankOf(fact: Fact, superseded: boolean): number[] {
  const { outcome, population, report, trial, derived, versus } = fact;
  const value = 'percent' in outcome ? outcome.percent : partOf(outcome, 'estimate');
  const isRate =
    value !== undefined || derived.percent !== undefined || partOf(outcome, 'value') !== undefined;
  return [
    Number(isSilent(fact)),
    Number(inPart(fact)),
    Number(report.review !== undefined),
    Number(superseded),
    Number(!isRate),
    distanceOf(fact),
    ...widthOf(population, trial.data.populations),
    Number(versus !== undefined),
    reportsByRank.indexOf(report.data.kind),
    'at' in outcome && outcome.at ? daysOf(outcome.at) : -1,
    Number(outcome.definition !== undefined),
    Number(!(partOf(outcome, 'events') && partOf(outcome, 'total'))),
  ];
}

/** Why a figure can never stand for its arm. */
function barrierOf(fact: Fact, superseded: boolean): Obstacle | undefined {
  const { report, population } = fact;
  const absence = absenceOf(fact);
  if (fact.endpoint.id === unassigned) return 'unassigned';
  if (report.review) return 'review';
  if (absence) return absence;
  if (superseded) return 'superseded';
  if (inPart(fact)) return 'subgroup';
  return population.kind === 'screened' ? 'screened' : undefined;
}

/** What a figure gives to a pooling. */
function effectOf({ outcome, derived }: Fact): Effect | undefined {
  if (derived.counts) return { kind: 'counts', events: derived.counts.events, total: derived.counts.total };
  if (outcome.kind !== 'contrast' || !/^(HR|OR|RR)$/.test(outcome.measure) || !outcome.estimate)
    return undefined;
  const limits = limitsAround(outcome.estimate, outcome.interval);
  return limits && limits.low > 0
    ? { kind: 'ratio', estimate: outcome.estimate.value, ...limits }
    : undefined;
}

/** A printed confidence interval with two exact limits around an exact estimate. */
export function limitsAround(
  estimate: Figure,
  interval: Interval | undefined,
): { low: number; high: number; level: number } | undefined {
  if (estimate.bound || interval?.kind !== 'confidence' || !interval.level) return undefined;
  const exact = (value: typeof interval.low): value is Figure => typeof value !== 'string' && !value.bound;
  const { low, high, level } = interval;
  if (!exact(low) || !exact(high) || low.value >= high.value) return undefined;
  if (estimate.value < low.value || estimate.value > high.value) return undefined;
  return { low: low.value, high: high.value, level: level.value };
}

/** What a figure lacks to be pooled. */
function wantOf({ outcome }: Fact): Obstacle {
  switch (outcome.kind) {
    case 'proportion':
    case 'adverse-event':
      return outcome.percent ? 'no-counts' : 'no-total';
    case 'landmark':
      return 'over-time';
    case 'contrast':
      if (/^(HR|OR|RR)$/.test(outcome.measure) && outcome.estimate) return 'no-interval';
  }
  return 'neither';
}

/**
 * Of items that each hold a figure, those that stand for their arm in their row, against their other side.
 *
 * @param items of any studies, with figures that can stand
 */
export function foremost<T>(items: readonly T[], factOf: (item: T) => Fact): T[] {
  const slotOf = (fact: Fact) => {
    const { trial, endpoint, standing, comparator, versus } = fact;
    return [trial.id, endpoint.id, standing.row.id, armOf(fact)?.id, comparator?.id, versus?.id].join('|');
  };
  const slots = Map.groupBy(items, (item) => slotOf(factOf(item))).values();
  return [...slots].map((slot) =>
    slot.reduce((a, b) => (factOf(b).standing.place < factOf(a).standing.place ? b : a)),
  );
}

/** Whose patients a figure counts. */
export function countedIn(fact: Fact): Counted {
  const { trial, comparator } = fact;
  const arm = armOf(fact);
  return {
    trial: trial.id,
    arms: arm && [arm, ...(comparator ? [comparator] : [])].map(({ id }) => id),
    overlaps: overlapsOf(trial.data),
  };
}

/**
 * Patients of a study, or of one of its arms, in the widest whole population that counts them; of populations
 * that are equally wide, such as those of two reports, in the one that counts most.
 */
export function patientsOf({ populations, arms }: Trial, arm?: Arm): Figure | undefined {
  const counted = populations.flatMap((one) => {
    if (one.n === undefined || !counting.includes(one.kind) || isPart(one, populations)) return [];
    const together = one.n.kind === 'together' ? one.n.figure : sumOf(Object.values(one.n.figures));
    const own = arm && arms.length > 1 ? sizeOfArm(one.n, arm.id) : together;
    return own ? [{ own, rank: [...widthOf(one, populations), -own.value] }] : [];
  });
  return counted.toSorted((a, b) => byRank(a.rank, b.rank))[0]?.own;
}

function sumOf(parts: readonly Figure[]): Figure | undefined {
  if (parts.length === 0) return undefined;
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  return { printed: String(value), value, decimals: 0 };
}
