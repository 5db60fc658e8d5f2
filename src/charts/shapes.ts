import { round } from './scale.ts';

/** Outlines that are told apart without colour, the plainest first. */
export const shapes = [
  'circle',
  'square',
  'triangle',
  'diamond',
  'inverted',
  'plus',
  'hexagon',
  'cross',
  'left',
  'right',
] as const;
export type Shape = (typeof shapes)[number];

/**
 * Corners of a shape about as large as the circle of radius 1, clockwise; its bounds lie around the origin.
 */
const corners: Record<Exclude<Shape, 'circle'>, readonly (readonly [x: number, y: number])[]> = {
  square: turned(4, 45, 1.25),
  diamond: turned(4, 0, 1.3),
  triangle: turned(3, -90, 1.4),
  inverted: turned(3, 90, 1.4),
  left: turned(3, 180, 1.4),
  right: turned(3, 0, 1.4),
  hexagon: turned(6, 0, 1.1),
  plus: armed(0),
  cross: armed(45),
};

/**
 * The outline of a shape around the origin, for the `d` of an SVG path.
 *
 * @param r radius of the circle of about the same area
 */
export function outline(shape: Shape, r: number): string {
  if (shape === 'circle')
    return `M${round(-r)} 0a${round(r)} ${round(r)} 0 1 0 ${round(2 * r)} 0a${round(r)} ${round(r)} 0 1 0 ${round(-2 * r)} 0Z`;
  return `M${corners[shape].map(([x, y]) => `${round(r * x)} ${round(r * y)}`).join('L')}Z`;
}

/** Radius of a mark by patients: areas compare, within what can still be seen and what fits. */
export function radiusOf(patients: number | undefined): number {
  return patients === undefined ? 4 : Math.min(11, 3 + Math.sqrt(patients) / 2.4);
}

/** A regular polygon whose first corner lies at an angle, moved so that its bounds are centred. */
function turned(count: number, degrees: number, radius: number): [number, number][] {
  const points = Array.from({ length: count }, (_, i) => rotated(radius, 0, degrees + (360 * i) / count));
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const [x0, y0] = [middle(points.map(([x]) => x)), middle(points.map(([, y]) => y))];
  return points.map(([x, y]) => [x - x0, y - y0]);
}

/** A plus with arms half as wide as they are long, turned by some degrees. */
function armed(degrees: number): [number, number][] {
  const [long, short] = [1.25, 0.38];
  const corner: [number, number][] = [
    [short, -long],
    [short, -short],
    [long, -short],
  ];
  const plain = [0, 1, 2, 3].flatMap((quarter) => corner.map(([x, y]) => rotated(x, y, 90 * quarter)));
  return plain.map(([x, y]) => rotated(x, y, degrees));
}

function rotated(x: number, y: number, degrees: number): [number, number] {
  const angle = (degrees * Math.PI) / 180;
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)];
}
