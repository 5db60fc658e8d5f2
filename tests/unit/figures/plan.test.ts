import { describe, expect, it } from 'vitest';
import { daysOf } from '../../../src/checks/plan.ts';
import { checkBase } from './helpers.ts';

const plannedFor = (timeFrame: string, ...endpoints: string[]) => ({
  'outcomes:': `planned:\n${endpoints.map((endpoint, i) => `  - {id: p${i}, role: secondary, endpoint: ${endpoint}, measure: The measure, timeFrame: "${timeFrame}", report: smith-2020, locator: methods}`).join('\n')}\noutcomes:`,
});
const planned = (...endpoints: string[]) => plannedFor('28 days', ...endpoints);
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

describe('a length of time in words', () => {
  it.each([
    ['28 days after infusion', [28]],
    ['Day 28', [28]],
    ['day 28 after CAR T-cell infusion', [28]],
    ['28-day assessment', [28]],
    ['up to 90 days', [90]],
    ['4 weeks', [28]],
    ['Week 4', [28]],
    ['one month', [30.4375]],
    ['1.5 years', [547.875]],
    ['2 years and 5 years', [730.5, 1826.25]],
    ['12-month', [365.25]],
    ['6 mo', [182.625]],
    ['3 yrs', [1095.75]],
    ['5 years 6 months', [1826.25, 182.625]],
    ['at 6 months, month 12', [182.625, 365.25]],
    ['day 1 of each 28-day cycle', [1, 28]],
    ['not stated', []],
    ['end of treatment', []],
    ['through study completion', []],
    ['grade 3 within the study', []],
  ])('%s', (timeFrame, days) => {
    const found = daysOf(timeFrame);
    expect(found).toHaveLength(days.length);
    days.forEach((length, i) => expect(found[i]).toBeCloseTo(length, 6));
  });
});

describe('the time of a registered endpoint', () => {
  const at = (value: string, unit: string, basis = 'at') =>
    `kind: proportion, percent: 80, at: {value: ${value}, unit: ${unit}, basis: ${basis}}`;
  const told = (timeFrame: string, ...facts: string[]) =>
    codes(facts.map((fact, i) => `- {id: f${i}, ${fact}}`).join('\n'), plannedFor(timeFrame, 'cr'));

  it.each([
    ['28 days after infusion', at('28', 'days')],
    ['28 days after infusion', at('4', 'weeks')],
    ['28 days after infusion', at('1', 'months')],
    ['28 days after infusion', at('30', 'days', 'within')],
    ['day 28', at('25.2', 'days')], // ten percent, and no more
    ['1 year', at('12', 'months')],
    ['2 years and 5 years', at('5', 'years')],
    ['up to 2 years', at('6', 'months')],
    ['within 3 months', at('28', 'days')],
    ['day 28 to month 24', at('1', 'years')],
    ['not stated', at('1', 'years')],
    ['28 days', 'kind: proportion, percent: 80'], // the report names no time
    ['28 days', at('29', 'months', 'median-follow-up')], // a follow-up is no time of assessment
    ['28 days', at('1', 'years', 'after')],
    ['28 days', `${at('1', 'years')}, role: planned`],
    ['28 days', `${at('1', 'years')}, endpoint: orr`],
  ])('is kept: %s and %s', (timeFrame, fact) => {
    expect(told(timeFrame, fact).filter(([, code]) => code === 'plan/time-frame')).toEqual([]);
  });

  it('is kept where one of several results has it', () => {
    expect(told('28 days', at('1', 'years'), at('28', 'days'))).toEqual([]);
  });

  it.each([
    ['28 days after infusion', at('3', 'months'), '3 months'],
    ['day 28', at('25.1', 'days'), '25.1 days'],
    ['day 28', at('31', 'days'), '31 days'],
    ['up to 2 years', at('5', 'years'), '5 years'],
    ['2 years', at('1', 'years'), '1 year'],
  ])('is changed, which is a note with both: %s and %s', (timeFrame, fact, time) => {
    expect(told(timeFrame, fact)).toEqual([
      [
        'note',
        'plan/time-frame',
        `cr was registered for ${timeFrame} and is reported at ${time}: The measure`,
      ],
    ]);
  });

  it('is told once, with all the times that are reported', () => {
    expect(told('28 days', at('3', 'months'), at('1', 'years'))).toEqual([
      [
        'note',
        'plan/time-frame',
        'cr was registered for 28 days and is reported at 3 months, 1 year: The measure',
      ],
    ]);
  });
});
