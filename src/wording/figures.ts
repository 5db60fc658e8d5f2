import { words } from '../i18n/words.ts';
import { figureOfP, type Figure, type Interval, type PValue, type TimePoint } from '../model/figure.ts';
import type { Claim, Outcome } from '../model/outcome.ts';
import type { Derived } from '../model/derived.ts';

/** The figures of a fact as text: printed where printed, computed where marked. Absent parts are undefined. */
export interface Wording {
  /** The figure itself: `80.7%`, `5.0 months`, `HR 0.45`, `24 patients`, `not reached`. */
  value: string;
  /** Whether `value` was computed and not printed. */
  valueComputed: boolean;
  fraction?: string;
  interval?: string;
  /** Exact interval where none is printed. */
  computedInterval?: string;
  p?: string;
  at?: string;
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const superscript = (digits: string) => [...digits].map((d) => (d === '-' ? '⁻' : superscripts[Number(d)])).join('');

/** A printed figure for reading: `1.7e6` becomes `1.7 × 10⁶`, everything else stays as printed. */
export function printedFigure({ printed }: Figure): string {
  const match = /^([<>≤≥]?)\s*(.+?)e\+?(-?\d+)$/i.exec(printed);
  if (!match) return printed.replace(/^-/, '−');
  const [, bound, mantissa, exponent] = match;
  return `${bound}${mantissa} × 10${superscript(String(Number(exponent)))}`;
}

/** A computed number for reading, with as many digits as help. */
export function computed(value: number, decimals = 1): string {
  return value.toFixed(decimals);
}

/** `1 patient`, `41 patients`, `6 cycles`. */
const counted = ({ printed }: Figure, unit: string) => (printed === '1' && unit === 'patients' ? 'patient' : unit);

const withUnit = (text: string, unit: string) => (unit === '%' ? `${text}%` : `${text} ${unit}`);

/** `95% CI 0.34–0.61`, `range 4.6–13.3`. */
export function intervalText({ kind, level, low, high }: Interval): string {
  const limit = (value: Interval['low']) => (typeof value === 'string' ? words.absence[value] : printedFigure(value));
  const separator = [low, high].some((value) => typeof value === 'string' || value.value < 0) ? ' to ' : '–';
  return `${level ? `${level.printed}% ` : ''}${words.interval[kind]} ${limit(low)}${separator}${limit(high)}`;
}

/** `P < 0.001`, `P = 0.0105 (one-sided)`. */
export function pText(p: PValue): string {
  const { comparator, sides } = p;
  const number = figureOfP(p);
  const figure = number ? `P ${comparator} ${printedFigure(number)}` : 'P not significant';
  return sides === 'unknown' ? figure : `${figure} (${sides === 1 ? 'one' : 'two'}-sided)`;
}

/** `3 years`, `within 3 months`, `from day 29 to day 90`, `at a median follow-up of 405 days`. */
export function timeText({ from, value, unit, basis }: TimePoint): string {
  if (from) return words.window(from.printed, value.printed, unit);
  const singular = value.value === 1 ? unit.replace(/s$/, '') : unit;
  return `${words.basis[basis]} ${value.printed} ${singular}`;
}

/** `median`, `mean`, `planned` … */
export const statisticText = (statistic: string): string => (statistic === 'unstated' ? 'statistic not stated' : statistic);

/** `≥3`, `3–4`, `any grade`, `severe`. */
export function gradeText(printed: string): string {
  if (printed === 'any') return 'any grade';
  if (printed === 'unstated') return 'grade not stated';
  return printed === 'severe' ? 'severe' : `grade ${printed.replace('-', '–').replace('>=', '≥')}`;
}

/** Words a fact's figures. */
export function word(fact: Outcome | Claim, derived: Derived): Wording {
  return {
    ...valueOf(fact, derived),
    ...('events' in fact && fact.events && 'total' in fact && fact.total
      ? { fraction: `${fact.events.printed}/${fact.total.printed}` }
      : {}),
    ...('interval' in fact && fact.interval ? { interval: intervalText(fact.interval) } : spread(fact)),
    ...(derived.interval
      ? { computedInterval: `${derived.interval.level}% CI ${computed(derived.interval.low)}–${computed(derived.interval.high)}` }
      : {}),
    ...('p' in fact && fact.p ? { p: pText(fact.p) } : {}),
    ...('at' in fact && fact.at ? { at: timeText(fact.at) } : {}),
  };
}

function spread(fact: Outcome | Claim): { interval?: string } {
  if (fact.kind !== 'landmark' || !fact.spread) return {};
  const kind = { 'standard-error': ' (SE)', 'standard-deviation': ' (SD)', unstated: '' }[fact.spread.kind];
  return { interval: `±${printedFigure(fact.spread.value)}${kind}` };
}

function valueOf(fact: Outcome | Claim, derived: Derived): Pick<Wording, 'value' | 'valueComputed'> {
  const printed = (value: string) => ({ value, valueComputed: false });
  if ('missing' in fact && fact.missing) return printed(words.absence[fact.missing]);
  switch (fact.kind) {
    case 'proportion':
    case 'adverse-event':
      if (fact.percent) return printed(`${printedFigure(fact.percent)}%`);
      if (derived.percent !== undefined) return { value: `${computed(derived.percent)}%`, valueComputed: true };
      return printed(
        fact.events
          ? `${fact.events.printed}${fact.total ? `/${fact.total.printed}` : fact.events.value === 1 ? ' patient' : ' patients'}`
          : words.absence['not-reported'],
      );
    case 'landmark':
      return printed(fact.percent ? `${printedFigure(fact.percent)}%` : words.absence['not-reported']);
    case 'median':
    case 'follow-up':
      return printed(fact.value ? withUnit(printedFigure(fact.value), fact.unit) : words.absence['not-reported']);
    case 'count':
      return printed(
        fact.value
          ? `${printedFigure(fact.value)}${fact.total ? `/${fact.total.printed}` : ''} ${counted(fact.value, fact.unit)}`
          : words.absence['not-reported'],
      );
    case 'dose':
      return printed(doseText(fact));
    case 'range':
      return printed(withUnit(`${printedFigure(fact.low)}–${printedFigure(fact.high)}`, fact.unit));
    case 'contrast':
      if (fact.estimate)
        return printed(`${contrastLabel(fact.measure)}${printedFigure(fact.estimate)}${fact.unit ? ` ${fact.unit}` : ''}`);
      return printed(fact.p ? pText(fact.p) : fact.favours === 'neither' ? 'no significant difference' : 'difference stated');
    case 'association':
      if (fact.estimate) return printed(`${fact.measure} ${printedFigure(fact.estimate)}`);
      return printed(fact.p ? pText(fact.p) : words.association[fact.direction]);
    case 'date':
      return printed(fact.date);
    case 'statement':
      return printed('stated in words');
  }
}

function doseText({ value, low, high, unit }: Extract<Outcome, { kind: 'dose' }> | Extract<Claim, { kind: 'dose' }>): string {
  if (value) return `${printedFigure(value)} ${unit}`;
  return `${low ? printedFigure(low) : '…'}–${high ? printedFigure(high) : '…'} ${unit}`;
}

function contrastLabel(measure: Extract<Outcome, { kind: 'contrast' }>['measure']): string {
  return {
    HR: 'HR ',
    OR: 'OR ',
    RR: 'RR ',
    'risk-difference': 'difference ',
    'difference-of-medians': 'difference ',
    'p-only': '',
  }[measure];
}
