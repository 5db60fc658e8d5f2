import { beforeAll, describe, expect, it } from 'vitest';
import { conventions, tables } from '../../../src/exports/index.ts';
import { exportFiles } from '../../support/export-files.ts';
import { projectCorpus, projectLibrary, projectReport } from '../../support/project.ts';
import { libraryOf, trial, type Files } from '../helpers/corpus.ts';
import { parseCsv } from './parse-csv.ts';

// The columns that others rely on: contract.md, "Files in the build".
const contract = {
  trials:
    'trial_id, title, acronym, registry_ids, status, phase, design, setting, age_group, enrolled, therapies, targets, year, dois, pmids, url',
  arms: 'trial_id, arm_id, label, role, therapies, regimen, n',
  outcomes:
    'outcome_id, trial_id, report, report_kind, read_in, read_in_work, endpoint, kind, role, arm, comparator, versus, population, population_kind, at_from, at_value, at_basis, at_unit, events, total, value, unit, bound, measure, statistic, favours, factor, direction, agent, schedule, spread, spread_kind, ci_level, ci_low, ci_high, ci_origin, ci_method, p_comparator, p_value, p_sides, grade_min, grade_max, grade_scale, grade, term, definition, assay, threshold, missing, source, source_copy, locator, cites, traced, note, risk_of_bias, risk_of_bias_tool, appraisal, findings, url',
  appraisals:
    'appraisal_id, domain, trial_id, tool, outcome, endpoint, by, judged_on, reference, reference_locator, basis, judgement, reason, report, locator, overall, note, url',
};

const hostile = '=HYPERLINK("https://evil.example","x"), or\\nnot';
const files: Files = {
  'trials/alpha.mdx': trial(
    `
- {id: z, kind: proportion, percent: "80.0", total: 20}
- {id: a, kind: contrast, arm: new, comparator: old, measure: HR, estimate: 0.45, p: "0.010"}`,
    { 'Testumab in adults': `"${hostile.replaceAll('"', '\\"')}"` },
  ),
  'trials/alpha-2.mdx': trial('- {id: m, kind: count, value: 12, unit: patients}'),
};

const contentOf = (name: string, from: Files = files) =>
  exportFiles(libraryOf(from), '1.2.3').find((file) => file.path === name)!.content;

describe('the tables', () => {
  it.each(Object.entries(contract))('%s.csv has exactly the columns of the contract', (name, columns) => {
    expect(parseCsv(contentOf(`data/${name}.csv`))[0]).toEqual(columns.split(', '));
  });

  it('claims.csv has the figures of outcomes.csv, in the same order', () => {
    const [outcomes, claims] = ['outcomes', 'claims'].map(
      (name) => parseCsv(contentOf(`data/${name}.csv`))[0]!,
    ) as [string[], string[]];
    const own = ['claim_id', 'review', 'subject'];
    expect(claims.filter((column) => !own.includes(column))).toEqual(
      outcomes.filter((column) => claims.includes(column)),
    );
    expect(claims).toEqual(
      expect.arrayContaining([...own, 'cites', 'value', 'ci_low', 'p_value', 'grade_scale', 'missing']),
    );
  });

  it.each(tables)(
    '$file is described column by column and sorted by id, in UTF-8 without BOM, with LF',
    ({ file, columns }) => {
      const content = contentOf(file);
      const [header, ...rows] = parseCsv(content);
      expect(columns.map(({ name }) => name)).toEqual(header);
      expect(columns.filter(({ description }) => description.length < 3)).toEqual([]);
      const keys = rows.map(([first, second]) => `${first}\0${second}`);
      expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -1 : 1)));
      expect(content).not.toMatch(/\r|^\uFEFF/);
    },
  );

  it('guards what an author wrote and a spreadsheet would run', () => {
    const [, row] = parseCsv(contentOf('data/trials.csv'));
    expect(row![1]).toBe('\'=HYPERLINK("https://evil.example","x"), or\nnot');
    expect(conventions.join(' ')).toContain('apostrophe');
  });
});

describe('evidence.json', () => {
  const json = () => JSON.parse(contentOf('data/evidence.json'));

  it('holds the whole base, what is computed kept apart', () => {
    expect(Object.keys(json())).toEqual([
      'version',
      'base',
      'vocabulary',
      'endpoints',
      'therapies',
      'trials',
      'reviews',
      'syntheses',
      'topics',
      'references',
    ]);
    expect(json()).toMatchObject({
      version: '1.2.3',
      base: { name: 'Testmanac' },
      trials: [{ id: 'alpha' }, { id: 'alpha-2' }],
      references: [{ id: 'jones-2022' }, { id: 'smith-2020' }],
    });
    const [outcome] = json().trials[0].outcomes;
    expect(outcome).toMatchObject({
      uid: 'alpha/z',
      url: 'https://base.example/trials/alpha/#z',
      percent: { printed: '80.0', value: 80, decimals: 1 },
      derived: { counts: { events: 16, total: 20, inferred: true } },
    });
    expect(outcome).not.toHaveProperty('events');
    expect(outcome).not.toHaveProperty('interval');
  });

  it('leaves the bodies out', () => {
    const body = 'A body that nobody exports.';
    expect(contentOf('data/evidence.json', { 'trials/alpha.mdx': trial('') + body })).not.toContain(body);
  });

  it('has its keys in one order, whatever order the author chose', () => {
    const one = '- {id: a, kind: proportion, events: 18, total: 21, at: {value: 30, unit: days}}';
    const other = '- {at: {unit: days, value: 30}, total: 21, kind: proportion, events: 18, id: a}';
    expect(contentOf('data/evidence.json', { 'trials/alpha.mdx': trial(other) })).toBe(
      contentOf('data/evidence.json', { 'trials/alpha.mdx': trial(one) }),
    );
  });
});

describe('citations', () => {
  it('come for the library, for each work, and for each trial with its reports', () => {
    const paths = exportFiles(libraryOf(files), '1.0').map((file) => file.path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'cite/library.bib',
        'cite/library.json',
        'references/smith-2020.bib',
        'references/jones-2022.bib',
        'trials/alpha.bib',
        'trials/alpha-2.bib',
      ]),
    );
    const keys = (name: string) => [...contentOf(name).matchAll(/^@\w+\{(.+),$/gm)].map((match) => match[1]);
    expect(keys('cite/library.bib')).toEqual(['jones-2022', 'smith-2020']);
    expect(keys('references/smith-2020.bib')).toEqual(['smith-2020']);
    expect(keys('trials/alpha.bib')).toEqual(['trial-alpha', 'smith-2020', 'jones-2022']);
    expect(contentOf('trials/alpha.bib')).toContain('https://base.example/trials/alpha/');
  });

  it('keep in CSL-JSON what only this base knows', () => {
    const references = `
- id: smith-2020
  type: article-journal
  title: A trial
  language: zh-CN
  custom: {title-en: A trial in English, authors-truncated: true}
- {id: jones-2022, type: article-journal, title: A review, language: en-US}
`;
    expect(JSON.parse(contentOf('cite/library.json', { 'references.yaml': references }))).toMatchObject([
      { id: 'jones-2022' },
      { id: 'smith-2020', custom: { 'title-en': 'A trial in English', 'authors-truncated': true } },
    ]);
  });
});

describe('exportFiles', () => {
  it('gives the same bytes twice, in files that do not overwrite each other', () => {
    const first = exportFiles(libraryOf(files), '1.0');
    expect(exportFiles(libraryOf(files), '1.0')).toEqual(first);
    expect(new Set(first.map((file) => file.path)).size).toBe(first.length);
  });

  it('makes whole addresses of a base with a path', () => {
    const library = libraryOf();
    library.base.url = 'https://host.example/base';
    const csv = exportFiles(library, '1.0').find((file) => file.path === 'data/trials.csv')!.content;
    expect(csv).toContain(',https://host.example/base/trials/alpha/\n');
  });
});

const corpus = projectCorpus();
const report = projectReport();
const passes = report.summary.errors === 0;

describe.runIf(passes)('the content of this project', () => {
  let byPath: Map<string, string>;
  beforeAll(() => {
    byPath = new Map(
      exportFiles(projectLibrary(), '1.0', report.findings).map((file) => [file.path, file.content]),
    );
  });

  // No study of this content was imported from a registry.
  it.each(tables.filter(({ name }) => name !== 'registered'))('fills $file', ({ name, file }) => {
    const rows = parseCsv(byPath.get(file)!).slice(1);
    expect(rows.length).toBeGreaterThan(0);
    // A finding has no id: one fact may have several.
    const ids = rows.map((row) =>
      name === 'arms' || name === 'appraisals'
        ? `${row[0]}/${row[1]}`
        : name === 'findings'
          ? row.join()
          : row[0],
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r](?![\d.]*(e[+-]?\d+)?$)/i);
  });

  it('has every trial and every figure in evidence.json', () => {
    const { trials } = JSON.parse(byPath.get('data/evidence.json')!);
    expect(trials).toHaveLength(corpus.entries.trials.length);
    const outcomes = trials.flatMap((entry: { outcomes: unknown[] }) => entry.outcomes);
    expect(outcomes).toHaveLength(parseCsv(byPath.get('data/outcomes.csv')!).length - 1);
  });
});
