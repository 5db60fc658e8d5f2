import type { Code } from '../../model/check-table.ts';
import type { Finding } from '../../model/finding.ts';
import type { Waiver } from '../../model/text.ts';
import type { SourceFile } from '../../reading/corpus.ts';
import { itemIn } from '../../model/need.ts';
import type { Answer, CheckedFact } from '../check.ts';

/** What a check said of a file, and what it read of the context for that: numbers of notes. */
export interface NotedAnswer extends Answer {
  notes: readonly number[];
}

/** The answers about one file, by the number of the check. */
export type Answers = Map<number, NotedAnswer>;

/** The answers about a file as text; most files have no finding, and are only counted. */
export interface Row {
  /** `[check, run, check, run …]` */
  counts: string;
  /** What was found, skipped or waived; empty where there is nothing of these. */
  faults: string;
  /** `[[check, note, note …] …]` */
  notes: string;
  /** `[[facts, check, check …] …]`, the facts as a mask in hexadecimal digits. */
  asked: string;
}
export const columnNames = ['counts', 'faults', 'notes', 'asked'] as const;
export const emptyRow: Row = { counts: '[]', faults: '', notes: '[]', asked: '[]' };

type KeptFinding = Omit<Finding, 'code' | 'file' | 'entry'>;
type Faults = [
  check: number,
  skipped: number,
  waived: number,
  findings: KeptFinding[],
  used: [fact: number, waiver: number][],
];

/** The facts that a file states, in its order. */
export function factsIn({ data }: SourceFile<unknown>): readonly CheckedFact[] {
  const { outcomes, claims, pooled } = (data ?? {}) as Record<
    'outcomes' | 'claims' | 'pooled',
    readonly CheckedFact[] | undefined
  >;
  return outcomes ?? claims ?? pooled ?? [];
}

/** Answers as text; undefined where they are not about the file alone, and so cannot be found again by it. */
export function rowOf(answers: Answers, source: SourceFile<unknown> | undefined): Row | undefined {
  const facts = source ? factsIn(source) : [];
  const places = new Map(facts.map((fact, i) => [fact, i]));
  const masks = new Map<string, number[]>();
  const [counts, notes, faults]: [number[], number[][], Faults[]] = [[], [], []];
  for (const [check, { run, skipped, waived, used, asked, findings, notes: own }] of answers) {
    if (findings.some(({ file }) => file !== source?.file)) return undefined;
    if (run > 0) counts.push(check, run);
    if (own.length > 0) notes.push([check, ...own]);
    if (asked.size > 0) {
      const numbers = [...asked].map((fact) => places.get(fact) ?? -1);
      if (numbers.includes(-1)) return undefined;
      const mask = maskOf(numbers, facts.length);
      const checks = masks.get(mask);
      if (checks) checks.push(check);
      else masks.set(mask, [check]);
    }
    if (skipped + waived + findings.length === 0) continue;
    const waivers = used.map((waiver): [number, number] => {
      const fact = facts.findIndex((one) => one.waivers?.includes(waiver));
      return [fact, facts[fact]?.waivers?.indexOf(waiver) ?? -1];
    });
    if (waivers.some(([fact]) => fact < 0)) return undefined;
    // eslint-disable-next-line @typescript-eslint/no-unused-vars -- check and file say what is left out
    const kept = findings.map(({ code, file, entry, ...rest }): KeptFinding => rest);
    faults.push([check, skipped, waived, kept, waivers]);
  }
  return {
    counts: JSON.stringify(counts),
    faults: faults.length > 0 ? JSON.stringify(faults) : '',
    notes: JSON.stringify(notes),
    asked: JSON.stringify([...masks].map(([mask, checks]) => [mask, ...checks])),
  };
}

function maskOf(numbers: readonly number[], length: number): string {
  const digits = new Uint8Array(Math.ceil(length / 4));
  for (const number of numbers) digits[number >> 2] = itemIn(digits, number >> 2) | (1 << (number & 3));
  return Array.from(digits, (digit) => digit.toString(16)).join('');
}

function* numbersIn(mask: string): Generator<number> {
  for (let i = 0; i < mask.length; i += 1) {
    const digit = Number.parseInt(mask.charAt(i), 16);
    for (let bit = 0; bit < 4; bit += 1) if (digit & (1 << bit)) yield 4 * i + bit;
  }
}

/** What was counted in a row. */
export function* countsIn({ counts }: Row): Generator<[check: number, run: number]> {
  const all = JSON.parse(counts) as number[];
  for (let i = 0; i < all.length; i += 2) yield [itemIn(all, i), itemIn(all, i + 1)];
}

/**
 * What was found, skipped or waived in a row; positions are those of the file, whose bytes have not changed.
 */
export function faultsIn({ faults }: Row, source: SourceFile<unknown> | undefined, codes: readonly Code[]) {
  if (faults === '') return [];
  return (JSON.parse(faults) as Faults[]).map(([check, skipped, waived, findings, used]) => ({
    check,
    skipped,
    waived,
    used,
    findings: findings.map((rest): Finding => ({
      code: itemIn(codes, check),
      ...(source ? { file: source.file, entry: source.entry } : { file: '' }),
      ...rest,
    })),
  }));
}

/** The facts that were asked about in a row, with the checks that asked. */
export function* askedIn(
  { asked }: Row,
  facts: readonly CheckedFact[],
): Generator<[check: number, fact: CheckedFact]> {
  for (const [mask, ...checks] of JSON.parse(asked) as [string, ...number[]][])
    for (const check of checks) for (const number of numbersIn(mask)) yield [check, itemIn(facts, number)];
}

/** The answers in a row as they were given. */
export function answersIn(
  row: Row,
  source: SourceFile<unknown> | undefined,
  codes: readonly Code[],
): Answers {
  const facts = source ? factsIn(source) : [];
  const runs = new Map(countsIn(row));
  const faults = new Map(faultsIn(row, source, codes).map((own) => [own.check, own]));
  const notes = new Map(notesIn(row).map(([check, ...own]) => [check, own]));
  const asked = new Map<number, Set<CheckedFact>>();
  for (const [check, fact] of askedIn(row, facts)) {
    const own = asked.get(check) ?? new Set();
    asked.set(check, own.add(fact));
  }
  const checks = [...new Set([...runs.keys(), ...faults.keys(), ...notes.keys(), ...asked.keys()])].sort(
    (a, b) => a - b,
  );
  return new Map(
    checks.map((check) => {
      const { skipped = 0, waived = 0, findings = [], used = [] } = faults.get(check) ?? {};
      const waivers = used.map(([fact, waiver]): Waiver => itemIn(itemIn(facts, fact).waivers ?? [], waiver));
      const answer = { run: runs.get(check) ?? 0, skipped, waived, findings, used: waivers };
      return [
        check,
        { ...answer, asked: asked.get(check) ?? new Set<CheckedFact>(), notes: notes.get(check) ?? [] },
      ];
    }),
  );
}

/** What each check in a row has read of the context. */
export const notesIn = ({ notes }: Row): [check: number, ...notes: number[]][] =>
  JSON.parse(notes) as [number, ...number[]][];
