import fs from 'node:fs';
import { styleText } from 'node:util';
import { checkTable, type Code } from '../model/check-table.ts';
import { withoutRoutine } from '../model/finding.ts';
import { countTable } from './count-table.ts';
import { kindOf } from '../reading/files.ts';
import { visible } from '../reading/shown.ts';
import type { CheckReport, RankedFinding } from './run.ts';

/** Where a finding stands, as editors and terminals link it. */
export function placeOf({ file, line, column }: Pick<RankedFinding, 'file' | 'line' | 'column'>): string {
  return line === undefined ? file : `${file}:${line}:${column}`;
}

/** How a report is written. */
export interface How {
  color?: boolean | undefined;
  /** Every routine note for itself. */
  verbose?: boolean | undefined;
}

/** For people who run the checks themselves: the findings, and what each check asked. */
function fullTextReport(report: CheckReport, how: How = {}): string {
  const lines = textReport(report, how).trimEnd().split('\n');
  // Of a part of the content, the counts of all of it say nothing.
  if (!report.narrowed) lines.splice(-1, 0, ...countLines(report, painter(how.color)));
  return `${lines.join('\n')}\n`;
}

function countLines(report: CheckReport, paint: Paint): string[] {
  const { heading, rows, silent } = countTable(report);
  return [
    paint('dim', heading),
    ...rows.map(({ text, failed }) => (failed > 0 ? text : paint('dim', text))),
    '',
    ...(silent.length > 0 ? [`${paint('yellow', 'asked nothing')}: ${silent.join(', ')}`] : []),
  ];
}

/**
 * For people: one block a file; for each finding its line with the place underlined, the fix, and where it is
 * explained.
 */
export function textReport(report: CheckReport, how: How = {}): string {
  const { summary } = report;
  const paint = painter(how.color);
  const { own, routine } = foldedIn(report, how);
  const lines: string[] = [];
  let file = '';
  let source: string[] = [];
  for (const finding of own) {
    if (finding.file !== file) {
      file = finding.file;
      source = linesOf(file);
      lines.push(...(lines.length > 0 ? [''] : []), paint('bold', visible(file)));
    }
    const severity = paint(styles[finding.severity], finding.severity);
    lines.push(
      `  ${visible(placeOf(finding))} ${severity} ${visible(finding.message)}  ${paint('dim', `(${finding.code})`)}`,
    );
    lines.push(...frame(finding, source, paint));
    if (finding.expected !== undefined) lines.push(visible(`    expected: ${finding.expected}`));
    lines.push(visible(`    fix: ${finding.help}`));
    if (finding.waived !== undefined) lines.push(visible(`    waived because: ${finding.waived}`));
    lines.push(`    ${paint('dim', `why: ${checkTable[finding.code][2]}`)}`);
  }
  if (routine.size > 0)
    lines.push(...(lines.length > 0 ? [''] : []), paint('bold', 'routine notes (--verbose shows each)'));
  for (const [code, notes] of routine)
    lines.push(
      `  ${String(notes.length).padStart(4)} × ${checkTable[code][1]}  ${paint('dim', `(${code})`)}`,
    );
  const { checks, run, errors, warnings, notes, skipped, waived } = summary;
  if (lines.length > 0) lines.push('');
  lines.push(
    `${checks} checks, ${run} questions asked, ${skipped} skipped, ${waived} waived: ${errors} errors, ${warnings} warnings, ${notes} notes`,
  );
  return `${lines.join('\n')}\n`;
}

/** Of chosen files every finding is wanted, and of the whole base the routine notes in one line a check. */
function foldedIn({ findings, narrowed }: CheckReport, { verbose }: How) {
  return verbose || narrowed
    ? { own: findings, routine: new Map<Code, RankedFinding[]>() }
    : withoutRoutine(findings);
}

type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'cyan';
type Paint = (style: Style, text: string) => string;
const painter =
  (color = false): Paint =>
  (style, text) =>
    color ? styleText(style, text, { validateStream: false }) : text;
const styles = { error: 'red', warning: 'yellow', note: 'cyan' } as const;

/** The lines of a file as they stand; none where it cannot be read. */
function linesOf(file: string): string[] {
  try {
    if (kindOf(file) !== 'file') return [];
    return fs.readFileSync(file, 'utf8').split(/\r?\n/);
  } catch {
    return [];
  }
}

/** The line of a finding with its place underlined. */
function frame(
  { line, column, actual, severity }: RankedFinding,
  source: readonly string[],
  paint: Paint,
): string[] {
  const text = line === undefined ? undefined : source[line - 1];
  if (text === undefined || column === undefined || text.trim() === '') return [];
  const from = Math.max(0, column - 60);
  const shownText = text.slice(from, from + 110);
  const token =
    actual !== undefined && text.startsWith(actual, column - 1)
      ? actual
      : (/^[^\s,:}\]]+/.exec(text.slice(column - 1))?.[0] ?? '');
  const width = Math.max(1, Math.min(token.length, 110 - (column - 1 - from)));
  const gutter = String(line).padStart(6);
  return [
    paint('dim', `${gutter} | `) + visible(shownText).replaceAll('\\u0009', ' '),
    paint('dim', `${' '.repeat(6)} | `) +
      ' '.repeat(column - 1 - from) +
      paint(styles[severity], '^'.repeat(width)),
  ];
}

/** For programs: the object of the contract. */
export function jsonReport(report: CheckReport): string {
  const findings = report.findings.map(
    ({ code, severity, message, file, line, column, entry, actual, expected, help }) => ({
      code,
      severity,
      message,
      file,
      line: line ?? null,
      column: column ?? null,
      entry: entry ?? null,
      actual: actual ?? null,
      expected: expected ?? null,
      help,
    }),
  );
  return `${JSON.stringify({ summary: report.summary, checks: report.checks, findings }, null, 2)}\n`;
}

/** For GitHub Actions: workflow commands that annotate the changed lines. */
export function githubReport(report: CheckReport, how: How = {}): string {
  const { summary } = report;
  const { own, routine } = foldedIn(report, how);
  const level = { error: 'error', warning: 'warning', note: 'notice' } as const;
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const rows = own.map(({ severity, file, line, column, code, message, help }) => {
    const place = line === undefined ? '' : `,line=${line},col=${column}`;
    return `::${level[severity]} file=${property(file)}${place},title=${property(
      `${code}: ${checkTable[code][1]}`,
    )}::${data(`${message}. ${help}`)}`;
  });
  // GitHub shows ten notices of a run: the routine ones must not take their places.
  const folded = [...routine].map(
    ([code, notes]) =>
      `::notice title=${property(`${code}: ${checkTable[code][1]}`)}::${notes.length} routine notes; almanac check --verbose shows each`,
  );
  return `${[
    ...rows,
    ...folded,
    `${summary.checks} checks: ${summary.errors} errors, ${summary.warnings} warnings`,
  ].join('\n')}\n`;
}

export const reporters = { text: fullTextReport, json: jsonReport, github: githubReport } as const;
export type ReportFormat = keyof typeof reporters;
