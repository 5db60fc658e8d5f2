import fs from 'node:fs';
import { expect, test } from 'vitest';
import { chiSquaredUpperTail } from '../../../src/stats/chi-squared.ts';
import { tOfTwoSidedP } from '../../../src/stats/student-t.ts';

const golden = JSON.parse(
  fs.readFileSync(new URL('../../golden/distributions.json', import.meta.url), 'utf8'),
) as {
  p: number[];
  t: number[][];
  chiSquared: { x: number[]; tail: number[] }[];
};

/** The largest relative error, and where it is. */
function worst(errors: readonly { got: number; wanted: number; of: string }[]): {
  error: number;
  of: string;
} {
  return errors
    .map(({ got, wanted, of }) => ({ error: Math.abs(got / wanted - 1), of: `${of}: ${got}, R ${wanted}` }))
    .reduce((a, b) => (b.error <= a.error ? a : b));
}

test('quantiles of t are those of R for 1 to 200 degrees of freedom', () => {
  expect(golden.t).toHaveLength(200);
  const errors = golden.t.flatMap((row, i) =>
    row.map((wanted, j) => ({
      got: tOfTwoSidedP(golden.p[j]!, i + 1),
      wanted,
      of: `p ${golden.p[j]}, df ${i + 1}`,
    })),
  );
  const { error, of } = worst(errors);
  console.error(`worst relative error of t: ${error.toExponential(1)}, ${of}`);
  expect(error, of).toBeLessThan(1e-10);
});

test('tails of chi-squared are those of R for 1 to 200 degrees of freedom', () => {
  expect(golden.chiSquared).toHaveLength(200);
  const errors = golden.chiSquared.flatMap(({ x, tail }, i) =>
    x.map((at, j) => ({ got: chiSquaredUpperTail(at, i + 1), wanted: tail[j]!, of: `x ${at}, df ${i + 1}` })),
  );
  const { error, of } = worst(errors);
  console.error(`worst relative error of chi-squared: ${error.toExponential(1)}, ${of}`);
  expect(error, of).toBeLessThan(1e-10);
});

/** R: `sprintf("%.15g", qt(0.025, df, lower.tail = FALSE))`, `pchisq(x, df, lower.tail = FALSE)`. */
test('many studies, and values beyond all numbers, keep their places', () => {
  expect(tOfTwoSidedP(0.05, 5000)).toBeCloseTo(1.96043855170651, 12);
  expect(tOfTwoSidedP(1e-12, 1) / 636619772367.581).toBeCloseTo(1, 12);
  expect(chiSquaredUpperTail(2200, 2000) / 0.00105932325392998).toBeCloseTo(1, 11);
  expect(chiSquaredUpperTail(0, 5)).toBe(1);
  expect(chiSquaredUpperTail(1e5, 4)).toBe(0);
});
