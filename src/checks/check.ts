import { checkTable, type Code } from '../model/check-table.ts';
import type { Finding, Position } from '../model/finding.ts';
import type { Waiver } from '../model/text.ts';
import type { Corpus } from '../reading/corpus.ts';
import type { Path } from '../reading/yaml.ts';
import type { CheckContext } from './context.ts';
import type { Scope, Subject, Subjects } from './subjects.ts';
import { need } from '../model/need.ts';

/**
 * A check is a value that says what is wrong with one subject. The one table of codes holds its severity,
 * title and reason.
 */
export interface Check<S extends Scope = Scope> {
  code: Code;
  /** What it is handed, one at a time. */
  scope: S;
  /** Without this it cannot be asked of anything, and is skipped. */
  needs?: (corpus: Corpus) => boolean;
  run(subject: Subjects[S], ask: CheckRecorder, context: CheckContext): void;
}

/** What a check found at one place. */
export interface Fault extends Pick<Finding, 'message' | 'actual' | 'expected' | 'help'> {
  /** Path below the subject, or a position in the body. */
  where: Path | Position;
  /** For a path: whether its key is meant. */
  on?: 'key';
}

/** A fact that was asked about. */
export interface CheckedFact {
  id: string;
  waivers?: readonly Waiver[] | undefined;
}

/** What a check says of one file, or of the corpus. */
export interface Answer {
  run: number;
  skipped: number;
  waived: number;
  /** The waivers that waived something. */
  used: readonly Waiver[];
  /** The facts that it asked about. */
  asked: ReadonlySet<CheckedFact>;
  findings: readonly Finding[];
}

const noFacts: ReadonlySet<CheckedFact> = new Set();
const none: readonly never[] = [];

/** Counts what a check asked, and keeps what it found. */
export class CheckRecorder {
  #run = 0;
  #skipped = 0;
  #waived = 0;
  #used: Waiver[] | undefined;
  #asked: Set<CheckedFact> | undefined;
  #findings: Finding[] | undefined;
  /** What the check is handed now. */
  subject: Subject | undefined;
  readonly code: Code;
  readonly only: Subject | undefined;

  /** @param only of what alone is asked, where not of everything */
  constructor(code: Code, only?: Subject) {
    this.code = code;
    this.only = only;
  }

  /** What was asked and found since the last time. */
  take(): Answer {
    const answer = {
      run: this.#run,
      skipped: this.#skipped,
      waived: this.#waived,
      used: this.#used ?? none,
      asked: this.#asked ?? noFacts,
      findings: this.#findings ?? none,
    };
    [this.#run, this.#skipped, this.#waived] = [0, 0, 0];
    [this.#used, this.#asked, this.#findings] = [undefined, undefined, undefined];
    return answer;
  }

  /**
   * One question, with what is at fault where the answer is no.
   *
   * @param about what the question is about where it is not the subject: paths begin there, and the waivers
   * of its fact may let the fault stand
   */
  expect(holds: boolean, fault: () => Fault, about?: Subject): void {
    if (holds) this.pass(about);
    else this.fault(fault(), about);
  }

  /** One question, whose answer is no where something was found: it is at fault. */
  expectNone<T>(found: T | undefined, fault: (found: T) => Fault, about?: Subject): void {
    if (found === undefined) this.pass(about);
    else this.fault(fault(found), about);
  }

  /** A question whose answer is yes. */
  pass(about = this.#subject()): void {
    if (!this.only || areOneWithin(this.only, about)) this.#count(about);
  }

  /** A question whose answer is no. */
  fault({ where, on, ...rest }: Fault, about = this.#subject()): void {
    const { source, fact } = about;
    const path = 'line' in where ? [] : [...about.path, ...where];
    if (
      this.only &&
      (this.only.source !== source || (fact !== this.only.fact && !isBelow(path, this.only.path)))
    )
      return;
    this.#count(about);
    const waiver = fact?.waivers?.find(({ check }) => check === this.code);
    if (waiver) {
      this.#waived += 1;
      (this.#used ??= []).push(waiver);
    }
    (this.#findings ??= []).push({
      code: this.code,
      file: source.file,
      entry: source.entry,
      ...('line' in where
        ? { line: where.line, column: where.column }
        : on
          ? source.atKey(path)
          : source.at(path)),
      ...rest,
      ...(fact ? { fact: fact.id } : {}),
      ...(waiver ? { waived: waiver.reason } : {}),
    });
  }

  /** Questions that were asked while the files were read, and what was found then. */
  found(run: number, findings: readonly Finding[]): void {
    const own = findings.filter(({ file }) => !this.only || file === this.only.source.file);
    this.#run += this.only ? Math.max(own.length, 1) : run;
    (this.#findings ??= []).push(...own);
  }

  #subject(): Subject {
    return need(this.subject, `what ${this.code} is asked of`);
  }

  #count({ fact }: Subject): void {
    this.#run += 1;
    if (fact) this.about(fact);
  }

  /** A fact is what is asked about. */
  about(fact: CheckedFact): void {
    (this.#asked ??= new Set()).add(fact);
  }

  /** A question that could not be asked, because what it needs could not be read. */
  skip(): void {
    this.#skipped += 1;
  }
}

const isBelow = (path: Path, top: Path) => top.every((step, i) => path[i] === step);

/** Whether one of two subjects is part of the other. */
export const areOneWithin = (a: Subject, b: Subject): boolean =>
  a.source === b.source && (isBelow(a.path, b.path) || isBelow(b.path, a.path));

export const severityOf = (code: Code) => checkTable[code][0];
