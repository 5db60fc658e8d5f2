import { deriveShare } from '../evidence/derive.ts';
import { daysOf, type Figure } from '../model/figure.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Check } from './check.ts';
import { canBeAtMost, exact, outcomesOf, patientsOf, timeOf, type PlacedOutcome } from './facts.ts';
import { populations, responders } from './order/patients.ts';

/** A share or estimate in percent, where it is a plain number, or follows from its counts. */
function shareOf(fact: Outcome): Figure | undefined {
  if (fact.kind !== 'proportion' && fact.kind !== 'adverse-event' && fact.kind !== 'landmark') return undefined;
  const { percent } = deriveShare(fact);
  return percent === undefined ? exact(fact.percent) : { printed: percent.toFixed(1), value: percent, decimals: 9 };
}
const medianOf = (fact: Outcome) => (fact.kind === 'median' && fact.statistic === 'median' ? exact(fact.value) : undefined);
/** Whether two shares may be compared: of the same denominator, by the definitions of the endpoints or by one of the report. */
function comparable(a: Outcome, b: Outcome): boolean {
  const totalOf = (fact: Outcome) => ('total' in fact ? fact.total?.value : undefined);
  const [n, m] = [totalOf(a), totalOf(b)];
  return a.definition === b.definition && (n === undefined || m === undefined || n === m);
}

function grouped(placed: readonly PlacedOutcome[], key: (placed: PlacedOutcome) => string): PlacedOutcome[][] {
  return [...Map.groupBy(placed, (p) => `${p.source.entry}|${key(p)}`).values()];
}

const endpoints: Check = {
  code: 'order/endpoints',
  run({ corpus }, tally) {
    const atMost = new Map(corpus.files.endpoints?.data?.map(({ id, atMost: wider }) => [id, wider]));
    const compare = (group: PlacedOutcome[], figureOf: (fact: Outcome) => ReturnType<typeof exact>, unit: string) => {
      for (const a of group) {
        const [small, wider] = [figureOf(a.fact), atMost.get(a.fact.endpoint) ?? []];
        if (!small) continue;
        for (const b of group) {
          const large = wider.includes(b.fact.endpoint) ? figureOf(b.fact) : undefined;
          if (!large || !comparable(a.fact, b.fact)) continue;
          tally.expect(
            a.source,
            canBeAtMost(small, large),
            () => ({
              where: a.path,
              message: `${a.fact.endpoint} (${small.printed}${unit}) exceeds ${b.fact.endpoint} (${large.printed}${unit}) in the same patients`,
              actual: small.printed,
              expected: `at most ${large.printed}`,
              help: `compare both with the source, and whether they belong to the same population; ${b.fact.id} is the other`,
            }),
            a.fact,
          );
        }
      }
    };
    const placed = outcomesOf(corpus);
    for (const group of grouped(placed, (p) => `${patientsOf(p)}|${timeOf(p.fact)}`)) compare(group, shareOf, '%');
    for (const group of grouped(placed, (p) => `${patientsOf(p)}|${p.fact.kind === 'median' ? p.fact.unit : ''}`))
      compare(group, medianOf, '');
  },
};

const grades: Check = {
  code: 'order/grades',
  run({ corpus }, tally) {
    type Event = PlacedOutcome & { fact: Extract<Outcome, { kind: 'adverse-event' }> };
    const events = outcomesOf(corpus).filter((p): p is Event => p.fact.kind === 'adverse-event');
    const groups = Map.groupBy(events, (p) =>
      [p.source.entry, patientsOf(p), p.fact.endpoint, p.fact.term, p.fact.scale, timeOf(p.fact)].join('|'),
    );
    const spanOf = ({ fact: { grade } }: Event) =>
      grade.printed === 'any' ? [1, 5] : grade.printed === 'severe' ? [3, 5] : grade.min ? [grade.min, grade.max!] : undefined;
    for (const group of groups.values()) {
      for (const a of group) {
        for (const b of group) {
          const [inner, outer] = [spanOf(a), spanOf(b)];
          const [small, large] = [shareOf(a.fact), shareOf(b.fact)];
          if (a === b || !inner || !outer || !small || !large || !comparable(a.fact, b.fact)) continue;
          const within = outer[0]! <= inner[0]! && inner[1]! <= outer[1]! && (outer[0] !== inner[0] || outer[1] !== inner[1]);
          if (!within) continue;
          tally.expect(
            a.source,
            canBeAtMost(small, large),
            () => ({
              where: a.path,
              message: `grade ${a.fact.grade.printed} (${small.printed}%) is more frequent than grade ${b.fact.grade.printed} (${large.printed}%)`,
              actual: `${small.printed}%`,
              expected: `at most ${large.printed}%`,
              help: `compare both with the source; ${b.fact.id} is the other`,
            }),
            a.fact,
          );
        }
      }
    }
  },
};

const time: Check = {
  code: 'order/time',
  run({ corpus }, tally) {
    const families = new Map(corpus.files.endpoints?.data?.map(({ id, family, direction }) => [id, { family, direction }]));
    type Landmark = PlacedOutcome & { fact: Extract<Outcome, { kind: 'landmark' }> };
    const landmarks = outcomesOf(corpus).filter(
      (p): p is Landmark =>
        p.fact.kind === 'landmark' && p.fact.at.basis === 'at' && families.get(p.fact.endpoint)?.family === 'survival',
    );
    for (const group of grouped(
      landmarks,
      (p) => `${patientsOf(p)}|${p.fact.endpoint}|${p.fact.definition ?? ''}`,
    ) as Landmark[][]) {
      const dayOf = ({ fact }: Landmark) => daysOf(fact.at);
      const ordered = group.toSorted((a, b) => dayOf(a) - dayOf(b));
      ordered.forEach((later) => {
        const earlier = ordered.findLast((other) => dayOf(other) < dayOf(later));
        const [small, large] = [exact(later.fact.percent), exact(earlier?.fact.percent)];
        if (!earlier || !small || !large) return;
        tally.expect(
          later.source,
          canBeAtMost(small, large),
          () => ({
            where: later.path,
            message: `${later.fact.endpoint} rises from ${large.printed}% to ${small.printed}% with time`,
            actual: `${small.printed}%`,
            expected: `at most ${large.printed}%`,
            help: `compare both times and figures with the source; ${earlier.fact.id} is the earlier`,
          }),
          later.fact,
        );
      });
    }
  },
};

export const orderChecks: Check[] = [endpoints, grades, time, populations, responders];
