import { compareWords as words } from '../i18n/compare.ts';
import { unstatedScale } from '../i18n/en/words.ts';
import type { Cell, Row } from './arrange.ts';
import { rowName } from './row-name.ts';
import { isDrawn } from './reach.ts';
import { itemIn, need } from '../model/need.ts';

/** Figures that share one axis, one cell an arm, in the order of the arms. */
export interface Panel {
  key: string;
  title: string;
  axis: 'percent' | 'ratio' | 'time';
  /** The rows that it holds: several where they differ in the scale of their grades alone. */
  rows: Row[];
  cells: PanelCell[];
  drawn: number;
}

/** A figure of a panel, and which of its rows it is from where that is not said in the title. */
export interface PanelCell {
  cell: Cell;
  rowLabel?: string;
}

/**
 * The panels of an arrangement, in the order of its rows. Where an endpoint has rates at times, these and its
 * medians stand on a time axis of their own (charts/time-plot.ts).
 */
export function panelsOf(rows: readonly Row[]): Panel[] {
  const timed = new Set(rows.filter(({ kind }) => kind === 'landmark').map(({ endpoint }) => endpoint));
  const drawable = rows.filter(({ endpoint, cells }) =>
    cells.some(
      (cell) =>
        isDrawn(cell) && (need(cell.fact).axis === 'time' ? !timed.has(endpoint) : !isRateAtTime(cell)),
    ),
  );
  return [...Map.groupBy(drawable, panelKey)].map(([key, own]) => panelOf(key, own));
}

const isRateAtTime = ({ fact }: Cell) => fact?.kind === 'landmark';

const severityOf = ({ cells }: Row) => cells.find(({ fact }) => fact)?.fact?.severity;

/** Events of one severity stand together whatever their scale, which each then names. */
const panelKey = (row: Row): string => `${row.endpoint.id}~${severityOf(row) ?? row.row}`;

function panelOf(key: string, rows: Row[]): Panel {
  const [first] = rows as [Row, ...Row[]];
  const severity = severityOf(first);
  const cells = first.cells.map((bare, i): PanelCell => {
    const own = rows
      .map((row) => ({ row, cell: itemIn(row.cells, i) }))
      .sort((a, b) => rankOf(a) - rankOf(b));
    const [best] = own;
    if (!best?.cell.fact) return { cell: bare };
    return rows.length === 1 ? { cell: best.cell } : { cell: best.cell, rowLabel: best.row.label };
  });
  return {
    key,
    title:
      rows.length > 1 && severity
        ? words.row(first.endpoint.label, words.severity[severity])
        : rowName(first),
    axis: rows.flatMap((row) => row.cells.flatMap(({ fact }) => fact?.axis ?? []))[0] ?? 'percent',
    rows,
    cells,
    drawn: cells.filter(({ cell }) => isDrawn(cell)).length,
  };
}

/**
 * Of several figures of one arm: what can be drawn, of a report of its own, on a named scale, from the
 * report.
 */
function rankOf({ cell, row }: { cell: Cell; row: Row }): number {
  const { fact } = cell;
  const faults = [
    !isDrawn(cell),
    !fact?.own,
    row.scale === undefined || row.scale === unstatedScale,
    fact?.readElsewhere,
  ];
  return faults.reduce((rank, fault) => 2 * rank + (fault ? 1 : 0), 0);
}

/** Panels that are shown before others are folded: two bands of three. */
const first = 6;

/**
 * Panels with figures of two or more arms, divided: first those that hold both sides of the question and most
 * arms, in their order, then the others.
 */
export function divided(panels: readonly Panel[]): { shown: Panel[]; folded: Panel[] } {
  const sidesOf = ({ cells }: Panel) =>
    new Set(cells.filter(({ cell }) => isDrawn(cell)).map(({ cell }) => cell.column.side)).size;
  const best = panels
    .toSorted((a, b) => sidesOf(b) - sidesOf(a) || b.drawn - a.drawn)
    // One more than fits would be folded alone.
    .slice(0, panels.length === first + 1 ? first + 1 : first);
  return {
    shown: panels.filter((panel) => best.includes(panel)),
    folded: panels.filter((panel) => !best.includes(panel)),
  };
}
