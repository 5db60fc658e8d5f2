import { unstatedScale } from '../i18n/en/words.ts';
import { daysIn, daysOf, type Grade, type TimePoint } from '../model/figure.ts';
import type { Outcome } from '../model/outcome.ts';
import { isShare, type Pooled } from '../model/synthesis.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { termOf } from './library.ts';
import { gradeText, statisticText } from '../wording/figures.ts';

/** What figures of one endpoint have in common that can be held against each other: statistic, time, grade and scale. */
export interface ComparableRow {
  id: string;
  label: string;
  /** For sorting the rows of an endpoint. */
  order: number;
}

/** The scale on which an outcome is graded, by name; undefined where it is not graded. */
export function scaleOf(outcome: Outcome, { scales }: Pick<Vocabulary, 'scales'>): string | undefined {
  if (!('scale' in outcome) || !outcome.scale) return undefined;
  return outcome.scale === 'unstated' ? unstatedScale : termOf(scales, outcome.scale).label.en;
}

/**
 * The row of an endpoint that a figure belongs to: what differs between rows can never be compared.
 *
 * @param scale name of the grading scale (scaleOf)
 * @param isDescriptive whether it describes patients or treatment, which its definition alone tells apart: previously
 *   treated, in first relapse …
 */
export function rowOf(outcome: Outcome, scale: string | undefined, isDescriptive = false): ComparableRow {
  const row = (statistic: string, order: number) => {
    const label = isDescriptive && outcome.definition ? `${statistic} · ${outcome.definition}` : statistic;
    return { id: label.toLowerCase(), label, order };
  };
  switch (outcome.kind) {
    case 'proportion':
      return row('proportion', 0);
    case 'median':
      return row(statisticText(outcome.statistic), 100);
    case 'landmark':
      return row(landmarkLabel(outcome.at), 200 + daysOf(outcome.at) / daysIn.months);
    case 'adverse-event': {
      const { grade, term } = outcome;
      return row([gradeText(canonical(grade)), scale, term].filter(Boolean).join(' · '), 10 + (grade.min ?? 0));
    }
    case 'contrast':
      return row(contrastRows[outcome.measure], 1000);
    case 'range':
      return row('span across patients', 3000);
    case 'dose':
      return row([outcome.statistic, outcome.agent].filter(Boolean).join(' '), 0);
    default:
      return row(
        outcome.kind === 'count' ? outcome.unit : 'statistic' in outcome ? statisticText(outcome.statistic) : outcome.kind,
        2000,
      );
  }
}

/** `at 24 months`, however the time is told. */
function landmarkLabel(at: TimePoint): string {
  const months = daysOf(at) / daysIn.months;
  return `at ${months < 3 ? `${Math.round(daysOf(at))} days` : `${Number(months.toFixed(1))} months`}`;
}

/** How the label of a row begins with whose figures a pooled result can be held side by side; its grading scale may follow. */
export function rowOfPooled(pooled: Pooled): string {
  const { measure, at, grade } = pooled;
  if (isShare(pooled)) {
    if (grade) return gradeText(canonical(grade));
    return at ? landmarkLabel(at) : 'proportion';
  }
  return measure === 'HR' || measure === 'OR' || measure === 'RR' ? contrastRows[measure] : measure;
}

/** One way to write grades that may be printed in several: `3-5`, `3 – 5` and `≥3` are one. */
function canonical({ printed, min, max }: Grade): string {
  if (min === undefined) return printed;
  return min === max ? String(min) : max === 5 ? `≥${min}` : `${min}–${max}`;
}

const contrastRows = {
  HR: 'hazard ratio',
  OR: 'odds ratio',
  RR: 'risk ratio',
  'risk-difference': 'risk difference',
  'difference-of-medians': 'difference of medians',
  'p-only': 'P value',
} as const;
