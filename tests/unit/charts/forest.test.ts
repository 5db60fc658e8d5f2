import { describe, expect, test } from 'vitest';
import { forest, forestFile } from '../../../src/charts/forest.ts';
import { onPage, onPaper } from '../../../src/charts/paint.ts';
import { counted, madeDataset, ratio } from '../../support/made-dataset.ts';
import { fourCounts, resultOf, synthesisOf, threeRatios } from '../../support/synthesis.ts';

const drawn = (synthesis: ReturnType<typeof synthesisOf>, width = 860) =>
  forest(synthesis, { width, paint: onPaper, title: 'Response' }).text;
const all = (svg: string, pattern: RegExp) => [...svg.matchAll(pattern)].map((match) => match.slice(1));
const pooled = synthesisOf(fourCounts, { overrides: ['setting'] });

/** Squares of studies: the middle and the side of each. */
const squares = (svg: string) =>
  all(svg, /<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="[\d.]+" stroke="none"\/>/g).map(
    ([x, side]) => ({
      at: Number(x) + Number(side) / 2,
      side: Number(side),
    }),
  );
const diamonds = (svg: string) =>
  all(
    svg,
    /fill="(#\w+)" stroke="#b84a00" stroke-width="1.5"><polygon points="([\d.]+),[\d.]+ ([\d.]+),[\d.]+ ([\d.]+),/g,
  );

describe('a forest plot', () => {
  const svg = drawn(pooled);
  const [left, right] = [Math.round(860 * 0.385) + 6, Math.round(860 * 0.69) - 6];
  const place = (share: number) => left + share * (right - left);

  test('has each study at its proportion', () => {
    // In the order of their names.
    const shares = [54 / 75, 18 / 21, 61 / 75, 32 / 53];
    const found = squares(svg);
    expect(found).toHaveLength(4);
    found.forEach(({ at }, i) => expect(Math.abs(at - place(shares[i]!))).toBeLessThan(0.2));
  });

  test('has squares whose areas are the weights', () => {
    const { weights } = resultOf(fourCounts, { overrides: ['setting'] }).pooled;
    const areas = squares(svg).map(({ side }) => side ** 2);
    areas.forEach((area, i) => expect(area / areas[3]!).toBeCloseTo(weights[i]! / weights[3]!, 1));
    expect(svg).toContain(`>${(100 * weights[0]!).toFixed(1)}%<`);
  });

  test('has a diamond from limit to limit of the pooled effect, and a bar for the prediction', () => {
    const { read } = resultOf(fourCounts, { overrides: ['setting'] });
    const [[fill, low, point, high]] = diamonds(svg) as [string[]];
    expect(fill).toBe(onPaper.effect);
    expect([Number(low), Number(point), Number(high)]).toEqual([
      expect.closeTo(place(read.ci.low), 0),
      expect.closeTo(place(read.estimate), 0),
      expect.closeTo(place(read.ci.high), 0),
    ]);
    const [[x, width]] = all(svg, /<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="4"/g) as [string[]];
    expect(Number(x)).toBeCloseTo(place(read.prediction!.low), 0);
    expect(Number(x) + Number(width)).toBeCloseTo(place(read.prediction!.high), 0);
  });

  test('says in words what it shows, and what was overridden', () => {
    expect(svg).toContain('<title>Response</title>');
    const [[told]] = all(svg, /<desc>([^<]*)<\/desc>/g) as [string[]];
    expect(told).toMatch(
      /^A &quot;1&quot; &amp; &lt;b&gt; 72.0% \(.*weight .*Random effects 74.2% \(53.9–87.6\); Prediction interval/,
    );
    expect(svg).toContain('choice against: The same setting');
  });

  test('has nothing but numbers as numbers, and escapes names', () => {
    expect(svg).not.toMatch(/NaN|Infinity|undefined|<b>/);
    expect(
      all(svg, /<(\w+)/g)
        .flat()
        .sort()
        .join(),
    ).toMatch(/^desc,(g,)+(line,)+(polygon,)+(rect,)+svg,(text,)+title$/);
  });

  test('has no diamond where the gate refuses, and names the rules', () => {
    const refused = drawn(synthesisOf(fourCounts));
    expect(diamonds(refused)).toEqual([]);
    expect(refused).not.toContain(onPaper.prediction);
    expect(squares(refused).map(({ side }) => side)).toEqual([8, 8, 8, 8]);
    expect(refused).toContain('comparability rules not met');
    expect(refused).toContain('– The same setting');
  });

  test('has a hollow diamond for each subgroup', () => {
    const parted = drawn(synthesisOf(fourCounts, { overrides: ['setting'], by: 'setting' }));
    expect(diamonds(parted).map(([fill]) => fill)).toEqual([onPaper.paper, onPaper.paper, onPaper.effect]);
    expect(parted).toMatch(/Differences between subgroups: Q [\d.]+, df 1, P/);
  });

  test('fits a narrow screen, with every study in it', () => {
    const narrow = drawn(pooled, 320);
    expect(narrow).toMatch(/^<svg [^>]*viewBox="0 0 320 \d+"/);
    expect(squares(narrow)).toHaveLength(4);
    const ends = all(narrow, / x[12]?="([\d.]+)"/g).map(([x]) => Number(x));
    expect(Math.max(...ends)).toBeLessThanOrEqual(320);
  });

  test('stands alone on paper, in plain colours', () => {
    const file = forestFile(pooled, 'Response', ['Base 1.0.0']);
    expect(file).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg [^>]*viewBox="-20 -20 900 /);
    expect(file).toMatch(/<rect x="-20" y="-20" width="900" height="\d+" fill="#ffffff"\/>/);
    expect(file).toContain('>Base 1.0.0</text>');
    expect(file).not.toContain('var(');
    expect(drawn(pooled).replaceAll(/#[0-9a-f]{6}/g, '')).not.toMatch(/(fill|stroke)="(?!none|")/);
    expect(forest(pooled, { width: 860, paint: onPage, title: 'x' }).text).not.toMatch(/#[0-9a-f]{6}/);
  });
});

describe('a forest plot of ratios', () => {
  test('is on a logarithmic scale with 1 on it', () => {
    const svg = drawn(synthesisOf(threeRatios));
    const ticks = all(svg, /<text x="([\d.]+)" y="[\d.]+" text-anchor="middle"[^>]*>([\d.]+)</g).map(
      ([x, label]) => [Number(label), Number(x)],
    );
    expect(ticks.map(([label]) => label)).toEqual([0.5, 1, 2]);
    expect(ticks[1]![1]! - ticks[0]![1]!).toBeCloseTo(ticks[2]![1]! - ticks[1]![1]!, 0);
  });

  test('shows with arrows what runs beyond it, whatever the figures', () => {
    const extreme = madeDataset([
      ratio('a', 1e-9, 1e-30, 1e3),
      ratio('b', 500, 1, 1e8),
      ratio('c', 1, 0.9, 1.1),
    ]);
    for (const width of [320, 860]) {
      const svg = drawn(synthesisOf(extreme, { test: 'z' }), width);
      expect(svg).not.toMatch(/NaN|Infinity/);
      expect(all(svg, /<polygon points="([\d.]+),/g).length).toBeGreaterThan(2);
      expect(Math.max(...squares(svg).map(({ at }) => at))).toBeLessThan(width);
    }
  });
});

test('a proportion beyond 0 or 1 on the raw scale ends at the edge', () => {
  const svg = drawn(
    synthesisOf(madeDataset([counted('a', 1, 40), counted('b', 0, 9), counted('c', 3, 12)]), {
      measure: 'PR',
    }),
  );
  expect(svg).not.toMatch(/NaN/);
  expect(svg).toMatch(/−\d+\.\d to \d/);
});
