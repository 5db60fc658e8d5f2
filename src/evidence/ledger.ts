import { daysOf, figureOfP, type Bound, type Figure, type Interval, type PValue } from '../model/figure.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Trial } from '../model/trial.ts';
import type { Endpoint } from '../model/vocabulary.ts';
import { deriveShare } from './derive.ts';
import { intervalText, pText } from './wording.ts';

/** Why two reports may print different figures for the same patients. */
export const reasons = ['rounding', 'denominator', 'data cut', 'definition', 'unexplained'] as const;
export type Reason = (typeof reasons)[number];
export const aspects = ['figure', 'interval', 'level', 'P value', 'sidedness'] as const;
export type Aspect = (typeof aspects)[number];

/** Two facts in one slot that print different figures. */
export interface Discrepancy {
  /** `trial/first~second#aspect`, stable while the facts are. */
  id: string;
  /** The facts by id: the earlier listed report first. */
  facts: readonly [Outcome, Outcome];
  aspect: Aspect;
  values: readonly [string, string];
  /** Size of the difference between two numbers. */
  difference: number | undefined;
  reason: Reason;
}

/** What the reports of one trial say of the same slots. */
export interface TrialLedger {
  /** Id of an outcome → ids of outcomes of other reports that print the same figure. */
  corroborated: Map<string, string[]>;
  discrepancies: Discrepancy[];
}

/** The endpoints that describe patients or treatment and are told apart by their definitions. */
export function descriptiveEndpoints(endpoints: readonly Endpoint[]): Set<string> {
  return new Set(endpoints.filter(({ family }) => family === 'participants' || family === 'treatment').map(({ id }) => id));
}

/** Where a fact belongs: facts of different reports in one slot answer the same question. */
function slotOf(fact: Outcome, descriptive: ReadonlySet<string>): string {
  const at = 'at' in fact && fact.at ? `${fact.at.basis === 'within' ? 'at' : fact.at.basis} ${Math.round(daysOf(fact.at))}` : '';
  const grade = 'grade' in fact && fact.grade ? fact.grade.printed.replace('>=', '≥') : '';
  return [
    fact.endpoint,
    fact.kind === 'adverse-event' || fact.kind === 'proportion' || fact.kind === 'landmark' ? 'share' : fact.kind,
    fact.arm,
    fact.population,
    'comparator' in fact ? `${fact.comparator}|${fact.versus}` : '',
    'measure' in fact ? fact.measure : '',
    'statistic' in fact ? fact.statistic : '',
    'unit' in fact ? fact.unit : '',
    'agent' in fact ? fact.agent : '',
    'schedule' in fact ? fact.schedule : '',
    'factor' in fact ? fact.factor : '',
    'term' in fact ? fact.term : '',
    at,
    grade,
    // What describes patients or treatment is told apart by its definition alone: previously treated, relapsed …
    descriptive.has(fact.endpoint) ? fact.definition : '',
  ].join('|');
}

/** A number to hold against another of its measure. */
interface Told {
  measure: 'percent' | 'patients' | 'value';
  value: number;
  decimals: number;
  bound?: Bound | undefined;
  text: string;
}

/** The number that a fact stands for, with the digits it was printed with. */
function numberOf(fact: Outcome): Told | undefined {
  const loose = fact as unknown as Partial<Record<'percent' | 'value' | 'estimate' | 'events', Figure>>;
  const told = (measure: Told['measure'], { value, decimals, bound, printed }: Figure): Told => ({
    measure,
    value,
    decimals,
    bound,
    text: `${printed}${measure === 'percent' ? '%' : ''}`,
  });
  if (loose.percent) return told('percent', loose.percent);
  const figure = loose.estimate ?? loose.value;
  if (figure) return told('value', figure);
  const { counts, percent } = deriveShare(fact);
  if (counts && percent !== undefined)
    return { measure: 'percent', value: percent, decimals: 6, text: `${counts.events}/${counts.total}` };
  return loose.events && told('patients', loose.events);
}

/** Whether two numbers count the same thing, and both exactly or both under one inequality. */
function isAlike(a: Told | undefined, b: Told | undefined): boolean {
  return a !== undefined && b !== undefined && a.measure === b.measure && a.bound === b.bound;
}

/** Whether an inequality and another number can both be right. */
function isMet(a: Told, b: Told): boolean {
  const span = ({ bound, value }: Told): [number, number] =>
    bound === '<' || bound === '≤'
      ? [Number.NEGATIVE_INFINITY, value]
      : bound
        ? [value, Number.POSITIVE_INFINITY]
        : [value, value];
  const [s, t] = [span(a), span(b)];
  return Boolean(a.bound ?? b.bound) && s[0] <= t[1] && t[0] <= s[1];
}

/**
 * Holds the facts of one trial against each other, slot by slot.
 *
 * @param descriptive endpoints that describe patients or treatment (descriptiveEndpoints)
 */
export function ledgerOf(trialId: string, trial: Trial, descriptive: ReadonlySet<string>): TrialLedger {
  const corroborated = new Map<string, string[]>();
  const discrepancies: Discrepancy[] = [];
  const rank = new Map(trial.reports.map(({ id }, i) => [id, i]));
  const facts = trial.outcomes
    .filter((fact) => fact.role !== 'planned')
    .toSorted((a, b) => rank.get(a.report)! - rank.get(b.report)!);
  for (const slot of Map.groupBy(facts, (fact) => slotOf(fact, descriptive)).values()) {
    slot.forEach((a, i) => {
      for (const b of slot.slice(i + 1)) {
        if (a.report === b.report && a.source === b.source) continue;
        const found = compare(trialId, trial, a, b);
        discrepancies.push(...found);
        if (a.report !== b.report && found.every(({ reason }) => reason === 'rounding') && isAlike(numberOf(a), numberOf(b))) {
          corroborated.set(a.id, [...(corroborated.get(a.id) ?? []), b.id]);
          corroborated.set(b.id, [...(corroborated.get(b.id) ?? []), a.id]);
        }
      }
    });
  }
  return {
    corroborated,
    discrepancies: discrepancies.filter((found) => !isRepetition(trial, found, discrepancies, descriptive)),
  };
}

function compare(trialId: string, trial: Trial, a: Outcome, b: Outcome): Discrepancy[] {
  const entry = (aspect: Aspect, values: [string, string], difference: number | undefined, reason: Reason): Discrepancy => ({
    id: `${trialId}/${a.id}~${b.id}#${aspect.replace(' ', '-')}`,
    facts: [a, b],
    aspect,
    values,
    difference,
    reason,
  });
  const found: Discrepancy[] = [];
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x && y && x.measure === y.measure && x.value !== y.value && !isMet(x, y)) {
    const coarser = Math.min(x.decimals, y.decimals);
    const difference = Math.abs(x.value - y.value);
    const rounding = x.decimals !== y.decimals && difference <= 0.5 * 10 ** -coarser + 1e-9;
    if (!rounding || Math.max(x.decimals, y.decimals) < 6)
      found.push(entry('figure', [x.text, y.text], difference, rounding ? 'rounding' : reasonFor(trial, a, b)));
  }
  const [i, j] = [intervalOf(a), intervalOf(b)];
  if (i && j && i.kind === j.kind) {
    if (i.level?.value !== j.level?.value)
      found.push(entry('level', [intervalText(i), intervalText(j)], undefined, reasonFor(trial, a, b)));
    else if (differs(i.low, j.low) || differs(i.high, j.high))
      found.push(entry('interval', [intervalText(i), intervalText(j)], undefined, reasonFor(trial, a, b)));
  }
  const [p, q] = [pOf(a), pOf(b)];
  if (p && q) {
    if (!compatible(p, q)) found.push(entry('P value', [pText(p), pText(q)], undefined, reasonFor(trial, a, b)));
    else if (p.sides !== q.sides && (p.sides === 1 || q.sides === 1))
      found.push(entry('sidedness', [pText(p), pText(q)], undefined, 'unexplained'));
  }
  return found;
}

const intervalOf = (fact: Outcome): Interval | undefined => ('interval' in fact ? fact.interval : undefined);
const pOf = (fact: Outcome): PValue | undefined => ('p' in fact ? fact.p : undefined);

/** Whether two limits differ beyond the digits that the less exact one prints. */
function differs(a: Figure | string, b: Figure | string): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a !== b;
  return Math.abs(a.value - b.value) > (a.decimals === b.decimals ? 0 : 0.5 * 10 ** -Math.min(a.decimals, b.decimals)) + 1e-9;
}

/** Whether two printed P values can be the same: 0.04 fits <0.05, and 0.038 fits 0.04. */
function compatible(a: PValue, b: PValue): boolean {
  if (a.value === undefined || b.value === undefined) {
    const known = a.value === undefined ? b : a;
    const silent = a.value === undefined ? a : b;
    return (
      known.value === undefined ||
      silent.comparator !== 'ns' ||
      known.comparator === '>' ||
      known.value > 0.05 ||
      known.comparator === 'ns'
    );
  }
  if (a.comparator === '=' && b.comparator === '=') {
    const decimals = (p: PValue) => figureOfP(p)!.decimals;
    return Math.abs(a.value - b.value) <= 0.5 * 10 ** -Math.min(decimals(a), decimals(b)) + 1e-9;
  }
  const span = ({ comparator, value }: PValue): [number, number] =>
    comparator === '<' || comparator === '≤'
      ? [0, value!]
      : comparator === '>' || comparator === '≥'
        ? [value!, 1]
        : [value!, value!];
  const [s, t] = [span(a), span(b)];
  return s[0] <= t[1] && t[0] <= s[1];
}

const isReview = (trial: Trial, fact: Outcome) => trial.reports.some(({ id, kind }) => id === fact.report && kind === 'review');

function reasonFor(trial: Trial, a: Outcome, b: Outcome): Reason {
  const total = (fact: Outcome) => ('total' in fact ? fact.total?.value : undefined);
  if (total(a) !== undefined && total(b) !== undefined && total(a) !== total(b)) return 'denominator';
  if (a.definition !== b.definition && (a.definition ?? b.definition)) return 'definition';
  if (isMeasuredOtherwise(a, b)) return 'definition';
  if (a.report !== b.report && !isReview(trial, a) && !isReview(trial, b)) return 'data cut';
  return 'unexplained';
}

/** Whether both reports name a scale, an assay or a threshold, and not the same. */
function isMeasuredOtherwise(a: Outcome, b: Outcome): boolean {
  const named = (fact: Outcome) => [
    'scale' in fact && fact.scale !== 'unstated' ? fact.scale : undefined,
    'assay' in fact ? fact.assay : undefined,
    'threshold' in fact ? fact.threshold?.value : undefined,
  ];
  const other = named(b);
  return named(a).some((name, i) => name !== undefined && other[i] !== undefined && name !== other[i]);
}

/**
 * A review that repeats one report differs from the others of the study just as that report does: the difference
 * stands in the ledger once, between the two reports.
 */
function isRepetition(trial: Trial, found: Discrepancy, all: readonly Discrepancy[], descriptive: ReadonlySet<string>): boolean {
  const [a, b] = found.facts;
  const review = isReview(trial, b) ? b : isReview(trial, a) ? a : undefined;
  if (!review) return false;
  const other = review === a ? b : a;
  const differs = (fact: Outcome, aspect: Aspect) =>
    all.some((d) => d.aspect === aspect && d.facts.includes(fact) && d.facts.includes(review));
  const says = (fact: Outcome, aspect: Aspect) =>
    aspect === 'figure'
      ? isAlike(numberOf(fact), numberOf(review))
      : (aspect === 'P value' || aspect === 'sidedness' ? pOf(fact) : intervalOf(fact)) !== undefined;
  const repeats = (aspect: Aspect) =>
    trial.outcomes.some(
      (fact) =>
        fact !== review &&
        fact.report !== other.report &&
        !isReview(trial, fact) &&
        slotOf(fact, descriptive) === slotOf(review, descriptive) &&
        says(fact, aspect) &&
        !differs(fact, aspect),
    );
  // Where the figure is that of another report, interval and P cannot be those of this one.
  return repeats(found.aspect) || (differs(other, 'figure') && repeats('figure'));
}
