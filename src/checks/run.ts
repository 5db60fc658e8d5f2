import { requiredFiles } from '../model/collections.ts';
import { checkTable, type Code, type Finding, type Severity } from '../model/finding.ts';
import type { Waiver } from '../model/text.ts';
import { allFiles, type Corpus } from '../reading/corpus.ts';
import { suggest } from '../reading/shape.ts';
import { severityOf, Tally, type Asked, type Check } from './check.ts';
import { arithmeticChecks } from './arithmetic.ts';
import { contrastChecks } from './contrasts.ts';
import { factsOf } from './facts.ts';
import { identityChecks } from './identity.ts';
import { indexOf } from './index-of-ids.ts';
import { intervalChecks } from './intervals.ts';
import { ledgerChecks } from './ledger.ts';
import { lineageChecks } from './lineage.ts';
import { linkChecks } from './links.ts';
import { mdxChecks } from './mdx.ts';
import { orderChecks } from './order.ts';
import { permanenceChecks } from './permanence.ts';
import { planChecks } from './plan.ts';
import { proseChecks } from './prose.ts';
import { scaleChecks } from './scales.ts';
import { schemaChecks } from './schema.ts';
import { traceChecks } from './trace.ts';

/** Every check, family by family. */
export const allChecks: Check[] = [
  ...schemaChecks,
  ...mdxChecks,
  ...proseChecks,
  ...linkChecks,
  ...identityChecks,
  ...arithmeticChecks,
  ...intervalChecks,
  ...contrastChecks,
  ...orderChecks,
  ...scaleChecks,
  ...lineageChecks,
  ...planChecks,
  ...traceChecks,
  ...ledgerChecks,
  ...permanenceChecks,
];

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
  /** Whether only findings in some files are kept. */
  narrowed?: boolean;
  /** Which checks asked about each fact. */
  asked: ReadonlyMap<Asked, readonly Code[]>;
}

/** Runs every check over a corpus. Findings come sorted by file and place; a waived fault is a note with its reason. */
export function runChecks(corpus: Corpus, checks: Check[] = allChecks): CheckReport {
  // Of its own, so that what checks keep of it (its facts, its ledgers) lasts as long as this run.
  const own = { ...corpus };
  const context = { corpus: own, ids: indexOf(own) };
  const tallies = checks.map((check) => {
    const tally = new Tally(check.code);
    check.run(context, tally);
    return tally;
  });
  tallies.push(staleWaivers(own, new Set(tallies.flatMap(({ used }) => [...used]))));
  const findings = tallies.flatMap((tally) =>
    tally.findings.map((finding) => ({
      ...finding,
      severity: finding.waived === undefined ? severityOf(finding.code) : ('note' as const),
    })),
  );
  return summarise(tallies, findings.sort(byPlace));
}

/** Waivers that no check needed. */
function staleWaivers(corpus: Corpus, used: ReadonlySet<Waiver>): Tally {
  const tally = new Tally('waivers/stale');
  // What waives nothing now may do so when every file can be read again.
  const isWhole = requiredFiles.every((name) => corpus.files[name]) && allFiles(corpus).every(({ data }) => data !== undefined);
  for (const { source, path, fact } of factsOf(corpus)) {
    fact.waivers?.forEach((waiver, i) => {
      if (!used.has(waiver) && waiver.check in checkTable && !isWhole) return tally.skip();
      tally.expect(source, used.has(waiver), () => ({
        where: [...path, 'waivers', i],
        message:
          waiver.check in checkTable ? `the waiver of ${waiver.check} waives nothing` : `there is no check ${waiver.check}`,
        actual: waiver.check,
        expected: waiver.check in checkTable ? `a fault of ${fact.id} under this check` : 'the code of a check',
        help: waiver.check in checkTable ? 'remove the waiver' : suggest(waiver.check, Object.keys(checkTable), 'checks'),
      }));
    });
  }
  return tally;
}

function summarise(tallies: Tally[], findings: RankedFinding[]): CheckReport {
  const total = (key: 'run' | 'waived' | 'skipped') => tallies.reduce((sum, tally) => sum + tally[key], 0);
  const failed = findings.length - total('waived');
  return {
    summary: {
      checks: tallies.length,
      run: total('run'),
      passed: total('run') - findings.length,
      failed,
      waived: total('waived'),
      skipped: total('skipped'),
      ...ranked(findings),
    },
    checks: tallies.map(({ code, run, findings: own, waived, skipped }) => ({
      id: code,
      severity: severityOf(code),
      run,
      failed: own.length - waived,
      waived,
      skipped,
    })),
    findings,
    asked: askedOf(tallies),
  };
}

function askedOf(tallies: readonly Tally[]): Map<Asked, Code[]> {
  const asked = new Map<Asked, Code[]>();
  for (const tally of tallies) {
    for (const fact of tally.asked) {
      const codes = asked.get(fact);
      if (codes) codes.push(tally.code);
      else asked.set(fact, [tally.code]);
    }
  }
  return asked;
}

function ranked(findings: readonly RankedFinding[]): Pick<CheckReport['summary'], 'errors' | 'warnings' | 'notes'> {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), notes: count('note') };
}

/** Only the findings in some files or folders; the counts of the run stay as they are. */
export function within(report: CheckReport, isWithin: (file: string) => boolean): CheckReport {
  const findings = report.findings.filter((finding) => isWithin(finding.file));
  return { ...report, narrowed: true, findings, summary: { ...report.summary, ...ranked(findings) } };
}

function byPlace(a: Finding, b: Finding): number {
  return compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0) || compare(a.code, b.code);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
