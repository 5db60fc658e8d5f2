import { plots } from '../i18n/plots.ts';
import { numberOf, type Cell } from '../compare/arrange.ts';
import { timeWords, type TimeArm, type TimeRow } from '../compare/times.ts';
import { markup, type Markup } from '../wording/markup.ts';
import { monthsAxis, withUnit } from './axis.ts';
import { placeLabels, type Box } from './label-places.ts';
import { grid } from './grid.ts';
import { point } from './marks.ts';
import { dashed } from './paint.ts';
import { cellLook, drawing, inLines, notesOf, pad, size, small, type Canvas } from './plot-parts.ts';
import { round } from './scale.ts';
import { lastIn } from '../model/need.ts';

const top = 26;
const drawnHeight = 232;
const cellsOf = ({ arms }: TimeRow): Cell[] =>
  arms.flatMap(({ median, landmarks }) => [
    ...(median ? [median] : []),
    ...landmarks.map(({ cell }) => cell),
  ]);

const listOf = (row: TimeRow, { width, paint }: Canvas): string[] =>
  row.arms.flatMap((arm) =>
    inLines(plots.named(arm.cell.column.name, timeWords(arm)), width - 2 * pad, small, paint),
  );

/**
 * Lines below: in a file the figures of each arm, which the page lists beside the plot; and where they were
 * read.
 */
const belowOf = (row: TimeRow, canvas: Canvas, withList: boolean): string[] => [
  ...(withList ? listOf(row, canvas) : []),
  ...notesOf(cellsOf(row), canvas),
];

/** A point of an arm: a rate at its time, or the median at one half. */
interface Point {
  x: number;
  y: number;
  line: Box | undefined;
  computed: boolean;
}

/**
 * Rates and medians of all arms on one time axis: a rate stands at its time with its interval upright, a
 * median at one half with its interval along the axis. Dotted lines join the figures of one arm and are no
 * curves.
 *
 * @param withList with its title and the figures of each arm in words, for a file that stands alone
 */
export function timePlot(row: TimeRow, canvas: Canvas, withList = false): Markup {
  const { paint, width } = canvas;
  const [left, right, bottom] = [pad + 40, width - pad - 24, top + drawnHeight];
  const times = row.arms.flatMap(({ median, landmarks }) => {
    const number = median && numberOf(median);
    return [...landmarks.map(({ months }) => months), number?.point, number?.high].filter(
      (time) => time !== undefined,
    );
  });
  const axis = withUnit(monthsAxis(times, [left, right]), plots.months);
  const rate = (percent: number) => bottom - (percent / 100) * drawnHeight;
  const place = (months: number) => axis.place(months);
  const arms = row.arms.map((arm) => ({ arm, points: pointsOf(arm, place, rate, right) }));
  const area = { left, right: width - 4, top, bottom };
  const lasts = arms.flatMap(({ arm, points }) =>
    points.length > 0 ? [{ arm, point: lastIn(points) }] : [],
  );
  const labels = placeLabels(
    lasts.map(({ arm, point }) => ({ x: point.x, y: point.y, text: labelOf(arm, row) })),
    area,
    arms.flatMap(({ points }) => points.flatMap(({ line }) => line ?? [])),
  );
  const spoken = row.arms.map((arm) => plots.named(arm.cell.column.name, timeWords(arm)));
  const notes = belowOf(row, canvas, withList);
  return drawing(
    canvas,
    bottom + 24,
    notes,
    plots.times(row.title, [...spoken, ...notesOf(cellsOf(row), canvas)]),
    markup`${withList && markup`<text x="${pad}" y="14" font-size="${size}" font-weight="600" fill="${paint.ink}">${row.title}</text>`}${levels([left, right], rate, paint)}${grid(axis, top, bottom, paint)}${arms.map(
      ({ arm, points }) => series(arm, points, paint),
    )}${lasts.map(({ arm }, i) => {
      const label = labels[i];
      const leader =
        label?.leader &&
        markup`<line x1="${round(label.leader.x1)}" y1="${round(label.leader.y1)}" x2="${round(label.leader.x2)}" y2="${round(label.leader.y2)}" stroke="${paint.rule}"/>`;
      return (
        label &&
        markup`${leader}<text x="${round(label.x)}" y="${round(label.y)}" font-size="${small}" fill="${paint.ink}">${labelOf(arm, row)}</text>`
      );
    })}`,
  );
}

/** The trial, and the arm where the trial has another one here. */
function labelOf({ cell }: TimeArm, { arms }: TimeRow): string {
  const { trial, arm } = cell.column;
  return arms.filter((one) => one.cell.column.trial === trial).length > 1
    ? `${trial.name}, ${arm.label}`
    : trial.name;
}

function pointsOf(
  { median, landmarks }: TimeArm,
  place: (months: number) => number,
  rate: (percent: number) => number,
  end: number,
) {
  const rates = landmarks.flatMap(({ months, cell }): Point[] => {
    const number = numberOf(cell);
    if (!number) return [];
    const { point, low, high, computed } = number;
    const x = place(months);
    const line =
      low === undefined && high === undefined
        ? undefined
        : { left: x, right: x, top: rate(high ?? 100), bottom: rate(low ?? 0) };
    return [{ x, y: rate(point), line, computed }];
  });
  const number = median && numberOf(median);
  const half = rate(50);
  const line = number &&
    (number.low !== undefined || number.high !== undefined) && {
      left: place(number.low ?? 0),
      right: number.high === undefined ? end : place(number.high),
      top: half,
      bottom: half,
    };
  const medians: Point[] = number
    ? [{ x: place(number.point), y: half, line: line || undefined, computed: number.computed }]
    : [];
  return [...rates, ...medians].sort((a, b) => a.x - b.x);
}

function series({ cell }: TimeArm, points: readonly Point[], paint: Canvas['paint']): Markup {
  const look = cellLook(cell);
  const colour = paint[look.colour];
  const guide = points.map(({ x, y }) => `${round(x)},${round(y)}`).join(' ');
  return markup`<g>${points.length > 1 && markup`<polyline points="${guide}" fill="none" stroke="${colour}" stroke-dasharray="1 4"/>`}${points.map(
    ({ line, computed }) =>
      line &&
      markup`<line x1="${round(line.left)}" x2="${round(line.right)}" y1="${round(line.top)}" y2="${round(line.bottom)}" stroke="${colour}" stroke-width="1.5"${dashed(computed)}/>`,
  )}${points.map(({ x, y }) => point(look, x, { y, unit: '', paint }))}</g>`;
}

/** Level lines at quarters, named at the left. */
function levels(
  [left, right]: [number, number],
  rate: (percent: number) => number,
  paint: Canvas['paint'],
): Markup {
  return markup`${[0, 25, 50, 75, 100].map(
    (percent) =>
      markup`<line x1="${left}" x2="${right}" y1="${round(rate(percent))}" y2="${round(rate(percent))}" stroke="${paint.grid}"/><text x="${left - 8}" y="${round(rate(percent) + 4)}" text-anchor="end" font-size="${small}" fill="${paint.muted}">${percent}${percent === 100 && '%'}</text>`,
  )}`;
}
