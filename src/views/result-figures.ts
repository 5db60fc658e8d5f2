import { lookOf as armLook, type LookName, type Mark } from '../charts/marks.ts';
import type { StripMark } from '../charts/strip.ts';
import type { EndpointNode, Fact } from '../evidence/library.ts';
import { armOf, foremost, isUnreached, patientsOf } from '../evidence/standing.ts';
import { patientsCounted } from '../evidence/usual.ts';
import { daysIn } from '../model/figure.ts';
import { isComparator } from '../model/roles.ts';
import { partOf } from '../model/outcome.ts';
import { briefInterval } from '../wording/computed.ts';
import { word } from '../wording/figures.ts';
import { markOf } from './marks.ts';

/** A figure for a list: its words in short, and how it is drawn. */
export interface ResultFigure {
  fact: Fact;
  /** `80.7%`, `7.7 months`, `not reached` */
  value: string;
  /** Its interval without what is usual: `72–90` at 95%, `90% CI 46.5–69.3` otherwise. */
  interval: string | undefined;
  /** The interval was computed by the build. */
  computed: boolean;
  strip: StripMark;
}

/**
 * Figures of studies that stand for an arm, of all its patients, and that a reader can be shown as a result.
 */
export function standingAmong(facts: readonly Fact[]): Fact[] {
  return foremost(facts, (fact) => fact).filter(
    (fact) =>
      standsBy(fact) && hasValue(fact) && armOf(fact) !== undefined && fact.outcome.role !== 'planned',
  );
}

/** Only what was not reached is a result without a number; `barred` is that of any figure without one. */
const standsBy = (fact: Fact): boolean =>
  fact.standing.barred === undefined ||
  (isUnreached(fact) && fact.report.review === undefined && !fact.standing.superseded);

function hasValue(fact: Fact): boolean {
  const { outcome, derived } = fact;
  if (partOf(outcome, 'missing')) return isUnreached(fact);
  if (outcome.kind === 'median') return outcome.value !== undefined;
  return partOf(outcome, 'percent') !== undefined || derived.percent !== undefined;
}

/** A figure with its words and its mark; times in months. */
export function resultFigure(fact: Fact, look: LookName = lookOf(fact)): ResultFigure {
  const { value, interval: printed, computedInterval } = word(fact.outcome, fact.derived);
  const interval = printed ?? computedInterval;
  return {
    fact,
    value,
    interval: interval && briefInterval(interval),
    computed: printed === undefined && interval !== undefined,
    strip: { mark: inMonths(fact), look },
  };
}

/** How the figure of an arm looks. */
export const lookOf = (fact: Fact): LookName => armLook(isComparator(armOf(fact)?.role ?? ''));

/** The mark of a figure, on an axis of months where it is a time. */
function inMonths(fact: Fact): Mark | undefined {
  const { outcome } = fact;
  const mark = markOf(fact) ?? openMark(fact);
  if (!mark || outcome.kind !== 'median') return mark;
  const days = (daysIn as Partial<Record<string, number>>)[outcome.unit];
  if (days === undefined) return undefined;
  const scaled = (value: number | undefined) =>
    value === undefined ? undefined : (value * days) / daysIn.months;
  return { ...mark, point: scaled(mark.point), low: scaled(mark.low), high: scaled(mark.high) };
}

/** Of a median that was not reached, what is known: its lower limit, where that is printed. */
function openMark(fact: Fact): Mark | undefined {
  const { outcome } = fact;
  const low = outcome.kind === 'median' && isUnreached(fact) ? outcome.interval?.low : undefined;
  return low && typeof low !== 'string'
    ? { point: undefined, low: low.value, high: undefined, computed: false }
    : undefined;
}

/** How many patients a figure is of; undefined where nobody says. */
export function patientsBehind(fact: Fact): number | undefined {
  return patientsCounted(fact) || patientsOf(fact.trial.data, armOf(fact))?.value || undefined;
}

/**
 * The endpoints of some figures, those that most study arms have first; equal ones in the order of the base.
 */
export function commonest(facts: readonly Fact[], order: readonly EndpointNode[]): EndpointNode[] {
  const found = [...Map.groupBy(facts, ({ endpoint }) => endpoint)];
  return found
    .toSorted(([a, one], [b, other]) => other.length - one.length || order.indexOf(a) - order.indexOf(b))
    .map(([endpoint]) => endpoint);
}

/** The same with the widest response first: the one that holds another. */
export function widestFirst(endpoints: readonly EndpointNode[]): EndpointNode[] {
  const responses = endpoints.filter(({ data }) => data.balance === 'benefit');
  const widest = responses.find((one) => responses.some(({ data }) => data.atMost.includes(one.id)));
  return widest ? [widest, ...endpoints.filter((one) => one !== widest)] : [...endpoints];
}
