import { compareWords as words } from '../i18n/compare.ts';
import type { Cell, Row } from './arrange.ts';
import { shortText } from './cell-text.ts';
import { firstIn, itemIn, need } from '../model/need.ts';

/** What one arm has on the time axis of an endpoint. */
export interface TimeArm {
  cell: Cell;
  median?: Cell;
  landmarks: { months: number; cell: Cell }[];
  /** Ratios of the arm to another, as the table has them. */
  ratios: Cell[];
}

/** Medians and rates at times of one endpoint, arm by arm. */
export interface TimeRow {
  /** Id of its endpoint. */
  key: string;
  title: string;
  isSurvival: boolean;
  arms: TimeArm[];
}

const isLandmark = (fact: Cell['fact']) => fact?.kind === 'landmark';
const isOnTime = ({ cells }: Row) => cells.some(({ fact }) => fact?.axis === 'time' || isLandmark(fact));

/** Gathers the rows of an endpoint that stand on a time axis; undefined where none does. */
export function timeRow(rows: readonly Row[]): TimeRow | undefined {
  const own = rows.filter(isOnTime);
  if (own.length === 0) return undefined;
  const first = firstIn(own);
  const ratios = rows.filter(
    ({ kind, cells }) => kind === 'contrast' && cells.some(({ fact }) => fact?.axis === 'ratio'),
  );
  const places = first.cells.flatMap((_, i) => (own.some(({ cells }) => itemIn(cells, i).fact) ? [i] : []));
  return {
    key: first.endpoint.id,
    title: first.endpoint.label,
    isSurvival: first.endpoint.family === 'survival',
    arms: places.map((i) => {
      const mine = own.map((row) => itemIn(row.cells, i));
      const median = mine.find((one) => one.fact && !isLandmark(one.fact));
      return {
        cell: itemIn(first.cells, i),
        ...(median ? { median } : {}),
        landmarks: mine.flatMap((one) =>
          isLandmark(one.fact) ? [{ months: need(one.fact?.months), cell: one }] : [],
        ),
        ratios: ratios.map(({ cells }) => itemIn(cells, i)).filter(({ fact }) => fact !== undefined),
      };
    }),
  };
}

/** Whether an endpoint has rates at times, for which a time axis is drawn. */
export const hasRates = ({ arms }: TimeRow): boolean => arms.some(({ landmarks }) => landmarks.length > 0);

/**
 * All that is known of an arm, in the order of time:
 * `90% (81–95) at 6 months; median not reached; HR 0.75 (97.5% CI 0.57–0.99)`.
 */
export function timeWords({ median, landmarks, ratios }: TimeArm): string {
  const rates = landmarks
    .toSorted((a, b) => a.months - b.months)
    .map(({ cell }) => words.atTime(shortText(cell), need(cell.fact).rowLabel));
  return words.parts([
    ...rates,
    ...(median ? [words.median(shortText(median))] : []),
    ...ratios.map(shortText),
  ]);
}
