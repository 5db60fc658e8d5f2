import type { Library } from '../evidence/library.ts';
import { arms } from './arms.ts';
import { citationFiles } from './citations.ts';
import { claims } from './claims.ts';
import { toCsv } from './csv.ts';
import { evidenceJson } from './evidence.ts';
import { discrepancies } from './discrepancies.ts';
import type { ExportFile } from './file.ts';
import { findings } from './findings.ts';
import { outcomes } from './outcomes.ts';
import { planned } from './planned.ts';
import { references } from './references.ts';
import type { Context, FindingRow, Table } from './table.ts';
import { trials } from './trials.ts';

export type { ExportFile, FindingRow };

/** Every table that is exported, for the data dictionary. */
export const tables: readonly Table[] = [trials, arms, outcomes, planned, references, claims, findings, discrepancies];

/** What holds for every CSV file, for the data dictionary. */
export const conventions: readonly string[] = [
  'CSV by RFC 4180 in UTF-8 with LF, a header row, sorted by id.',
  'Figures are text exactly as printed, trailing zeros included; large and small numbers as 1.7e6.',
  'Several values in one cell are joined by a semicolon and a space.',
  'A text cell that a spreadsheet would take for a formula has an apostrophe in front; numbers such as -1.5 never do.',
];

/**
 * Everything that the build writes for others to take away, as text by path.
 *
 * The same library, version and findings always give the same bytes.
 *
 * @param version of the base, as it stands in evidence.json
 * @param found the findings of the checks, for findings.csv and the column `findings`
 */
export function exportFiles(library: Library, version: string, found: readonly FindingRow[] = []): ExportFile[] {
  const root = library.base.url.replace(/\/+$/, '');
  const codes = codesByPath(library, found);
  const context: Context = { address: (path) => `${root}${path}`, findings: (path) => codes.get(path) ?? [], allFindings: found };
  return [
    ...tables.map((table) => ({ path: table.file, content: tableCsv(table, library, context) })),
    { path: 'data/evidence.json', content: evidenceJson(library, version, context) },
    ...citationFiles(library, version),
  ];
}

function tableCsv(table: Table, library: Library, context: Context): string {
  return toCsv(
    table.columns.map(({ name }) => name),
    table.rows(library, context),
  );
}

function codesByPath({ facts, claims }: Library, found: readonly FindingRow[]): Map<string, string[]> {
  const codes = new Map<string, string[]>();
  for (const { entry, fact, code } of found) {
    const uid = `${entry?.split('/')[1]}/${fact}`;
    const path = (facts.get(uid) ?? claims.get(uid))?.path;
    if (path) codes.set(path, [...(codes.get(path) ?? []), code]);
  }
  return codes;
}
