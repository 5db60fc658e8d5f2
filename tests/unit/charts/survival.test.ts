import { expect, it } from 'vitest';
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
  return { label: 'Arm', shape: 'circle', isComparator: false, points, ...own };
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
const lines = (name: string, ...arms: SurvivalArm[]) =>
  drawn('line', ...arms).filter((line) => line['class'] === name);

it('has each figure at its time and share: a median at 50%', () => {
  const own = arm([point('median', 10, 50), point('rate', 20, 25)]);
  const [, median, rate] = drawn('svg', own);
  expect(parseFloat(rate!['x']!)).toBeCloseTo(2 * parseFloat(median!['x']!));
  expect(lines('grid', own).map((line) => line['y1'])).toContain(median!['y']);
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
  const arms = [arm(own), arm(own, { shape: 'square', isComparator: true })];
  expect(new Set(drawn('path', ...arms).map((path) => path['d'])).size).toBe(2);
  expect(drawn('g', ...arms).map((group) => group['class'])).toEqual(['arm-0', 'arm-1 hollow']);
});

it('leaves out a label that would lie on another', () => {
  const crowd = Array.from({ length: 6 }, (_, i) => point('rate', 12, 50 + i / 10));
  const labels = drawn('text', arm(crowd)).filter((text) => text['dx']);
  expect(labels.length).toBeLessThan(6);
});
