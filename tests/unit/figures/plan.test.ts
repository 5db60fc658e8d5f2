import { describe, expect, it } from 'vitest';
import { checkBase } from './helpers.ts';

const planned = (...endpoints: string[]) => ({
  'outcomes:': `planned:\n${endpoints.map((endpoint, i) => `  - {id: p${i}, role: secondary, endpoint: ${endpoint}, measure: The measure, timeFrame: 28 days, report: smith-2020, locator: methods}`).join('\n')}\noutcomes:`,
});
const codes = (facts: string, changes: Record<string, string>) =>
  checkBase(facts, changes)
    .findings.filter(({ code }) => code.startsWith('plan/'))
    .map(({ code, severity, message }) => [severity, code, message]);

describe('a registered endpoint', () => {
  it('that no outcome reports is a note', () => {
    expect(codes('- {id: a, kind: proportion, percent: 80}', planned('cr', 'os'))).toEqual([
      ['note', 'plan/unreported', 'the registered secondary endpoint os is reported nowhere: The measure'],
    ]);
  });
  it('is not asked for where no result is known, or where an outcome reports it', () => {
    expect(codes('- {id: a, kind: dose, value: 1, unit: mg, role: planned}', planned('cr'))).toEqual([]);
    expect(codes('- {id: a, kind: proportion, percent: 80}', planned('cr'))).toEqual([]);
    expect(codes('- {id: a, kind: proportion, missing: not-extracted}', planned('cr'))).toEqual([]);
  });
});

describe('a reported endpoint', () => {
  it('of the trial that was not registered is a note', () => {
    expect(
      codes(
        '- {id: a, kind: proportion, percent: 80, role: primary}\n- {id: b, endpoint: os, kind: median, value: 7, unit: months}',
        planned('os'),
      ),
    ).toEqual([['note', 'plan/unregistered', 'cr is reported as a primary endpoint but was not registered']]);
  });
  it('is not asked about where its role is unstated, or nothing was registered', () => {
    expect(
      codes(
        '- {id: a, kind: proportion, percent: 80}\n- {id: b, endpoint: os, kind: median, value: 7, unit: months}',
        planned('os'),
      ),
    ).toEqual([]);
    expect(codes('- {id: a, kind: proportion, percent: 80, role: primary}', {})).toEqual([]);
  });
});
