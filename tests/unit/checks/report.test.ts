import { describe, expect, it } from 'vitest';
import { githubReport, jsonReport, reporters, textReport } from '../../../src/checks/reporters.ts';
import { allChecks, runChecks, within, type CheckReport } from '../../../src/checks/run.ts';
import { checkTable } from '../../../src/model/check-table.ts';
import { corpusOf, mdx, smallBase, trial } from '../helpers/corpus.ts';

const bad = corpusOf({
  'trials/alpha.mdx': trial('- {id: cr, kind: proportion, events: 18, total: 21, arm: nwe}'),
  'references.yaml': `${smallBase['references.yaml']!}- {id: unused-2020, type: book, title: T, DOI: 10.1000/unused, language: en}\n`,
  'base.yaml': '',
});
const report = runChecks(bad);
const parsed = JSON.parse(jsonReport(report)) as {
  summary: CheckReport['summary'];
  checks: object[];
  findings: Record<string, unknown>[];
};

describe('the JSON report', () => {
  it('has the shape that others rely on, and nothing else', () => {
    expect(Object.keys(parsed)).toEqual(['summary', 'checks', 'findings']);
    expect(Object.keys(parsed.summary)).toEqual([
      'checks',
      'run',
      'passed',
      'failed',
      'waived',
      'skipped',
      'errors',
      'warnings',
      'notes',
    ]);
    for (const check of parsed.checks)
      expect(Object.keys(check)).toEqual(['id', 'severity', 'run', 'failed', 'waived', 'skipped']);
    for (const finding of parsed.findings) {
      expect(Object.keys(finding)).toEqual([
        'code',
        'severity',
        'message',
        'file',
        'line',
        'column',
        'entry',
        'actual',
        'expected',
        'help',
      ]);
    }
  });

  it('tells each finding with its place, what stands there, what should, and the fix', () => {
    expect(parsed.findings.find(({ code }) => code === 'links/arm')).toMatchObject({
      severity: 'error',
      message: 'there is no arm nwe',
      line: expect.any(Number) as number,
      column: expect.any(Number) as number,
      entry: 'trials/alpha',
      actual: 'nwe',
      expected: 'the id of an arm',
      help: 'did you mean new?',
    });
    for (const { message, help } of parsed.findings) expect([message, help]).not.toContain('');
  });

  it('says null for what a finding does not have', () => {
    const missing = runChecks(corpusOf({ 'trials/Alpha.mdx': smallBase['trials/alpha.mdx']! }));
    const { findings } = JSON.parse(jsonReport(missing)) as typeof parsed;
    expect(findings.find(({ code }) => code === 'schema/filename')).toMatchObject({
      line: null,
      column: null,
    });
  });

  it('counts every check, also those that found nothing', () => {
    expect(parsed.summary.checks).toBe(parsed.checks.length);
    expect(parsed.checks.map((check) => (check as { id: string }).id).sort()).toEqual(
      Object.keys(checkTable).sort(),
    );
  });

  it('adds up: what ran passed, failed or was waived', () => {
    const { run, passed, failed, waived, errors, warnings, notes } = parsed.summary;
    expect(passed + failed + waived).toBe(run);
    expect(errors + warnings + notes).toBe(parsed.findings.length);
    const total = (key: 'run' | 'failed' | 'skipped') =>
      report.checks.reduce((sum, check) => sum + check[key], 0);
    expect([total('run'), total('failed'), total('skipped')]).toEqual([run, failed, parsed.summary.skipped]);
  });
});

describe('a run', () => {
  it('sorts findings by file, line and column', () => {
    const places = report.findings.map(({ file, line = 0, column = 0 }) => [file, line, column] as const);
    const sorted = places.toSorted(([a, b, c], [x, y, z]) => (a < x ? -1 : a > x ? 1 : b - y || c - z));
    expect(places).toEqual(sorted);
  });

  it('skips what cannot be asked, instead of passing it', () => {
    const unread = runChecks(corpusOf({ 'references.yaml': 'a: [' }));
    const skipped = unread.checks.filter((check) => check.skipped > 0).map(({ id }) => id);
    expect(skipped).toContain('links/reference');
    expect(unread.findings.map(({ code }) => code)).toEqual(['schema/yaml']);
  });

  it('of one file counts as many faults as it has, and never passes below nothing', () => {
    const many = runChecks(corpusOf({ 'therapies/testumab.mdx': mdx('a: 1\nb: 1\nc: 1\nd: 1') }));
    for (const { run, failed } of many.checks) expect(failed).toBeLessThanOrEqual(run);
    expect(many.summary.passed).toBeGreaterThan(0);
  });

  it('has each check once', () => {
    const codes = report.checks.map(({ id }) => id);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.sort()).toEqual([...new Set(allChecks.map(({ code }) => code)), 'waivers/stale'].sort());
  });

  it('narrowed to a file keeps its counts and shows the findings of that file', () => {
    const file = report.findings.find(({ code }) => code === 'links/arm')!.file;
    const narrow = within(report, (name) => name === file);
    expect(narrow.findings.every((finding) => finding.file === file)).toBe(true);
    expect(narrow.summary).toMatchObject({ run: report.summary.run, errors: narrow.findings.length });
  });
});

describe('a waiver', () => {
  const impossible = '- {id: cr, kind: proportion, arm: new, events: 18, total: 21, percent: 90.5';
  const waived = `${impossible}, waivers: [{check: arithmetic/percent, reason: The report prints it so}]}`;

  it('turns an error into a public note with its reason', () => {
    const [finding] = runChecks(corpusOf({ 'trials/alpha.mdx': trial(waived) })).findings;
    expect(finding).toMatchObject({
      code: 'arithmetic/percent',
      severity: 'note',
      waived: 'The report prints it so',
    });
    expect(runChecks(corpusOf({ 'trials/alpha.mdx': trial(`${impossible}}`) })).findings[0]).toMatchObject({
      severity: 'error',
    });
  });

  it('of a check that does not exist is an error with the nearest one', () => {
    const { findings } = runChecks(
      corpusOf({ 'trials/alpha.mdx': trial(waived.replace('arithmetic/percent', 'arithmetic/precent')) }),
    );
    expect(findings.find(({ code }) => code === 'waivers/stale')!.help).toBe(
      'did you mean arithmetic/percent?',
    );
  });
});

describe('the report for people', () => {
  it('has a line for each finding: place, severity, what is wrong; then the fix', () => {
    const text = textReport(report);
    const arm = report.findings.find(({ code }) => code === 'links/arm')!;
    expect(text).toContain(
      `  ${arm.file}:${arm.line}:${arm.column} error there is no arm nwe  (links/arm)\n`,
    );
    expect(text).toContain('    fix: did you mean new?\n');
    expect(text.trimEnd().split('\n').at(-1)).toMatch(
      /^\d+ checks, \d+ questions asked, .* \d+ errors, 0 warnings, \d+ notes$/,
    );
  });

  it('keeps every finding on its lines, whatever the content holds', () => {
    const hostile = corpusOf({
      'therapies/testumab.mdx': mdx('name: {en: x}\nclass: antibody\n"a\\nb\\tc": 1'),
    });
    const text = textReport(runChecks(hostile));
    // eslint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/);
    expect(text).toContain('a\\u000ab\\u0009c is not a key of this file');
  });

  it('of a clean base is one line', () => {
    expect(textReport(runChecks(corpusOf())).trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('the counts for people', () => {
  const lines = reporters.text(report).split('\n');
  const heading = lines.findIndex((line) => /^ +asked +passed +failed +waived +skipped$/.test(line));
  const rows = lines.slice(heading + 1, lines.indexOf('', heading));

  it('have a line for every check, after the findings and before the sum', () => {
    expect(heading).toBeGreaterThan(0);
    expect(rows).toHaveLength(report.checks.length);
    expect(lines.slice(0, heading).join('\n').trimEnd()).toBe(
      textReport(report).trimEnd().split('\n').slice(0, -1).join('\n').trimEnd(),
    );
    expect(lines.at(-2)).toBe(textReport(report).trimEnd().split('\n').at(-1));
  });

  it('are those of the JSON, under their headings, with a dot for nothing', () => {
    let family = '';
    const read = rows.map((row) => {
      const [, own, name, ...counts] =
        /^ {2}(\S*) +(\S+) +([\d·]+) +([\d·]+) +([\d·]+) +([\d·]+) +([\d·]+)$/.exec(row)!;
      family = own === '' ? family : own!;
      return [`${family}/${name}`, ...counts.map((count) => (count === '·' ? 0 : Number(count)))];
    });
    const known = report.checks.map(({ id, run, failed, waived, skipped }) => [
      id,
      run,
      run - failed - waived,
      failed,
      waived,
      skipped,
    ]);
    const byId = (a: (string | number)[], b: (string | number)[]) => (a[0]! < b[0]! ? -1 : 1);
    expect(read.sort(byId)).toEqual(known.sort(byId));
    expect(new Set([lines[heading], ...rows].map((row) => row!.length)).size).toBe(1);
  });

  it('name the checks that asked nothing', () => {
    const silent = report.checks.filter(({ run, skipped }) => run === 0 && skipped === 0).map(({ id }) => id);
    const told = lines
      .find((line) => line.startsWith('asked nothing: '))!
      .replace('asked nothing: ', '')
      .split(', ');
    expect(silent).toContain('plan/unreported');
    expect(told.sort()).toEqual(silent.sort());
  });

  it('are dim where nothing failed, so that what failed stands out', () => {
    const dim = '\u001B[2m';
    const painted = reporters.text(report, { color: true }).split('\n');
    expect(painted.find((line) => / orphan /.test(line) && /^ /.test(line))).not.toContain(dim);
    expect(painted.find((line) => /scales +named/.test(line))!.startsWith(dim)).toBe(true);
  });

  it('are left out where only some files are asked about', () => {
    const narrow = within(report, (file) => file.endsWith('alpha.mdx'));
    expect(reporters.text(narrow)).toBe(textReport(narrow));
  });
});

describe('routine notes', () => {
  const graded = ['a', 'b'].map(
    (id) => `- {id: ${id}, kind: adverse-event, grade: 3, scale: unstated, percent: 5, arm: nwe}`,
  );
  const whole = runChecks(corpusOf({ 'trials/alpha.mdx': trial(graded.join('\n')) }));
  const notes = whole.findings.filter(({ code }) => code === 'scales/named');
  const line = '     2 × Graded events name their scale  (scales/named)';

  it('are told in one line a check, so that the other findings are seen', () => {
    expect(notes).toHaveLength(2);
    const text = textReport(whole);
    expect(text).toContain(`routine notes (--verbose shows each)\n${line}\n`);
    expect(text).not.toContain(notes[0]!.message);
    expect(text).toContain('there is no arm nwe');
    expect(text).toMatch(/2 notes\n$/);
  });

  it('are each shown where one asks for it, or names a file', () => {
    for (const text of [textReport(whole, { verbose: true }), textReport(within(whole, () => true))]) {
      expect(text.split(notes[0]!.message)).toHaveLength(3);
      expect(text).not.toContain('×');
    }
  });

  it('are all in the JSON, and one notice a check on GitHub', () => {
    const { findings } = JSON.parse(jsonReport(whole)) as typeof parsed;
    expect(findings.filter(({ code }) => code === 'scales/named')).toHaveLength(2);
    const notices = (text: string) => text.split('\n').filter((row) => /^::notice .*scales\/named/.test(row));
    expect(notices(githubReport(whole))).toEqual([
      expect.stringMatching(/::2 routine notes; almanac check --verbose/),
    ]);
    expect(notices(githubReport(whole, { verbose: true }))).toHaveLength(2);
  });

  it('are not those that a waiver lets stand', () => {
    const waiver = 'waivers: [{check: scales/named, reason: Looked for}]';
    const waived = graded[0]!.replace(', arm: nwe', `, arm: new, ${waiver}`);
    expect(textReport(runChecks(corpusOf({ 'trials/alpha.mdx': trial(waived) })))).toContain(
      'waived because: Looked for',
    );
  });
});

describe('the report for GitHub', () => {
  it('annotates the line of each finding', () => {
    const arm = report.findings.find(({ code }) => code === 'links/arm')!;
    const file = arm.file.replaceAll(':', '%3A').replaceAll(',', '%2C');
    expect(githubReport(report)).toContain(
      `::error file=${file},line=${arm.line},col=${arm.column},title=links/arm%3A Every arm named is an arm of the trial::there is no arm nwe. did you mean new?\n`,
    );
  });

  it('writes notes as notices, and escapes what would end a command', () => {
    const summary = { ...report.summary };
    const finding = {
      code: 'intervals/method',
      severity: 'note',
      message: '50% of\nall',
      file: 'a,b:c',
      line: 1,
      column: 2,
      help: 'none',
    } as const;
    const [row] = githubReport({ ...report, summary, findings: [finding] }).split('\n');
    expect(row).toMatch(/^::notice file=a%2Cb%3Ac,line=1,col=2,title=.*::50%25 of%0Aall\. none$/);
  });

  it('leaves the line out where there is none', () => {
    const finding = {
      code: 'schema/missing-file',
      severity: 'error',
      message: 'm',
      file: 'f',
      help: 'h',
    } as const;
    expect(githubReport({ ...report, findings: [finding] })).toMatch(/^::error file=f,title=/);
  });
});
