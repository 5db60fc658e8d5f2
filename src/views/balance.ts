import { balanceChart } from '../charts/balance.ts';
import type { EndpointNode, Fact, Library, TrialNode } from '../evidence/library.ts';
import { readElsewhere } from '../evidence/read-in.ts';
import { scaleText } from '../evidence/rows.ts';
import { isGraveHarm, isOfOneGrade, isOfWholeEndpoint } from '../evidence/severity.ts';
import { armOf, isOfSome } from '../evidence/standing.ts';
import { inWords } from '../i18n/locale.ts';
import { mapWords } from '../i18n/map.ts';
import { phrase } from '../model/phrases.ts';
import { gradeText, word } from '../wording/figures.ts';
import type { Markup } from '../wording/markup.ts';
import type { Arm } from '../model/trial.ts';
import type { Mark } from '../charts/marks.ts';
import { shapes, type Shape } from '../charts/shapes.ts';
import { itemIn, valueIn } from '../model/need.ts';
import { byRank, byText, type Rank } from '../model/order.ts';
import { markOf } from './marks.ts';

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

/** One kind of harm against response: a mark for each study arm, filled where its response is the first. */
export function drawnBalance({ harm, severe, points }: BalancePanel, { benefits, scales }: Balance): Markup {
  const say = mapWords.balance;
  const name = shortOf(harm);
  const title = severe ? say.severeInShort(harm.data.abbreviation ?? name.toLowerCase()) : name;
  return balanceChart({
    label: say.plot(title, points.length),
    across: say.across(title),
    upward: say.upward,
    marks: points.map(({ x, y, ...point }) => ({
      ...{ x, y, name: point.name, href: point.trial.path, words: pointText(point) },
      look: {
        shape: valueIn(scales, point.scale),
        hollow: point.benefit.endpoint !== benefits[0],
        colour: 'study',
      },
    })),
  });
}

const shortOf = ({ data }: EndpointNode) => data.abbreviation ?? inWords(data.label);

/** Both figures of a point, as its table words them, and where they were read. */
function pointText({ name, benefit, harm, grade, scale }: Omit<BalancePoint, 'x' | 'y'>): string {
  const told = ({ endpoint, outcome, derived }: Fact) =>
    `${shortOf(endpoint)} ${word(outcome, derived).value}`;
  const read = new Set([benefit, harm].flatMap((fact) => readElsewhere(fact) ?? []));
  const figures = [told(benefit), mapWords.balance.graded(told(harm), grade, scale)];
  return mapWords.balance.point(name, figures, [...read]);
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
  const isWider = population.kind === 'screened';
  return !isOfSome(fact) && !isWider && !report.review && outcome.role !== 'planned';
}

/** Whether it counts the patients with the event of its endpoint, as grave as that asks. */
const counts = (fact: Fact) =>
  (fact.outcome.kind === 'adverse-event' || fact.outcome.kind === 'proportion') &&
  isOfWholeEndpoint(fact) &&
  isGraveHarm(fact);

/**
 * Which of several pairs of figures is drawn, lower is better: one report states both, no later one has
 * replaced them, they are of the same patients, the grades are not one alone, and then by how they stand for
 * the arm (evidence/standing.ts).
 */
function rankOf({ benefit, harm }: { benefit: Fact; harm: Fact }): Rank {
  return [
    Number(benefit.report !== harm.report),
    Number(benefit.standing.superseded || harm.standing.superseded),
    Number(benefit.population !== harm.population),
    Number(isOfOneGrade(harm.outcome)),
    harm.standing.place + benefit.standing.place,
    `${benefit.uid} ${harm.uid}`,
  ];
}
