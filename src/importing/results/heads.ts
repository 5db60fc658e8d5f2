import { isCut, isRounded } from '../../stats/proportion.ts';
import { unitOf, unitOfTime, space, valueOf, decimalsOf } from './lexical.ts';
import type { Item } from './items.ts';
import type { PrintedP } from './p-values.ts';
import type { Figures, OpenEnd, Printed, Result } from './result.ts';
import type { Percent } from './shares.ts';
import type { Label, Span } from './spans.ts';

/** A figure with what is printed of it: its interval, its counts, its P value. */
export interface Head {
  /** What it is a figure of; `bare` is a number that no word explains. */
  form: 'share' | 'value' | 'estimate' | 'count' | 'range' | 'bare';
  figures: Figures;
  interval?: Result['interval'];
  unit?: string | undefined;
  measure?: string | undefined;
  spread?: string | undefined;
  p?: Result['p'];
  missing?: OpenEnd | undefined;
  from: number;
  /** Behind its number. */
  to: number;
  /** Where words stand between it and its percentage: `24 of 34 patients achieved CR (70.6%)`. */
  tail?: number | undefined;
  /** Behind all that belongs to it. */
  end: number;
}

/** What may stand between a figure and what belongs to it. */
const attaching =
  /^\s?[)\]]?\s?[,;:]?\s?(?:(?:and|with|with a|with an|its|an?|the|exact|two-sided|2-sided|median|其|及其) ){0,3}\s?[([]?\s?(?:two-sided |2-sided |exact |median )?$/;
const bracket = /^\s?[,;:=]?\s?[([]\s?(?:n\s?=\s?)?$/;
const ofPeople = /^(?: (?!and|or|had|were)[A-Za-z-]{1,20}){0,4}\s?(?:例?(?:患者|病人|受试者)?)\s?[([]\s?$/;
const fractionBehind = /^\s?[,;:]?\s?[([]?\s?$/;
const unitBehind = new RegExp(`^${space}[)\\]]?${space}(?<unit>%|${unitOfTime})`, 'u');

/** The figures of a sentence, each with what belongs to it. */
export function headsIn(text: string, items: readonly Item[]): Head[] {
  const heads: Head[] = [];
  let last: Label | undefined;
  for (let i = 0; i < items.length; i += 1) {
    const item = items[i];
    if (item?.type === 'label') last = item;
    const head = beginning(item);
    if (!head) continue;
    const level = item?.type === 'estimate' ? item.level : undefined;
    const near = last && head.from - last.to < 90 ? last : undefined;
    const label: Pick<Label, 'kind' | 'level'> | undefined = level ? { kind: 'confidence', level } : near;
    for (
      let next = items[i + 1];
      next && attach(head, next, text.slice(head.end, next.from), text, label);
      next = items[i + 1]
    )
      i += 1;
    heads.push(head);
  }
  return resolved(heads, text);
}

function beginning(item: Item | undefined): Head | undefined {
  if (!item) return undefined;
  const { from, to } = item;
  const place = { from, to, end: to };
  if (item.type === 'fraction') {
    const { events, total, percent } = item;
    return { form: 'share', figures: { events, total, ...(percent ? { percent } : {}) }, ...place };
  }
  if (item.type === 'percent') {
    const { percent, spread } = item;
    return {
      form: 'share',
      figures: { percent, ...(spread ? { spread: spread.figure } : {}) },
      spread: spread?.kind,
      ...place,
    };
  }
  if (item.type === 'percent-span')
    return { form: 'range', figures: { low: item.low, high: item.high }, unit: '%', ...place };
  if (item.type === 'duration')
    return item.isTime
      ? undefined
      : { form: 'value', figures: { value: item.value }, unit: item.unit, ...place };
  if (item.type === 'estimate')
    return {
      form: 'estimate',
      figures: { estimate: item.estimate },
      measure: item.measure,
      unit: item.unit,
      ...place,
    };
  if (item.type === 'open') return { form: 'value', figures: {}, missing: item.missing, ...place };
  if (item.type === 'count')
    return item.ofPatients
      ? { form: 'count', figures: { events: item.value }, ...place }
      : { form: 'bare', figures: { value: item.value }, ...place };
  return undefined;
}

/** Whether an item belongs to the figure before it, which then has it. */
function attach(
  head: Head,
  item: Item,
  glue: string,
  text: string,
  label: Pick<Label, 'kind' | 'level'> | undefined,
): boolean {
  if (item.type === 'percent' && !head.figures.percent && !head.interval) {
    const isBehind = isBehindWords(head, item, glue, text);
    const isListed =
      head.form === 'count' && /^\s?[,;]\s?$/.test(glue) && /^\s?[)\]]/.test(text.slice(item.to));
    const fits =
      bracket.test(glue) ||
      (head.form === 'share' && fractionBehind.test(glue)) ||
      (head.form !== 'bare' && ofPeople.test(glue)) ||
      isListed ||
      isBehind;
    if (!bracket.test(glue) && /\p{L}/u.test(glue)) head.tail = head.end;
    if (!fits || !['share', 'count', 'bare'].includes(head.form)) return false;
    const { value, events, total, ...rest } = head.figures;
    if (events && total && !/[([]/.test(glue) && !agree({ events, total }, item.percent)) return false;
    if (value && !/^\d+$/.test(value.text)) return false;
    const own = events ?? value;
    head.figures = {
      ...rest,
      ...(own ? { events: own } : {}),
      ...(total ? { total } : {}),
      percent: item.percent,
    };
    head.form = 'share';
    return ended(head, item.to, text);
  }
  if (
    item.type === 'fraction' &&
    head.form === 'share' &&
    !head.figures.events &&
    fractionBehind.test(glue)
  ) {
    if (!bracket.test(glue) && !agree(item, head.figures.percent)) return false;
    head.figures = { ...head.figures, events: item.events, total: item.total };
    return ended(head, item.to, text);
  }
  if (item.type === 'count' && head.form === 'share' && !head.figures.events && bracket.test(glue)) {
    if (!/^\s?[)\],;]/.test(text.slice(item.to)) || !/^\d+$/.test(item.value.text)) return false;
    head.figures = { ...head.figures, events: item.value };
    return ended(head, item.to, text);
  }
  if (item.type === 'span' && !head.interval && head.form !== 'count' && head.form !== 'range')
    return attachSpan(head, item, glue, text, label);
  if (item.type === 'p' && head.form === 'estimate' && !head.p && item.ofComparison && attaching.test(glue)) {
    givePValue(head, item);
    return ended(head, item.to, text);
  }
  return false;
}

/**
 * Whether a percentage in brackets is that of counts before it, with what they are of between: they agree, or
 * it stands alone.
 */
function isBehindWords(
  { form, figures }: Head,
  { percent, to }: Percent,
  glue: string,
  text: string,
): boolean {
  const { events, total } = figures;
  const counted = events ?? (form === 'bare' ? figures.value : undefined);
  if (!counted || !/^[^,;:.()[\]\d]{1,70}[([]\s?$/u.test(glue)) return false;
  if (form === 'share')
    return total !== undefined && events !== undefined && agree({ events, total }, percent);
  if (form === 'bare' && !/^(?: [A-Za-z-]{3,20}){1,3} [([]$/.test(glue)) return false;
  return (
    (form === 'count' || form === 'bare') &&
    /^\s?(?:[)\]]|[;,]\s?\d{2}(?:\.\d)?%\s{0,4}CI)/.test(text.slice(to))
  );
}

/** Whether a percentage can be that of counts, rounded or cut. */
export function agree(
  { events, total }: { events: Printed; total: Printed },
  percent: Printed | undefined,
): boolean {
  if (!percent || /^[<>≤≥]/.test(percent.text)) return true;
  const [x, n, printed] = [
    valueOf(events),
    valueOf(total),
    { value: valueOf(percent), decimals: decimalsOf(percent) },
  ];
  return n > 0 && (isRounded(x, n, printed) || isCut(x, n, printed));
}

/** Gives a comparison its P value. */
export function givePValue(
  head: Pick<Head, 'figures' | 'p'>,
  { figure, printed, sides, test }: PrintedP,
): void {
  if (figure) head.figures = { ...head.figures, p: figure };
  head.p = { printed, sides, test };
}

function attachSpan(
  head: Head,
  span: Span,
  glue: string,
  text: string,
  label: Pick<Label, 'kind' | 'level'> | undefined,
): boolean {
  const isBehind =
    /^ [^,;:.()[\]\d]{1,70}[([]\s?$/u.test(glue) &&
    span.kind === 'confidence' &&
    surrounds(span, head.figures.percent);
  if (!attaching.test(glue) && !isBehind) return false;
  if (isBehind && !attaching.test(glue)) head.tail ??= head.end;
  const { kind, level } = span.kind ? span : { kind: label?.kind, level: label?.level };
  const known = kind !== undefined && (level !== undefined || kind === 'range' || kind === 'iqr');
  if (known && fitsAround(head, span)) {
    const { low, high } = span;
    head.interval = {
      kind,
      ...(typeof low === 'string' ? { low } : {}),
      ...(typeof high === 'string' ? { high } : {}),
    };
    head.figures = {
      ...head.figures,
      ...(level ? { 'interval.level': level } : {}),
      ...(typeof low === 'object' ? { 'interval.low': low } : {}),
      ...(typeof high === 'object' ? { 'interval.high': high } : {}),
    };
    if (head.form === 'bare' && span.unit) typed(head, span.unit);
  }
  return ended(head, span.to, text);
}

/** Whether a percentage lies within an interval. */
const surrounds = ({ low, high }: Span, percent: Printed | undefined): boolean =>
  percent !== undefined &&
  typeof low === 'object' &&
  typeof high === 'object' &&
  valueOf(low) <= valueOf(percent) &&
  valueOf(percent) <= valueOf(high);

/** Whether an interval can be that of a figure: both in the same unit, which percentages have. */
function fitsAround(head: Head, { unit, low, high }: Span): boolean {
  if (head.form === 'share' && unitOf(unit)) return false;
  if (head.form === 'value' && unit === '%') return false;
  if (head.form === 'share')
    return [low, high].every((end) => typeof end === 'string' || (valueOf(end) >= 0 && valueOf(end) <= 100));
  return true;
}

/** Moves the end of a figure, over a bracket that closes. */
function ended(head: Head, to: number, text: string): true {
  head.end = to + (/^\s?[)\]]/.exec(text.slice(to))?.[0].length ?? 0);
  return true;
}

/** Gives a bare number the unit that stands behind it or its brackets. */
function typed(head: Head, unit: string): void {
  const { value, ...rest } = head.figures;
  if (!value) return;
  if (unit === '%') {
    if (valueOf(value) > 100) return;
    head.form = 'share';
    head.figures = { ...rest, percent: value };
  } else {
    head.form = 'value';
    head.unit = unitOf(unit);
  }
}

const series =
  /^\s?[)\]]?\s?(?:,|;|、|vs?\.?|versus|and|or|to|,? ?and|,? ?compared (?:with|to)|和|与|及|比|对比?|[-–])\s?$/;

/** Bare numbers get the unit behind them, or that of the next of their series; others are no figures. */
function resolved(heads: readonly Head[], text: string): Head[] {
  for (const head of heads.toReversed()) {
    if (head.form !== 'bare') continue;
    const unit = unitBehind.exec(text.slice(head.end, head.end + 30))?.groups?.unit;
    const next = heads[heads.indexOf(head) + 1];
    if ((head.interval || head.end > head.to) && unit) {
      typed(head, unit);
      ended(head, head.end + (unitBehind.exec(text.slice(head.end))?.[0].length ?? 0), text);
    } else if (next && series.test(text.slice(head.end, next.from)) && isLike(head, next)) {
      if (next.form === 'share' && !next.figures.events) typed(head, '%');
      else if (next.form === 'value' && next.unit) {
        head.form = 'value';
        head.unit = next.unit;
      }
    }
  }
  return heads.filter(({ form }) => form !== 'bare');
}

/** Whether two numbers of a list can have one unit: they have as many digits behind the point. */
function isLike(bare: Head, next: Head): boolean {
  const [a, b] = [bare.figures.value, next.figures.percent ?? next.figures.value] as (Printed | undefined)[];
  return a !== undefined && b !== undefined && Math.abs(decimalsOf(a) - decimalsOf(b)) <= 1;
}
