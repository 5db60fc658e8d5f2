import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels, type Box } from '../../../src/charts/label-places.ts';

const area: Box = { left: 0, right: 300, top: 0, bottom: 300 };
const point = fc.record({
  x: fc.integer({ min: 10, max: 290 }),
  y: fc.integer({ min: 10, max: 290 }),
  text: fc.string({ minLength: 1, maxLength: 24 }),
});
/** The least that a text takes: half an em of 12 units for each letter. */
const boxOf = ({ x, y }: { x: number; y: number }, text: string): Box => ({
  left: x,
  right: x + 6 * [...text].length,
  top: y - 9,
  bottom: y + 2,
});
const apart = (a: Box, b: Box) =>
  a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

describe('labels of points', () => {
  it('cover no mark and no other label, and stay within the area', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 15 }), (points) => {
        const boxes = placeLabels(points, area).flatMap((place, i) =>
          place ? [boxOf(place, points[i]!.text)] : [],
        );
        for (const [i, box] of boxes.entries()) {
          expect(
            box.left >= area.left &&
              box.right <= area.right &&
              box.top >= area.top &&
              box.bottom <= area.bottom,
          ).toBe(true);
          for (const { x, y } of points)
            expect(apart(box, { left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 })).toBe(true);
          for (const other of boxes.slice(i + 1)) expect(apart(box, other)).toBe(true);
        }
      }),
    );
  });

  it('stand right of a point that stands alone, without a leader', () => {
    const [place] = placeLabels([{ x: 100, y: 100, text: 'Alone' }], area);
    expect(place).toMatchObject({ x: 110, leader: undefined });
  });

  it('leave an interval free where there is another place', () => {
    const alone = { x: 100, y: 100, text: 'Alone' };
    const [place] = placeLabels([alone], area, [{ left: 60, right: 180, top: 100, bottom: 100 }]);
    expect(apart(boxOf(place!, alone.text), { left: 60, right: 180, top: 100, bottom: 100 })).toBe(true);
  });

  it('are given to each of a few close points, with leaders', () => {
    const close = ['First study', 'Second study', 'Third study', 'Fourth study'].map((text, i) => ({
      x: 120 + 18 * i,
      y: 150,
      text,
    }));
    const places = placeLabels(close, area);
    expect(places.filter((place) => place)).toHaveLength(4);
    expect(places.some((place) => place!.leader)).toBe(true);
  });

  it('are missing where no place is left', () => {
    const narrow: Box = { left: 0, right: 60, top: 0, bottom: 60 };
    expect(placeLabels([{ x: 30, y: 30, text: 'A name that is far too long' }], narrow)).toEqual([undefined]);
  });

  it('are left out where there are too many points for any name between them', () => {
    const crowd = Array.from({ length: 201 }, (_, i) => ({
      x: 10 + ((i * 37) % 280),
      y: 10 + ((i * 53) % 280),
      text: 'name',
    }));
    expect(placeLabels(crowd, area)).toEqual(crowd.map(() => undefined));
    expect(placeLabels(crowd.slice(0, 3), area).every((place) => place)).toBe(true);
  });
});
