import { begins, findAll, number, space, unitOfTime, valueOf, type Found } from './lexical.ts';
import type { IntervalKind, OpenEnd, Printed } from './result.ts';

/** An interval or range as printed. `kind` is absent where only brackets show that it is one. */
export interface Span {
  type: 'span';
  from: number;
  to: number;
  kind?: IntervalKind | undefined;
  level?: Printed | undefined;
  low: Printed | OpenEnd;
  high: Printed | OpenEnd;
  unit?: string | undefined;
}

/** A label that says what the brackets behind it hold: `median (95% CI)`. */
export interface Label {
  type: 'label';
  from: number;
  to: number;
  kind: IntervalKind;
  level?: Printed | undefined;
}

const open =
  'not (?:yet )?(?:been )?reached|not (?:yet )?estimable|not estimated|not evaluable|NR|NE|未达到|未到达|不可估计|∞';
const limit = (name: string) => `(?:(?<${name}Open>${open})|(?<${name}Sign>[-–+])?${number(name)})`;
const unit = `(?:${space}(?:%|${unitOfTime}))?`;
const between = `${space}(?:--|[-–~]|,|;|to|and|through|至|到)${space}`;
const ends = `${limit('low')}${unit}${between}${limit('high')}(?:${space}(?<unit>%|${unitOfTime}))?`;

const interval =
  '(?:(?<credible>credible[ -]intervals?|CrI|CRI|可信度?区间(?=.{0,4}CrI))' +
  '|confidence[ -](?:intervals?|limits?)|C\\.I\\.|CIs?|置信区间|可信区间|可信限|置信限)';
const short = `(?:${space}[[(]${space}(?:CI|CrI)${space}[\\])])?`;
const level = `${begins}${number('level')}${space}%?${space}-?(?:的|two-sided |exact )?${interval}${short}`;
const levelBehind = `(?<![\\p{Script=Latin}])(?:${interval})${space}[(]?${number('level')}${space}%?${space}[)]?`;
const leading = `${space}[[(]?${space}[,:=]{0,2}${space}(?:of |was |is |from |ranging from |range |为|是|在)?${space}[[(]?${space}`;
const confidence = new RegExp(`(?:${level})${leading}${ends}`, 'dgu');
const confidenceBehind = new RegExp(`(?:${levelBehind})${leading}${ends}`, 'dgu');
const quartiles = 'inter-?quartile range|IQR|Q1 ?[-–,] ?Q3|四分位数?间?[距区]|四分位数?范围';
const ranged = `(?<iqr>${quartiles})|(?<![\\p{Script=Latin}])(?:[Rr]ange|范围)`;
const rangeOf = new RegExp(
  `(?:${ranged})(?:${space}[[(]${space}IQR${space}[\\])])?${space}[,:=]?${space}(?:was |of |from |为|是)?${space}[[(]?${space}${ends}`,
  'dgu',
);
/** Between brackets a comma may part other things than two ends. */
const bare = new RegExp(
  `[[(]${space}${limit('low')}${unit}${space}(?:--|[-–~]|to|至)${space}${limit('high')}(?:${space}(?<unit>%|${unitOfTime}))?${space}[\\])]` +
    `|\\[${space}${ends}${space}\\]`,
  'dgu',
);
const labels = new RegExp(
  `(?:(?:${level})|(?<![\\p{Script=Latin}])(?<range>[Rr]ange)|(?<iqr>IQR))${space}(?=[\\])])`,
  'dgu',
);

/** Every interval and range that words name in a sentence. */
export function spansIn(text: string): Span[] {
  return [
    ...findAll(confidence, text).flatMap((found) => spanOf(found, levelKind(found))),
    ...findAll(confidenceBehind, text).flatMap((found) => spanOf(found, levelKind(found))),
    ...findAll(rangeOf, text).flatMap((found) => spanOf(found, found.group('iqr') ? 'iqr' : 'range')),
  ];
}

/** What brackets alone make an interval, and the labels that say of which kind. */
export function unnamedSpansIn(text: string): (Span | Label)[] {
  return [
    ...findAll(labels, text).map((found): Label => ({
      type: 'label',
      from: found.from,
      to: found.to,
      kind: found.group('range') ? 'range' : found.group('iqr') ? 'iqr' : levelKind(found),
      level: found.printed('level'),
    })),
    ...findAll(bare, text).flatMap((found) => spanOf(found, undefined)),
  ];
}

const levelKind = (found: Found): IntervalKind => (found.group('credible') ? 'credible' : 'confidence');

/** A span whose level and ends can be; what cannot is none. */
function spanOf(found: Found, kind: IntervalKind | undefined): Span[] {
  const level = found.printed('level');
  if (level && !(valueOf(level) > 50 && valueOf(level) < 100)) return [];
  const [low, high] = [limitOf(found, 'low'), limitOf(found, 'high')];
  if (low === undefined || high === undefined) return [];
  if (typeof low === 'object' && typeof high === 'object' && valueOf(low) > valueOf(high)) return [];
  return [
    { type: 'span', from: found.from, to: found.to, kind, level, low, high, unit: found.group('unit') },
  ];
}

function limitOf(found: Found, name: 'low' | 'high'): Printed | OpenEnd | undefined {
  const words = found.group(`${name}Open`);
  if (words) return /estim|evaluable|NE|估计/.test(words) ? 'not-estimable' : 'not-reached';
  const minus = /[-–]/.test(found.group(`${name}Sign`) ?? '') ? '-' : '';
  return found.printed(name, minus);
}
