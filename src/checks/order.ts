import { deriveShare } from '../evidence/derive.ts';
import { daysOf, gradesOf, type Figure } from '../model/figure.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Check } from './check.ts';
import { canBeAtMost, exact, patientsOf, timeOf, type PlacedOutcome } from './facts.ts';
import { populations, responders } from './order/patients.ts';

/** A share or estimate in percent, where it is a plain number, or follows from its counts. */
function shareOf(fact: Outcome): Figure | undefined {
  if (fact.kind !== 'proportion' && fact.kind !== 'adverse-event' && fact.kind !== 'landmark')
    return undefined;
  const { percent } = deriveShare(fact);
  return percent === undefined
    ? exact(fact.percent)
    : { printed: percent.toFixed(1), value: percent, decimals: 9 };
}
const medianOf = (fact: Outcome) =>
  fact.kind === 'median' && fact.statistic === 'median' ? exact(fact.value) : undefined;

/** Every two outcomes that have a key in common, either way round. */
function* pairsOf<P extends PlacedOutcome>(
  placed: readonly P[],
  keyOf: (one: P) => string,
): Generator<[P, P]> {
  for (const group of Map.groupBy(placed, keyOf).values())
    for (const a of group) for (const b of group) if (a !== b) yield [a, b];
}

/**
 * Whether two shares may be compared: of the same denominator, by the definitions of the endpoints or by one
 * of the report.
 */
function comparable(a: Outcome, b: Outcome): boolean {
  const totalOf = (fact: Outcome) => ('total' in fact ? fact.total?.value : undefined);
  const [n, m] = [totalOf(a), totalOf(b)];
  return a.definition === b.definition && (n === undefined || m === undefined || n === m);
}

/**
 * Whether all patients with one fact have the other too, as far as grades go: any of grade 3 has one of any
 * grade, not the reverse.
 */
function isOfGradesWithin(inner: Outcome, outer: Outcome): boolean {
  if (inner.kind !== 'adverse-event' || outer.kind !== 'adverse-event') return true;
  const [own, wider] = [gradesOf(inner.grade), gradesOf(outer.grade)];
  return own !== undefined && wider !== undefined && wider[0] <= own[0] && own[1] <= wider[1];
}

const endpoints: Check<'trial'> = {
  code: 'order/endpoints',
  scope: 'trial',
  run({ outcomes }, ask, context) {
    const compare = (
      keyOf: (p: PlacedOutcome) => string,
      figureOf: (fact: Outcome) => Figure | undefined,
      sign: string,
    ) => {
      for (const [a, b] of pairsOf(outcomes, keyOf)) {
        const [small, wider] = [figureOf(a.fact), context.endpoints.get(a.fact.endpoint)?.atMost ?? []];
        const large = wider.includes(b.fact.endpoint) ? figureOf(b.fact) : undefined;
        if (!small || !large || !comparable(a.fact, b.fact) || !isOfGradesWithin(a.fact, b.fact)) continue;
        const fault = () => ({
          where: [],
          message: `${a.fact.endpoint} (${small.printed}${sign}) exceeds ${b.fact.endpoint} (${large.printed}${sign}) in the same patients`,
          actual: small.printed,
          expected: `at most ${large.printed}`,
          help: `compare both with the source, and whether they belong to the same population; ${b.fact.id} is the other`,
        });
        ask.expect(canBeAtMost(small, large), fault, a);
      }
    };
    compare((p) => `${patientsOf(p)}|${timeOf(p.fact)}`, shareOf, '%');
    compare((p) => `${patientsOf(p)}|${p.fact.kind === 'median' ? p.fact.unit : ''}`, medianOf, '');
  },
};

type Event = PlacedOutcome & { fact: Extract<Outcome, { kind: 'adverse-event' }> };

const grades: Check<'trial'> = {
  code: 'order/grades',
  scope: 'trial',
  run({ outcomes }, ask) {
    const events = outcomes.filter((p): p is Event => p.fact.kind === 'adverse-event');
    const sameEvent = (p: Event) =>
      [patientsOf(p), p.fact.endpoint, p.fact.term, p.fact.scale, timeOf(p.fact)].join('|');
    for (const [a, b] of pairsOf(events, sameEvent)) {
      const [small, large] = [shareOf(a.fact), shareOf(b.fact)];
      if (!small || !large || !comparable(a.fact, b.fact)) continue;
      if (!isOfGradesWithin(a.fact, b.fact) || isOfGradesWithin(b.fact, a.fact)) continue;
      const fault = () => ({
        where: [],
        message: `grade ${a.fact.grade.printed} (${small.printed}%) is more frequent than grade ${b.fact.grade.printed} (${large.printed}%)`,
        actual: `${small.printed}%`,
        expected: `at most ${large.printed}%`,
        help: `compare both with the source; ${b.fact.id} is the other`,
      });
      ask.expect(canBeAtMost(small, large), fault, a);
    }
  },
};

type Landmark = PlacedOutcome & { fact: Extract<Outcome, { kind: 'landmark' }> };

const time: Check<'trial'> = {
  code: 'order/time',
  scope: 'trial',
  run({ outcomes }, ask, context) {
    const isSurvival = ({ fact }: PlacedOutcome) =>
      context.endpoints.get(fact.endpoint)?.family === 'survival';
    const rates = outcomes.filter(
      (p): p is Landmark => p.fact.kind === 'landmark' && p.fact.at.basis === 'at' && isSurvival(p),
    );
    const dayOf = ({ fact }: Landmark) => daysOf(fact.at);
    const ordered = rates.toSorted((a, b) => dayOf(a) - dayOf(b));
    const sameCurve = (p: Landmark) => `${patientsOf(p)}|${p.fact.endpoint}|${p.fact.definition ?? ''}`;
    for (const curve of Map.groupBy(ordered, sameCurve).values()) {
      for (const later of curve) {
        const earlier = curve.findLast((other) => dayOf(other) < dayOf(later));
        const [small, large] = [exact(later.fact.percent), exact(earlier?.fact.percent)];
        if (!earlier || !small || !large) continue;
        const fault = () => ({
          where: [],
          message: `${later.fact.endpoint} rises from ${large.printed}% to ${small.printed}% with time`,
          actual: `${small.printed}%`,
          expected: `at most ${large.printed}%`,
          help: `compare both times and figures with the source; ${earlier.fact.id} is the earlier`,
        });
        ask.expect(canBeAtMost(small, large), fault, later);
      }
    }
  },
};

export const orderChecks: Check[] = [endpoints, grades, time, populations, responders];
