import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../src/reading/yaml.ts';
import { corpusOf, trial } from '../helpers/corpus.ts';

/** What an author types, unquoted, in an outcome of the file; what the base holds of it. */
function read(key: string, typed: string, outcome: string): string | undefined {
  const { entries, findings } = corpusOf({
    'trials/alpha.mdx': trial(`- {id: cr, ${outcome}, ${key}: ${typed}}`),
  });
  expect(findings).toEqual([]);
  const fact = entries.trials[0]!.data!.outcomes[0] as unknown as Record<string, { printed: string }>;
  return fact[key]?.printed;
}

describe('a figure typed without quotes keeps the form in which it is printed', () => {
  it.each([
    ['percent', '5.0', 'kind: proportion'],
    ['percent', '0.10', 'kind: proportion'],
    ['percent', '70.50', 'kind: proportion'],
    ['percent', '.5', 'kind: proportion'],
    ['percent', '<0.1', 'kind: proportion'],
    ['percent', '≥90', 'kind: proportion'],
    ['percent', '100', 'kind: proportion'],
    ['events', '018', 'kind: proportion'],
    ['value', '1.7e6', 'kind: dose, unit: cells/kg'],
    ['value', '1.70E+6', 'kind: dose, unit: cells/kg'],
    ['value', '-5.0', 'kind: median, unit: months'],
    ['value', '7.0', 'kind: median, unit: months'],
    ['estimate', '0.450', 'kind: contrast, measure: HR, arm: new, comparator: old'],
    ['estimate', '1.00', 'kind: contrast, measure: HR, arm: new, comparator: old'],
    ['p', '<0.001', 'kind: contrast, measure: p-only, arm: new, comparator: old'],
    ['p', '.0105', 'kind: contrast, measure: p-only, arm: new, comparator: old'],
    ['p', '0.020', 'kind: contrast, measure: p-only, arm: new, comparator: old'],
    ['p', 'NS', 'kind: contrast, measure: p-only, arm: new, comparator: old'],
    ['grade', '≥3', 'kind: adverse-event, scale: unstated, percent: 5.0'],
    ['grade', '3-4', 'kind: adverse-event, scale: unstated, percent: 5.0'],
  ])('%s: %s', (key, typed, outcome) => {
    expect(read(key, typed, outcome)).toBe(typed);
  });

  it('in quotes of either sort, too', () => {
    expect(read('percent', '"5.0"', 'kind: proportion')).toBe('5.0');
    expect(read('percent', "'5.0'", 'kind: proportion')).toBe('5.0');
  });

  it('a one-sided P value keeps its form and its sides', () => {
    const { entries } = corpusOf({
      'trials/alpha.mdx': trial(
        '- {id: p, kind: contrast, measure: p-only, arm: new, comparator: old, p: {printed: .0105, sides: 1}}',
      ),
    });
    expect(entries.trials[0]!.data!.outcomes[0]).toMatchObject({
      p: { printed: '.0105', value: 0.0105, sides: 1 },
    });
  });

  it('an interval keeps the form of its limits and of its level', () => {
    const { entries } = corpusOf({
      'trials/alpha.mdx': trial(
        '- {id: cr, kind: proportion, percent: 80.0, interval: {level: 97.50, low: 70.0, high: 90.10}}',
      ),
    });
    expect(entries.trials[0]!.data!.outcomes[0]).toMatchObject({
      percent: { printed: '80.0' },
      interval: {
        level: { printed: '97.50', value: 97.5 },
        low: { printed: '70.0' },
        high: { printed: '90.10' },
      },
    });
  });
});

describe('YAML values', () => {
  it.each([
    ['a version', '1.0', '1.0'],
    ['a version that ends in zero', '1.10', '1.10'],
    ['a date', '2026-01-31', '2026-01-31'],
    ['a whole number', '24', 24],
    ['yes, which is a word', 'yes', 'yes'],
    ['a truth', 'true', true],
    ['nothing', '', null],
    ['hexadecimal digits, which no report prints', '0x1F', '0x1F'],
  ])('%s: %s', (_, typed, value) => {
    expect(readYaml(`a: ${typed}`).data).toEqual({ a: value });
  });

  it('any decimal number comes out as it was typed', () => {
    const decimal = fc.tuple(
      fc.nat(10_000),
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 6 }),
    );
    fc.assert(
      fc.property(decimal, ([whole, fraction]) => {
        expect(String((readYaml(`a: ${whole}.${fraction}`).data as { a: unknown }).a)).toBe(
          `${whole}.${fraction}`,
        );
      }),
    );
  });
});
