import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChecks, type CheckReport, type RankedFinding } from '../../../src/checks/run.ts';
import { placeOf } from '../../../src/checks/reporters.ts';
import { readCorpus } from '../../../src/reading/corpus.ts';

export const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));

/** What to put into a content folder: text or bytes by path; `undefined` takes a file or folder away. */
export type Changes = Record<string, string | Uint8Array | undefined>;

/** A text of the good base. */
export const good = (name: string) => fs.readFileSync(path.join(fixtures, 'good', name), 'utf8');

/**
 * Makes a content folder: the good base, with the files of a `bad-…` fixture laid over it and changes to it.
 */
export function layOut(root: string, fixture?: string, changes: Changes = {}): void {
  fs.cpSync(path.join(fixtures, 'good'), root, { recursive: true });
  if (fixture) fs.cpSync(path.join(fixtures, fixture), root, { recursive: true });
  for (const [name, content] of Object.entries(changes)) {
    const file = path.join(root, name);
    if (content === undefined) {
      fs.rmSync(file, { recursive: true });
      continue;
    }
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
}

export interface Told extends RankedFinding {
  /** `trials/beta.mdx:9:1`; without line and column where the finding has none. */
  at: string;
}

/** Checks such a folder. Files are told as paths in it. */
export function check(
  fixture?: string,
  changes?: Changes,
): Omit<CheckReport, 'findings'> & { findings: Told[] } {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-fixture-'));
  try {
    layOut(root, fixture, changes);
    const report = runChecks(readCorpus(root));
    const below = (name: string) =>
      name.replaceAll(`${root.replaceAll(path.sep, '/')}/`, '').replaceAll(root, '.');
    const findings = report.findings.map((finding) => {
      const told = {
        ...finding,
        file: below(finding.file),
        message: below(finding.message),
        help: below(finding.help),
      };
      return { ...told, at: placeOf(told) };
    });
    return { ...report, findings };
  } finally {
    fs.rmSync(root, { recursive: true });
  }
}
