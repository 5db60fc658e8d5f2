import { unstatedScale } from '../i18n/en/words.ts';
import { figures } from '../i18n/figures.ts';
import { inEnglish, inWords } from '../i18n/locale.ts';
import { daysIn, daysOf, type Grade, type TimePoint } from '../model/figure.ts';
import type { Outcome } from '../model/outcome.ts';
import { isShare, type Pooled } from '../model/synthesis.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { phrase } from '../model/phrases.ts';
import { gradeText, statisticText } from '../wording/figures.ts';
import { termOf, type Fact } from './library.ts';

/**
 * What figures of one endpoint have in common that can be held against each other: statistic, time, grade and
 * scale.
 */
export interface ComparableRow {
  /** Its name in English and small letters. */
  id: string;
  /** For sorting the rows of an endpoint. */
  order: number;
}

type Scales = Pick<Vocabulary, 'scales'>;

/**
 * The scale on which an outcome is graded, by name; `unstatedScale` where its report names none; undefined
 * where it is not graded.
 */
export function scaleOf(outcome: Outcome, { scales }: Scales): string | undefined {
  if (!('scale' in outcome) || !outcome.scale) return undefined;
  return outcome.scale === 'unstated' ? unstatedScale : inWords(termOf(scales, outcome.scale).label);
}

/** The same for a reader. */
export function scaleText(outcome: Outcome, vocabulary: Scales): string | undefined {
  const scale = scaleOf(outcome, vocabulary);
  return scale === unstatedScale ? figures.unstatedScale : scale;
}

/**
 * The row of an endpoint that a figure belongs to: what differs between rows can never be compared.
 *
 * @param scale name of the grading scale (scaleOf)
 * @param isDescriptive whether it describes patients or treatment, which only its definition distinguishes:
 * previously treated, male …
 */
export const rowOf = (outcome: Outcome, scale: string | undefined, isDescriptive = false): ComparableRow => ({
  id: inEnglish(() => nameOf(outcome, scale, isDescriptive)).toLowerCase(),
  order: orderOf(outcome),
});

/** Whether a figure describes patients or treatment, and not what came of it. */
export const describes = ({ endpoint }: Pick<Fact, 'endpoint'>): boolean =>
  ['participants', 'treatment'].includes(endpoint.data.family);

/** The name of the row of a figure. */
export const rowLabel = (fact: Fact, vocabulary: Scales): string =>
  nameOf(fact.outcome, scaleText(fact.outcome, vocabulary), describes(fact));

function nameOf(outcome: Outcome, scale: string | undefined, isDescriptive: boolean): string {
  const statistic = measuredAs(outcome, scale);
  return isDescriptive && outcome.definition ? `${statistic} · ${phrase(outcome.definition)}` : statistic;
}

function measuredAs(outcome: Outcome, scale: string | undefined): string {
  switch (outcome.kind) {
    case 'proportion':
      return figures.row.proportion;
    case 'landmark':
      return timeLabel(outcome.at);
    case 'adverse-event':
      return [gradeText(canonical(outcome.grade)), scale, outcome.term && phrase(outcome.term)]
        .filter(Boolean)
        .join(' · ');
    case 'contrast':
      return figures.row[outcome.measure];
    case 'range':
      return figures.row.span;
    case 'dose':
      return [statisticText(outcome.statistic), outcome.agent && phrase(outcome.agent)]
        .filter(Boolean)
        .join(' ');
    case 'count':
      return figures.countOf(outcome.unit);
    case 'median':
    case 'follow-up':
      return statisticText(outcome.statistic);
    default:
      return figures.row[outcome.kind];
  }
}

function orderOf(outcome: Outcome): number {
  switch (outcome.kind) {
    case 'proportion':
    case 'dose':
      return 0;
    case 'median':
      return 100;
    case 'landmark':
      return 200 + daysOf(outcome.at) / daysIn.months;
    case 'adverse-event':
      return 10 + (outcome.grade.min ?? 0);
    case 'contrast':
      return 1000;
    case 'range':
      return 3000;
    default:
      return 2000;
  }
}

/** `at 24 months`, however the time is reported. */
function timeLabel(at: TimePoint): string {
  const months = daysOf(at) / daysIn.months;
  const [value, unit] =
    months < 3 ? [Math.round(daysOf(at)), 'days' as const] : [Number(months.toFixed(1)), 'months' as const];
  return figures.time.at(figures.span(String(value), unit, false));
}

/**
 * How the id of a row begins with whose figures a pooled result can be held side by side; its grading scale
 * may follow.
 */
export const rowOfPooled = (pooled: Pooled): string => inEnglish(() => nameOfPooled(pooled)).toLowerCase();

function nameOfPooled(pooled: Pooled): string {
  const { measure, at, grade } = pooled;
  if (isShare(pooled)) {
    if (grade) return gradeText(canonical(grade));
    return at ? timeLabel(at) : figures.row.proportion;
  }
  return measure === 'HR' || measure === 'OR' || measure === 'RR' ? figures.row[measure] : measure;
}

/** One way to write grades that may be printed in several: `3-5`, `3 – 5` and `≥3` are one. */
function canonical({ printed, min, max }: Grade): string {
  if (min === undefined) return printed;
  return min === max ? String(min) : max === 5 ? `≥${min}` : `${min}–${max}`;
}
