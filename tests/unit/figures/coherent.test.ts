import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allChecks, runChecks } from '../../../src/checks/run.ts';
import { parseFigure, pValue, type Figure } from '../../../src/model/figure.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import { upperTail, zOfLevel } from '../../../src/stats/normal.ts';
import { agrestiCoull, wald, wilson } from '../../../src/stats/proportion.ts';
import { checkBase, readBase, trialOf } from './helpers.ts';
import { some } from '../../support/sweep.ts';

/*
 * What is coherent before it is printed must not be flagged after, whatever the rounding. Each run puts one
 * fact in the place of the only one of a base, and asks the checks themselves.
 */
const runs = { numRuns: some(100_000), seed: 20_261_121 };

const corpus = readBase('- {id: fact, kind: count, value: 1, unit: patients}');
const trial = trialOf(corpus);
const frame = {
  id: 'fact',
  report: 'smith-2020',
  locator: 'table 2',
  population: 'all',
  endpoint: 'os',
  role: 'unstated',
};
const family = (...codes: string[]) => allChecks.filter(({ code }) => codes.includes(code));

/** The codes that the checks raise on a fact of these figures. */
function codesOf(figures: object, checks: typeof allChecks): string[] {
  trial.outcomes = [{ ...frame, ...figures } as unknown as Outcome];
  return runChecks(corpus, checks).findings.map(({ code }) => code);
}

/** A value as it would be printed with so many decimals. */
const printed = (value: number, decimals: number): Figure => parseFigure(value.toFixed(decimals))!;
const decimals = fc.integer({ min: 1, max: 4 });
const level = fc.constantFrom(90, 91.25, 92.5, 95, 96, 97.5, 98, 99);

/** Simulations take seconds; a busy machine needs more. */

/** A P as reports print it: to some digits, or as an inequality at a usual threshold. */
function printedP(p: number, digits: number, style: '=' | '<', sides: 1 | 2 | 'unknown') {
  const threshold = [0.0001, 0.001, 0.01, 0.05].find((t) => p < t);
  const text = style === '<' ? (threshold === undefined ? '>0.05' : `<${threshold}`) : p.toFixed(digits);
  return pValue.parse({ printed: text, sides });
}

describe('a ratio, its interval and its P', () => {
  const checks = family(
    'intervals/order',
    'contrasts/symmetry',
    'contrasts/p-value',
    'contrasts/one-sided',
    'contrasts/conclusion',
  );
  const drawn = fc.record({
    log: fc.double({ min: -2.5, max: 2.5, noNaN: true }),
    error: fc.double({ min: 0.01, max: 1.2, noNaN: true }),
    level,
    measure: fc.constantFrom('HR', 'OR', 'RR'),
    digits: fc.tuple(decimals, decimals, decimals, decimals),
    style: fc.constantFrom('=' as const, '<' as const),
    sides: fc.constantFrom('two', 'unsaid', 'one', 'one, of the other direction'),
  });

  it(`that belong together are never flagged: ${runs.numRuns.toLocaleString('en')} simulated triples`, () => {
    let asked = 0;
    fc.assert(
      fc.property(drawn, ({ log, error, level: percent, measure, digits, style, sides }) => {
        const half = zOfLevel(percent / 100) * error;
        const z = Math.abs(log) / error;
        const oneSided = sides.startsWith('one');
        const p = sides === 'one' ? upperTail(z) : oneSided ? upperTail(-z) : 2 * upperTail(z);
        const significant = z * error > half;
        const fact = {
          kind: 'contrast',
          arm: 'new',
          comparator: 'old',
          measure,
          estimate: printed(Math.exp(log), digits[0]),
          interval: {
            kind: 'confidence',
            level: parseFigure(String(percent)),
            low: printed(Math.exp(log - half), digits[1]),
            high: printed(Math.exp(log + half), digits[2]),
          },
          p: printedP(p, digits[3], style, oneSided ? 1 : sides === 'two' ? 2 : 'unknown'),
          favours: significant ? (log < 0 ? 'arm' : 'comparator') : 'neither',
        };
        if (fact.interval.low.value > 0) asked += 1;
        const codes = codesOf(fact, checks);
        if (codes.length > 0) throw new Error(`${codes.join(', ')} on ${JSON.stringify(fact)}`);
      }),
      runs,
    );
    // Where a limit is printed as 0.0 there is no logarithm to ask about.
    expect(asked).toBeGreaterThan(0.9 * runs.numRuns);
  });

  it('are flagged when the estimate is that of another study', () => {
    let flagged = 0;
    const tried = some(1000);
    fc.assert(
      fc.property(drawn, ({ log, error, level: percent }) => {
        const half = zOfLevel(percent / 100) * error;
        const at = (x: number) => printed(Math.exp(x), 4);
        const interval = {
          kind: 'confidence',
          level: parseFigure(String(percent)),
          low: at(log - half),
          high: at(log + half),
        };
        const fact = { kind: 'contrast', measure: 'HR', estimate: at(log + 0.8 * half), interval };
        if (codesOf(fact, checks).length > 0) flagged += 1;
      }),
      { ...runs, numRuns: tried },
    );
    expect(flagged).toBeGreaterThan(0.95 * tried);
  });
});

describe('a one-sided P that a report does not call so', () => {
  it('is named, wherever the figures have the digits to tell', () => {
    const size = fc.record({
      z: fc.double({ min: 1.3, max: 3.5, noNaN: true }),
      error: fc.double({ min: 0.1, max: 0.5, noNaN: true }),
      level,
    });
    fc.assert(
      fc.property(
        size,
        fc.constantFrom('unknown' as const, 2 as const),
        ({ z, error, level: percent }, sides) => {
          const [log, half] = [-z * error, zOfLevel(percent / 100) * error];
          const at = (x: number) => printed(Math.exp(x), 4);
          const fact = {
            kind: 'contrast',
            measure: 'HR',
            estimate: at(log),
            interval: {
              kind: 'confidence',
              level: parseFigure(String(percent)),
              low: at(log - half),
              high: at(log + half),
            },
            p: pValue.parse({ printed: upperTail(z).toFixed(5), sides }),
          };
          expect(codesOf(fact, family('contrasts/p-value', 'contrasts/one-sided'))).toEqual([
            sides === 2 ? 'contrasts/p-value' : 'contrasts/one-sided',
          ]);
        },
      ),
      { ...runs, numRuns: some(5_000) },
    );
  });
});

describe('a proportion', () => {
  const checks = family(
    'arithmetic/percent',
    'arithmetic/grim',
    'arithmetic/parts',
    'intervals/order',
    'intervals/bounds',
  );
  const drawn = fc.record({
    total: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 5000 })),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    level,
    digits: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })),
    rounding: fc.constantFrom('half away from zero', 'half to even', 'cut off'),
    compute: fc.constantFrom(wilson, wald, agrestiCoull),
    leaveOut: fc.constantFrom('nothing', 'events', 'interval'),
  });

  /**
   * 100 x/n to so many digits, by whole numbers: toFixed would decide halves by what a float happens to be.
   */
  function percentOf(x: number, n: number, digits: number, rounding: string): string {
    const scaled = BigInt(100 * 10 ** digits * x);
    const [whole, rest] = [scaled / BigInt(n), scaled % BigInt(n)];
    const twice = 2n * rest;
    const up =
      rounding !== 'cut off' &&
      (twice > BigInt(n) ||
        (twice === BigInt(n) && (rounding === 'half away from zero' || whole % 2n === 1n)));
    const text = String(whole + (up ? 1n : 0n)).padStart(digits + 1, '0');
    return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  }

  it(`that belongs to its counts is never flagged: ${runs.numRuns.toLocaleString('en')} simulated proportions`, () => {
    fc.assert(
      fc.property(drawn, ({ total, part, level: percent, digits, rounding, compute, leaveOut }) => {
        const events = Math.min(total, Math.floor(part * (total + 1)));
        const { low, high } = compute(events, total, percent / 100);
        const fact = {
          kind: 'proportion',
          ...(leaveOut === 'events' ? {} : { events: parseFigure(String(events)) }),
          total: parseFigure(String(total)),
          percent: parseFigure(percentOf(events, total, digits[0], rounding)),
          ...(leaveOut === 'interval' || rounding === 'cut off'
            ? {}
            : {
                interval: {
                  kind: 'confidence',
                  level: parseFigure(String(percent)),
                  low: printed(100 * low, digits[1]),
                  high: printed(100 * high, digits[1]),
                },
              }),
        };
        const codes = codesOf(fact, checks);
        if (codes.length > 0) throw new Error(`${codes.join(', ')} on ${JSON.stringify(fact)}`);
      }),
      runs,
    );
  });

  it('that was printed with another last digit is always flagged, but where it was cut off', () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom(-2, 2), ({ total, part, digits: [digits] }, shift) => {
        const events = Math.min(total, Math.floor(part * (total + 1)));
        const percent =
          Number(percentOf(events, total, digits, 'half away from zero')) + shift * 10 ** -digits;
        if (percent < 0 || percent > 100) return;
        const figures = {
          events: parseFigure(String(events)),
          total: parseFigure(String(total)),
          percent: printed(percent, digits),
        };
        expect(codesOf({ kind: 'proportion', ...figures }, family('arithmetic/percent'))).toEqual([
          'arithmetic/percent',
        ]);
      }),
      { ...runs, numRuns: some(10_000) },
    );
  });
});

describe('what is known to be right', () => {
  const counts: [number, number, string][] = [
    [58, 59, '98'],
    [53, 59, '90'],
    [64, 65, '98'],
    [39, 65, '60'],
    [62, 65, '95'],
    [14, 53, '26'],
    [8, 30, '27'],
    [4, 12, '33.3'],
  ];
  const ratios = [
    'estimate: 0.45, interval: {level: 97.5, low: 0.34, high: 0.61}, p: "<0.001", favours: arm',
    'estimate: 0.66, interval: {level: 95, low: 0.45, high: 0.98}, p: "<0.05", favours: arm',
  ];
  it.each([
    ...counts.map(
      ([x, n, percent]) => `- {id: fact, kind: proportion, events: ${x}, total: ${n}, percent: ${percent}}`,
    ),
    ...counts.map(([, n, percent]) => `- {id: fact, kind: proportion, total: ${n}, percent: ${percent}}`),
    ...ratios.map(
      (ratio) =>
        `- {id: fact, kind: contrast, endpoint: efs, measure: HR, arm: new, comparator: old, ${ratio}}`,
    ),
  ])('raises nothing: %s', (fact) => {
    expect(checkBase(fact).findings).toEqual([]);
  });
});
