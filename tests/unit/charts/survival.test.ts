import { expect, it } from 'vitest';
import { looks } from '../../../src/charts/marks.ts';
import { survivalChart, type SurvivalArm, type SurvivalPoint } from '../../../src/charts/survival.ts';

const point = (
  kind: SurvivalPoint['kind'],
  months: number,
  percent: number,
  low?: number,
  high?: number,
): SurvivalPoint => {
  return { kind, months, percent, low, high, label: `${kind} ${months}`, isPlain: true };
};
const arm = (points: SurvivalPoint[], own: Partial<SurvivalArm> = {}): SurvivalArm => {
  return { label: 'Arm', look: looks.main, points, ...own };
};

/** The attributes of each element of a kind, in the order of the picture. */
function drawn(tag: string, ...arms: SurvivalArm[]): Record<string, string>[] {
  const tags = survivalChart(arms)
    .toString()
    .matchAll(new RegExp(`<${tag} ([^>]*)>`, 'g'));
  return [...tags].map(([, text]) =>
    Object.fromEntries([...text!.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, a, b]) => [a, b])),
  );
}
/** What lines are told apart by. */
const kinds = {
  level: (line) => line['x1'] === '0' && line['stroke'] === 'var(--data-grid)',
  base: (line) => line['stroke'] === 'var(--rule-strong)',
  interval: (line) => line['stroke-width'] === '2',
} satisfies Record<string, (line: Record<string, string>) => boolean>;
const lines = (kind: keyof typeof kinds, ...arms: SurvivalArm[]) =>
  drawn('line', ...arms).filter(kinds[kind]);

it('has each figure at its time and share: a median at 50%', () => {
  const own = arm([point('median', 10, 50), point('rate', 20, 25)]);
  const [, median, rate] = drawn('svg', own);
  expect(parseFloat(rate!['x']!)).toBeCloseTo(2 * parseFloat(median!['x']!));
  expect(lines('level', own).map((line) => line['y1'])).toContain(median!['y']);
  const none = Number(lines('base', own)[0]!['y1']);
  expect(Number(rate!['y'])).toBeCloseTo((Number(median!['y']) + none) / 2);
});

it('draws the interval of a median along time and that of a rate along shares', () => {
  const [along, up] = lines('interval', arm([point('median', 10, 50, 8, 14), point('rate', 20, 25, 15, 35)]));
  expect(along!['x1']).not.toBe(along!['x2']);
  expect(along!['y1']).toBe(along!['y2']);
  expect(up!['x1']).toBe(up!['x2']);
  expect(up!['y1']).not.toBe(up!['y2']);
});

it('runs an interval without an upper end to the edge', () => {
  const own = arm([point('median', 10, 50, 8), point('rate', 20, 25)]);
  expect(lines('interval', own)[0]!['x2']).toBe(lines('base', own)[0]!['x2']);
});

it('tells arms apart by shape and comparators by their outline', () => {
  const own = [point('rate', 10, 40), point('rate', 20, 25)];
  const arms = [arm(own), arm(own, { look: looks.comparator })];
  expect(new Set(drawn('path', ...arms).map((path) => path['d'])).size).toBe(2);
  const points = drawn('g', ...arms).filter((group) => group['stroke-width'] === '2');
  const paints = [
    ['var(--data-1)', 'var(--data-1)'],
    ['var(--data-2)', 'var(--paper)'],
  ];
  expect(points.map(({ stroke, fill }) => [stroke, fill])).toEqual(paints.flatMap((paint) => [paint, paint]));
});

it('leaves out a label that would lie on another', () => {
  const crowd = Array.from({ length: 6 }, (_, i) => point('rate', 12, 50 + i / 10));
  const labels = drawn('text', arm(crowd)).filter((text) => text['dx']);
  expect(labels.length).toBeLessThan(6);
});
