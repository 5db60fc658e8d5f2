import { requiredFiles } from '../model/collections.ts';
import { checkTable, type Code, type Finding, type Severity } from '../model/finding.ts';
import type { Waiver } from '../model/text.ts';
import { allFiles, type Corpus } from '../reading/corpus.ts';
import { suggest } from '../reading/shape.ts';
import { areOneWithin, CheckRecorder, severityOf, type Check, type CheckedFact } from './check.ts';
import { appraisalChecks } from './appraisals.ts';
import { arithmeticChecks } from './arithmetic.ts';
import { contextOf } from './context.ts';
import { contrastChecks } from './contrasts.ts';
import { identityChecks } from './identity.ts';
import { intervalChecks } from './intervals.ts';
import { ledgerChecks } from './ledger.ts';
import { lineageChecks } from './lineage.ts';
import { linkChecks } from './links.ts';
import { mdxChecks } from './mdx.ts';
import { orderChecks } from './order.ts';
import { permanenceChecks } from './permanence.ts';
import { planChecks } from './plan.ts';
import { pooledChecks } from './pooled.ts';
import { proseChecks } from './prose.ts';
import { scaleChecks } from './scales.ts';
import { schemaChecks } from './schema.ts';
import { subjectsOf, type Subject } from './subjects.ts';
import { traceChecks } from './trace.ts';
import { translationChecks } from './translations.ts';

/** Every check, family by family. */
export const allChecks: Check[] = [
  ...schemaChecks,
  ...mdxChecks,
  ...proseChecks,
  ...translationChecks,
  ...linkChecks,
  ...identityChecks,
  ...arithmeticChecks,
  ...intervalChecks,
  ...contrastChecks,
  ...orderChecks,
  ...scaleChecks,
  ...lineageChecks,
  ...planChecks,
  ...appraisalChecks,
  ...pooledChecks,
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
  /** Whether only a part of the content was asked about, or is shown. */
  narrowed?: boolean;
  /** Which checks asked about each fact. */
  asked: ReadonlyMap<CheckedFact, readonly Code[]>;
}

/**
 * Asks every check about everything in a corpus. Findings come sorted by file and place; a waived fault is a note with its
 * reason.
 *
 * @param only a file, an entry or a fact of the corpus, to ask of nothing else
 */
export function runChecks(corpus: Corpus, checks: readonly Check[] = allChecks, only?: Subject): CheckReport {
  // Of its own, so that what checks keep of it (its facts, its ledgers) lasts as long as this run.
  const context = contextOf({ ...corpus });
  const recorders = new Map<Code, CheckRecorder>();
  const ask = (check: Check) => {
    const { code, scope, needs } = check;
    const recorder = recorders.get(code) ?? new CheckRecorder(code, only);
    recorders.set(code, recorder);
    if (needs && !needs(context.corpus)) {
      recorder.skip();
      return;
    }
    for (const subject of subjectsOf[scope](context.corpus)) {
      if (only && subject && !areOneWithin(only, subject)) continue;
      recorder.subject = subject;
      check.run(subject, recorder, context);
    }
  };
  for (const check of checks) ask(check);
  ask(staleWaivers(context.corpus, new Set([...recorders.values()].flatMap(({ used }) => [...used]))));
  return { ...summarise([...recorders.values()]), ...(only ? { narrowed: true } : {}) };
}

/** Waivers that no check needed. */
function staleWaivers(corpus: Corpus, used: ReadonlySet<Waiver>): Check<'fact'> {
  // What waives nothing now may do so when every file can be read again.
  const isWhole = requiredFiles.every((name) => corpus.files[name]) && allFiles(corpus).every(({ data }) => data !== undefined);
  return {
    code: 'waivers/stale',
    scope: 'fact',
    run({ source, path, fact }, ask) {
      fact.waivers?.forEach((waiver, i) => {
        const isCode = waiver.check in checkTable;
        if (!used.has(waiver) && isCode && !isWhole) {
          ask.skip();
          return;
        }
        const fault = () => ({
          where: [i],
          message: isCode ? `the waiver of ${waiver.check} waives nothing` : `there is no check ${waiver.check}`,
          actual: waiver.check,
          expected: isCode ? `a fault of ${fact.id} under this check` : 'the code of a check',
          help: isCode ? 'remove the waiver' : suggest(waiver.check, Object.keys(checkTable), 'checks'),
        });
        // Of the waiver, not of the fact: it cannot be waived itself.
        ask.expect(used.has(waiver), fault, { source, path: [...path, 'waivers'] });
      });
    },
  };
}

function summarise(recorders: readonly CheckRecorder[]): CheckReport {
  const findings = recorders
    .flatMap((recorder) => recorder.findings)
    .map((finding) => ({ ...finding, severity: finding.waived === undefined ? severityOf(finding.code) : ('note' as const) }))
    .sort(byPlace);
  const total = (key: 'run' | 'waived' | 'skipped') => recorders.reduce((sum, recorder) => sum + recorder[key], 0);
  const failed = findings.length - total('waived');
  return {
    summary: {
      checks: recorders.length,
      run: total('run'),
      passed: total('run') - findings.length,
      failed,
      waived: total('waived'),
      skipped: total('skipped'),
      ...ranked(findings),
    },
    checks: recorders.map(({ code, run, findings: own, waived, skipped }) => ({
      id: code,
      severity: severityOf(code),
      run,
      failed: own.length - waived,
      waived,
      skipped,
    })),
    findings,
    asked: askedOf(recorders),
  };
}

function askedOf(recorders: readonly CheckRecorder[]): Map<CheckedFact, Code[]> {
  const asked = new Map<CheckedFact, Code[]>();
  for (const recorder of recorders) {
    for (const fact of recorder.asked) {
      const codes = asked.get(fact);
      if (codes) codes.push(recorder.code);
      else asked.set(fact, [recorder.code]);
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
