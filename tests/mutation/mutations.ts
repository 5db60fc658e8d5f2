import { runChecks } from '../../src/checks/run.ts';
import { factsOf, type PlacedFact } from '../../src/checks/facts.ts';
import { indexesOf } from '../../src/checks/context.ts';
import { sectionFor } from '../../src/checks/trace.ts';
import { parseFigure, type Figure } from '../../src/model/figure.ts';
import type { Corpus, SourceFile } from '../../src/reading/corpus.ts';

/** A figure of a fact that can be changed and put back. */
interface Slot {
  placed: PlacedFact;
  /** `interval.low` … */
  key: string;
  get(): Figure;
  set(figure: Figure): void;
}

/** One change to the content: what it was, and whether the checks saw it. */
export interface Mutation {
  fact: string;
  change: string;
  caught: boolean;
}

/** A small generator of numbers that gives the same ones for the same seed (mulberry32). */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** Every figure of every fact whose place in its report has an index of figures. */
function slotsOf(corpus: Corpus): Slot[] {
  const indexes = indexesOf(corpus);
  return factsOf(corpus)
    .filter((placed) => sectionFor(placed, indexes) !== undefined)
    .flatMap((placed) => walk(placed.fact, '', placed));
}

function walk(node: object, prefix: string, placed: PlacedFact): Slot[] {
  return Object.entries(node).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value !== 'object' || value === null) return [];
    const key = prefix + name;
    const holder = node as Record<string, Figure>;
    if ('printed' in value && /\d/.test(String(value.printed))) {
      return [{ placed, key, get: () => holder[name]!, set: (figure: Figure) => (holder[name] = figure) }];
    }
    return name === 'trace' || name === 'waivers' || Array.isArray(value)
      ? []
      : walk(value, `${key}.`, placed);
  });
}

/** What the schema lets through; the rest it refuses before any check asks. */
function isAllowed({ key, get }: Slot): boolean {
  const { value, printed } = get();
  if (key === 'grade') return /^(?:(?:≥|>=)\s*)?[1-5]$|^[1-5]\s*[-–]\s*[1-5]$/.test(printed);
  if (key === 'events' || key === 'total') return Number.isInteger(value);
  if (key === 'interval.level') return value > 50 && value < 100;
  return key !== 'percent' || (value >= 0 && value <= 100);
}

/** What stops a build or is shown as a warning, in one entry. */
export function seriousFindings(corpus: Corpus, source: SourceFile<unknown>): Set<string> {
  const { findings } = runChecks(corpus, undefined, { source, path: [] });
  return new Set(
    findings.flatMap(({ severity, code, message }) => (severity === 'note' ? [] : [`${code} ${message}`])),
  );
}

/** A printed figure with one of its digits changed. */
function withOtherDigit(figure: Figure, random: (below: number) => number): Figure {
  const places = [...figure.printed].flatMap((character, i) => (/\d/.test(character) ? [i] : []));
  const at = places[random(places.length)]!;
  const digit = String((Number(figure.printed[at]) + 1 + random(9)) % 10);
  return withPrinted(figure, figure.printed.slice(0, at) + digit + figure.printed.slice(at + 1));
}

/** The same kind of figure (or P value) with another printed form. */
function withPrinted(figure: Figure, printed: string): Figure {
  const parsed = parseFigure(printed.replace(/^[Pp]\s*=?\s*/, ''));
  return { ...figure, ...parsed, printed };
}

/**
 * Changes one digit of a figure, or exchanges two figures of an entry, `count` times; the content is put back
 * each time.
 */
export function mutate(corpus: Corpus, seed: number, count: number): Mutation[] {
  const random = seeded(seed);
  const slots = slotsOf(corpus);
  const before = new Map<unknown, Set<string>>();
  const baseline = (slot: Slot) => {
    if (!before.has(slot.placed.source))
      before.set(slot.placed.source, seriousFindings(corpus, slot.placed.source));
    return before.get(slot.placed.source)!;
  };
  return Array.from({ length: count }, () => {
    const slot = slots[random(slots.length)]!;
    const known = baseline(slot);
    const others = slots.filter(
      (other) => other.placed.source === slot.placed.source && other.get().printed !== slot.get().printed,
    );
    const partner = random(4) === 0 ? others[random(others.length)] : undefined;
    const [own, theirs] = [slot.get(), partner?.get()];
    const changed = theirs ? withPrinted(own, theirs.printed) : withOtherDigit(own, random);
    slot.set(changed);
    if (partner && theirs) partner.set(withPrinted(theirs, own.printed));
    const refused = !isAllowed(slot) || (partner !== undefined && !isAllowed(partner));
    const caught =
      refused || [...seriousFindings(corpus, slot.placed.source)].some((finding) => !known.has(finding));
    slot.set(own);
    if (partner && theirs) partner.set(theirs);
    const name = `${slot.placed.source.entry.split('/')[1]}/${slot.placed.fact.id}`;
    const change = partner
      ? `${slot.key} ${own.printed} exchanged with ${partner.placed.fact.id} ${partner.key} ${theirs!.printed}`
      : `${slot.key} ${own.printed} → ${changed.printed}`;
    return { fact: name, change, caught };
  });
}
