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
  /** The exceptions of the fact at fault. */
  waivers?: readonly Waiver[] | undefined;
}

/** Counts what a check looked at, and keeps what it found. */
export class Tally {
  run = 0;
  skipped = 0;
  waived = 0;
  /** The waivers that waived something. */
  used = new Set<Waiver>();
  findings: Finding[] = [];
  readonly code: Code;

  constructor(code: Code) {
    this.code = code;
  }

  /** One question asked of one place: counts it, and records the fault where the answer is no. */
  expect(source: SourceFile<unknown>, holds: boolean, fault: () => Fault): void {
    this.run += 1;
    if (holds) return;
    const { where, on, waivers, ...rest } = fault();
    const waiver = waivers?.find(({ check }) => check === this.code);
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
