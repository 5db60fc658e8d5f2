import { fluidAxis, type AxisKind, type Axis } from '../charts/axis.ts';
import type { Fact } from '../evidence/library.ts';
import { armOf } from '../evidence/standing.ts';
import { outcomes } from '../i18n/outcomes.ts';
import { firstIn, lastIn } from '../model/need.ts';
import { phrase } from '../model/phrases.ts';
import { patientsBehind, resultFigure, type ResultFigure } from './result-figures.ts';

/** One study arm on a chart. */
export interface ArmRow extends ResultFigure {
  /** The study, and its arm where it has several on the chart; of a control arm what it was given. */
  name: string;
  patients: number | undefined;
  /** What its figure is, where that differs from row to row: the endpoint, or grade and scale. */
  kind: string | undefined;
}

/** Rows under one head. */
export interface FigureGroup {
  heads: readonly { label: string; path: string | undefined }[];
  /** What is said of them together. */
  note: string | undefined;
  /** Where that is worked out. */
  href?: string | undefined;
  rows: readonly ArmRow[];
}

/** Figures on one axis. */
export interface FigureChart {
  /** What is shown, in one line. */
  caption: string;
  /** What a filled and a hollow circle mean, where both are there. */
  main: string | undefined;
  other: string | undefined;
  axis: Axis;
  unit: string;
  groups: readonly FigureGroup[];
}

export function chartOf(
  kind: AxisKind,
  { groups, caption, main, other }: Pick<FigureChart, 'groups' | 'caption'> & Partial<FigureChart>,
): FigureChart {
  const rows = groups.flatMap((group) => group.rows);
  const has = (look: string) => rows.some(({ strip }) => strip.look === look);
  const marks = rows.map(({ strip }) => strip.mark);
  return {
    caption,
    main: has('main') && has('other') ? main : undefined,
    other: has('other') ? other : undefined,
    axis: fluidAxis(kind, marks),
    unit: { time: outcomes.months, percent: '%', ratio: '' }[kind],
    groups,
  };
}

/** The row of a figure; of a study that has several here, with its arm. */
export function armRow(fact: Fact, beside: readonly Fact[], kind?: string): ArmRow {
  const arm = armOf(fact);
  const shared = beside.filter(({ trial }) => trial === fact.trial).length > 1;
  return {
    ...resultFigure(fact),
    name: shared && arm ? outcomes.armOf(fact.trial.name, phrase(arm.label)) : fact.trial.name,
    patients: patientsBehind(fact),
    kind,
  };
}

/** Words within a sentence: `Overall survival` becomes `overall survival`, `HIV infection` stays. */
export const lowered = (text: string): string =>
  text.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());

/** The highest first; before it what was not reached. */
export const bySize = (a: ArmRow, b: ArmRow): number => placeOf(b) - placeOf(a);
const placeOf = ({ strip: { mark } }: ArmRow) => mark?.point ?? Number.MAX_VALUE;

/** From the lowest to the highest of several figures; nothing of one, which stands beside it. */
export function spanOf(rows: readonly ArmRow[]): string | undefined {
  const drawn = rows.filter(({ strip }) => strip.mark?.point !== undefined).toSorted(bySize);
  if (drawn.length < 2) return undefined;
  const studies = new Set(rows.map(({ fact }) => fact.trial)).size;
  return outcomes.chart.of(lastIn(drawn).value, firstIn(drawn).value, studies);
}
