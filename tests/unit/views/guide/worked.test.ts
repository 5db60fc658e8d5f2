import { expect, it } from 'vitest';
import {
  inventedStudies,
  workedMethods,
  workedPooling,
  workedShares,
} from '../../../../src/views/guide/worked.ts';

// R 4.2: binom.test(x, n)$conf.int
it.each([
  [6, 6, '54.1–100.0%'],
  [180, 200, '85.0–93.8%'],
  [18, 21, '63.7–97.0%'],
  [54, 75, '60.4–81.8%'],
  [32, 53, '46.0–73.5%'],
  [61, 75, '70.7–89.4%'],
])('%i of %i patients have the exact interval of R', (events, total, interval) => {
  expect(workedShares([{ label: 'x', events, total }])[0]).toMatchObject({ interval });
});

// R 4.2: prop.test(x, n, correct = FALSE)$conf.int
it.each([
  [18, 21, '65.4–95.0%'],
  [6, 6, '61.0–100.0%'],
])('%i of %i patients have the score interval of R', (events, total, interval) => {
  expect(workedMethods(events, total).find(({ label }) => label === 'Wilson')).toMatchObject({ interval });
});

it('an approximate interval of all of six patients has no width', () => {
  expect(workedMethods(6, 6).find(({ label }) => label === 'Wald')).toMatchObject({
    interval: '100.0–100.0%',
  });
});

// metafor 3.8: rma(measure = "PLO", xi, ni, method = "FE") and (method = "REML", test = "knha",
// control = list(threshold = 1e-12)), each read with predict(…, transf = transf.ilogit)
it('four invented studies are pooled as in R metafor', () => {
  expect(inventedStudies.map(({ events, total }) => [events, total])).toEqual([
    [54, 75],
    [32, 53],
    [18, 21],
    [61, 75],
  ]);
  const { rows, tau2, i2 } = workedPooling();
  expect(rows.slice(4).map(({ label, value, interval }) => [label, value, interval])).toEqual([
    ['Common effect', '72.7%', '66.3–78.3%'],
    ['Random effects', '74.2%', '53.9–87.6%'],
    ['Prediction interval', 'interval only', '35.2–93.8%'],
  ]);
  expect([tau2, i2]).toEqual(['0.194', '65.4%']);
});
