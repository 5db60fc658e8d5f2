import { figures } from '../i18n/figures.ts';
import { words } from '../i18n/words.ts';
import { figureOfP, type Figure, type Interval, type PValue, type TimePoint } from '../model/figure.ts';
import { type Claim, type Outcome } from '../model/outcome.ts';
import type { Derived } from '../model/derived.ts';
import { phrase } from '../model/phrases.ts';
import { computed, computedInterval } from './computed.ts';

/**
 * The figures of a fact as text: printed where printed, computed where marked. Absent parts are undefined.
 */
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
const superscript = (digits: string) =>
  [...digits].map((d) => (d === '-' ? '⁻' : superscripts[Number(d)])).join('');

/** A printed figure for reading: `1.7e6` becomes `1.7 × 10⁶`, everything else stays as printed. */
export function printedFigure({ printed }: Figure): string {
  const match = /^([<>≤≥]?)\s*(.+?)e\+?(-?\d+)$/i.exec(printed);
  if (!match) return printed.replace(/^-/, '−');
  const [, bound, mantissa, exponent] = match;
  return `${bound}${mantissa} × 10${superscript(String(Number(exponent)))}`;
}

/** `80.7%`, `5.0 months`. */
const withUnit = (figure: string, unit: string) =>
  unit === '%' ? `${figure}%` : figures.measured(figure, phrase(unit));

/** `1 patient`, `41 patients`, `6 cycles`. */
const counted = (figure: Figure, unit: string, total?: Figure) =>
  figures.counted(
    `${printedFigure(figure)}${total ? `/${total.printed}` : ''}`,
    phrase(unit),
    figure.printed === '1',
  );

/** `95% CI 0.34–0.61`, `range 4.6–13.3`. */
export const intervalText = (interval: Interval, name: string = words.interval[interval.kind]): string =>
  figures.interval(interval.level?.printed, name, limitsText(interval));

/** `0.34–0.61`. */
export function limitsText({ low, high }: Pick<Interval, 'low' | 'high'>): string {
  const limit = (value: Interval['low']) =>
    typeof value === 'string' ? words.absence[value] : printedFigure(value);
  const isApart = [low, high].some((value) => typeof value === 'string' || value.value < 0);
  return figures.limits(limit(low), limit(high), isApart);
}

/** `P < 0.001`, `P = 0.0105 (one-sided)`. */
export function pText(p: PValue): string {
  const { comparator, sides } = p;
  const number = figureOfP(p);
  const figure = number ? `P ${comparator} ${printedFigure(number)}` : figures.notSignificant;
  return sides === 'unknown' ? figure : figures.sided(figure, sides);
}

/** `3 years`, `within 3 months`, `from day 29 to day 90`, `at a median follow-up of 405 days`. */
export function timeText({ from, value, unit, basis }: TimePoint): string {
  if (from) return figures.window(from.printed, value.printed, unit);
  return figures.time[basis](figures.span(value.printed, unit, value.value === 1));
}

/** `median`, `mean`, `planned` … */
export const statisticText = (statistic: keyof typeof figures.statistic): string =>
  figures.statistic[statistic];

/** `≥3`, `3–4`, `any grade`, `severe`. */
export function gradeText(printed: string): string {
  if (printed === 'any' || printed === 'unstated' || printed === 'severe') return figures.grade[printed];
  return figures.grade.of(printed.replace('-', '–').replace('>=', '≥'));
}

/** Words a fact's figures. */
export function word(fact: Outcome | Claim, derived: Derived): Wording {
  return {
    ...valueOf(fact, derived),
    ...('events' in fact && fact.events && 'total' in fact && fact.total
      ? { fraction: `${fact.events.printed}/${fact.total.printed}` }
      : {}),
    ...('interval' in fact && fact.interval ? { interval: intervalText(fact.interval) } : spread(fact)),
    ...(derived.interval ? { computedInterval: computedInterval(derived.interval) } : {}),
    ...('p' in fact && fact.p ? { p: pText(fact.p) } : {}),
    ...('at' in fact && fact.at ? { at: timeText(fact.at) } : {}),
  };
}

function spread(fact: Outcome | Claim): { interval?: string } {
  if (!('spread' in fact) || !fact.spread) return {};
  return { interval: figures.spread[fact.spread.kind](printedFigure(fact.spread.value)) };
}

function valueOf(fact: Outcome | Claim, derived: Derived): Pick<Wording, 'value' | 'valueComputed'> {
  const printed = (value: string) => ({ value, valueComputed: false });
  if ('missing' in fact && fact.missing) return printed(words.absence[fact.missing]);
  switch (fact.kind) {
    case 'proportion':
    case 'adverse-event':
      if (fact.percent) return printed(`${printedFigure(fact.percent)}%`);
      if (derived.percent !== undefined)
        return { value: `${computed(derived.percent)}%`, valueComputed: true };
      if (!fact.events) return printed(words.absence['not-reported']);
      return printed(
        fact.total
          ? `${fact.events.printed}/${fact.total.printed}`
          : figures.counted(fact.events.printed, 'patients', fact.events.value === 1),
      );
    case 'landmark':
      return printed(fact.percent ? `${printedFigure(fact.percent)}%` : words.absence['not-reported']);
    case 'median':
    case 'follow-up':
      return printed(
        fact.value ? withUnit(printedFigure(fact.value), unitOf(fact)) : words.absence['not-reported'],
      );
    case 'count':
      return printed(
        fact.value ? counted(fact.value, unitOf(fact), fact.total) : words.absence['not-reported'],
      );
    case 'dose':
      return printed(doseText(fact));
    case 'range':
      return printed(withUnit(`${printedFigure(fact.low)}–${printedFigure(fact.high)}`, unitOf(fact)));
    case 'contrast':
      if (fact.estimate) return printed(estimateText(fact.measure, printedFigure(fact.estimate), fact.unit));
      return printed(
        fact.p ? pText(fact.p) : fact.favours === 'neither' ? figures.noDifference : figures.differenceStated,
      );
    case 'association':
      if (fact.estimate) return printed(estimateText(fact.measure, printedFigure(fact.estimate)));
      return printed(fact.p ? pText(fact.p) : words.association[fact.direction]);
    case 'date':
      return printed(fact.date);
    case 'statement':
      return printed(figures.stated);
  }
}

function doseText(fact: Extract<Outcome, { kind: 'dose' }> | Extract<Claim, { kind: 'dose' }>): string {
  const { value, low, high } = fact;
  const unit = unitOf(fact);
  if (value) return figures.measured(printedFigure(value), phrase(unit));
  return figures.measured(
    `${low ? printedFigure(low) : '…'}–${high ? printedFigure(high) : '…'}`,
    phrase(unit),
  );
}

/** Years of a life are counted in another word than years of a study in some languages. */
const unitOf = (fact: { unit: string }) =>
  fact.unit === 'years' && 'endpoint' in fact && fact.endpoint === 'age' ? 'years of age' : fact.unit;

type Measure = Extract<Outcome, { kind: 'contrast' | 'association' }>['measure'];

/** `HR 0.45`, `difference 12 percentage points`. */
function estimateText(measure: Measure, estimate: string, unit?: string): string {
  const figure = unit ? figures.measured(estimate, phrase(unit)) : estimate;
  switch (measure) {
    case 'HR':
    case 'OR':
    case 'RR':
      return `${measure} ${figure}`;
    case 'risk-difference':
    case 'difference-of-medians':
    case 'difference-of-means':
      return figures.difference(figure);
    case 'correlation':
      return figures.correlation(figure);
    case 'p-only':
    case 'statement':
      return figures.unmeasured(figure);
  }
}
