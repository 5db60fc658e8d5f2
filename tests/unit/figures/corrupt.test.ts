import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { allChecks, runChecks } from '../../../src/checks/run.ts';
import { main } from '../../../src/cli/main.ts';
import { checkTable, type Code } from '../../../src/model/check-table.ts';
import { readCorpus } from '../../../src/reading/corpus.ts';
import { appraisal, appraised } from '../helpers/appraisals.ts';
import { mdx, smallBase, trial, type Files } from '../helpers/corpus.ts';
import { inSyntheses } from '../helpers/syntheses.ts';
import { checkBase, figureChecks, filesOf, readBase } from './helpers.ts';

/**
 * One fault for each check of figures: the files that hold it, and text of the line of which it must be told.
 */
interface Corrupt {
  facts?: string;
  changes?: Record<string, string>;
  files?: Files;
  at: [file: string, line: string];
}

const contrast = (figures: string) =>
  `- {id: a, kind: contrast, endpoint: os, arm: new, comparator: old, ${figures}}`;
const landmark = (id: string, population: string, percent: number) =>
  `- {id: ${id}, kind: landmark, endpoint: os, arm: new, population: ${population}, percent: ${percent}, at: {value: 3, unit: years}}`;
const all = '- {id: all, kind: randomised, label: All, n: {new: 21, old: 20}}';
const young = '- {id: young, kind: subgroup, label: The young, of: all}';
const work = (id: string, more: string) =>
  `- {id: ${id}, type: article-journal, title: A trial, language: en-US, ${more}}`;
const library = (more: string) => ({ 'references.yaml': work('smith-2020', more) });
const terms = (more: string) => ({ 'vocabulary.yaml': `${smallBase['vocabulary.yaml']!}${more}\n` });
const topic = (body: string) => ({
  'topics/testing.mdx': mdx('title: {en: Testing}\nsummary: What it is', body),
});
const beta = (changes: Record<string, string>, facts = '') => ({ 'trials/beta.mdx': trial(facts, changes) });
const registered = {
  'status: completed': 'status: completed\nregistry: [{registry: ClinicalTrials.gov, id: NCT01234567}]',
};
const planned = (endpoint: string) => ({
  'outcomes:': `planned: [{id: p, role: secondary, endpoint: ${endpoint}, measure: It, timeFrame: 28 days, report: smith-2020, locator: x}]\noutcomes:`,
});
const index = {
  'sources/smith.yaml': 'of: smith-2020\ntitle: full text\nsections: [{id: "2", numbers: [80.7]}]\n',
};
const figures = ['os 77.1', 'efs 50.6', 'cr 80.7']
  .map((f, i) => `- {id: f${i}, kind: proportion, endpoint: ${f.split(' ')[0]}, percent: ${f.split(' ')[1]}}`)
  .join('\n');
const repeated =
  '- {id: a, kind: median, value: 7.7, unit: months}\n- {id: b, kind: median, value: 8.8, unit: months, report: ';

const compared = '- {id: a, kind: contrast, arm: new, comparator: old, measure: p-only, p: 0.04}';
const judged = (told: { others: string; overall: string; basis?: string }) =>
  appraisal('rob-2', { about: 'fact: a', ...told });

const first: Corrupt['at'] = ['trials/alpha.mdx', '- {id: a,'];
const pooledAt: Corrupt['at'] = ['syntheses/pool.mdx', '- {id: a,'];
const second: Corrupt['at'] = ['trials/alpha.mdx', '- {id: b,'];
const corrupt: Partial<Record<Code, Corrupt>> = {
  'identity/doi': {
    files: {
      ...library('container-title: Test, DOI: 10.1000/cut'),
      ...terms("journals: [{names: [Test], doi: '10\\.1000/test.+', example: 10.1000/test1}]"),
    },
    at: ['references.yaml', ''],
  },
  'identity/pmid': {
    files: library('issued: {date-parts: [[2020]]}, PMID: "1234567"'),
    at: ['references.yaml', ''],
  },
  'identity/identifier': { files: library('volume: 12'), at: ['references.yaml', ''] },
  'identity/duplicate-work': {
    files: {
      'references.yaml': `${work('smith-2020', 'DOI: 10.1000/a')}\n${work('smith-2023', 'DOI: 10.1000/a')}`,
    },
    at: ['references.yaml', 'smith-2023'],
  },
  'identity/version': {
    files: {
      'references.yaml':
        `${work('smith-2020', 'author: [{family: Smith}], container-title: Blood')}\n${work('smith-2023', 'author: [{family: Smith}], container-title: Leukemia')}`.replaceAll(
          'A trial',
          'A trial of testumab in adults',
        ),
    },
    at: ['references.yaml', 'smith-2023'],
  },
  'identity/author': { files: topic('Miller et al. [@smith-2020]'), at: ['topics/testing.mdx', 'Miller'] },
  'identity/bare-author': {
    files: {
      ...topic('Miller [@smith-2020]'),
      'references.yaml': `${work('smith-2020', 'author: [{family: Smith}]')}\n${work('miller-2020', 'author: [{family: Miller}]')}`,
    },
    at: ['topics/testing.mdx', 'Miller'],
  },
  'identity/cited-author': {
    facts:
      '- {id: a, kind: proportion, percent: 80, report: jones, cites: [smith-2020], citedAs: {author: Miller}}',
    at: first,
  },
  'identity/cited-agent': {
    facts:
      '- {id: a, kind: proportion, percent: 80, report: jones, cites: [smith-2020], citedAs: {agents: [testumab]}}',
    files: {
      'references.yaml': work('smith-2020', 'author: [{family: Smith}]').replace(
        'A trial',
        'A trial of oldumab',
      ),
      ...terms('agents: [{id: oldumab, label: {en: Oldumab}, class: antibody}]'),
    },
    at: first,
  },
  'identity/pages': { files: library('page: 740-53'), at: ['references.yaml', ''] },
  'identity/misprint': {
    files: library('custom: {printed: [{in: jones, number: 1, as: Smyth, issue: The name}]}'),
    at: ['references.yaml', ''],
  },
  'arithmetic/percent': {
    facts: '- {id: a, kind: proportion, events: 58, total: 59, percent: 97}',
    at: first,
  },
  'arithmetic/truncated': {
    facts: '- {id: a, kind: proportion, events: 24, total: 34, percent: 70.5}',
    at: first,
  },
  'arithmetic/grim': { facts: '- {id: a, kind: proportion, total: 4, percent: 33}', at: first },
  'arithmetic/parts': { facts: '- {id: a, kind: proportion, events: 22, total: 21}', at: first },
  'arithmetic/denominator': {
    facts: '- {id: a, kind: proportion, arm: new, events: 18, total: 20}',
    changes: { [all]: all.replace('}}', '}, report: smith-2020}') },
    at: first,
  },
  'arithmetic/categories': {
    facts:
      '- {id: b, kind: proportion, events: 12, total: 21}\n- {id: c, kind: proportion, endpoint: cri, events: 7, total: 21}\n- {id: a, kind: proportion, endpoint: cr-cri, events: 18, total: 21}',
    at: first,
  },
  'intervals/order': {
    facts: '- {id: a, kind: proportion, percent: 59, interval: {level: 95, low: 61, high: 70}}',
    at: first,
  },
  'intervals/bounds': {
    facts: '- {id: a, kind: proportion, percent: 98, interval: {level: 95, low: 94, high: 102}}',
    at: first,
  },
  'intervals/method': {
    facts: '- {id: a, kind: proportion, events: 18, total: 21, interval: {level: 95, low: 50, high: 99}}',
    at: first,
  },
  'contrasts/symmetry': {
    facts: contrast('measure: HR, estimate: 0.45, interval: {level: 95, low: 0.34, high: 0.91}'),
    at: first,
  },
  'contrasts/p-value': {
    facts: contrast('measure: HR, estimate: 0.66, interval: {level: 95, low: 0.45, high: 0.98}, p: "<0.001"'),
    at: first,
  },
  'contrasts/one-sided': {
    facts: contrast('measure: HR, estimate: 0.77, interval: {level: 97.5, low: 0.58, high: 1.03}, p: 0.0203'),
    at: first,
  },
  'contrasts/conclusion': {
    facts: contrast(
      'measure: HR, estimate: 0.77, interval: {level: 97.5, low: 0.58, high: 1.03}, favours: arm',
    ),
    at: first,
  },
  'contrasts/landmark': {
    facts: `${landmark('l', 'low', 82)}\n${landmark('h', 'high', 64)}\n- {id: a, kind: contrast, endpoint: os, arm: new, population: low, versus: high, measure: p-only, p: 0.96, at: {value: 3, unit: years}}`,
    changes: {
      [all]: '- {id: all, kind: treated, label: All, n: 59}',
      [young]:
        '- {id: low, kind: subgroup, label: Low, of: all}\n  - {id: high, kind: subgroup, label: High, of: all}',
    },
    at: first,
  },
  'order/endpoints': {
    facts:
      '- {id: a, kind: proportion, percent: 90}\n- {id: b, kind: proportion, endpoint: orr, percent: 80}',
    files: { 'endpoints.yaml': filesOf('')['endpoints.yaml']!.replace('atMost: [cr-cri]', 'atMost: [orr]') },
    at: first,
  },
  'order/grades': {
    facts: ['≥3, percent: 80', 'any, percent: 70']
      .map(
        (grade, i) =>
          `- {id: ${'ab'[i]}, kind: adverse-event, endpoint: crs, scale: ctcae-4, grade: ${grade}}`,
      )
      .join('\n'),
    at: first,
  },
  'order/time': {
    facts: [1, 2]
      .map(
        (year) =>
          `- {id: ${' ab'[year]}, kind: landmark, endpoint: os, percent: 5${year}, at: {value: ${year}, unit: years}}`,
      )
      .join('\n'),
    at: second,
  },
  'order/populations': {
    changes: { [young]: young.replace('of: all', 'of: all, n: 42') },
    at: ['trials/alpha.mdx', 'id: young'],
  },
  'order/responders': {
    facts:
      '- {id: b, kind: proportion, events: 18, total: 21}\n- {id: a, kind: proportion, endpoint: mrd, population: young, events: 15, total: 19}',
    changes: { [young]: young.replace('subgroup', 'responders') },
    at: first,
  },
  'scales/named': {
    facts: '- {id: a, kind: adverse-event, endpoint: crs, grade: 3, scale: unstated, percent: 5}',
    at: first,
  },
  'lineage/registry': {
    changes: registered,
    files: beta(registered),
    at: ['trials/beta.mdx', 'NCT01234567'],
  },
  'lineage/report': { files: beta({}), at: ['trials/beta.mdx', 'reference: smith-2020'] },
  'lineage/overlap': {
    changes: { 'status: completed': 'status: completed\noverlaps: [{trial: beta, note: The same}]' },
    files: beta({ 'reference: smith-2020': 'reference: other-2021' }),
    at: ['trials/alpha.mdx', 'overlaps:'],
  },
  'lineage/identical': { facts: figures, files: beta({}, figures), at: ['trials/beta.mdx', 'title:'] },
  'lineage/unsettled': {
    changes: { 'status: completed': 'status: completed\nunsettled: [The setting]' },
    at: ['trials/alpha.mdx', 'unsettled:'],
  },
  'plan/unreported': {
    facts: '- {id: a, kind: proportion, percent: 80}',
    changes: planned('os'),
    at: ['trials/alpha.mdx', 'planned:'],
  },
  'plan/unregistered': {
    facts: '- {id: a, kind: proportion, percent: 80, role: primary}',
    changes: planned('os'),
    at: first,
  },
  'plan/time-frame': {
    facts: '- {id: a, kind: proportion, percent: 80, at: {value: 3, unit: months}}',
    changes: planned('cr'),
    at: ['trials/alpha.mdx', 'planned:'],
  },
  'appraisal/domains': {
    facts: compared,
    changes: appraised(judged({ others: 'low', overall: 'low' }).replace('measurement', 'missing-data')),
    at: ['trials/alpha.mdx', 'tool: rob-2'],
  },
  'appraisal/overall': {
    facts: compared,
    changes: appraised(judged({ others: 'high', overall: 'low' })),
    at: ['trials/alpha.mdx', 'tool: rob-2'],
  },
  'appraisal/basis': {
    facts: compared,
    changes: appraised(judged({ others: 'low', overall: 'low', basis: 'abstract' })),
    at: ['trials/alpha.mdx', 'tool: rob-2'],
  },
  'appraisal/tool': {
    facts: '- {id: a, kind: proportion, percent: 80}',
    changes: appraised(judged({ others: 'low', overall: 'low' })),
    at: ['trials/alpha.mdx', 'tool: rob-2'],
  },
  'pooled/bounds': { files: inSyntheses('- {id: a, measure: share, estimate: 2.16}'), at: pooledAt },
  'pooled/sides': { files: inSyntheses('- {id: a, measure: OR, estimate: 0.43}'), at: pooledAt },
  'pooled/prediction': {
    files: inSyntheses(
      '- {id: a, measure: percent, estimate: 50, interval: {level: 95, low: 40, high: 60}, prediction: {level: 95, low: 45, high: 70}}',
    ),
    at: pooledAt,
  },
  'pooled/heterogeneity': {
    files: inSyntheses('- {id: a, measure: percent, estimate: 50, i2: 112}'),
    at: pooledAt,
  },
  'pooled/counts': {
    files: inSyntheses('- {id: a, measure: percent, estimate: 50, events: 22, total: 21}'),
    at: pooledAt,
  },
  'pooled/crude': {
    files: inSyntheses(
      '- {id: a, measure: percent, estimate: 81, events: 242, total: 346, interval: {level: 95, low: 72.9, high: 87.2}}',
    ),
    at: pooledAt,
  },
  'pooled/even': {
    files: inSyntheses('- {id: a, measure: percent, estimate: 50, interval: {level: 95, low: 48, high: 80}}'),
    at: pooledAt,
  },
  'trace/figure': {
    facts: '- {id: a, kind: proportion, locator: §2, percent: 87.0, trace: {percent: 1}}',
    files: index,
    at: first,
  },
  'trace/untraced': {
    facts: '- {id: a, kind: proportion, locator: §2, percent: 80.7}',
    files: index,
    at: first,
  },
  'trace/locator': {
    facts: '- {id: a, kind: proportion, locator: §3, percent: 80.7}',
    files: index,
    at: first,
  },
  'ledger/unexplained': { facts: `${repeated}jones}`, at: second },
  'ledger/updated': {
    facts: `${repeated}smith-2023}`,
    changes: { 'kind: update': 'kind: update, supersedes: [smith-2020]' },
    at: second,
  },
  'ledger/explained': {
    facts: `${repeated}smith-2023}`,
    changes: {
      'kind: update': 'kind: update, dataCutoff: 2022-06-30',
      'kind: primary': 'kind: primary\n    dataCutoff: 2019-06-30',
    },
    at: second,
  },
  'ledger/misattributed': {
    facts: `- {id: a, kind: median, value: 7.7, unit: months, report: smith-2023}\n- {id: b, kind: median, value: 7.7, unit: months, report: jones, cites: [smith-2020]}`,
    changes: { 'kind: primary': 'kind: ancillary' },
    at: second,
  },
  'ledger/attribution': {
    facts: `- {id: a, kind: median, value: 7.7, unit: months, report: smith-2023}\n- {id: b, kind: median, value: 7.7, unit: months, report: jones, cites: [smith-2020]}\n- {id: c, kind: proportion, percent: 80}`,
    at: second,
  },
  'ledger/one-study': {
    facts: '- {id: a, kind: proportion, percent: 80, report: jones, cites: [smith-2020, smith-2023]}',
    at: ['trials/alpha.mdx', 'review: jones'],
  },
  'ledger/historical-comparator': {
    facts: contrast('measure: HR, estimate: 0.77'),
    changes: { 'role: comparator': 'role: historical' },
    at: first,
  },
  'ledger/denominator': {
    facts:
      '- {id: b, kind: proportion, events: 18, total: 21}\n- {id: a, kind: proportion, events: 18, total: 22, report: jones}',
    at: first,
  },
  'waivers/stale': {
    facts:
      '- {id: a, kind: proportion, percent: 80, waivers: [{check: arithmetic/percent, reason: Printed so}]}',
    at: first,
  },
};

describe('a corrupt base', () => {
  it.each(Object.entries(corrupt) as [Code, Corrupt][])(
    'fails as %s, with severity, file and line',
    (code, { facts = '', changes, files, at }) => {
      const found = checkBase(facts, changes, files).findings.filter((finding) => finding.code === code);
      expect(found.length).toBeGreaterThan(0);
      const [{ file, line, column, severity, message, help, actual }] = found as [(typeof found)[number]];
      const [name, text] = at;
      const lines = { ...smallBase, ...filesOf(facts, changes, files) }[name]!.split('\n');
      expect(`${file.replace(/^.*?almanac-content-\w+\//, '')}:${line}`).toBe(
        `${name}:${1 + lines.findIndex((l) => l.includes(text))}`,
      );
      expect(column).toBeGreaterThan(0);
      expect(severity).toBe(checkTable[code][0]);
      expect(message).not.toBe('');
      expect(help).not.toBe('');
      expect(actual).not.toBe('');
    },
  );

  it('is there for every check of figures, so that no check can fall silent', () => {
    const codes = [...new Set(figureChecks.map(({ code }) => code)), 'waivers/stale'];
    expect(Object.keys(corrupt).sort()).toEqual(codes.sort());
  });

  it('differs from one in order, which raises nothing', () => {
    expect(checkBase('- {id: a, kind: proportion, events: 18, total: 21, percent: 86}').findings).toEqual([]);
  });
});

describe('the table of checks', () => {
  it('has a check for every code and a code for every check', () => {
    const codes = new Set([...allChecks.map(({ code }) => code), 'waivers/stale']);
    expect([...codes].sort()).toEqual(Object.keys(checkTable).sort());
  });
});

describe('a waiver', () => {
  const waived = (check: string, figures = 'events: 58, total: 59, percent: 97') =>
    checkBase(
      `- {id: a, kind: proportion, ${figures}, waivers: [{check: ${check}, reason: The report prints it so}]}`,
    );

  it('turns an error into a note with its reason, and is counted', () => {
    const { findings, checks, summary } = waived('arithmetic/percent');
    expect(findings).toMatchObject([
      {
        code: 'arithmetic/percent',
        severity: 'note',
        waived: 'The report prints it so',
        fact: 'a',
        actual: '97%',
      },
    ]);
    expect(checks.find(({ id }) => id === 'arithmetic/percent')).toMatchObject({
      run: 1,
      failed: 0,
      waived: 1,
      skipped: 0,
    });
    expect(summary).toMatchObject({
      errors: 0,
      warnings: 0,
      notes: 1,
      waived: 1,
      failed: 0,
      passed: summary.run - 1,
    });
  });

  it('that waives nothing is an error at its line', () => {
    expect(waived('arithmetic/percent', 'events: 58, total: 59, percent: 98').findings).toMatchObject([
      {
        code: 'waivers/stale',
        severity: 'error',
        message: 'the waiver of arithmetic/percent waives nothing',
        help: 'remove the waiver',
      },
    ]);
  });

  it('of another check lets the fault stand, and is stale besides', () => {
    const found = waived('arithmetic/parts').findings.map(({ code, severity }) => `${severity} ${code}`);
    expect(found.sort()).toEqual(['error arithmetic/percent', 'error waivers/stale']);
  });

  it('of a check that does not exist is told with the one that is meant', () => {
    const stale = waived('arithmetic/percents').findings.find(({ code }) => code === 'waivers/stale');
    expect(stale).toMatchObject({
      message: 'there is no check arithmetic/percents',
      expected: 'the code of a check',
    });
    expect(stale!.help).toContain('did you mean arithmetic/percent?');
  });

  it('given twice is needed once', () => {
    const twice = '{check: arithmetic/percent, reason: One}, {check: arithmetic/percent, reason: Two}';
    const { findings } = checkBase(
      `- {id: a, kind: proportion, events: 58, total: 59, percent: 97, waivers: [${twice}]}`,
    );
    expect(findings.map(({ code, waived: reason }) => `${code} ${reason ?? ''}`).sort()).toEqual([
      'arithmetic/percent One',
      'waivers/stale ',
    ]);
  });

  it('without a reason is refused', () => {
    expect(() =>
      readBase('- {id: a, kind: proportion, percent: 97, waivers: [{check: arithmetic/percent}]}'),
    ).toThrow(/reason/);
  });

  it('holds for the fact alone that carries it', () => {
    const fault = 'kind: proportion, events: 58, total: 59, percent: 97';
    const { summary } = checkBase(
      `- {id: a, ${fault}, waivers: [{check: arithmetic/percent, reason: So}]}\n- {id: b, ${fault}}`,
    );
    expect(summary).toMatchObject({ errors: 1, waived: 1 });
  });
});

describe('the counts of a run', () => {
  it('add up: what was asked passed, failed or was waived', () => {
    const { summary, checks } = checkBase(
      '- {id: a, kind: proportion, events: 58, total: 59, percent: 97}\n- {id: b, kind: proportion, events: 58, total: 59, percent: 98}',
    );
    const percent = checks.find(({ id }) => id === 'arithmetic/percent')!;
    expect(percent).toEqual({
      id: 'arithmetic/percent',
      severity: 'error',
      run: 2,
      failed: 1,
      waived: 0,
      skipped: 0,
    });
    expect(summary.run).toBe(summary.passed + summary.failed + summary.waived);
    expect(summary.run).toBe(checks.reduce((sum, { run }) => sum + run, 0));
    expect(summary.checks).toBe(checks.length);
  });

  it('name the checks that asked about a fact', () => {
    const { asked } = checkBase('- {id: a, kind: proportion, events: 58, total: 59, percent: 98}');
    const codes = [...asked].find(([{ id }]) => id === 'a')?.[1];
    expect(codes).toEqual(expect.arrayContaining(['arithmetic/percent', 'arithmetic/parts']));
    expect(codes).not.toContain('contrasts/symmetry');
  });
});

describe('a run with nothing to check', () => {
  let root: string;
  /**
   * Runs the command in this process: that its exit code is that of the process is asked of `almanac check`
   * itself.
   */
  const checked = async (name: string) => {
    let stdout = '';
    const said = vi
      .spyOn(process.stdout, 'write')
      .mockImplementation((text) => ((stdout += String(text)), true));
    const told = vi.spyOn(console, 'error').mockReturnValue();
    try {
      return { code: await main(['check', '--content', path.join(root, name)]), stdout };
    } finally {
      said.mockRestore();
      told.mockRestore();
    }
  };
  beforeAll(() => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-nothing-'));
    const lay = (name: string, files: Files) => {
      fs.mkdirSync(path.join(root, name), { recursive: true });
      for (const [file, text] of Object.entries(files)) {
        fs.mkdirSync(path.dirname(path.join(root, name, file)), { recursive: true });
        fs.writeFileSync(path.join(root, name, file), text);
      }
    };
    lay('empty', {});
    lay('no-entry', Object.fromEntries(Object.entries(smallBase).filter(([name]) => name.endsWith('.yaml'))));
    lay('good', smallBase);
    lay('wrong', {
      ...smallBase,
      'trials/alpha.mdx': trial('- {id: cr, kind: proportion, events: 18, total: 21, percent: 80}'),
    });
  });
  afterAll(() => fs.rmSync(root, { recursive: true }));

  it.each(['empty', 'no-entry'])('fails: %s', async (name) => {
    expect(runChecks(readCorpus(path.join(root, name))).findings.map(({ code }) => code)).toContain(
      'schema/content',
    );
    const { code, stdout } = await checked(name);
    expect(code).toBe(1);
    expect(stdout).toContain('schema/content');
  });

  it('fails where its folder is not there', async () => {
    expect((await checked('absent')).code).not.toBe(0);
  });

  it('fails for a wrong figure, and passes where all is well', async () => {
    expect(await checked('good')).toEqual({ code: 0, stdout: expect.stringContaining('0 errors') as string });
    const { code, stdout } = await checked('wrong');
    expect(code).toBe(1);
    expect(stdout).toContain('arithmetic/percent');
  });
});
