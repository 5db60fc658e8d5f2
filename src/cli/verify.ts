import path from 'node:path';
import { reporters, type ReportFormat } from '../checks/reporters.ts';
import type { CheckReport, RankedFinding } from '../checks/run.ts';
import {
  lookedUp,
  passagedText,
  refusalsOf,
  type PassagedText,
  type Refusal,
} from '../importing/results/verify.ts';
import { claim, outcome, partOf } from '../model/outcome.ts';
import { count } from '../model/figure.ts';
import type { Code } from '../model/check-table.ts';
import { digitsOf, traceableFigures, type TraceableFigure } from '../evidence/trace.ts';
import type { Statement } from '../model/synthesis.ts';
import { shown } from '../reading/shown.ts';
import { frontmatterOf } from '../reading/frontmatter.ts';
import { checkShape, nameOf, type ShapeProblem } from '../reading/shape.ts';
import { decodeText, readBytes } from '../reading/text.ts';
import { readYaml, type Path, type YamlDocument } from '../reading/yaml.ts';
import { readArgs, UsageError, type Command } from './command.ts';
import { inputText } from './input-text.ts';

export const verify: Command = {
  usage: 'verify ENTRY --text FILE|TEXT|- [--of KEY] [--format text|json]',
  summary:
    'Refuses each figure of a proposed entry that the text does not print in the passage which its locator names (abstract, passage 3; else the whole text). --of chooses the facts of one report.',
  run(args) {
    const option = { type: 'string' } as const;
    const { values, positionals } = readArgs(
      args,
      { text: option, of: option, format: { type: 'string', default: 'text' } },
      true,
    );
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0)
      throw new UsageError(`expected one entry, found ${positionals.length}`);
    if (values.text === undefined)
      throw new UsageError('expected --text: the file of the text, the text in quotes, or -');
    if (!Object.hasOwn(reporters, values.format))
      throw new UsageError(
        `--format cannot be ${values.format}; expected ${Object.keys(reporters).join(', ')}`,
      );
    const { text } = inputText(values.text);
    const report = verified(readEntry(file), values.of, passagedText(text));
    const how = { color: process.stdout.isTTY && !process.env.NO_COLOR };
    const write = values.format === 'text' ? withoutCounts : reporters[values.format as ReportFormat];
    process.stdout.write(write(report, how));
    return report.summary.errors > 0 || report.summary.run === 0 ? 1 : 0;
  },
};

/** The report in words; that nothing was asked is said. */
function withoutCounts(report: CheckReport, how: Parameters<(typeof reporters)['text']>[1]): string {
  const { run, errors, skipped } = report.summary;
  const findings = errors > 0 ? reporters.text(report, how).split('\n').slice(0, -2).join('\n') : '';
  const left = skipped > 0 ? `, ${skipped} facts of other reports left out` : '';
  const none = run === 0 ? '; the entry states no figure of this text: expected outcomes' : '';
  return `${findings}${findings ? '\n' : ''}${run} figures and words looked up${left}: ${errors} refused${none}\n`;
}

interface ReadEntry {
  file: string;
  document: YamlDocument;
}

/**
 * An entry as it stands: the frontmatter of an MDX file, or YAML. Whether the rest of it is sound,
 * `almanac check` says.
 *
 * @throws UsageError where there is no such file, or it is not UTF-8
 */
function readEntry(file: string): ReadEntry {
  const read = decodeText(readBytes(file));
  if (!('text' in read))
    throw new UsageError(
      `${shown(file)}:${read.invalid.line}:${read.invalid.column}: ${read.byte} is not UTF-8; save the file in UTF-8`,
    );
  return {
    file: shown(path.resolve(file)),
    document: readYaml(frontmatterOf(read.text)?.source ?? read.text),
  };
}

/** Something that states figures, with its place in the file. */
interface Stated {
  path: Path;
  raw: Record<string, unknown>;
  kind: 'outcome' | 'claim' | 'population';
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The outcomes, claims and populations with a number: of an entry, or of a list of outcomes. */
function statedIn(data: unknown): Stated[] {
  const list = (values: unknown, at: Path, kind: Stated['kind']): Stated[] =>
    Array.isArray(values)
      ? values.flatMap((raw: unknown, i) => (isObject(raw) ? [{ path: [...at, i], raw, kind }] : []))
      : [];
  if (!isObject(data)) return list(data, [], 'outcome');
  return [
    ...list(data.populations, ['populations'], 'population').filter(
      ({ raw }) => raw.n !== undefined && raw.report !== undefined,
    ),
    ...list(data.outcomes, ['outcomes'], 'outcome'),
    ...list(data.claims, ['claims'], 'claim'),
  ];
}

function verified({ file, document }: ReadEntry, of: string | undefined, text: PassagedText): CheckReport {
  const findings: RankedFinding[] = document.errors.map(({ message, position, actual }) => ({
    code: 'schema/yaml',
    severity: 'error',
    file,
    ...position,
    message,
    actual,
    help: 'check the indentation, colons and quotes around this place',
  }));
  const all = statedIn(document.data);
  const reports = new Set(
    all.flatMap(({ raw, kind }) => (kind !== 'claim' && typeof raw.report === 'string' ? [raw.report] : [])),
  );
  if (of === undefined && reports.size > 1)
    throw new UsageError(
      `${file} has figures of several reports; say whose text this is by --of ${[...reports].sort().join(' | ')}`,
    );
  if (of !== undefined && !reports.has(of) && reports.size > 0)
    throw new UsageError(`${file} has no figure of ${of}; expected --of ${[...reports].sort().join(' | ')}`);
  const own = all.filter(({ raw, kind }) => of === undefined || kind === 'claim' || raw.report === of);
  let asked = findings.length;
  for (const one of own) {
    const { run, found } = judged(one, document, file, text);
    asked += run;
    findings.push(...found);
  }
  return reportOf(findings, asked, all.length - own.length);
}

function judged(
  { path: at, raw, kind }: Stated,
  document: YamlDocument,
  file: string,
  text: PassagedText,
): { run: number; found: RankedFinding[] } {
  const toFinding = (
    code: Code,
    where: Path,
    on: 'key' | 'value',
    rest: Pick<RankedFinding, 'message' | 'help'> & Partial<RankedFinding>,
  ): RankedFinding => ({
    code,
    severity: 'error',
    file,
    ...(on === 'key' ? document.atKey(where) : document.at(where)),
    ...rest,
  });
  const name = nameOf(at, document.data);
  const refused = (refusals: readonly Refusal[], whereOf: (key: string) => Path) =>
    refusals.map(({ key, message, actual, expected }) =>
      toFinding(key === 'locator' ? 'trace/locator' : 'trace/figure', [...at, ...whereOf(key)], 'value', {
        message: `${name}: ${key === 'locator' || key === 'missing' ? '' : `${key} is ${actual}, but `}${message}`,
        actual,
        expected,
        help: 'write it as the passage prints it, name the passage that prints it, or say missing: not-reported',
      }),
    );
  if (kind === 'population') {
    const figures = sizesOf(raw.n);
    const locator = typeof raw.locator === 'string' ? raw.locator : '';
    const refusals = lookedUp(figures, new Map(), locator, text);
    return {
      run: figures.length,
      found: refused(refusals, (key) => (key === 'n' || key === 'locator' ? [key] : ['n', key.slice(2)])),
    };
  }
  const checked = checkShape(kind === 'claim' ? claim : outcome, raw);
  if ('problems' in checked) {
    const problem = ({ code, path: where, on, message, actual, expected, help }: ShapeProblem) =>
      toFinding(code, [...at, ...where], on, {
        message: `${name}: ${message.replace(/^this file: /, '')}`,
        ...(actual === undefined ? {} : { actual }),
        ...(expected === undefined ? {} : { expected }),
        help,
      });
    return { run: checked.problems.length, found: checked.problems.map(problem) };
  }
  const fact: Statement = checked.value;
  const refusals = refusalsOf(fact, text);
  const asked = traceableFigures(fact).length + (partOf(fact, 'missing') ? 1 : 0);
  return { run: asked, found: refused(refusals, (key) => placeOfKey(key, raw)) };
}

/** Where a figure stands in an outcome. */
function placeOfKey(key: string, raw: Record<string, unknown>): Path {
  if (key === 'missing') return raw.missing === undefined ? ['interval'] : ['missing'];
  if (key.startsWith('grade.')) return ['grade'];
  if (key === 'at' || key === 'spread') return [key, 'value'];
  return key.split('.');
}

/** The numbers of patients of a population: one, or one for each arm. */
function sizesOf(n: unknown): TraceableFigure[] {
  const own = isObject(n)
    ? Object.entries(n).map(([arm, size]) => [`n.${arm}`, size] as const)
    : [['n', n] as const];
  return own.flatMap(([key, size]) => {
    const read = count.safeParse(size);
    return read.success ? [{ key, digits: digitsOf(read.data.printed) }] : [];
  });
}

function reportOf(findings: RankedFinding[], run: number, skipped: number): CheckReport {
  const sorted = findings.toSorted(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
  const failed = sorted.length;
  const codes = [...new Set<Code>(['trace/figure', 'trace/locator', ...sorted.map(({ code }) => code)])];
  return {
    summary: {
      checks: codes.length,
      run,
      passed: Math.max(0, run - failed),
      failed,
      waived: 0,
      skipped,
      errors: failed,
      warnings: 0,
      notes: 0,
    },
    checks: codes.map((id) => {
      const own = sorted.filter(({ code }) => code === id).length;
      return {
        id,
        severity: 'error',
        run: id === 'trace/figure' ? run : own,
        failed: own,
        waived: 0,
        skipped: id === 'trace/figure' ? skipped : 0,
      };
    }),
    findings: sorted,
    narrowed: true,
    asked: new Map(),
  };
}
