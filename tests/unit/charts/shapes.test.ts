import { describe, expect, it } from 'vitest';
import { outline, radiusOf, shapes } from '../../../src/charts/shapes.ts';

/** Corners of an outline that is made of straight lines. */
const corners = (d: string) =>
  [...d.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);

/** Area of a polygon (shoelace formula). */
function area(points: readonly (readonly [number, number])[]): number {
  const next = (i: number) => points[(i + 1) % points.length]!;
  return Math.abs(points.reduce((sum, [x, y], i) => sum + x * next(i)[1] - next(i)[0] * y, 0)) / 2;
}

describe('the shapes of marks', () => {
  it('have outlines of their own', () => {
    expect(new Set(shapes.map((shape) => outline(shape, 5))).size).toBe(shapes.length);
  });

  it.each(shapes.filter((shape) => shape !== 'circle'))(
    '%s is about as large as the circle, and centred',
    (shape) => {
      const points = corners(outline(shape, 100));
      expect(area(points) / (Math.PI * 100 ** 2)).toBeGreaterThan(0.75);
      expect(area(points) / (Math.PI * 100 ** 2)).toBeLessThan(1.25);
      for (const axis of [0, 1] as const) {
        const values = points.map((point) => point[axis]);
        expect(Math.abs(Math.max(...values) + Math.min(...values))).toBeLessThan(0.3);
      }
    },
  );

  it('grow with the patients up to a limit, and have a size where nobody says how many', () => {
    const radii = [undefined, 1, 50, 200, 100_000].map(radiusOf);
    expect(radii.slice(1)).toEqual(radii.slice(1).sort((a, b) => a - b));
    expect(Math.max(...radii)).toBe(11);
    expect(radii[0]).toBe(4);
  });
});
