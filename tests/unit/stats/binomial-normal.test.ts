import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fitBinomialNormal } from '../../../src/stats/binomial-normal.ts';
import { proportionEffect, ratioEffect } from '../../../src/stats/effect-sizes.ts';
import { leaveOneOut, pool } from '../../../src/stats/pooling.ts';
import { NotConverged } from '../../../src/stats/tau-squared.ts';

interface Case {
  name: string;
  test: 'z' | 't';
  level: number;
  events: number[];
  total: number[];
  exact: [estimate: number, se: number | null, tau2: number];
  metafor: number[] | null;
}
const { cases } = JSON.parse(
  fs.readFileSync(new URL('../../golden/binomial-normal.json', import.meta.url), 'utf8'),
) as {
  cases: Case[];
};

const countsOf = ({ events, total }: Case) => events.map((x, i) => ({ events: x, total: total[i]! }));
const close = (got: number, wanted: number, within: number, of: string) =>
  expect(Math.abs(got - wanted) / Math.max(1, Math.abs(wanted)), `${of}: ${got}, R ${wanted}`).toBeLessThan(
    within,
  );

describe('the binomial–normal model', () => {
  test.each(cases)('has its maximum where R integrates and climbs to it: $name, $test', (one) => {
    const { estimate, se, tau2 } = fitBinomialNormal(countsOf(one));
    close(estimate, one.exact[0], 1e-6, 'estimate');
    close(tau2, one.exact[2], 1e-6, 'τ²');
    if (one.exact[1] !== null) close(se, one.exact[1], 1e-6, 'se');
  });

  test.each(cases.filter(({ metafor }) => metafor))(
    'is that of rma.glmm of metafor 3.8: $name, $test',
    (one) => {
      const effects = countsOf(one).map(({ events, total }) => proportionEffect('PLO', events, total));
      const test = one.test === 'z' ? 'z' : 'knha';
      const { estimate, se, ci, prediction, tau2, i2, h2, q } = pool(effects, {
        method: 'GLMM',
        test,
        level: one.level / 100,
      });
      const figures = [
        estimate,
        se,
        ci.low,
        ci.high,
        prediction!.low,
        prediction!.high,
        tau2,
        i2,
        h2,
        q.value,
        q.df,
        q.p,
      ];
      // One empty and one full study make τ² 21: the 25 nodes of lme4 then hold to fewer digits.
      const within = tau2 > 10 ? 2e-2 : 5e-5;
      figures.forEach((value, i) => close(value, one.metafor![i]!, within, `figure ${i}`));
    },
  );

  const effects = [
    [7, 15],
    [12, 18],
    [31, 40],
  ].map(([x, n]) => proportionEffect('PLO', x!, n!));

  test('has weights by patients, and the t quantile where Hartung and Knapp are asked for', () => {
    const pooled = pool(effects, { method: 'GLMM', test: 'knha', level: 0.95 });
    expect(pooled.test).toBe('t');
    expect(pooled.weights).toEqual([15 / 73, 18 / 73, 40 / 73]);
    expect(leaveOneOut(effects, { method: 'GLMM', test: 'z', level: 0.95 })).toHaveLength(3);
  });

  test('says where it has no answer', () => {
    const none = [proportionEffect('PLO', 0, 9), proportionEffect('PLO', 0, 12)];
    const all = [proportionEffect('PLO', 9, 9), proportionEffect('PLO', 12, 12)];
    const options = { method: 'GLMM', test: 'z', level: 0.95 } as const;
    expect(() => pool(none, options)).toThrow('no estimate where no patient has the event');
    expect(() => pool(all, options)).toThrow('no estimate where every patient has the event');
    expect(() => pool(effects.slice(0, 1), options)).toThrow(NotConverged);
    expect(() => pool([ratioEffect(0.5, 0.3, 0.8, 0.95)], options)).toThrow('needs counts');
  });
});
