import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chiSquaredUpperTail } from '../../../src/stats/chi-squared.ts';
import {
  backTransform,
  measures,
  proportionEffect,
  ratioEffect,
  type EffectSize,
  type Measure,
} from '../../../src/stats/effect-sizes.ts';
import {
  cumulative,
  leaveOneOut,
  pool,
  readable,
  tests,
  type Attempt,
  type Pooled,
  type Test,
} from '../../../src/stats/pooling.ts';
import { tOfTwoSidedP } from '../../../src/stats/student-t.ts';
import { methods, NotConverged, type Method } from '../../../src/stats/tau-squared.ts';

type Result = [Measure, Method, Test, level: number, (number | null)[] | null];
interface Dataset {
  name: string;
  rows: [number, number][] | [number, number, number, number][];
  results: Result[];
}
interface Parts {
  dataset: string;
  measure: Measure;
  method: Method;
  test: Test;
  leaveOneOut: number[][];
  cumulative: number[][];
}
const golden = JSON.parse(fs.readFileSync(new URL('../../golden/pooling.json', import.meta.url), 'utf8')) as {
  figures: string[];
  datasets: Dataset[];
  parts: Parts[];
};

/**
 * Below these sizes a figure is 0 and its error is measured in units of them: what R leaves of a τ² that is
 * none.
 */
const floors: Record<string, number> = { tau2: 1e-8, i2: 1e-4, 'q.value': 1e-9, 'q.p': 1e-300 };

let worst = { error: 0, of: 'nothing' };

function expectClose(got: number | null, wanted: number | null, figure: string, of: string): void {
  if (got === null || wanted === null) return expect(got, `${figure} of ${of}`).toBe(wanted);
  const error = Math.abs(got - wanted) / Math.max(Math.abs(wanted), floors[figure] ?? 1e-12);
  const counts = Math.abs(wanted) >= (floors[figure] ?? 1e-12);
  if (counts && !(error <= worst.error))
    worst = { error, of: `${figure} of ${of}: ${got}, metafor ${wanted}` };
  expect(error, `${figure} of ${of}: ${got}, metafor ${wanted}`).toBeLessThan(1e-6);
}

function effectsOf({ rows }: Dataset, measure: Measure): EffectSize[] {
  return rows.map(([a, b, c, d]) =>
    measure === 'GEN' ? ratioEffect(a, b, c!, d! / 100) : proportionEffect(measure, a, b),
  );
}

function figuresOf(measure: Measure, pooled: Pooled): Record<string, number | null> {
  const { estimate, se, ci, prediction, tau2, i2, h2, q } = pooled;
  const back = readable(measure, pooled);
  return {
    estimate,
    se,
    'ci.low': ci.low,
    'ci.high': ci.high,
    'prediction.low': prediction && prediction.low,
    'prediction.high': prediction && prediction.high,
    tau2,
    i2,
    h2,
    'q.value': q.value,
    'q.df': q.df,
    'q.p': q.p,
    'back.estimate': back.estimate,
    'back.ci.low': back.ci.low,
    'back.ci.high': back.ci.high,
    'back.prediction.low': back.prediction && back.prediction.low,
    'back.prediction.high': back.prediction && back.prediction.high,
  };
}

describe('pooling agrees with R metafor 3.8', () => {
  test('on datasets of every size, all measures, methods and tests', () => {
    expect(golden.datasets.length).toBeGreaterThanOrEqual(40);
    const sizes = new Set(golden.datasets.map(({ rows }) => rows.length));
    for (const k of [1, 2, 3, 5, 20, 100]) expect(sizes).toContain(k);
    const combinations = new Set(
      golden.datasets.flatMap(({ results }) => results.map((r) => r.slice(0, 3).join())),
    );
    expect(combinations.size).toBe(measures.length * methods.length * tests.length);
  });

  test.each(golden.datasets)('$name', (dataset) => {
    for (const [measure, method, test, level, wanted] of dataset.results) {
      const run = () => pool(effectsOf(dataset, measure), { method, test, level: level / 100 });
      const of = `${dataset.name} ${measure} ${method} ${test} ${level}`;
      if (wanted === null) {
        expect(run, of).toThrow(NotConverged);
        continue;
      }
      const got = figuresOf(measure, run());
      golden.figures.forEach((figure, i) => expectClose(got[figure]!, wanted[i]!, figure, of));
    }
  });

  test.each(golden.parts)('leave-one-out and cumulative: $dataset, $method', (parts) => {
    const { dataset: name, measure, method, test } = parts;
    const effects = effectsOf(
      golden.datasets.find((dataset) => dataset.name === name)!,
      measure,
    );
    const compare = (got: Attempt[], wanted: number[][], of: string) => {
      expect(got).toHaveLength(wanted.length);
      got.forEach((step, i) => {
        const { estimate, ci, q, tau2, i2 } = step as Pooled;
        const figures = { estimate, 'ci.low': ci.low, 'ci.high': ci.high, 'q.value': q.value, tau2, i2 };
        Object.entries(figures).forEach(([figure, value], j) =>
          expectClose(value, wanted[i]![j]!, figure, `${of} ${i + 1}`),
        );
      });
    };
    compare(leaveOneOut(effects, { method, test, level: 0.95 }), parts.leaveOneOut, `${name} without`);
    compare(cumulative(effects, { method, test, level: 0.95 }), parts.cumulative, `${name} up to`);
  });

  test('the worst relative error is told', () => {
    console.error(`worst relative error against metafor: ${worst.error.toExponential(1)}, ${worst.of}`);
    expect(worst.error).toBeGreaterThan(0);
  });
});

test('the golden of the design', () => {
  const effects = [54, 32, 18, 61].map((events, i) => proportionEffect('PLO', events, [75, 53, 21, 75][i]!));
  const pooled = pool(effects, { method: 'REML', test: 'knha', level: 0.95 });
  expect(pooled.estimate).toBeCloseTo(1.0547126484, 9);
  expect(pooled.se).toBeCloseTo(0.2829209103, 9);
  expect(pooled.ci.low).toBeCloseTo(0.1543320426, 9);
  expect(pooled.ci.high).toBeCloseTo(1.9550932542, 9);
  expect(pooled.tau2).toBeCloseTo(0.1943480054, 9);
  expect(pooled.i2).toBeCloseTo(65.39385801, 7);
  expect(pooled.h2).toBeCloseTo(2.88966045, 7);
  expect(pooled.q.value).toBeCloseTo(8.4266908029, 9);
  const { estimate, ci } = readable('PLO', pooled);
  expect(estimate).toBeCloseTo(0.7416788297, 9);
  expect([ci.low, ci.high]).toEqual([expect.closeTo(0.5385066106, 9), expect.closeTo(0.8760009482, 9)]);
});

/** R: `sprintf("%.15g", qt(p / 2, df, lower.tail = FALSE))` and `pchisq(x, df, lower.tail = FALSE)`. */
test('quantiles of t and tails of chi-squared are those of R', () => {
  const relative = (got: number, wanted: number) => expect(Math.abs(got / wanted - 1)).toBeLessThan(1e-12);
  relative(tOfTwoSidedP(0.05, 1), 12.7062047361747);
  relative(tOfTwoSidedP(1e-8, 2), 9999.99992499999);
  relative(tOfTwoSidedP(0.5, 9), 0.702722146751326);
  relative(tOfTwoSidedP(1e-8, 99), 6.25856681968926);
  relative(tOfTwoSidedP(0.05, 999), 1.96234146113345);
  relative(chiSquaredUpperTail(1e-6, 1), 0.999202115572178);
  relative(chiSquaredUpperTail(600, 1), 1.67416798469179e-132);
  relative(chiSquaredUpperTail(20, 9), 0.0179124045298433);
  relative(chiSquaredUpperTail(600, 99), 9.78117042120675e-73);
  expect(chiSquaredUpperTail(3, 0)).toBe(1);
});

describe('effect sizes', () => {
  test('½ is added to zero and full cells only, and never to the arcsine', () => {
    expect(proportionEffect('PR', 0, 9).y).toBe(0.05);
    expect(proportionEffect('PLO', 9, 9).y).toBeCloseTo(Math.log(9.5 / 0.5), 14);
    expect(proportionEffect('PR', 1, 10).y).toBe(0.1);
    expect(proportionEffect('PAS', 0, 9)).toMatchObject({ y: 0, v: 1 / 36 });
  });

  test('a ratio at any level has the standard error of its own interval', () => {
    const [low, high] = [0.5 * Math.exp(-2 * 0.1), 0.5 * Math.exp(2 * 0.1)];
    // R: 2 * pnorm(2) - 1
    expect(ratioEffect(0.5, low, high, 0.954499736103642).v).toBeCloseTo(0.01, 12);
  });

  test.each([
    [-1, 5],
    [6, 5],
    [1.5, 5],
    [0, 0],
    [Number.NaN, 5],
    [2 ** 53, 2 ** 53],
  ])('%d of %d is refused', (events, total) => {
    expect(() => proportionEffect('PLO', events, total)).toThrow(RangeError);
  });

  test.each([
    [0.5, 0.5, 0.5, 0.95],
    [0.5, 0.6, 0.9, 0.95],
    [0.5, -0.1, 0.9, 0.95],
    [0.5, 0.1, 0.9, 1],
    [0.5, 0.1, Number.POSITIVE_INFINITY, 0.95],
    [Number.NaN, 0.1, 0.9, 0.95],
  ])('%d from %d to %d at %d is refused', (estimate, low, high, level) => {
    expect(() => ratioEffect(estimate, low, high, level)).toThrow(RangeError);
  });

  test('what is pooled beyond 0 or 1 on the arcsine scale is 0 or 1', () => {
    expect([-0.1, 0, Math.PI / 2, 1.7].map((value) => backTransform('PAS', value))).toEqual([0, 0, 1, 1]);
  });
});

describe('pooling refuses', () => {
  const options = { method: 'REML', test: 'z', level: 0.95 } as const;

  test('no study, no level, no variance', () => {
    expect(() => pool([], options)).toThrow('expected at least one study, found none');
    expect(() => pool([{ y: 0, v: 1 }], { ...options, level: 95 })).toThrow(RangeError);
    expect(() => pool([{ y: 0, v: 0 }], options)).toThrow(RangeError);
    expect(() => pool([{ y: Number.NaN, v: 1 }], options)).toThrow(RangeError);
  });

  test('one part that does not converge, and keeps the others', () => {
    const circling = golden.datasets.find(({ name }) => name === 'circles-eight')!;
    const steps = cumulative(effectsOf(circling, 'GEN'), options);
    expect(steps.at(-1)).toBeInstanceOf(NotConverged);
    expect(steps.slice(0, 3).every((step) => !(step instanceof NotConverged))).toBe(true);
    expect(leaveOneOut([{ y: 0, v: 1 }], options)).toEqual([]);
  });

  const anyOptions = fc.record({
    method: fc.constantFrom(...methods),
    test: fc.constantFrom(...tests),
    level: fc.double({ min: 0.01, max: 1 - 1e-12, noNaN: true }),
  });
  const counts = fc
    .tuple(
      fc.oneof(fc.integer({ min: 1, max: 300 }), fc.maxSafeNat()),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    .map(
      ([total, share]) =>
        [Math.min(total, Math.round(Math.max(1, total) * share)), Math.max(1, total)] as const,
    );
  const ratio = fc
    .tuple(fc.double({ min: -700, max: 700, noNaN: true }), fc.double({ min: 1e-15, max: 9, noNaN: true }))
    .map(([log, half]) => [Math.exp(log), Math.exp(log - half), Math.exp(log + half)] as const)
    .filter(([estimate, low, high]) => low < estimate && estimate < high);

  /** Every number of a result, however deep. */
  const numbersOf = (value: unknown): number[] =>
    typeof value === 'number' ? [value] : Object.values((value as object | null) ?? {}).flatMap(numbersOf);
  const holdsOnlyNumbers = (measure: Measure, studies: EffectSize[], given: Parameters<typeof pool>[1]) => {
    try {
      const pooled = pool(studies, given);
      const figures = numbersOf({ ...pooled, method: null, test: null });
      expect(figures.every(Number.isFinite)).toBe(true);
      expect(numbersOf(readable(measure, pooled)).every(Number.isFinite)).toBe(true);
      expect(pooled.weights.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
    } catch (error) {
      if (!(error instanceof NotConverged || error instanceof RangeError)) throw error;
    }
  };

  test('rather than show a figure that is no number', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('PLO' as const, 'PR' as const, 'PAS' as const),
        fc.array(counts, { minLength: 1, maxLength: 9 }),
        anyOptions,
        (measure, rows, given) =>
          holdsOnlyNumbers(
            measure,
            rows.map(([events, total]) => proportionEffect(measure, events, total)),
            given,
          ),
      ),
      { seed: 5, numRuns: 400 },
    );
    fc.assert(
      fc.property(fc.array(ratio, { minLength: 1, maxLength: 9 }), anyOptions, (rows, given) =>
        holdsOnlyNumbers(
          'GEN',
          rows.map((row) => ratioEffect(...row, 0.95)),
          given,
        ),
      ),
      { seed: 5, numRuns: 400 },
    );
  });
});
