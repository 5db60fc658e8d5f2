import { describe, expect, test } from 'vitest';
import { axisNumbers, fluidAxis, intervalStrip } from '../../../src/charts/interval-strip.ts';

const mark = { point: 50, low: 25, high: 75, computed: false };
const axis = fluidAxis('percent', []);
const drawn = (look: 'main' | 'other' | 'comparator' | 'pooled', over: Partial<typeof mark> = {}) =>
  intervalStrip([{ mark: { ...mark, ...over }, look }], axis, 22).text;
/** Horizontal lines: the intervals. */
const intervals = (svg: string) => [...svg.matchAll(/<line x1="([\d.]+)%" x2="([\d.]+)%" y1="11" y2="11"/g)];

describe('a strip', () => {
  test('places a rate and its interval in percent of its width', () => {
    const svg = drawn('main');
    expect(svg).toContain('<svg x="50%" y="11"');
    const [[, from, to] = []] = intervals(svg);
    expect([Number(from), Number(to)]).toEqual([26, 74]);
  });

  test('dashes an interval that was computed, and no other', () => {
    expect(drawn('main', { computed: true })).toContain('stroke-dasharray');
    expect(drawn('main')).not.toContain('stroke-dasharray');
  });

  test('tells its marks apart by outline, not by colour alone', () => {
    const outlines = (['main', 'comparator', 'pooled'] as const).map(
      (look) => /<path d="([^"]+)"/.exec(drawn(look))![1],
    );
    expect(new Set(outlines).size).toBe(3);
    expect(drawn('other')).toContain('fill="var(--paper)"');
  });

  test('runs on to its edge where an interval is open, and draws nothing where there is no figure', () => {
    const open = intervalStrip(
      [{ mark: { point: undefined, low: 25, high: undefined, computed: false }, look: 'main' }],
      axis,
      22,
    );
    expect(intervals(open.text)[0]!.slice(1)).toEqual(['26', '100']);
    expect(open.text).not.toContain('<path');
    expect(intervalStrip([{ mark: undefined, look: 'main' }], axis, 22).text).not.toContain('<g');
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
