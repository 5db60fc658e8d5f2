import type { Code, Finding, Severity } from '../model/finding.ts';
import type { Corpus } from '../reading/corpus.ts';
import { severityOf, Tally, type Check } from './check.ts';
import { indexOf } from './index-of-ids.ts';
import { linkChecks } from './links.ts';
import { mdxChecks } from './mdx.ts';
import { proseChecks } from './prose.ts';
import { schemaChecks } from './schema.ts';

/** Every check, family by family. */
export const allChecks: Check[] = [...schemaChecks, ...mdxChecks, ...proseChecks, ...linkChecks];

export interface CheckCount {
  id: Code;
  severity: Severity;
  run: number;
  failed: number;
  waived: number;
  skipped: number;
}

export type RankedFinding = Finding & { severity: Severity };

/** What a run of all checks says. */
export interface CheckReport {
  summary: {
    checks: number;
    run: number;
    passed: number;
    failed: number;
    waived: number;
    skipped: number;
    errors: number;
    warnings: number;
    notes: number;
  };
  checks: CheckCount[];
  findings: RankedFinding[];
}

/** Runs every check over a corpus. Findings come sorted by file and place. */
export function runChecks(corpus: Corpus, checks: Check[] = allChecks): CheckReport {
  const context = { corpus, ids: indexOf(corpus) };
  const tallies = checks.map((check) => {
    const tally = new Tally(check.code);
    check.run(context, tally);
    return tally;
  });
  const findings = tallies.flatMap((tally) =>
    tally.findings.map((finding) => ({ ...finding, severity: severityOf(finding.code) })),
  );
  return summarise(tallies, findings.sort(byPlace));
}

function summarise(tallies: Tally[], findings: RankedFinding[]): CheckReport {
  const total = (key: 'run' | 'waived' | 'skipped') => tallies.reduce((sum, tally) => sum + tally[key], 0);
  const ranked = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    summary: {
      checks: tallies.length,
      run: total('run'),
      passed: total('run') - findings.length - total('waived'),
      failed: findings.length,
      waived: total('waived'),
      skipped: total('skipped'),
      errors: ranked('error'),
      warnings: ranked('warning'),
      notes: ranked('note'),
    },
    checks: tallies.map(({ code, run, findings: failed, waived, skipped }) => ({
      id: code,
      severity: severityOf(code),
      run,
      failed: failed.length,
      waived,
      skipped,
    })),
    findings,
  };
}

/** Only the findings in some files or folders; the counts of the run stay as they are. */
export function within(report: CheckReport, isWithin: (file: string) => boolean): CheckReport {
  const findings = report.findings.filter((finding) => isWithin(finding.file));
  const ranked = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    ...report,
    findings,
    summary: { ...report.summary, errors: ranked('error'), warnings: ranked('warning'), notes: ranked('note') },
  };
}

function byPlace(a: Finding, b: Finding): number {
  return compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0) || compare(a.code, b.code);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
