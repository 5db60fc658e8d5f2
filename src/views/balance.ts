import type { EndpointNode, Fact, Library, TrialNode } from '../evidence/library.ts';
import { scaleText } from '../evidence/rows.ts';
import { armOf, inPart } from '../evidence/standing.ts';
import { inWords } from '../i18n/locale.ts';
import { mapWords } from '../i18n/map.ts';
import { phrase } from '../model/phrases.ts';
import { gradeText } from '../wording/figures.ts';
import type { Arm } from '../model/trial.ts';
import { markOf, type Mark } from '../charts/strip.ts';
import { shapes, type Shape } from '../charts/shapes.ts';
import { itemIn } from '../model/need.ts';
import { byRank, byText, type Rank } from '../model/order.ts';

/** A mark on an axis that has a point. */
type Point = Mark & { point: number };

/** One study arm that reports both how many responded and how many were harmed. */
export interface BalancePoint {
  /** The study, and its arm where it has several. */
  name: string;
  trial: TrialNode;
  benefit: Fact;
  harm: Fact;
  /** In percent. */
  y: Point;
  x: Point;
  /** Grading scale of the harm, by name. */
  scale: string;
  /** The grades that count, and the event as printed where its endpoint is wider. */
  grade: string;
}

/** All arms that report one kind of harm. */
export interface BalancePanel {
  harm: EndpointNode;
  /** Only severe events count. */
  severe: boolean;
  points: BalancePoint[];
}

export interface Balance {
  panels: BalancePanel[];
  /**
   * The responses that are plotted, in the order of the vocabulary: marks of the first are filled, those of
   * others hollow.
   */
  benefits: EndpointNode[];
  /** The shape of each grading scale. */
  scales: Map<string, Shape>;
}

/** Response against toxicity: the vocabulary says which endpoints stand on either axis. */
export function balanceOf(library: Library): Balance {
  const { endpoints, trials, vocabulary } = library;
  const panels = endpoints
    .filter(({ data }) => data.balance === 'severe-harm' || data.balance === 'harm')
    .map((harm) => ({
      harm,
      severe: harm.data.balance === 'severe-harm',
      points: trials.flatMap((trial) =>
        armsOf(trial).flatMap((arm) => pointOf(trial, arm, harm, library) ?? []),
      ),
    }))
    .filter(({ points }) => points.length > 0);
  const points = panels.flatMap((panel) => panel.points);
  const order = vocabulary.scales.map(({ label }) => inWords(label));
  const place = (scale: string) => (order.includes(scale) ? order.indexOf(scale) : order.length);
  const scales = [...new Set(points.map(({ scale }) => scale))].sort(
    (a, b) => place(a) - place(b) || byText(a, b),
  );
  return {
    panels,
    benefits: endpoints.filter((endpoint) => points.some(({ benefit }) => benefit.endpoint === endpoint)),
    scales: new Map(scales.map((scale, i) => [scale, itemIn(shapes, Math.min(i, shapes.length - 1))])),
  };
}

/** Arms of the study itself: historical ones stand with the study that they come from. */
const armsOf = ({ data }: TrialNode) => data.arms.filter(({ role }) => role !== 'historical');

function pointOf(trial: TrialNode, arm: Arm, harm: EndpointNode, library: Library): BalancePoint | undefined {
  const own = trial.facts.flatMap((fact) => {
    const mark = armOf(fact) === arm && isWhole(fact) ? markOf(fact) : undefined;
    return mark?.point === undefined ? [] : { fact, mark: { ...mark, point: mark.point } };
  });
  const benefits = own.filter(
    ({ fact: { endpoint, outcome } }) => endpoint.data.balance === 'benefit' && outcome.kind === 'proportion',
  );
  const harms = own.filter(({ fact }) => fact.endpoint === harm && counts(fact));
  const pairs = benefits.flatMap((benefit) =>
    harms.map((other) => ({ benefit: benefit.fact, harm: other.fact, y: benefit.mark, x: other.mark })),
  );
  const best = pairs.sort((a, b) => byRank(rankOf(a), rankOf(b)))[0];
  if (!best) return undefined;
  const { outcome } = best.harm;
  return {
    ...best,
    name: armsOf(trial).length > 1 ? mapWords.balance.arm(trial.name, phrase(arm.label)) : trial.name,
    trial,
    scale: scaleText(outcome, library.vocabulary) ?? mapWords.balance.notGraded,
    grade: [
      'grade' in outcome && outcome.grade ? gradeText(outcome.grade.printed) : mapWords.balance.notGraded,
      ...('term' in outcome && outcome.term ? [phrase(outcome.term)] : []),
    ].join(' · '),
  };
}

/** A figure that a report of the study gives of all its patients, not of some of them. */
function isWhole(fact: Fact): boolean {
  const { report, population, outcome } = fact;
  const part = inPart(fact) || population.kind === 'responders' || population.kind === 'screened';
  return !part && !report.review && outcome.role !== 'planned';
}

/**
 * Whether an event is the one of its endpoint, not a narrower one with a term of its own, and as grave as
 * that asks.
 */
function counts({ outcome, endpoint }: Fact): boolean {
  if ('term' in outcome && outcome.term) return false;
  if (outcome.kind !== 'adverse-event')
    return outcome.kind === 'proportion' && endpoint.data.balance === 'harm';
  return (
    endpoint.data.balance === 'harm' || outcome.grade.printed === 'severe' || (outcome.grade.min ?? 0) >= 3
  );
}

/**
 * Which of several pairs of figures is drawn, lower is better: one report states both, no later one has
 * replaced them, they are of the same patients, the grades are not one alone, and then by how they stand for
 * the arm (evidence/standing.ts).
 */
function rankOf({ benefit, harm }: { benefit: Fact; harm: Fact }): Rank {
  const { outcome } = harm;
  const oneGrade =
    'grade' in outcome && outcome.grade?.min !== undefined && outcome.grade.min === outcome.grade.max;
  return [
    Number(benefit.report !== harm.report),
    Number(benefit.standing.superseded || harm.standing.superseded),
    Number(benefit.population !== harm.population),
    Number(oneGrade),
    harm.standing.place + benefit.standing.place,
    `${benefit.uid} ${harm.uid}`,
  ];
}
