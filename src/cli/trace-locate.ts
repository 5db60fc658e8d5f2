import { factsOf, type PlacedFact } from '../checks/facts.ts';
import { CheckContext, indexesOf } from '../checks/context.ts';
import { passagesFor, sectionFor } from '../checks/trace.ts';
import { isShared, locate, scatter } from '../evidence/locate.ts';
import { standsAt, traceableFigures, type Trace, type TraceableFigure } from '../evidence/trace.ts';
import type { IndexedSection, Passage } from '../model/source.ts';
import { readCorpus } from '../reading/corpus.ts';
import { UsageError } from './command.ts';
import { note, rewrite, type Edit } from './trace-write.ts';

/** A fact whose document is indexed where it should stand. */
interface Sought {
  placed: PlacedFact;
  uid: string;
  /** Its place among all facts: entries give them in the order of the source. */
  rank: number;
  figures: TraceableFigure[];
  section: IndexedSection;
  passages: Passage[];
}

/** Finds the places of all figures, and says or writes them. */
export function locateFacts(content: string, subject: string | undefined, write: boolean): number {
  const corpus = readCorpus(content);
  const indexes = indexesOf(corpus);
  const context = new CheckContext(corpus);
  const named = factsOf(corpus).map((placed) => ({
    placed,
    uid: `${placed.source.entry.split('/')[1]}/${placed.fact.id}`,
  }));
  if (subject !== undefined && !named.some(({ uid }) => uid === subject))
    throw new UsageError(
      `there is no fact ${subject}; expected TRIAL/OUTCOME, REVIEW/CLAIM or SYNTHESIS/RESULT`,
    );
  const sought = named.flatMap(({ placed, uid }, rank): Sought[] => {
    const section = sectionFor(placed, indexes);
    const figures = traceableFigures(placed.fact);
    return section
      ? [{ placed, uid, rank, figures, section, passages: passagesFor(placed, section, context) }]
      : [];
  });
  const traces = placesOf(sought);
  const edits = new Map<string, Edit[]>();
  let [traced, total] = [0, 0];
  for (const one of sought.filter(({ uid }) => subject === undefined || uid === subject)) {
    const { placed, uid, figures } = one;
    const found = traces.get(one) ?? {};
    total += figures.length;
    traced += Object.keys(found).length;
    if (write) note(edits, placed, found);
    else
      process.stdout.write(
        `${uid} ${placed.fact.locator}: ${figures
          .map(({ key, digits }) => `${key} ${digits} ${found[key] ? `at ${found[key]}` : 'not found'}`)
          .join(', ')}\n`,
      );
  }
  const left = [...edits].reduce((sum, [file, own]) => sum + rewrite(file, own), 0);
  if (left > 0)
    console.error(`almanac trace: ${left} facts are not written one key a line and stay as they were`);
  process.stdout.write(
    `${traced} of ${total} figures traced${write ? `, ${edits.size} files written` : ''}\n`,
  );
  return 0;
}

/** Whom a fact is about, as it says itself. */
function populationOf({ placed: { fact } }: Sought): string | undefined {
  if ('population' in fact) return fact.population;
  return 'subject' in fact ? fact.subject : fact.group;
}

/** A figure whose place is known. */
interface Known {
  one: Sought;
  key: string;
  place: number;
}

/**
 * The places of facts that stand in the same sections: first those that are known, then those that leave the
 * least choice, so that each place that is found speaks for or against those beside it.
 */
function placesOf(sought: readonly Sought[]): Map<Sought, Trace> {
  const traces = new Map<Sought, Trace>();
  const known = new Map<IndexedSection, Known[]>();
  const keep = (one: Sought, trace: Trace) => {
    traces.set(one, trace);
    const others = (known.get(one.section) ?? []).filter((other) => other.one !== one);
    known.set(one.section, [
      ...others,
      ...Object.entries(trace).map(([key, place]) => ({ one, key, place })),
    ]);
  };
  for (const one of sought) if (one.placed.fact.trace) keep(one, kept(one));
  const rest = sought.filter((one) => unplaced(one, traces.get(one)).length > 0);
  for (const one of rest.toSorted((a, b) => choices(a) - choices(b))) {
    const own = traces.get(one) ?? {};
    keep(
      one,
      search({ ...one, figures: unplaced(one, own) }, neighbours(one, known.get(one.section) ?? []), own),
    );
  }
  return traces;
}

/**
 * What it costs a fact to take a place, from what is known of others: entries give their facts in the order
 * of the source, a number is rarely used twice, and facts about the same patients share their total.
 */
function neighbours(one: Sought, known: readonly Known[]): (key: string, place: number) => number {
  const own = known.filter((other) => other.one.placed.source === one.placed.source && !isShared(other.key));
  const before = Math.max(...own.flatMap((other) => (other.one.rank < one.rank ? [other.one.rank] : [])));
  const after = Math.min(...own.flatMap((other) => (other.one.rank > one.rank ? [other.one.rank] : [])));
  const last = Math.max(...own.flatMap((other) => (other.one.rank === before ? [other.place] : [])));
  const next = Math.min(...own.flatMap((other) => (other.one.rank === after ? [other.place] : [])));
  return (key, place) => {
    const others = known.filter((other) => other.place === place);
    if (key === 'total') {
      const same = others.some(
        (other) => ['total', 'value'].includes(other.key) && populationOf(other.one) === populationOf(one),
      );
      return same ? 0 : others.length > 0 ? 4 : 2;
    }
    if (isShared(key)) return 0;
    const taken = others.some((other) => other.one.placed.fact.endpoint !== one.placed.fact.endpoint);
    return (taken ? 3 : 0) + (place < last ? 2 : 0) + (place > next ? 2 : 0) + 0.01 * place;
  };
}

/** The places of a trace that still fit: someone may have set them by hand. */
function kept({ placed, figures, section, passages }: Sought): Trace {
  const own = new Map(figures.map((figure) => [figure.key, figure]));
  const fitting = Object.entries(placed.fact.trace ?? {}).filter(([key, place]) => {
    const figure = own.get(key);
    return figure && standsAt(figure, section.numbers, place);
  });
  const trace = Object.fromEntries(fitting);
  return scatter(trace, passages) ? {} : trace;
}

/** The figures to be looked for: of a trace, only those that it names. */
const unplaced = ({ placed: { fact }, figures }: Sought, trace: Trace = {}) =>
  figures.filter(({ key }) => trace[key] === undefined && (!fact.trace || fact.trace[key] !== undefined));

/** In how many ways the figures of a fact can stand in its passages. */
function choices({ figures, section, passages }: Sought): number {
  const places = passages.flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, i) => first + i),
  );
  return figures.reduce(
    (ways, own) => ways * (places.filter((at) => standsAt(own, section.numbers, at)).length || 1),
    1,
  );
}

/** The best places of a fact in any of its passages. */
function search(
  { figures, section, passages }: Sought,
  strange: (key: string, place: number) => number,
  own: Trace,
): Trace {
  const ways = passages.map((passage) => locate(figures, section.numbers, passage, strange, own));
  const size = (trace: Trace) => Object.keys(trace).length;
  return ways.toSorted((a, b) => size(b.trace) - size(a.trace) || a.cost - b.cost)[0]?.trace ?? {};
}
