import type { EndpointNode, Fact, Library, TrialNode } from '../evidence/library.ts';
import { gradeText } from '../evidence/wording.ts';
import type { Arm } from '../model/trial.ts';
import { scaleOf } from './grading.ts';
import { markOf, type Mark } from './plot.ts';
import { shapes, type Shape } from './shapes.ts';
import { isSuperseded } from './sheets.ts';

/** One study arm that reports both how many responded and how many were harmed. */
export interface BalancePoint {
  /** The study, and its arm where it has several. */
  name: string;
  trial: TrialNode;
  benefit: Fact;
  harm: Fact;
  /** In percent. */
  y: Mark;
  x: Mark;
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
  /** The responses that are plotted, in the order of the vocabulary: marks of the first are filled, those of others hollow. */
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
      points: trials.flatMap((trial) => armsOf(trial).flatMap((arm) => pointOf(trial, arm, harm, library) ?? [])),
    }))
    .filter(({ points }) => points.length > 0);
  const points = panels.flatMap((panel) => panel.points);
  const order = vocabulary.scales.map(({ label }) => label.en);
  const place = (scale: string) => (order.includes(scale) ? order.indexOf(scale) : order.length);
  const scales = [...new Set(points.map(({ scale }) => scale))].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  return {
    panels,
    benefits: endpoints.filter((endpoint) => points.some(({ benefit }) => benefit.endpoint === endpoint)),
    scales: new Map(scales.map((scale, i) => [scale, shapes[Math.min(i, shapes.length - 1)]!])),
  };
}

/** Arms of the study itself: historical ones stand with the study that they come from. */
const armsOf = ({ data }: TrialNode) => data.arms.filter(({ role }) => role !== 'historical');

function pointOf(trial: TrialNode, arm: Arm, harm: EndpointNode, library: Library): BalancePoint | undefined {
  const own = trial.facts.filter((fact) => isOf(arm, fact) && isWhole(fact) && markOf(fact)?.point !== undefined);
  const benefits = own.filter(({ endpoint, outcome }) => endpoint.data.balance === 'benefit' && outcome.kind === 'proportion');
  const harms = own.filter((fact) => fact.endpoint === harm && counts(fact));
  const pairs = benefits.flatMap((benefit) => harms.map((other) => ({ benefit, harm: other })));
  const best = pairs.sort((a, b) => compare(rankOf(a), rankOf(b)))[0];
  if (!best) return undefined;
  const { outcome } = best.harm;
  return {
    ...best,
    name: armsOf(trial).length > 1 ? `${trial.name}, ${arm.label}` : trial.name,
    trial,
    y: markOf(best.benefit)!,
    x: markOf(best.harm)!,
    scale: scaleOf(outcome, library) ?? 'not graded',
    grade: [
      'grade' in outcome && outcome.grade ? gradeText(outcome.grade.printed) : 'not graded',
      ...('term' in outcome && outcome.term ? [outcome.term] : []),
    ].join(' · '),
  };
}

/** A figure of the arm, or of a study that has no other. */
const isOf = (arm: Arm, fact: Fact) => fact.arm === arm || (fact.arm === undefined && fact.trial.data.arms.length === 1);

/** A figure that a report of the study gives of all its patients, not of some of them. */
function isWhole({ report, population, outcome }: Fact): boolean {
  const part = ['subgroup', 'responders', 'screened'].includes(population.kind);
  return !part && !report.review && outcome.role !== 'planned';
}

/** Whether an event is as grave as its endpoint asks. */
function counts({ outcome, endpoint }: Fact): boolean {
  if (outcome.kind !== 'adverse-event') return outcome.kind === 'proportion' && endpoint.data.balance === 'harm';
  return endpoint.data.balance === 'harm' || outcome.grade.printed === 'severe' || (outcome.grade.min ?? 0) >= 3;
}

/**
 * Which of several pairs of figures stands for an arm, lower is better: one report states both, no later one has
 * replaced them, they are of the same patients, the grades are not one alone, the latest report, intervals are known.
 */
function rankOf({ benefit, harm }: { benefit: Fact; harm: Fact }): (number | string)[] {
  const { outcome, trial } = harm;
  const oneGrade = 'grade' in outcome && outcome.grade?.min !== undefined && outcome.grade.min === outcome.grade.max;
  const unknown = [benefit, harm].filter((fact) => markOf(fact)?.low === undefined);
  return [
    Number(benefit.report !== harm.report),
    Number(isSuperseded(benefit) || isSuperseded(harm)),
    Number(benefit.population !== harm.population),
    Number(oneGrade),
    -trial.reports.indexOf(harm.report),
    -trial.reports.indexOf(benefit.report),
    unknown.length,
    `${benefit.uid} ${harm.uid}`,
  ];
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const differing = a.findIndex((value, i) => value !== b[i]);
  if (differing < 0) return 0;
  return a[differing]! < b[differing]! ? -1 : 1;
}
