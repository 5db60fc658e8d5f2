import { describe, expect, test } from 'vitest';
import { fluidAxis } from '../../../src/charts/axis.ts';
import { lookOf, type LookName, type Mark } from '../../../src/charts/marks.ts';
import { axisNumbers, strip } from '../../../src/charts/strip.ts';

const mark = { point: 50, low: 25, high: 75, computed: false };
const axis = fluidAxis('percent', []);
const drawn = (look: LookName, over: Partial<Mark> = {}) =>
  strip([{ mark: { ...mark, ...over }, look }], axis, 22).text;
/** Where intervals begin and end. */
const intervals = (svg: string) =>
  [...svg.matchAll(/<svg x="([\d.]+)%" y="11" width="([\d.]+)%"><line x2="100%"/g)].map(([, from, width]) => [
    Number(from),
    Number(from) + Number(width),
  ]);

describe('a strip', () => {
  test('places a rate and its interval in percent of its width', () => {
    const svg = drawn('main');
    expect(svg).toContain('<svg x="50%" y="11"');
    expect(intervals(svg)).toEqual([[26, 74]]);
  });

  test('dashes an interval that was computed, and no other', () => {
    expect(drawn('main', { computed: true })).toContain('stroke-dasharray');
    expect(drawn('main')).not.toContain('stroke-dasharray');
  });

  test('tells its marks apart by outline, not by colour alone', () => {
    const outlines = (['main', 'third', 'comparator', 'pooled'] as const).map(
      (look) => /<path d="([^"]+)"/.exec(drawn(look))![1],
    );
    expect(new Set(outlines).size).toBe(4);
    expect(drawn('other')).toContain('fill="var(--paper)"');
  });

  test('draws hollow squares for comparators on any side', () => {
    expect([lookOf(true, 1), lookOf(false), lookOf(false, 1), lookOf(false, 9)]).toEqual([
      'comparator',
      'main',
      'second',
      'third',
    ]);
    expect(drawn('comparator')).toContain('fill="var(--paper)"');
    expect(drawn('second')).not.toContain('var(--paper)');
  });

  test('has caps at both ends of an interval, and none where it is no confidence interval', () => {
    const lines = (svg: string) => /<g .*/.exec(svg)![0].match(/<line /g)!.length;
    expect(lines(drawn('main'))).toBe(3);
    expect(lines(drawn('main', { kind: 'range' }))).toBe(1);
  });

  test('uses the lines that its axis has drawn for all', () => {
    const one = strip([{ mark, look: 'main' }], axis, 22, 'shared').text;
    expect(one).toContain('<use href="#shared"/>');
    expect(one).not.toContain('data-grid');
    const shared = axisNumbers(axis, '%', { grid: 'shared' }).text;
    expect(/<symbol id="shared">(.*)<\/symbol>/.exec(shared)![1]!.match(/<line /g)).toHaveLength(5);
  });

  test('leaves out a number for which the unit leaves no room', () => {
    const long = fluidAxis('time', [{ point: 60, computed: false }]);
    const labels = (width: number) =>
      [...axisNumbers(long, ' months of follow-up', { width }).text.matchAll(/>([^<]+)</g)].map(
        ([, label]) => label,
      );
    expect(labels(1000)).toEqual(['0', '20', '40', '60 months of follow-up']);
    expect(labels(180)).toEqual(['0', '60 months of follow-up']);
  });

  test('runs on to its edge where an interval is open, and draws nothing where there is no figure', () => {
    const open = strip(
      [{ mark: { point: undefined, low: 25, high: undefined, computed: false }, look: 'main' }],
      axis,
      22,
    );
    expect(intervals(open.text)).toEqual([[26, 100]]);
    expect(open.text).not.toContain('<path');
    expect(strip([{ mark: undefined, look: 'main' }], axis, 22).text).not.toContain('<g');
  });

  test('numbers its axis, with the unit behind the last', () => {
    expect([...axisNumbers(axis, '%').text.matchAll(/>([\d%]+)</g)].map(([, label]) => label)).toEqual([
      '0',
      '25',
      '50',
      '75',
      '100%',
    ]);
  });
});
