import type { Derived } from '../model/derived.ts';
import { sizeAsWritten } from '../model/trial.ts';
import type { Fact, ReviewNode, SynthesisNode, TrialNode } from '../evidence/library.ts';
import { readIn } from '../evidence/read-in.ts';
import type { Edition } from './edition.ts';
import type { Context } from './table.ts';
import { byText } from '../model/order.ts';

/**
 * The whole base as one JSON object:
 * `version, base, vocabulary, endpoints, therapies, trials, reviews, syntheses, topics, references`.
 *
 * Entries are as authored, with `url` in front; bodies are left out. Figures keep their printed form beside
 * the number. What the build computes stands apart under `derived`. References are CSL-JSON. Lists are sorted
 * by id, but for the vocabulary, the endpoints and what is listed within an entry: their order is the
 * author's. Each list has a line an item.
 */
export function evidenceJson({ library, version, context }: Edition): string {
  const entry = <T extends Entry>(node: T) => entryOf(node, context);
  return byLine({
    version,
    base: library.base,
    vocabulary: library.vocabulary,
    endpoints: library.endpoints.map(entry),
    therapies: sorted(library.therapies).map(entry),
    trials: sorted(library.trials).map((trial) => trialOf(trial, context)),
    reviews: sorted(library.reviews).map((review) => reviewOf(review, context)),
    syntheses: sorted(library.syntheses).map((synthesis) => synthesisOf(synthesis, context)),
    topics: sorted(library.topics).map(entry),
    references: sorted(library.references).map(({ data }) => data),
  });
}

/** The outcomes of evidence.json, one a line, each with what must be known of its trial to use it alone. */
export function evidenceLines({ library, context }: Edition): string {
  const lines = sorted(library.trials).flatMap((trial) => {
    const { id, name, data, year } = trial;
    const { title, setting, population, design, phase } = data;
    const about = { id, name, title: title.en, design, phase, setting, ageGroup: population.ageGroup, year };
    return trial.facts.map((fact) => JSON.stringify({ ...outcomeOf(fact, context), trial: about }));
  });
  return lines.map((line) => `${line}\n`).join('');
}

interface Entry {
  id: string;
  path: string;
  data: object;
}

/** An entry as authored, with its address. */
export function entryOf<T extends Entry>({ id, path, data }: T, { address }: Context) {
  return { id, url: address(path), ...(data as T['data']) };
}

/** A trial as authored, its facts with what is computed for them. */
export function trialOf(trial: TrialNode, context: Context) {
  const { data, planned, facts, appraisals, year, enrolled, targets } = trial;
  return {
    ...entryOf(trial, context),
    populations: data.populations.map((own) => ({ ...own, ...(own.n ? { n: sizeAsWritten(own.n) } : {}) })),
    planned: planned.map(({ uid, path, data }) => ({ uid, url: context.address(path), ...data })),
    outcomes: facts.map((fact) => outcomeOf(fact, context)),
    appraisals: appraisals.map(({ uid, path, data }) => ({ uid, url: context.address(path), ...data })),
    derived: { year, enrolled, targets: targets.map(({ id }) => id) },
  };
}

function outcomeOf(fact: Fact, { address }: Context) {
  const { uid, path, outcome, derived, sourceWork, riskOfBias } = fact;
  const read = { readIn: readIn(fact), readInWork: sourceWork?.id };
  const bias = riskOfBias && {
    appraisal: riskOfBias.uid,
    tool: riskOfBias.data.tool,
    overall: riskOfBias.data.overall,
  };
  return { uid, url: address(path), ...outcome, ...read, riskOfBias: bias, derived: rounded(derived) };
}

/** A review as authored, its claims with what is computed for them. */
export function reviewOf(review: ReviewNode, context: Context) {
  const claims = review.claims.map(({ uid, path, claim, derived }) => ({
    uid,
    url: context.address(path),
    ...claim,
    derived: rounded(derived),
  }));
  return { ...entryOf(review, context), claims };
}

/** A published synthesis as authored, its results with their addresses. */
export function synthesisOf(synthesis: SynthesisNode, context: Context) {
  const pooled = synthesis.pooled.map(({ uid, path, data, source }) => ({
    uid,
    url: context.address(path),
    ...data,
    readIn: source.read,
  }));
  return { ...entryOf(synthesis, context), pooled };
}

/** Six decimals: more than any use of a percentage, fewer than those in which processors may differ. */
function rounded({ counts, percent, interval }: Derived): Derived {
  const round = (value: number) => Number(value.toFixed(6));
  return {
    ...(counts ? { counts } : {}),
    ...(percent === undefined ? {} : { percent: round(percent) }),
    ...(interval ? { interval: { ...interval, low: round(interval.low), high: round(interval.high) } } : {}),
  };
}

const sorted = <T extends { id: string }>(nodes: readonly T[]) =>
  nodes.toSorted((a, b) => byText(a.id, b.id));

/** JSON of moderate size that a person can still search and compare line by line. */
export function byLine(parts: Record<string, unknown>): string {
  const text = (value: unknown) => (Array.isArray(value) ? itemLines(value) : JSON.stringify(value));
  return `{\n${Object.entries(parts)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${JSON.stringify(key)}: ${text(value)}`)
    .join(',\n')}\n}\n`;
}

function itemLines(items: unknown[]): string {
  return items.length === 0 ? '[]' : `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
}
