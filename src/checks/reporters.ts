import { checkTable } from '../model/finding.ts';
import type { CheckReport, RankedFinding } from './run.ts';

/** Where a finding stands, as editors and terminals link it. */
export function placeOf({ file, line, column }: Pick<RankedFinding, 'file' | 'line' | 'column'>): string {
  return line === undefined ? file : `${file}:${line}:${column}`;
}

/** Characters of content that would break a line or drive a terminal, written out. */
function visible(line: string): string {
  return line.replace(/[\p{Cc}\u2028-\u202E\u2066-\u2069]/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** For people: one block a file, one finding a paragraph, the mend on a line of its own. */
export function textReport({ findings, summary }: CheckReport): string {
  const lines: string[] = [];
  let file = '';
  for (const finding of findings) {
    if (finding.file !== file) lines.push(...(file ? [''] : []), visible((file = finding.file)));
    lines.push(visible(`  ${placeOf(finding)} ${finding.severity} ${finding.message}  (${finding.code})`));
    if (finding.expected !== undefined) lines.push(visible(`    expected: ${finding.expected}`));
    lines.push(visible(`    mend: ${finding.help}`));
  }
  const { checks, run, errors, warnings, notes, skipped } = summary;
  if (lines.length > 0) lines.push('');
  lines.push(
    `${checks} checks, ${run} questions asked, ${skipped} skipped: ${errors} errors, ${warnings} warnings, ${notes} notes`,
  );
  return `${lines.join('\n')}\n`;
}

/** For programs: the object of the contract. */
export function jsonReport(report: CheckReport): string {
  const findings = report.findings.map(({ code, severity, message, file, line, column, entry, actual, expected, help }) => ({
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
  }));
  return `${JSON.stringify({ ...report, findings }, null, 2)}\n`;
}

/** For GitHub Actions: workflow commands that annotate the changed lines. */
export function githubReport({ findings, summary }: CheckReport): string {
  const level = { error: 'error', warning: 'warning', note: 'notice' } as const;
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const rows = findings.map(({ severity, file, line, column, code, message, help }) => {
    const place = line === undefined ? '' : `,line=${line},col=${column}`;
    return `::${level[severity]} file=${property(file)}${place},title=${property(`${code}: ${checkTable[code][1]}`)}::${data(`${message}. ${help}`)}`;
  });
  return `${[...rows, `${summary.checks} checks: ${summary.errors} errors, ${summary.warnings} warnings`].join('\n')}\n`;
}

export const reporters = { text: textReport, json: jsonReport, github: githubReport } as const;
export type ReportFormat = keyof typeof reporters;
