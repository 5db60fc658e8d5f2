import { fluidAxis, type AxisKind, type Axis } from '../charts/axis.ts';
import type { StripMark } from '../charts/strip.ts';
import type { EndpointNode, Fact } from '../evidence/library.ts';
import { rowLabel } from '../evidence/rows.ts';
import { armOf, isOfSome } from '../evidence/standing.ts';
import { drawn } from '../i18n/drawn.ts';
import { inWords } from '../i18n/locale.ts';
import { outcomes } from '../i18n/outcomes.ts';
import { phrase } from '../model/phrases.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { gradeText } from '../wording/figures.ts';
import { armsOf } from './figure-words.ts';
import { resultFigure } from './result-figures.ts';
import { axisKindOf } from './marks.ts';

/** A figure that stands beside a text, or two on one line. */
interface DrawnRow {
  name: string;
  path: string;
  /** What it is and of whom, where that is no plain figure of all patients. */
  kind: string | undefined;
  value: string;
  interval: string | undefined;
  computed: boolean;
  strips: StripMark[];
}

/** Figures of one endpoint on one axis. */
export interface DrawnGroup {
  label: string;
  path: string;
  axis: Axis;
  unit: string;
  /** Its axis is not that of the group before, which stands above. */
  hasAxis: boolean;
  rows: DrawnRow[];
  /** How many more the text has. */
  more: number;
}

export interface DrawnFigures {
  groups: DrawnGroup[];
  /** Endpoints of further figures of the text, with their number. */
  others: { label: string; path: string; count: number }[];
}

/** So many are drawn, and of one endpoint. */
const [most, mostOfOne] = [12, 4];

/** The figures of a text, those of the endpoint with most of them first. */
export function drawnFigures(facts: readonly Fact[], vocabulary: Vocabulary): DrawnFigures {
  const drawable = facts.flatMap((fact) => {
    const kind = kindOf(fact);
    const figure = resultFigure(fact);
    return kind && figure.strip.mark ? [{ fact, kind, figure }] : [];
  });
  const alike = [...Map.groupBy(drawable, ({ fact, kind }) => `${fact.endpoint.id} ${kind}`).values()];
  const groups: DrawnGroup[] = [];
  let left = most;
  for (const own of alike.toSorted((a, b) => b.length - a.length)) {
    const chosen = own.slice(0, Math.min(mostOfOne, left));
    const [first] = chosen;
    if (!first) break;
    left -= chosen.length;
    const rows = chosen.map(({ fact, figure }) =>
      rowOf(fact, { ...figure, strips: [figure.strip] }, vocabulary),
    );
    groups.push(groupOf(first.fact.endpoint, first.kind, rows, own.length - chosen.length));
  }
  const shown = new Set(groups.map(({ path }) => path));
  const rest = Map.groupBy(facts, ({ endpoint }) => endpoint);
  const others = [...rest].filter(([{ path }]) => !shown.has(path));
  return {
    groups: withAxes(groups),
    others: others.map(([{ path, data }, own]) => ({ path, label: inWords(data.label), count: own.length })),
  };
}

/** Two figures of the same that differ, on one line: what one source says, and another. */
export function drawnPairs(
  pairs: readonly { fact: Fact; other: Fact }[],
  vocabulary: Vocabulary,
): DrawnGroup[] {
  const drawable = pairs.flatMap(({ fact, other }) => {
    const [kind, own, beside] = [kindOf(fact), resultFigure(fact, 'main'), resultFigure(other, 'comparator')];
    const isDrawn = own.strip.mark && beside.strip.mark && kind === kindOf(other);
    return kind && isDrawn
      ? [{ fact, kind, row: rowOf(fact, { ...own, ...paired(own, beside) }, vocabulary) }]
      : [];
  });
  const alike = Map.groupBy(drawable.slice(0, most), ({ fact, kind }) => `${fact.endpoint.id} ${kind}`);
  const groups = [...alike.values()].flatMap((own) =>
    own.slice(0, 1).map(({ fact, kind }) =>
      groupOf(
        fact.endpoint,
        kind,
        own.map(({ row }) => row),
        0,
      ),
    ),
  );
  return withAxes(groups);
}

type Figure = Pick<DrawnRow, 'value' | 'interval' | 'computed' | 'strips'>;

function paired(own: ReturnType<typeof resultFigure>, beside: ReturnType<typeof resultFigure>): Figure {
  const value = own.value === beside.value ? own.value : drawn.not(own.value, beside.value);
  return { value, interval: undefined, computed: false, strips: [own.strip, beside.strip] };
}

function kindOf(fact: Fact): AxisKind | undefined {
  const kind = axisKindOf(fact);
  return kind === 'none' ? undefined : kind;
}

function rowOf(fact: Fact, { value, interval, computed, strips }: Figure, vocabulary: Vocabulary): DrawnRow {
  const { trial, outcome, population } = fact;
  const arm =
    outcome.kind === 'contrast'
      ? armsOf(fact, true)
      : trial.data.arms.length > 1 && spoken(armOf(fact)?.label);
  const kind = [
    statisticOf(fact, vocabulary),
    arm,
    isOfSome(fact) && spoken(population.label),
    spoken(outcome.definition)?.replace(/[.。]$/, ''),
  ];
  return {
    name: trial.name,
    path: fact.path,
    kind: kind.filter(Boolean).join(drawn.between) || undefined,
    value,
    interval,
    computed,
    strips,
  };
}

/** What a figure is, where that is no plain rate or median: its time, its grade as far as that is stated. */
function statisticOf(fact: Fact, vocabulary: Vocabulary): string | undefined {
  const { outcome, standing } = fact;
  if (outcome.kind === 'adverse-event') {
    const { printed } = outcome.grade;
    return printed === 'unstated' ? undefined : gradeText(printed);
  }
  return outcome.kind === 'proportion' || standing.row.id === 'median'
    ? undefined
    : rowLabel(fact, vocabulary);
}

const spoken = (text: string | undefined) => (text === undefined ? undefined : phrase(text));

function groupOf({ data, path }: EndpointNode, kind: AxisKind, rows: DrawnRow[], more: number): DrawnGroup {
  const marks = rows.flatMap(({ strips }) => strips.map(({ mark }) => mark));
  const unit = { time: outcomes.months, percent: '%', ratio: '' }[kind];
  return { label: inWords(data.label), path, axis: fluidAxis(kind, marks), unit, hasAxis: true, rows, more };
}

/** Groups in percent stand together and share the axis above them. */
function withAxes(groups: readonly DrawnGroup[]): DrawnGroup[] {
  const isPercent = ({ unit }: DrawnGroup) => unit === '%';
  const ordered = [...groups.filter(isPercent), ...groups.filter((group) => !isPercent(group))];
  return ordered.map((group, i) => ({ ...group, hasAxis: i === 0 || !isPercent(group) }));
}
