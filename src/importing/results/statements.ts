import type { OutcomeKind } from '../../model/outcome.ts';
import type { Bound } from './bound.ts';
import { Binder } from './bind.ts';
import type { EndpointNames, Mention } from './endpoints.ts';
import { agree, givePValue, headsIn } from './heads.ts';
import { itemsIn, type Item } from './items.ts';
import { valueOf } from './lexical.ts';
import { isPlanning } from './opaque.ts';
import type { PrintedP } from './p-values.ts';
import type { Result } from './result.ts';
import { basesIn } from './shares.ts';

/**
 * The results that one sentence prints.
 *
 * @param text the sentence, evened; places of the results are in it
 */
export function resultsOf(text: string, names: EndpointNames, scales: readonly string[] = []): Result[] {
  if (isPlanning(text)) return [];
  const mentions = names.mentionsIn(text);
  const items = withTimes(itemsIn(text), text, mentions);
  const heads = headsIn(text, items);
  if (heads.length === 0) return [];
  const bound = new Binder({ text, items, mentions, heads, bases: basesIn(text) }, names).bind();
  const comparisons = comparisonsIn(text, items, bound, mentions);
  const found = [...bound, ...comparisons].flatMap((one) => resultOf(one, text, names, scales));
  return found.toSorted((a, b) => a.from - b.from || a.to - b.to);
}

/** `2年OS率`, `1年、2年OS率`: lengths of time that stand before a name, alone or in a list, are times. */
function withTimes(items: readonly Item[], text: string, mentions: readonly Mention[]): Item[] {
  const timed: Item[] = [];
  for (const item of items.toReversed()) {
    const next = timed[0];
    const leads = mentions.some(({ from }) => from >= item.to && from - item.to <= 1);
    const isListed =
      next?.type === 'duration' &&
      item.type === 'duration' &&
      next.isTime &&
      next.unit === item.unit &&
      /^\s?[、和及与]\s?$/u.test(text.slice(item.to, next.from));
    // `总生存率：1年61%，2年50%`
    const isBeside = next?.type === 'percent' && /率/.test(text.slice(0, item.from)) && next.from === item.to;
    const isTime =
      item.type === 'duration' && !/[<>≤≥]/.test(item.value.text) && (leads || isListed || isBeside);
    timed.unshift(isTime ? { ...item, isTime } : item);
  }
  return timed;
}

/** P values that stand behind two figures of arms and belong to no estimate. */
function comparisonsIn(
  text: string,
  items: readonly Item[],
  bound: readonly Bound[],
  mentions: readonly Mention[],
): Bound[] {
  const used = new Set(bound.flatMap(({ figures: { p } }) => (p ? [p.from] : [])));
  const free = items.filter(
    (item): item is PrintedP => item.type === 'p' && item.ofComparison && !used.has(item.figure?.from ?? -1),
  );
  return free.flatMap((p): Bound[] => {
    const last = bound.findLast(({ end }) => end <= p.from);
    if (!last || last.p) return [];
    const glue = text.slice(last.end, p.from);
    const isOther = mentions.some(
      ({ from, to }) => from >= last.end && to <= p.from && !/group|arm|组/.test(glue),
    );
    if (last.form === 'estimate') {
      if (!/^[\s,;)\]]*(?:with )?$/.test(glue)) return [];
      givePValue(last, p);
      return [];
    }
    if (last.arm !== 2 || isOther || glue.length > 70 || /[。!?]/.test(glue)) return [];
    const comparison: Bound = {
      ...last,
      form: 'estimate',
      measure: 'p-only',
      figures: {},
      interval: undefined,
      unit: undefined,
      missing: undefined,
      spread: undefined,
      from: p.from,
      to: p.to,
      end: p.to,
    };
    givePValue(comparison, p);
    return [comparison];
  });
}

function resultOf(one: Bound, text: string, names: EndpointNames, scales: readonly string[]): Result[] {
  const decided = kindOf(one, text, names);
  if (!decided) return [];
  const { kind, endpoint, candidates, remarks } = decided;
  const { figures, interval, unit, measure, spread, p, missing } = one;
  const grade = kind === 'adverse-event' ? (one.grade?.grade ?? 'unstated') : undefined;
  const isTimed =
    one.time !== undefined && ['proportion', 'landmark', 'contrast', 'adverse-event'].includes(kind);
  const isContrast = kind === 'contrast';
  return [
    {
      kind,
      endpoint,
      candidates,
      figures: {
        ...(kind === 'count' && figures.events
          ? { value: figures.events, ...(figures.total ? { total: figures.total } : {}) }
          : figures),
        ...(isTimed && one.time
          ? { at: one.time.value, ...(one.time.start ? { 'at.from': one.time.start } : {}) }
          : {}),
        ...(grade !== undefined && one.grade?.min ? { 'grade.min': one.grade.min } : {}),
        ...(grade !== undefined && one.grade?.max ? { 'grade.max': one.grade.max } : {}),
      },
      interval,
      unit: kind === 'count' ? 'patients' : unit,
      at: isTimed && one.time ? { unit: one.time.unit, basis: one.time.basis } : undefined,
      measure,
      statistic: ['median', 'follow-up'].includes(kind) ? statisticOf(one.zone, text) : undefined,
      spread: kind === 'landmark' ? spread : undefined,
      grade,
      scale:
        grade === undefined ? undefined : (names.scalesIn(text)[0] ?? (scales.length > 0 ? '?' : 'unstated')),
      p,
      missing,
      arm: isContrast ? 1 : one.arm,
      comparator: isContrast ? 2 : undefined,
      remarks: [...remarks, ...contradictions(one)],
      from: one.from,
      to: one.end,
    },
  ];
}

interface Decided {
  kind: OutcomeKind;
  endpoint: string | undefined;
  candidates: readonly string[];
  remarks: readonly string[];
}

const unknown = (kind: OutcomeKind, candidates: readonly string[] = []): Decided => ({
  kind,
  endpoint: undefined,
  candidates,
  remarks: [],
});
const medians = ['survival', 'response', 'participants', 'pharmacology', 'follow-up', 'relapse', 'treatment'];

/** As which kind of outcome a figure is recorded; nothing where it is no result that is understood. */
function kindOf(one: Bound, text: string, names: EndpointNames): Decided | undefined {
  const [id, ...others] = one.endpoints;
  const endpoint = id !== undefined && others.length === 0 ? names.endpoints.get(id) : undefined;
  const allows = (kind: OutcomeKind) => endpoint?.kinds.includes(kind) ?? false;
  const as = (kind: OutcomeKind, remarks: readonly string[] = []): Decided => ({
    kind,
    endpoint: id,
    candidates: [],
    remarks,
  });
  const { form, figures } = one;
  if (form === 'estimate') return allows('contrast') ? as('contrast') : unknown('contrast', one.endpoints);
  if (form === 'count' && endpoint?.family !== 'participants' && isBase(one, text)) return undefined;
  if (form === 'count') return ofCount(one, endpoint?.family, as, allows);
  if (form === 'range') {
    const isRange =
      /(?:ranged? (?:from|between)|ranging (?:from|between)|between|rates of)\s*$|(?:范围|介于|波动于|在)[为是:]?\s*$/.test(
        one.zone,
      );
    if (/(?:from|由|从)\s*$/.test(one.zone) && !isRange) return undefined;
    if (!isRange && (endpoint === undefined || /[([]\s*$/.test(one.zone))) return undefined;
    return allows('range') ? as('range') : unknown('range', one.endpoints);
  }
  if (form === 'value') {
    if (endpoint && medians.includes(endpoint.family)) {
      if (allows('median')) return as('median');
      if (allows('follow-up')) return as('follow-up');
    }
    const named = statisticOf(one.zone, text) !== 'unstated';
    return named && !(one.missing && one.endpoints.length === 0)
      ? unknown('median', one.endpoints)
      : undefined;
  }
  const counted = figures.events !== undefined || figures.total !== undefined;
  if (one.spread !== undefined)
    return allows('landmark') ? as('landmark') : unknown('landmark', one.endpoints);
  if (endpoint?.family === 'residual-disease' && /^[<≤]/.test(figures.percent?.text ?? '')) return undefined;
  if (endpoint === undefined) return unknown(one.grade ? 'adverse-event' : 'proportion', one.endpoints);
  if (endpoint.family === 'participants' && !counted) return unknown('proportion', one.endpoints);
  if (allows('adverse-event') && (one.grade !== undefined || !allows('proportion')))
    return as('adverse-event');
  if (allows('landmark') && !counted && (!allows('proportion') || one.time)) {
    if (!allows('proportion') || /estimated|Kaplan|probabilit|cumulative|actuarial|估计|累积/.test(text))
      return as('landmark');
    return as('landmark', [
      'the text does not say whether this is an estimate at a time (landmark) or a share of patients (proportion)',
    ]);
  }
  if (allows('proportion')) return as('proportion');
  return unknown('proportion', one.endpoints);
}

function ofCount(
  { endpoints, grade }: Bound,
  family: string | undefined,
  as: (kind: OutcomeKind) => Decided,
  allows: (kind: OutcomeKind) => boolean,
): Decided | undefined {
  if (family === undefined) return endpoints.length > 1 ? unknown('proportion', endpoints) : undefined;
  if (family === 'participants') return allows('count') ? as('count') : undefined;
  if (allows('adverse-event') && (grade !== undefined || !allows('proportion'))) return as('adverse-event');
  return allows('proportion') ? as('proportion') : undefined;
}

/** `Of 12 patients with CRS, …`: those of whom the next figures speak. */
const isBase = ({ from }: Bound, text: string): boolean =>
  /(?:^|[^A-Za-z])(?:of|among) (?:the |all |these )?$/i.test(text.slice(Math.max(0, from - 20), from));

function statisticOf(zone: string, text: string): 'median' | 'mean' | 'unstated' {
  if (/[Mm]edian|中位/.test(zone)) return 'median';
  if (/(?<![A-Za-z])[Mm]ean(?![A-Za-z])|平均/.test(zone)) return 'mean';
  // A list goes on: `median OS was 7.7 months and 6.2 months`.
  return /[Mm]edian|中位/.test(text) &&
    !/[Mm]ean(?![A-Za-z])|平均/.test(text) &&
    !/[.;。]/.test(zone.replace('vs.', '').trim())
    ? 'median'
    : 'unstated';
}

/** What two figures of one result cannot both be. */
function contradictions({ form, figures, interval }: Bound): string[] {
  const { events, total, percent, value, estimate, 'interval.low': low, 'interval.high': high } = figures;
  const found: string[] = [];
  if (events && total && percent && !agree({ events, total }, percent)) {
    const share = ((100 * valueOf(events)) / valueOf(total)).toFixed(1);
    found.push(`${events.text}/${total.text} is ${share}%, and the text prints ${percent.text}%`);
  }
  const centre = form === 'share' ? percent : (value ?? estimate);
  if (centre && interval && !/^[<>≤≥]/.test(centre.text))
    for (const [end, isOutside] of [
      [low, low && valueOf(low) > valueOf(centre)],
      [high, high && valueOf(high) < valueOf(centre)],
    ] as const)
      if (end && isOutside) found.push(`${centre.text} lies outside its interval, which ends at ${end.text}`);
  return found;
}
