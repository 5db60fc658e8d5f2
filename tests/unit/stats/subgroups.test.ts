import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { EffectSize } from '../../../src/stats/effect-sizes.ts';
import type { Pooled, Test } from '../../../src/stats/pooling.ts';
import { subgroups, type Between } from '../../../src/stats/subgroups.ts';
import { NotConverged, type Method } from '../../../src/stats/tau-squared.ts';

interface Case {
  name: string;
  method: Method;
  test: Test;
  yi: number[];
  vi: number[];
  groups: number[];
  pooled: number[][];
  between: number[];
}
const { cases } = JSON.parse(
  fs.readFileSync(new URL('../../golden/subgroups.json', import.meta.url), 'utf8'),
) as {
  cases: Case[];
};

const close = (got: number, wanted: number, of: string) =>
  expect(
    Math.abs(got - wanted) / Math.max(Math.abs(wanted), 1e-6),
    `${of}: ${got}, metafor ${wanted}`,
  ).toBeLessThan(1e-6);

describe('subgroups agree with R metafor 3.8', () => {
  test.each(cases)('$name, $method, $test', ({ method, test, yi, vi, groups, pooled, between, name }) => {
    const studies = Map.groupBy(
      yi.map((y, i): EffectSize & { group: number } => ({ y, v: vi[i]!, group: groups[i]! })),
      ({ group }) => group,
    );
    const found = subgroups([...studies.values()], { method, test, level: 0.95 });
    expect(found.pooled).toHaveLength(pooled.length);
    found.pooled.forEach((one, i) => {
      const { estimate, se, ci, tau2 } = one as Pooled;
      [estimate, se, ci.low, ci.high, tau2].forEach((value, j) =>
        close(value, pooled[i]![j]!, `${name}, group ${i + 1}`),
      );
    });
    const { q, df, p } = found.between as Between;
    [q, df, p].forEach((value, j) => close(value, between[j]!, `${name}, between`));
  });
});

describe('there is no test', () => {
  const options = { method: 'REML', test: 'knha', level: 0.95 } as const;
  const alike = { y: 0.4, v: 0.1 };

  test('of one subgroup', () => {
    expect(subgroups([[alike, { y: 1, v: 0.2 }]], options).between).toBe('it needs two subgroups');
  });

  test('where studies agree to the last digit', () => {
    const { pooled, between } = subgroups([[alike, alike], [{ y: 1, v: 0.2 }]], options);
    expect((pooled[0] as Pooled).se).toBe(0);
    expect(between).toBe('the standard error of a subgroup is 0');
  });

  test('where a subgroup has no pooled effect; the others keep theirs', () => {
    // `circles-eight` of pooling.R, on which scoring runs in circles.
    const y = [-0.411, -0.166, -0.725, 0.311, 0.024, -0.158, -0.096, -0.173];
    const v = [0.173, 0.081, 0.313, 0.018, 0.111, 0.148, 0.237, 0.187];
    const first = y.map((effect, i) => ({ y: effect, v: v[i]! }));
    const { pooled, between } = subgroups([first, [alike]], options);
    expect(pooled[0]).toBeInstanceOf(NotConverged);
    expect((pooled[1] as Pooled).estimate).toBe(0.4);
    expect(between).toBe('a subgroup has no pooled effect');
  });
});
