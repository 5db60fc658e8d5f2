import type { Figure } from '../model/figure.ts';
import type { Endpoint } from '../model/vocabulary.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Check, CheckRecorder } from './check.ts';
import type { Lookup } from './context/noted.ts';
import { exact, patientsOf, timeOf, type PlacedOutcome } from './facts.ts';

type Share = Extract<Outcome, { kind: 'proportion' }>;
type PlacedShare = PlacedOutcome & { fact: Share };

/** What an endpoint amounts to in some patients: in percent, and in patients where they are counted. */
interface Amount {
  low: number;
  high: number;
  events: number | undefined;
  facts: PlacedShare[];
}

/** A definition that names a time or a course is about other events than one that does not. */
const timed =
  /\b(?:after|at|before|by|during|on|until|within|day|week|month|year|cycle|course|induction)s?\b/i;

/**
 * What one fact amounts to: exactly by its counts, else within the rounding or cutting off of its percentage.
 */
function amountOf(placed: PlacedShare): Amount | undefined {
  const { fact } = placed;
  const [events, total, percent] = [exact(fact.events), exact(fact.total), exact(fact.percent)];
  if (events && total && total.value > 0) {
    const share = (100 * events.value) / total.value;
    return { low: share, high: share, events: events.value, facts: [placed] };
  }
  if (!percent) return events && { low: 0, high: 100, events: events.value, facts: [placed] };
  const unit = 10 ** -percent.decimals;
  return {
    low: percent.value - unit / 2,
    high: percent.value + unit,
    events: events?.value,
    facts: [placed],
  };
}

const sum = (amounts: readonly Amount[]): Amount => ({
  low: amounts.reduce((all, { low }) => all + low, 0),
  high: amounts.reduce((all, { high }) => all + high, 0),
  events: amounts.reduce<number | undefined>(
    (all, { events }) => (all === undefined || events === undefined ? undefined : all + events),
    0,
  ),
  facts: amounts.flatMap(({ facts }) => facts),
});

type Endpoints = Lookup<Endpoint>;

/**
 * What is recorded of an endpoint in some patients, or else of what it divides into. None where it is
 * reported twice.
 */
function recorded(
  id: string,
  group: readonly PlacedShare[],
  endpoints: Endpoints,
  above: readonly string[],
): Amount | undefined {
  const own = group.filter(({ fact }) => fact.endpoint === id);
  const [only, ...twice] = own;
  if (only) return twice.length === 0 ? amountOf(only) : undefined;
  const inside = (endpoints.get(id)?.divides?.into ?? []).filter((part) => !above.includes(part));
  const parts = inside.flatMap((part) => recorded(part, group, endpoints, [...above, id]) ?? []);
  return parts.length > 0 ? sum(parts) : undefined;
}

/** Whether facts count among the same patients, and what happened to them at one time. */
function areAlike(facts: readonly PlacedShare[]): boolean {
  const totals = new Set(facts.flatMap(({ fact }) => exact(fact.total)?.value ?? []));
  const times = new Set(
    facts.map(({ fact: { definition } }) => (definition && timed.test(definition) ? definition : undefined)),
  );
  return totals.size <= 1 && times.size <= 1;
}

const statement = ({ fact }: PlacedShare) =>
  `${fact.endpoint} ${fact.events?.printed ?? `${(fact.percent as Figure).printed}%`}${
    fact.events && fact.total ? `/${fact.total.printed}` : ''
  }`;

/**
 * Categories of which a patient can be in one only cannot add up to more than the whole; all of them make it
 * up.
 */
export const categories: Check<'trial'> = {
  code: 'arithmetic/categories',
  scope: 'trial',
  run({ outcomes }, ask, { endpoints, nested }) {
    const shares = outcomes.filter((placed): placed is PlacedShare => placed.fact.kind === 'proportion');
    for (const group of Map.groupBy(shares, (p) => `${patientsOf(p)}|${timeOf(p.fact)}`).values()) {
      for (const [id, { divides }] of endpoints) {
        const parts = (divides?.into ?? []).flatMap((part) => recorded(part, group, endpoints, [id]) ?? []);
        const all = sum(parts);
        if (!divides || all.facts.length < 2) continue;
        const wholes = group.filter(({ fact }) => fact.endpoint === id);
        // Where the whole is not reported, its parts cannot be more than all patients.
        const isComplete = divides.exhaustive && parts.length === divides.into.length;
        for (const whole of wholes.length > 0 || nested.has(id) ? wholes : [undefined])
          askWhole({ all, whole, isComplete: isComplete && whole !== undefined }, ask);
      }
    }
  },
};

interface Divided {
  /** All parts together. */
  all: Amount;
  /** What they are parts of; undefined where nobody says it. */
  whole: PlacedShare | undefined;
  /** Whether the parts make up the whole. */
  isComplete: boolean;
}

/** Asks whether parts and whole agree, where both count the same patients. */
function askWhole({ all, whole, isComplete }: Divided, ask: CheckRecorder): void {
  const limit = whole ? amountOf(whole) : everybody(all);
  const facts = [...(whole ? [whole] : []), ...all.facts];
  if (!limit || !areAlike(facts)) return;
  // A criterion that the report makes its own may leave out a category.
  const fault = compare(all, limit, isComplete && facts.every(({ fact }) => fact.definition === undefined));
  const parted = all.facts.map(statement).join(' and ');
  const limited = whole ? statement(whole) : 'all patients';
  const finding = () => ({
    where: [],
    message: `${parted} ${fault} ${limited}`,
    actual: parted,
    expected: `${isComplete ? 'together' : 'at most'} ${limited}`,
    help: 'compare each of the figures with the source, and whether they are of the same patients',
  });
  ask.expect(fault === undefined, finding, whole ?? all.facts[0]);
}

const everybody = ({ facts }: Amount): Amount => ({
  low: 100,
  high: 100,
  events: exact(facts.find(({ fact }) => fact.total)?.fact.total)?.value,
  facts: [],
});

/**
 * How the parts contradict the whole: by patients where all are counted, else by percentages within their
 * rounding.
 */
function compare(parts: Amount, whole: Amount, complete: boolean): string | undefined {
  const [above, below] =
    parts.events !== undefined && whole.events !== undefined
      ? [parts.events > whole.events, parts.events < whole.events]
      : [parts.low > whole.high + 1e-9, parts.high < whole.low - 1e-9];
  return above ? 'add up to more than' : below && complete ? 'do not make up' : undefined;
}
