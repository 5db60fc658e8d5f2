import { daysIn, timeUnits } from '../model/figure.ts';
import { unassigned } from '../model/vocabulary.ts';
import type { Check } from './check.ts';
import { need } from '../model/need.ts';
import { partOf } from '../model/outcome.ts';

const unreported: Check<'trial'> = {
  code: 'plan/unreported',
  scope: 'trial',
  run({ trial }, ask) {
    const results = trial.outcomes.filter(({ role }) => role !== 'planned');
    if (results.length === 0) return;
    trial.planned.forEach(({ endpoint, role, measure }, i) => {
      if (endpoint === unassigned) return;
      const isReported = results.some((outcome) => outcome.endpoint === endpoint);
      ask.expect(isReported, () => ({
        where: ['planned', i],
        message: `the registered ${role} endpoint ${endpoint} is reported nowhere: ${measure}`,
        actual: 'no outcome',
        expected: `an outcome of ${endpoint}`,
        help: 'look for it in the reports; where none gives it, the note stands',
      }));
    });
  },
};

const unregistered: Check<'trial'> = {
  code: 'plan/unregistered',
  scope: 'trial',
  run({ trial: { planned, outcomes } }, ask) {
    if (planned.length === 0) return;
    outcomes.forEach(({ endpoint, role }, i) => {
      if ((role !== 'primary' && role !== 'secondary') || endpoint === unassigned) return;
      const isRegistered = planned.some((one) => one.endpoint === endpoint);
      ask.expect(isRegistered, () => ({
        where: ['outcomes', i, 'endpoint'],
        message: `${endpoint} is reported as a ${role} endpoint but was not registered`,
        actual: endpoint,
        expected: planned.map((one) => one.endpoint).join(', '),
        help: 'compare with the registration; where the report added it, the note stands',
      }));
    });
  },
};

/** A length of time in words, read from the left: `28 days`, `day 28`, `12-month`, `5 years 6 months`. */
const unit = '(?<unit>days?|weeks?|months?|years?|d|wks?|mos?|yrs?)';
const words = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const amount = String.raw`(?<amount>\d+(?:\.\d+)?|${words.join('|')})`;
const duration = new RegExp(String.raw`\b(?:${amount}[\s-]*${unit}|${unit}[\s-]*${amount})\b`, 'gi');
/** Words that make a time frame everything up to its end. */
const upTo = /\b(?:up to|until|within|through(?:out)?|during|first|over|maximum|from|to)\b/i;

/** The lengths of time that a registered time frame names, in days. */
export function daysOf(timeFrame: string): number[] {
  return [...timeFrame.matchAll(duration)].map(({ groups }) => {
    const { amount: printed, unit: name } = groups as { amount: string; unit: string };
    const word = words.indexOf(printed.toLowerCase());
    const of = need(
      timeUnits.find((one) => one.startsWith(name.charAt(0).toLowerCase())),
      `the unit of time ${name}`,
    );
    return (word < 0 ? Number(printed) : word + 1) * daysIn[of];
  });
}

/** 28 days, 4 weeks and 1 month are one time frame. */
const isAbout = (days: number, planned: number) => Math.abs(days - planned) <= 0.1 * planned + 1e-9;

const timeFrame: Check<'trial'> = {
  code: 'plan/time-frame',
  scope: 'trial',
  run({ trial }, ask) {
    trial.planned.forEach(({ endpoint, timeFrame: frame, measure }, i) => {
      if (endpoint === unassigned) return;
      const planned = daysOf(frame);
      const reported = trial.outcomes.flatMap((fact) => {
        const at = fact.endpoint === endpoint && fact.role !== 'planned' && partOf(fact, 'at');
        return at && (at.basis === 'at' || at.basis === 'within') && !at.value.bound ? [at] : [];
      });
      if (planned.length === 0 || reported.length === 0) return;
      const last = Math.max(...planned);
      const holds = reported.some(({ value, unit: own }) => {
        const days = value.value * daysIn[own];
        return planned.some((one) => isAbout(days, one)) || (upTo.test(frame) && days <= last);
      });
      const reportedTimes = reported.map(
        ({ value, unit: own }) => `${value.printed} ${value.value === 1 ? own.slice(0, -1) : own}`,
      );
      const times = [...new Set(reportedTimes)].join(', ');
      ask.expect(holds, () => ({
        where: ['planned', i, 'timeFrame'],
        message: `${endpoint} was registered for ${frame} and is reported at ${times}: ${measure}`,
        actual: times,
        expected: frame,
        help: 'compare with the registration and the reports; where the time was changed, the note stands',
      }));
    });
  },
};

export const planChecks: Check[] = [unreported, unregistered, timeFrame];
