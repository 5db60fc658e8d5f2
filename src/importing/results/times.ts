import { begins, findAll, number, space, unitOf, unitOfTime, type Found } from './lexical.ts';
import type { Printed } from './result.ts';

/** A number with a unit of time: a time at which, or a length of time. */
export interface Duration {
  type: 'duration';
  from: number;
  to: number;
  value: Printed;
  start?: Printed | undefined;
  unit: string;
  /** Whether its words make it a time at which something is: `12-month`, `at 2 years`, `第28天`. */
  isTime: boolean;
  basis: string;
}

const prefix =
  '(?<prefix>(?<![A-Za-z])(?:[Aa]t|[Bb]y|[Ww]ithin|[Aa]fter|[Tt]hrough|[Oo]n)(?: approximately| about| the)? |第)';
const months = new RegExp(
  `${prefix}?(?<bound>[<>≤≥~]${space})?${begins}${number('value')}(?:(?<hyphen>${space}-${space})|${space})(?<unit>${unitOfTime})(?<suffix>时|以?内|末|的(?=[^,;。]{1,12}率))?`,
  'dgu',
);
const inWords =
  /(?<prefix>(?<![A-Za-z])(?:[Aa]t|[Bb]y|[Ww]ithin|[Aa]fter) )?(?<![A-Za-z])(?<value>[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix)(?:(?<hyphen>-)| )(?<unit>(?:day|week|month|year)s?)(?![A-Za-z])/dgu;
const named = new RegExp(
  `(?<prefix>(?<![A-Za-z])(?:[Aa]t|[Bb]y|[Oo]n) )?(?<![A-Za-z])(?<unit>[Dd]ays?|[Ww]eeks?|[Mm]onths?|[Yy]ears?) ${number('value')}(?![%-])`,
  'dgu',
);

const several = new RegExp(
  `(?<![\\d.])(?<numbers>(?:\\d{1,3}-?(?:,| and|, and|、|和|及)${space}){1,4}\\d{1,3})(?<hyphen>-| )?(?<unit>${unitOfTime})`,
  'dgu',
);

/** Every number with a unit of time in a sentence. */
export const durationsIn = (text: string): Duration[] => [
  ...findAll(several, text).flatMap((found) => durationsOf(found, text)),
  ...findAll(months, text).flatMap((found) => durationOf(found, text)),
  ...findAll(inWords, text).flatMap((found) => durationOf(found, text)),
  ...findAll(named, text).flatMap((found) => durationOf(found, text, true)),
];

function durationOf(found: Found, text: string, isNamed = false): Duration[] {
  const unit = unitOf(found.group('unit'));
  const value = found.printed('value');
  if (!unit || !value) return [];
  const [before, suffix] = [found.group('prefix')?.toLowerCase() ?? '', found.group('suffix') ?? ''];
  const bound = /[<>≤≥]/.exec(found.group('bound') ?? '')?.[0];
  const basis =
    /within/.test(before) || suffix.endsWith('内') ? 'within' : /after/.test(before) ? 'after' : 'at';
  const isTime = isNamed || before !== '' || suffix !== '' || found.group('hyphen') !== undefined;
  // An age is no time, and a bound is none of a figure.
  if (found.group('unit') === '岁' && isTime) return [];
  const own: Printed = bound ? { ...value, text: bound + value.text } : value;
  return [
    {
      type: 'duration',
      from: found.from,
      to: found.to,
      value: own,
      unit,
      isTime: isTime && !bound,
      basis: beforehand(text, found) ?? basis,
    },
  ];
}

/** `at a median follow-up of 12 months`: the time that a report gives for all of its figures. */
function beforehand(text: string, { from }: Found): string | undefined {
  return /(?:[Aa]t|[Ww]ith|[Aa]fter) (?:a|the) median (?:duration of )?follow-?up(?: time| period| duration)? of (?:approximately )?$/.test(
    text.slice(Math.max(0, from - 80), from),
  )
    ? 'median-follow-up'
    : undefined;
}

/** `1-, 2- and 3-year`, `at 1 and 2 years`: one unit for several times. */
function durationsOf(found: Found, text: string): Duration[] {
  const unit = unitOf(found.group('unit'));
  const list = found.group('numbers') ?? '';
  const isAt = /(?:[Aa]t|[Bb]y) $/.test(text.slice(Math.max(0, found.from - 3), found.from));
  if (!unit || !(isAt || /\d-|[、和及]/.test(`${list}${found.group('hyphen') ?? ''}`))) return [];
  const numbers = [...list.matchAll(/\d+/g)];
  return numbers.map(({ 0: digits, index }, i) => {
    const from = found.from + index;
    const value = { text: digits, from, to: from + digits.length };
    return {
      type: 'duration',
      from,
      to: i + 1 < numbers.length ? value.to : found.to,
      value,
      unit,
      isTime: true,
      basis: 'at',
    };
  });
}
