import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, figure, grade, interval, parseFigure, percent, pValue } from '../../../src/model/figure.ts';

describe('a printed figure', () => {
  it.each([
    ['24', 24, 0],
    ['70.5', 70.5, 1],
    ['5.0', 5, 1],
    ['0.10', 0.1, 2],
    ['.0105', 0.0105, 4],
    ['1.7e6', 1_700_000, -5],
    ['1.701e+6', 1_701_000, -3],
    ['2E-3', 0.002, 3],
    ['-5.0', -5, 1],
    ['+0.3', 0.3, 1],
    ['007', 7, 0],
    ['0', 0, 0],
  ])('%s keeps its form beside the number %d, with %d decimals', (printed, value, decimals) => {
    expect(parseFigure(printed)).toEqual({ printed, value, decimals });
  });

  it.each([
    ['<0.001', '<', 0.001],
    ['≥3', '≥', 3],
    ['> 60', '>', 60],
    ['≤.5', '≤', 0.5],
  ])('%s keeps its bound', (printed, bound, value) => {
    expect(parseFigure(printed)).toMatchObject({ printed, bound, value });
  });

  it.each([
    '',
    ' ',
    '-',
    '.',
    '7.',
    '1,5',
    '1·5',
    '1 000',
    '50%',
    '7 months',
    '5-6',
    '0x1F',
    '1_000',
    '.inf',
    'NaN',
    'Infinity',
    'e5',
    '1e',
    '1e400',
    '<',
    '<<1',
    '１',
    'ten',
  ])('%j is none', (text) => {
    expect(parseFigure(text)).toBeUndefined();
  });

  it('loses nothing: whatever is printed comes back as it was', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 12 });
    const parts = fc.record({
      bound: fc.constantFrom('', '<', '>', '≤', '≥'),
      sign: fc.constantFrom('', '-', '+'),
      whole: digits,
      fraction: fc.option(digits, { nil: undefined }),
      exponent: fc.option(fc.integer({ min: -30, max: 30 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(parts, ({ bound, sign, whole, fraction, exponent }) => {
        const number = `${sign}${whole}${fraction === undefined ? '' : `.${fraction}`}${exponent === undefined ? '' : `e${exponent}`}`;
        const parsed = parseFigure(`${bound}${number}`)!;
        expect(parsed.printed).toBe(`${bound}${number}`);
        expect(parsed.bound ?? '').toBe(bound);
        expect(parsed.value).toBe(Number(number));
        expect(parsed.decimals).toBe((fraction?.length ?? 0) - (exponent ?? 0));
      }),
    );
  });

  it('says how exact it is: half a unit of its last digit rounds back to it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 0, max: 6 }),
        (units, decimals) => {
          const printed = (units / 10 ** decimals).toFixed(decimals);
          const { value, decimals: told } = parseFigure(printed)!;
          expect(told).toBe(decimals);
          expect((value + 0.4 * 10 ** -told).toFixed(decimals)).toBe(printed);
        },
      ),
    );
  });

  it('is read from any text without a crash, and then stands for a finite number', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789.eE+-<>≤≥ ') })),
        (text) => {
          const parsed = parseFigure(text);
          if (parsed) expect([parsed.printed, Number.isFinite(parsed.value)]).toEqual([text.trim(), true]);
        },
      ),
    );
  });
});

/** Whether a schema takes a value, and what it makes of it. */
const taken = (schema: { safeParse(value: unknown): { success: boolean; data?: unknown } }, value: unknown) =>
  schema.safeParse(value);

describe('what an author may write', () => {
  it.each([24, '24', '0', '<5', '1e3'])('%j counts patients', (value) => {
    expect(taken(count, value).success).toBe(true);
  });

  it.each([-1, 1.5, '24%', 'many', null, true, [24]])('%j does not count patients', (value) => {
    expect(taken(count, value).success).toBe(false);
  });

  it.each([
    [0, true],
    ['100', true],
    ['99.9', true],
    [101, false],
    [-0.1, false],
    ['50%', false],
  ])('%j as a percentage: %s', (value, fits) => {
    expect(taken(percent, value).success).toBe(fits);
  });

  it.each([
    ['<0.001', { comparator: '<', value: 0.001, sides: 'unknown' }],
    ['P<0.001', { comparator: '<', value: 0.001 }],
    ['0.0203', { comparator: '=', value: 0.0203, printed: '0.0203' }],
    ['1.3e-6', { comparator: '=', value: 1.3e-6, printed: '1.3e-6' }],
    [1e-7, { comparator: '=', value: 1e-7, printed: '1e-7' }],
    ['P < 1.30e-6', { comparator: '<', value: 1.3e-6, printed: 'P < 1.30e-6' }],
    ['.0105', { comparator: '=', value: 0.0105, printed: '.0105' }],
    [0.04, { comparator: '=', value: 0.04 }],
    ['= 0.50', { comparator: '=', value: 0.5 }],
    ['NS', { comparator: 'ns' }],
    ['n.s.', { comparator: 'ns' }],
    [
      { printed: '.0105', sides: 1, test: 'log-rank' },
      { comparator: '=', value: 0.0105, sides: 1, test: 'log-rank' },
    ],
  ])('%j is a P value', (written, read) => {
    expect(taken(pValue, written).data).toMatchObject(read);
  });

  it.each(['1.2', 'significant', '5%', '-0.1', '', { printed: '0.1', side: 1 }])(
    '%j is no P value',
    (written) => {
      expect(taken(pValue, written).success).toBe(false);
    },
  );

  it.each([
    ['3', { min: 3, max: 3 }],
    [4, { min: 4, max: 4 }],
    ['3-4', { min: 3, max: 4 }],
    ['3–5', { min: 3, max: 5 }],
    ['≥3', { min: 3, max: 5 }],
    ['>=2', { min: 2, max: 5 }],
    ['any', { printed: 'any' }],
    ['severe', { printed: 'severe' }],
  ])('grade %j', (written, read) => {
    expect(taken(grade, written).data).toMatchObject(read);
  });

  it.each(['6', '0', '3+', 'III', 'grade 3', ''])('%j is no grade', (written) => {
    expect(taken(grade, written).success).toBe(false);
  });

  it('an interval has the level that is printed, never one that is assumed', () => {
    expect(taken(interval, { low: 0.34, high: 0.61 }).success).toBe(false);
    expect(taken(interval, { level: 97.5, low: '0.34', high: '0.60' }).data).toMatchObject({
      kind: 'confidence',
      level: { printed: '97.5', value: 97.5 },
      high: { printed: '0.60' },
    });
    expect(taken(interval, { kind: 'range', low: 1, high: 9 }).success).toBe(true);
    expect(taken(interval, { level: 95, low: 4.2, high: 'not-reached' }).data).toMatchObject({
      high: 'not-reached',
    });
  });

  it.each([0.95, 50, 100, 'most'])('%j is no level in percent', (level) => {
    expect(taken(interval, { level, low: 1, high: 2 }).success).toBe(false);
  });

  it('a figure may be a number or text, but no other thing', () => {
    expect(taken(figure, '5.0').data).toMatchObject({ printed: '5.0' });
    for (const value of [true, null, [], {}, undefined]) expect(taken(figure, value).success).toBe(false);
  });
});
