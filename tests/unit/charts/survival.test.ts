import { expect, it } from 'vitest';
import { survivalChart, type SurvivalArm, type SurvivalPoint } from '../../../src/charts/survival.ts';
import { attribute, parseHtml } from '../../support/html.ts';

const point = (kind: SurvivalPoint['kind'], months: number, percent: number, low?: number, high?: number): SurvivalPoint => ({
  ...{ kind, months, percent, low, high },
  label: `${kind} ${months}`,
  isPlain: true,
});
const arm = (points: SurvivalPoint[], own: Partial<SurvivalArm> = {}): SurvivalArm => ({
  ...{ label: 'Arm', shape: 'circle', isComparator: false, points },
  ...own,
});
const drawn = (...arms: SurvivalArm[]) => parseHtml(survivalChart(arms).toString());
const places = (root: ReturnType<typeof drawn>, selector: string, ...names: string[]) =>
  root.querySelectorAll(selector).map((element) => names.map((name) => attribute(element, name)));

it('has each figure at its time and share: a median at 50%', () => {
  const root = drawn(arm([point('median', 10, 50), point('rate', 20, 25)]));
  const [[x1, y1], [x2, y2]] = places(root, 'g > svg', 'x', 'y') as [[string, string], [string, string]];
  expect(parseFloat(x2)).toBeCloseTo(2 * parseFloat(x1));
  const levels = new Map(
    root.querySelectorAll('line.grid, line.base').map((line) => [attribute(line, 'y1'), attribute(line, 'y2')]),
  );
  expect(levels.get(y1)).toBe(y1);
  const [half, none] = [Number(y1), Number(attribute(root.querySelector('line.base')!, 'y1'))];
  expect(Number(y2)).toBeCloseTo((half + none) / 2);
});

it('draws the interval of a median along time and that of a rate along shares', () => {
  const root = drawn(arm([point('median', 10, 50, 8, 14), point('rate', 20, 25, 15, 35)]));
  const [along, up] = places(root, 'line.interval', 'x1', 'x2', 'y1', 'y2');
  expect(along![0]).not.toBe(along![1]);
  expect(along![2]).toBe(along![3]);
  expect(up![0]).toBe(up![1]);
  expect(up![2]).not.toBe(up![3]);
});

it('runs an interval without an upper end to the edge', () => {
  const root = drawn(arm([point('median', 10, 50, 8, undefined), point('rate', 20, 25)]));
  expect(attribute(root.querySelector('line.interval')!, 'x2')).toBe(attribute(root.querySelector('line.base')!, 'x2'));
});

it('tells arms apart by shape and comparators by their outline', () => {
  const own = [point('rate', 10, 40), point('rate', 20, 25)];
  const root = drawn(arm(own), arm(own, { shape: 'square', isComparator: true }));
  const shapes = new Set(root.querySelectorAll('path.point').map((path) => attribute(path, 'd')));
  expect(shapes.size).toBe(2);
  expect(root.querySelectorAll('g').map((group) => attribute(group, 'class'))).toEqual(['arm-0', 'arm-1 hollow']);
});

it('leaves out a label that would lie on another', () => {
  const crowd = Array.from({ length: 6 }, (_, i) => point('rate', 12, 50 + i / 10));
  const root = drawn(arm(crowd));
  const lines = places(root, 'g > text', 'y')
    .map(([y]) => Number(y))
    .sort((a, b) => a - b);
  expect(lines.length).toBeLessThan(6);
  expect(lines.every((y, i) => i === 0 || y - lines[i - 1]! >= 12)).toBe(true);
});
