import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { eggerTest } from '../../../src/stats/egger.ts';

interface Case {
  name: string;
  yi: number[];
  vi: number[];
  egger: number[];
}
const { cases } = JSON.parse(
  fs.readFileSync(new URL('../../golden/egger.json', import.meta.url), 'utf8'),
) as { cases: Case[] };

describe('Egger’s test', () => {
  test.each(cases)('is that of regtest() of metafor 3.8: $name', ({ yi, vi, egger }) => {
    const { slope, se, t, df, p, limit } = eggerTest(yi.map((y, i) => ({ y, v: vi[i]! })))!;
    [slope, se, t, df, p, limit].forEach((value, i) =>
      expect(
        Math.abs(value - egger[i]!) / Math.abs(egger[i]!),
        `figure ${i}: ${value}, R ${egger[i]}`,
      ).toBeLessThan(1e-9),
    );
  });

  test('has nothing to say of studies of one size', () => {
    expect(eggerTest([1, 2, 4].map((y) => ({ y, v: 0.25 })))).toBeUndefined();
    expect(() => eggerTest([{ y: 1, v: 1 }])).toThrow('three studies');
  });
});
