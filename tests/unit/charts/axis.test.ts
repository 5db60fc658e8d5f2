import { describe, expect, it } from 'vitest';
import { axisFor } from '../../../src/charts/axis.ts';

describe('an axis of ratios', () => {
  it.each([[[0.5, 0, 2]], [[0]], [[]], [[1e-9, 1e9]]])('has a place for each of %j', (values) => {
    const { place, ticks, neutral } = axisFor('ratio', values, [8, 232]);
    for (const at of [...values.map(place), ...ticks.map((tick) => tick.at), neutral!]) {
      expect(at).toBeGreaterThanOrEqual(8);
      expect(at).toBeLessThanOrEqual(232);
    }
  });

  it('has its end for a limit of 0', () => {
    expect(axisFor('ratio', [0.5, 0, 2], [8, 232]).place(0)).toBe(8);
  });
});
