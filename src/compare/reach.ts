import { numberOf, type Cell, type Row } from './arrange.ts';

/**
 * For how many of the compared arms a row has something to say: for half of them or more, for two or more, or
 * for one at most.
 */
const reaches = ['most', 'some', 'one'] as const;
export type Reach = (typeof reaches)[number];

/** The reach of something that so many of the arms have. */
export function reachOf(having: number, arms: number): Reach {
  if (having >= Math.min(arms, Math.max(2, Math.ceil(arms / 2)))) return 'most';
  return having >= 2 ? 'some' : 'one';
}

/**
 * Whether a cell says something about its arm: a figure, why the report has none, or that it is the one
 * compared with.
 */
const isFilled = ({ fact, absent }: Cell): boolean =>
  fact ? fact.missing !== 'not-extracted' && fact.missing !== 'not-reported' : absent === 'other side';

export const filled = ({ cells }: Row): number => cells.filter(isFilled).length;

/** Whether a cell can be drawn. */
export const isDrawn = (cell: Cell): boolean => numberOf(cell) !== undefined;

/** Things by their reach, in their order; what is best covered comes first even where little is. */
export function byReach<T>(
  things: readonly T[],
  having: (thing: T) => number,
  arms: number,
): { shown: T[]; folded: { reach: Reach; things: T[] }[] } {
  const groups = reaches
    .map((reach) => ({ reach, things: things.filter((thing) => reachOf(having(thing), arms) === reach) }))
    .filter(({ things: own }) => own.length > 0);
  const [first, ...folded] = groups;
  return { shown: first?.things ?? [], folded };
}
