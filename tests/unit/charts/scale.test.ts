import { describe, expect, it } from 'vitest';
import { linear, logarithmic, roundTicks } from '../../../src/charts/scale.ts';

describe('a scale', () => {
  it('places the ends of its domain at the ends of its range', () => {
    expect([0, 50, 100].map(linear([0, 100], [8, 232]))).toEqual([8, 120, 232]);
    expect(logarithmic([0.25, 4], [0, 100])(1)).toBeCloseTo(50);
  });

  // d3.scaleLinear([0, most], …).nice(4).ticks(4) of d3-scale 4.0.3
  it.each([
    [1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [7.7, [0, 2, 4, 6, 8]],
    [24, [0, 5, 10, 15, 20, 25]],
    [60, [0, 20, 40, 60]],
    [0.31, [0, 0.1, 0.2, 0.3, 0.4]],
    [0.34, [0, 0.1, 0.2, 0.3, 0.4]],
    [129, [0, 50, 100, 150]],
  ])('has round ticks up to %f', (most, ticks) => {
    expect(roundTicks(most)).toEqual(ticks);
  });
});
