import { itemIn } from '../model/need.ts';

/** A rectangle in the units of a plot. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where a label stands; `leader` joins it to its point where it stands apart from it. */
interface LabelPlace {
  /** Left end of its baseline. */
  x: number;
  y: number;
  leader: { x1: number; y1: number; x2: number; y2: number } | undefined;
}

/** Of the interface font at 12 units; a little more than most words need. Han letters are square. */
const [letter, square] = [6.1, 12];
const [ascent, descent] = [10, 3];
/** Half the side of the square that a mark takes. */
const mark = 7;

/** Right, left, above, below, then between them. */
const directions = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [0.8, -0.8],
  [0.8, 0.8],
  [-0.8, -0.8],
  [-0.8, 0.8],
  [0.4, -1],
  [0.4, 1],
  [-0.4, -1],
  [-0.4, 1],
] as const;
const distances = [10, 18, 28, 40, 54, 70, 90];

interface Candidate {
  box: Box;
  leader: LabelPlace['leader'];
}

/** How many points are tried as the one that is served first. */
const tries = 12;
/** So many points leave no room for names between them. */
const mostPoints = 200;

/**
 * Places labels by their points so that none covers a mark or another label, is nearer to another mark than
 * to its own, or leaves the area: for each the first free place from near to far. Which point is served first
 * decides what is left for the others, so several are tried, those with the fewest places first; the try with
 * the most labels wins, then the one with the fewest leaders. `undefined` where nothing is free.
 *
 * @param lines what labels should not lie on, but may where there is no other place: intervals
 */
export function placeLabels(
  points: readonly { x: number; y: number; text: string }[],
  area: Box,
  lines: readonly Box[] = [],
): (LabelPlace | undefined)[] {
  if (points.length > mostPoints) return points.map(() => undefined);
  const marks = points.map(({ x, y }): Box => ({
    left: x - mark,
    right: x + mark,
    top: y - mark,
    bottom: y + mark,
  }));
  const open = points.map((point, i) => {
    const own = itemIn(marks, i);
    const others = marks.filter((other) => other !== own);
    return candidates(point).filter(
      ({ box, leader }) =>
        within(box, area) &&
        !marks.some((other) => overlap(box, other)) &&
        !others.some((other) => (leader ? crosses(leader, other) : gap(box, other) <= gap(box, own))),
    );
  });
  const order = [...points.keys()].sort((a, b) => itemIn(open, a).length - itemIn(open, b).length);
  const served = order
    .slice(0, tries)
    .map((first) => serve(open, [first, ...order.filter((i) => i !== first)], lines));
  const [best] = served.sort((a, b) => placed(b) - placed(a) || leaders(a) - leaders(b));
  return (best ?? []).map(
    (found) => found && { x: found.box.left, y: found.box.bottom - descent, leader: found.leader },
  );
}

const placed = (places: readonly (Candidate | undefined)[]) => places.filter((place) => place).length;
const leaders = (places: readonly (Candidate | undefined)[]) =>
  places.filter((place) => place?.leader).length;

/** Gives each point the first of its places that is still free, in this order. */
function serve(
  open: readonly Candidate[][],
  order: readonly number[],
  lines: readonly Box[],
): (Candidate | undefined)[] {
  const places = open.map((): Candidate | undefined => undefined);
  for (const i of order) {
    const taken = places.filter((place) => place !== undefined);
    const free = itemIn(open, i).filter(
      ({ box, leader }) =>
        !taken.some(
          (other) =>
            overlap(box, other.box) ||
            (leader && crosses(leader, other.box)) ||
            (other.leader && crosses(other.leader, box)),
        ),
    );
    places[i] = free.find(({ box }) => !lines.some((line) => overlap(box, line))) ?? free[0];
  }
  return places;
}

/** Every place that a label may take, the best first. */
function candidates({ x, y, text }: { x: number; y: number; text: string }): Candidate[] {
  const width = [...text].reduce((sum, one) => sum + (/\p{sc=Han}|，/u.test(one) ? square : letter), 0);
  return distances.flatMap((distance) => {
    const apart = distance > 18;
    // A leader along an axis could be taken for an interval.
    const ways = apart ? directions.filter(([dx, dy]) => dx !== 0 && dy !== 0) : directions;
    return ways.map(([dx, dy]) => {
      const box = boxAt(x + dx * distance, y + dy * distance, width, dx);
      return { box, leader: apart ? leaderTo(box, x, y) : undefined };
    });
  });
}

/** The box of a text that begins, ends or is centred at a point, by the direction in which it lies. */
function boxAt(x: number, y: number, width: number, dx: number): Box {
  const left = dx > 0 ? x : dx < 0 ? x - width : x - width / 2;
  const height = ascent + descent;
  return { left, right: left + width, top: y - height / 2, bottom: y + height / 2 };
}

const within = (box: Box, area: Box) =>
  box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom;

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** How far apart two boxes are. */
const gap = (a: Box, b: Box) =>
  Math.hypot(
    Math.max(0, a.left - b.right, b.left - a.right),
    Math.max(0, a.top - b.bottom, b.top - a.bottom),
  );

/** From the mark to the nearest place on the edge of the box. */
function leaderTo({ left, right, top, bottom }: Box, x: number, y: number): LabelPlace['leader'] {
  const nearest = { x: Math.min(Math.max(x, left), right), y: Math.min(Math.max(y, top), bottom) };
  const start = Math.min(1, mark / Math.hypot(nearest.x - x, nearest.y - y));
  return { x1: x + (nearest.x - x) * start, y1: y + (nearest.y - y) * start, x2: nearest.x, y2: nearest.y };
}

/** Whether a line meets a box that is no smaller than its steps. */
function crosses(
  { x1, y1, x2, y2 }: NonNullable<LabelPlace['leader']>,
  { left, right, top, bottom }: Box,
): boolean {
  return Array.from({ length: 21 }, (_, i) => i / 20).some((part) => {
    const [x, y] = [x1 + part * (x2 - x1), y1 + part * (y2 - y1)];
    return x > left && x < right && y > top && y < bottom;
  });
}
