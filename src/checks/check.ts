import { checkTable, type Code, type Finding, type Position } from '../model/finding.ts';
import type { Waiver } from '../model/text.ts';
import type { Corpus, SourceFile } from '../reading/corpus.ts';
import type { Path } from '../reading/yaml.ts';
import type { Index } from './index-of-ids.ts';

export interface CheckContext {
  corpus: Corpus;
  /** What is defined where. */
  ids: Index;
}

/** What a check found at one place. */
export interface Fault extends Pick<Finding, 'message' | 'actual' | 'expected' | 'help'> {
  /** Path in the frontmatter or YAML file, or a position in the body. */
  where: Path | Position;
  /** For a path: whether its key is meant. */
  on?: 'key';
}

/** A fact as a check knows it. */
export interface Asked {
  id: string;
  waivers?: readonly Waiver[] | undefined;
}

/** Counts what a check looked at, and keeps what it found. */
export class Tally {
  run = 0;
  skipped = 0;
  waived = 0;
  /** The waivers that waived something. */
  used = new Set<Waiver>();
  /** The facts that it asked about. */
  asked = new Set<Asked>();
  findings: Finding[] = [];
  readonly code: Code;

  constructor(code: Code) {
    this.code = code;
  }

  /**
   * One question asked of one place: counts it, and records the fault where the answer is no.
   *
   * @param fact the fact that the question is about, whose waivers may let the fault stand
   */
  expect(source: SourceFile<unknown>, holds: boolean, fault: () => Fault, fact?: Asked): void {
    this.run += 1;
    if (fact) this.asked.add(fact);
    if (holds) return;
    const { where, on, ...rest } = fault();
    const waiver = fact?.waivers?.find(({ check }) => check === this.code);
    if (waiver) {
      this.waived += 1;
      this.used.add(waiver);
    }
    const position =
      'line' in where ? { line: where.line, column: where.column } : on === 'key' ? source.atKey(where) : source.at(where);
    this.findings.push({
      code: this.code,
      file: source.file,
      entry: source.entry,
      ...position,
      ...rest,
      ...(fact ? { fact: fact.id } : {}),
      ...(waiver ? { waived: waiver.reason } : {}),
    });
  }

  /** A question that could not be asked, because what it needs could not be read. */
  skip(): void {
    this.skipped += 1;
  }
}

/** A check is a value: its code leads to title, severity and reason in the one table. */
export interface Check {
  code: Code;
  run(context: CheckContext, tally: Tally): void;
}

export const severityOf = (code: Code) => checkTable[code][0];
