import { checkTable, type Code, type Severity } from '../model/check-table.ts';
import type { Finding } from '../model/finding.ts';
import type { Waiver } from '../model/text.ts';
import { itemIn } from '../model/need.ts';
import type { Corpus, SourceFile } from '../reading/corpus.ts';
import { suggest } from '../reading/shape.ts';
import { areOneWithin, CheckRecorder, severityOf, type Check, type CheckedFact } from './check.ts';
import { appraisalChecks } from './appraisals.ts';
import { arithmeticChecks } from './arithmetic.ts';
import { CheckContext } from './context.ts';
import { ReadLog } from './context/noted.ts';
import { kindFilesOf, Extracts } from './context/extracts.ts';
import { contrastChecks } from './contrasts.ts';
import { identityChecks } from './identity.ts';
import { intervalChecks } from './intervals.ts';
import type { KeptAnswers, Plan } from './kept/answers.ts';
import { askedIn, countsIn, factsIn, faultsIn, type Answers, type NotedAnswer } from './kept/rows.ts';
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
import { byText } from '../model/order.ts';

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
 * Asks every check about everything in a corpus. Findings come sorted by file and place; a waived fault is a
 * note with its reason.
 *
 * @param only a file, an entry or a fact of the corpus, to ask of nothing else
 * @param kept what was said of the corpus before; what has not changed is not asked again, and the report is
 * the same
 */
export function runChecks(
  corpus: Corpus,
  checks: readonly Check[] = allChecks,
  only?: Subject,
  kept?: KeptAnswers,
): CheckReport {
  const all = [...checks, staleWaivers];
  const codes = all.map(({ code }) => code);
  const plan = checks === allChecks && !only ? kept?.planFor(corpus, codes) : undefined;
  const extracts = new Extracts(corpus, plan?.files ?? kindFilesOf(corpus), plan);
  const readLog = new ReadLog();
  const context = new CheckContext(corpus, extracts, readLog);
  plan?.settle(context, extracts, readLog);
  // Of its own, so that what checks keep of it (its facts) lasts as long as this run.
  const run = new Run({ ...(plan?.corpus ?? corpus) }, context, readLog, only, plan);
  all.forEach((check, number) => {
    if (check.needs && !check.needs(corpus)) run.unasked.push(number);
    else run.ask(check === staleWaivers ? withUsed(run.used()) : check, number);
  });
  if (plan) kept?.save(plan, run.given, run.unasked, { context, extracts, readLog });
  let asked: CheckReport['asked'] | undefined;
  return {
    ...summarise(talliesOf(codes, run, plan)),
    ...(only ? { narrowed: true } : {}),
    /** Only pages look at it. */
    get asked() {
      return (asked ??= askedOf(codes, run, plan));
    },
  };
}

type Source = SourceFile<unknown> | undefined;

/** The one loop over everything that can be asked about, and what was answered. */
class Run {
  /** The answers about each file, and about the corpus as a whole. */
  readonly given = new Map<Source, Answers>();
  /** The checks that can be asked of nothing. */
  readonly unasked: number[] = [];
  readonly #corpus: Corpus;
  readonly #context: CheckContext;
  readonly #readLog: ReadLog;
  readonly #only: Subject | undefined;
  readonly #plan: Plan | undefined;

  constructor(
    corpus: Corpus,
    context: CheckContext,
    readLog: ReadLog,
    only: Subject | undefined,
    plan: Plan | undefined,
  ) {
    [this.#corpus, this.#context, this.#readLog, this.#only, this.#plan] = [
      corpus,
      context,
      readLog,
      only,
      plan,
    ];
  }

  ask(check: Check, number: number): void {
    const recorder = new CheckRecorder(check.code, this.#only);
    let source: Source;
    let isOpen = false;
    const close = () => {
      if (isOpen) this.#give(source, number, { ...recorder.take(), notes: this.#readLog.take() });
    };
    for (const subject of subjectsOf[check.scope](this.#corpus)) {
      if (this.#only && subject && !areOneWithin(this.#only, subject)) continue;
      if (!isOpen || subject?.source !== source) {
        close();
        isOpen = this.#plan?.mustAsk(number, subject?.source) ?? true;
        source = subject?.source;
        this.#readLog.take();
      }
      if (!isOpen) continue;
      recorder.subject = subject;
      check.run(subject, recorder, this.#context);
    }
    close();
  }

  #give(source: Source, number: number, answer: NotedAnswer): void {
    const own = this.given.get(source);
    if (own) own.set(number, answer);
    else this.given.set(source, new Map([[number, answer]]));
  }

  /** The waivers that were needed in what is asked about now. */
  used(): ReadonlySet<Waiver> {
    const about = [...this.given].map(([source, own]) => this.#plan?.answersAbout(source, own) ?? own);
    return new Set(about.flatMap((answers) => [...answers.values()].flatMap(({ used }) => used)));
  }
}

/** Waivers that no check needed. */
const staleWaivers: Check<'fact'> = {
  code: 'waivers/stale',
  scope: 'fact',
  run: () => undefined,
};

const withUsed = (used: ReadonlySet<Waiver>): Check<'fact'> => ({
  ...staleWaivers,
  run({ source, path, fact }, ask, context) {
    fact.waivers?.forEach((waiver, i) => {
      const isCode = waiver.check in checkTable;
      // What waives nothing now may do so when every file can be read again.
      if (!used.has(waiver) && isCode && !context.isWhole) {
        ask.skip();
        return;
      }
      const fault = () => ({
        where: [i],
        message: isCode
          ? `the waiver of ${waiver.check} waives nothing`
          : `there is no check ${waiver.check}`,
        actual: waiver.check,
        expected: isCode ? `a fault of ${fact.id} under this check` : 'the code of a check',
        help: isCode ? 'remove the waiver' : suggest(waiver.check, Object.keys(checkTable), 'checks'),
      });
      // Of the waiver, not of the fact: it cannot be waived itself.
      ask.expect(used.has(waiver), fault, { source, path: [...path, 'waivers'] });
    });
  },
});

/** What a check said in all. */
interface Tally {
  code: Code;
  run: number;
  waived: number;
  skipped: number;
  findings: Finding[];
}

function talliesOf(codes: readonly Code[], { given, unasked }: Run, plan: Plan | undefined): Tally[] {
  const tallies = codes.map((code): Tally => ({ code, run: 0, waived: 0, skipped: 0, findings: [] }));
  for (const [source, row] of plan?.rows() ?? []) {
    const isKept = (check: number) => !given.get(source)?.has(check) && !unasked.includes(check);
    for (const [check, run] of countsIn(row)) if (isKept(check)) itemIn(tallies, check).run += run;
    for (const { check, ...said } of faultsIn(row, source, codes))
      if (isKept(check)) add(itemIn(tallies, check), said);
  }
  for (const answers of given.values())
    for (const [check, answer] of answers) {
      itemIn(tallies, check).run += answer.run;
      add(itemIn(tallies, check), answer);
    }
  for (const check of unasked) itemIn(tallies, check).skipped += 1;
  return byCode(tallies);
}

function add(
  tally: Tally,
  { waived, skipped, findings }: Pick<Tally, 'waived' | 'skipped'> & { findings: readonly Finding[] },
) {
  tally.waived += waived;
  tally.skipped += skipped;
  tally.findings.push(...findings);
}

/** Two checks may have one code: it is counted once, in the place of the first. */
function byCode(tallies: readonly Tally[]): Tally[] {
  const first = new Map<Code, Tally>();
  for (const tally of tallies) {
    const earlier = first.get(tally.code);
    if (!earlier) first.set(tally.code, tally);
    else {
      earlier.run += tally.run;
      add(earlier, tally);
    }
  }
  return [...first.values()];
}

function summarise(tallies: readonly Tally[]): Omit<CheckReport, 'asked'> {
  const findings = tallies
    .flatMap((tally) => tally.findings)
    .map((finding) => ({
      ...finding,
      severity: finding.waived === undefined ? severityOf(finding.code) : ('note' as const),
    }))
    .sort(byPlace);
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
  };
}

function askedOf(
  codes: readonly Code[],
  { given, unasked }: Run,
  plan: Plan | undefined,
): CheckReport['asked'] {
  const facts = codes.map((): CheckedFact[] => []);
  for (const [source, row] of plan?.rows() ?? []) {
    const own = given.get(source);
    for (const [check, fact] of askedIn(row, source ? factsIn(source) : []))
      if (!own?.has(check) && !unasked.includes(check)) itemIn(facts, check).push(fact);
  }
  for (const answers of given.values())
    for (const [check, { asked }] of answers) itemIn(facts, check).push(...asked);
  const asked = new Map<CheckedFact, Code[]>();
  const numbers = codes.map((_, i) => i);
  for (const [code, checks] of Map.groupBy(numbers, (i) => itemIn(codes, i)))
    for (const fact of new Set(checks.flatMap((check) => itemIn(facts, check)))) {
      const own = asked.get(fact);
      if (own) own.push(code);
      else asked.set(fact, [code]);
    }
  // The same checks ask about most facts of a kind: they share one list.
  const lists = new Map<string, readonly Code[]>();
  const shared = (own: readonly Code[]) => {
    const key = own.join();
    const known = lists.get(key);
    if (!known) lists.set(key, own);
    return known ?? own;
  };
  return new Map([...asked].map(([fact, own]) => [fact, shared(own)]));
}

function ranked(
  findings: readonly RankedFinding[],
): Pick<CheckReport['summary'], 'errors' | 'warnings' | 'notes'> {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), notes: count('note') };
}

/** Only the findings in some files or folders; the counts of the run stay as they are. */
export function within(report: CheckReport, isWithin: (file: string) => boolean): CheckReport {
  const findings = report.findings.filter((finding) => isWithin(finding.file));
  return { ...report, narrowed: true, findings, summary: { ...report.summary, ...ranked(findings) } };
}

function byPlace(a: Finding, b: Finding): number {
  return (
    byText(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    byText(a.code, b.code)
  );
}
