import fs from 'node:fs';
import { parse } from 'yaml';
import { factsOf } from '../../src/checks/facts.ts';
import { entrySchemas } from '../../src/model/collections.ts';
import type { Corpus } from '../../src/reading/corpus.ts';
import { seriousFindings, seeded, type Mutation } from './mutations.ts';

/**
 * Misprints made by another way than in `mutations.ts`: in the text of an entry, one digit of one figure of
 * one fact becomes another digit, and the file is read again. Every fact is hit equally often, whether its
 * source is indexed or not.
 */

/** A digit of a figure in the text of an entry. */
interface Digit {
  fact: string;
  key: string;
  file: string;
  offset: number;
}

/** Keys whose value, or whose `value`, is printed in a source. */
const figureKeys =
  /^(?:events|total|percent|value|estimate|low|high|threshold|level|p|date|grade|studies|patients|i2|tau2|heterogeneity)$|^p\.printed$|^(?:p|at|spread|threshold)\.value$|^(?:interval|prediction)\.(?:level|low|high)$|^differs\.p$/;

/** The lines of an entry that belong to its facts, by id of the fact. */
function factLines(text: string, ids: ReadonlySet<string>): { fact: string; line: string; offset: number }[] {
  let [offset, fact, within] = [0, '', false];
  return text.split('\n').flatMap((line) => {
    const start = offset;
    offset += line.length + 1;
    if (/^\S/.test(line)) within = /^(?:outcomes|claims|pooled):/.test(line);
    const id = /^ {2}- (?:\{ *)?id: *([\w-]+)/.exec(line)?.[1];
    if (id !== undefined) fact = id;
    return within && ids.has(fact) ? [{ fact, line, offset: start }] : [];
  });
}

/**
 * The digits of a line, each with the key it belongs to: `{level: 95, low: 3}` has digits of level and of
 * low.
 */
function digitsOfLine(line: string): { key: string; at: number }[] {
  const [, outer = ''] = /^ *(?:- )?([\w.]+): *\{/.exec(line) ?? [];
  return [...line.matchAll(/(?<![\w.-])([a-zA-Z]+): *("[^"]*"|[^,{}"]+)/g)].flatMap(
    ([whole, name, value], i, all) => {
      const key = outer && all.length > 0 && name !== outer ? `${outer}.${name}` : name!;
      const known = figureKeys.test(key) || (/^ {2}- \{/.test(line) && figureKeys.test(name!));
      const from = all[i]!.index + whole.length - value!.length;
      return known ? [...value!.matchAll(/\d/g)].map(({ index }) => ({ key, at: from + index })) : [];
    },
  );
}

/** Every digit of every figure of every fact. */
export function digitsOf(corpus: Corpus): Digit[] {
  return Map.groupBy(factsOf(corpus), ({ source }) => source)
    .entries()
    .flatMap(([source, placed]) => {
      const ids = new Set(placed.map(({ fact }) => fact.id));
      const entry = source.entry.split('/')[1]!;
      return factLines(fs.readFileSync(source.file, 'utf8'), ids).flatMap(({ fact, line, offset }) =>
        digitsOfLine(line).map(({ key, at }) => ({
          fact: `${entry}/${fact}`,
          key,
          file: source.file,
          offset: offset + at,
        })),
      );
    })
    .toArray();
}

/** Changes one digit of each of so many facts, taken in turn and in an order of chance. */
export function mutateDigits(corpus: Corpus, seed: number, count: number): Mutation[] {
  const random = seeded(seed);
  const byFact = [...Map.groupBy(digitsOf(corpus), ({ fact }) => fact).values()];
  const order = byFact.map((digits) => ({ digits, key: random(1 << 30) })).toSorted((a, b) => a.key - b.key);
  const known = new Map<string, Set<string>>();
  return Array.from({ length: count }, (_, i) => {
    const { digits } = order[i % order.length]!;
    return change(corpus, digits[random(digits.length)]!, random, known);
  });
}

function change(
  corpus: Corpus,
  { fact, key, file, offset }: Digit,
  random: (below: number) => number,
  known: Map<string, Set<string>>,
): Mutation {
  const placed = factsOf(corpus).find(({ source }) => source.file === file)!;
  const text = fs.readFileSync(file, 'utf8');
  const digit = String((Number(text[offset]) + 1 + random(9)) % 10);
  const changed = text.slice(0, offset) + digit + text.slice(offset + 1);
  if (!known.has(file)) known.set(file, seriousFindings(corpus, placed.source));
  const line = (whole: string) =>
    whole.slice(whole.lastIndexOf('\n', offset) + 1, whole.indexOf('\n', offset)).trim();
  const collection = placed.source.entry.split('/')[0] as 'trials' | 'reviews';
  const read = entrySchemas[collection].safeParse(parse(/^---\n([\s\S]*?)^---$/m.exec(changed)![1]!));
  const entry = { ...placed.source, data: read.data };
  const entries = corpus.entries[collection].map((one) => (one === placed.source ? entry : one));
  const after = () =>
    seriousFindings({ ...corpus, entries: { ...corpus.entries, [collection]: entries } }, entry);
  const caught = !read.success || [...after()].some((found) => !known.get(file)!.has(found));
  return { fact, change: `${key}: ${line(text)} → ${line(changed)}`, caught };
}
