export type Ends = readonly [from: number, to: number];

/** A place on a drawing: of more digits nobody could see anything. */
export const round = (value: number): number => Math.round(value * 10) / 10;

/**
 * Maps values of a domain to places on a range. As `scaleLinear` and `scaleLog` of d3-scale, which would be a
 * quarter of the script of a page that draws.
 */
export const linear =
  ([from, to]: Ends, [first, last]: Ends) =>
  (value: number): number =>
    first + ((value - from) / (to - from)) * (last - first);

/** The same on a logarithmic scale; both ends of the domain above 0. */
export function logarithmic([from, to]: Ends, range: Ends): (value: number) => number {
  const place = linear([Math.log(from), Math.log(to)], range);
  return (value) => place(Math.log(value));
}

/**
 * About four round values from 0 to the end of an axis that holds `most`, which is one of them; as `nice(4)`
 * of d3-scale.
 */
export function roundTicks(most: number): number[] {
  let end = most;
  let step = stepTo(end);
  for (
    let beyond = multiple(Math.ceil(end / step), step);
    beyond > end;
    beyond = multiple(Math.ceil(end / step), step)
  ) {
    end = beyond;
    step = stepTo(end);
  }
  return Array.from({ length: Math.round(end / step) + 1 }, (_, i) => multiple(i, step));
}

/** Powers of ten with 2 and 5 between them; powers alone, ever fewer of them, where the scale is long. */
export function ratioTicks([from, to]: Ends): number[] {
  const decades = Math.log10(to / from);
  const powers = Array.from({ length: 2 * 320 }, (_, i) => i - 320).filter(
    (power) => power % Math.ceil(decades / 6) === 0,
  );
  const steps = decades < 2 ? [1, 2, 5] : [1];
  return powers
    .flatMap((power) => steps.map((step) => Number(`${step}e${power}`)))
    .filter((tick) => tick >= from && tick <= to);
}

/** Multiples of a step below 1 have digits that nobody asked for. */
const multiple = (times: number, step: number) => Number((times * step).toPrecision(12));

/** Multiples of a power of ten, each with where it begins: at √(5 · 10), √(2 · 5), √(1 · 2). */
const steps: [times: number, from: number][] = [
  [10, Math.sqrt(50)],
  [5, Math.sqrt(10)],
  [2, Math.SQRT2],
];

/** 1, 2 or 5 times a power of ten, whichever makes nearest to four steps. */
function stepTo(most: number): number {
  const raw = most / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  // From the geometric mean of two steps on the larger one is nearer.
  const [times] = steps.find(([, from]) => raw / power >= from) ?? [1];
  return power * times;
}
