import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportAll } from '../../src/exports/index.ts';
import { proportionEffect } from '../../src/stats/effect-sizes.ts';
import { pool } from '../../src/stats/pooling.ts';
import { projectEdition } from '../unit/exports/editions.ts';
import { parseCsv } from '../unit/exports/parse-csv.ts';

const scripts = path.join(import.meta.dirname, 'python');
/** The folder of CONTRIBUTING, "Programs that read what is exported"; else the Python of the system. */
const own = path.resolve(import.meta.dirname, '../../node_modules/.cache/engines/python/bin/python');
const python = fs.existsSync(own) ? own : 'python3';

const { library, version, context, contentHash } = projectEdition();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-python-'));
const isWanted = (name: string) =>
  name.startsWith('data/') || name.startsWith('cite/') || /^references\/.*\.(bib|ris)$/.test(name);

beforeAll(async () => {
  for (const file of exportAll(library, version, context.allFindings, { contentHash, releases: [] })) {
    const { path: name } = file;
    if (!isWanted(name)) continue;
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), await file.content);
  }
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** A test that runs where the packages are, and says plainly which is missing where one is not. */
function tried(packages: readonly string[], what: string, body: () => void): void {
  const missing = packages.filter((name) => spawnSync(python, ['-c', `import ${name}`]).status !== 0);
  if (missing.length === 0) return test(`${packages.join(' and ')}: ${what}`, body);
  const reason = `skipped: ${missing.join(' and ')} is not installed; see tests/clients/python/requirements.txt`;
  console.error(`${what}: ${reason}`);
  test.skip(`${packages.join(' and ')}: ${what} (${reason})`, () => {});
}

function run(script: string, args: readonly string[], input?: unknown): string {
  const options = { input: JSON.stringify(input ?? null), encoding: 'utf8', maxBuffer: 1 << 28 } as const;
  const { status, stdout, stderr } = spawnSync(python, [path.join(scripts, script), ...args], options);
  if (status !== 0) throw new Error(`${script} stopped with ${String(status)}:\n${stderr}`);
  return stdout;
}

interface Work {
  title: string;
  doi: string | null;
  authors: number;
}
interface Read {
  file: string;
  count: number;
  works: Record<string, Work>;
  problems: string[];
}

/** The library, and every work of it as a file of its own. */
function citationsRead(type: 'bib' | 'ris'): Read[] {
  const files = [
    'cite/library',
    'cite/entries',
    'cite/base',
    ...library.references.map(({ id }) => `references/${id}`),
  ];
  const lines = run(
    'citations.py',
    files.map((name) => path.join(folder, `${name}.${type}`)),
  ).trimEnd();
  return lines.split('\n').map((line) => JSON.parse(line) as Read);
}

describe('citations', () => {
  tried(['rispy'], 'reads every work and entry as RIS, with no problem', () => {
    const [works, ...others] = citationsRead('ris');
    expect(
      [works!, ...others].flatMap(({ file, problems }) => problems.map((one) => `${file}: ${one}`)),
    ).toEqual([]);
    expect(works!.count).toBe(library.references.length);
    for (const { id, data } of library.references)
      expect(works!.works[id]).toEqual({
        title: expect.any(String) as string,
        doi: data.DOI ?? null,
        authors: data.author?.length ?? 0,
      });
    for (const { count } of others.slice(2)) expect(count).toBe(1);
  });

  tried(['bibtexparser'], 'reads every work and entry as BibTeX, names taken apart, with no problem', () => {
    const [works, ...others] = citationsRead('bib');
    expect(
      [works!, ...others].flatMap(({ file, problems }) => problems.map((one) => `${file}: ${one}`)),
    ).toEqual([]);
    expect(works!.count).toBe(library.references.length);
    for (const { id, data } of library.references) {
      // "and others" is an author to BibTeX.
      const authors = (data.author?.length ?? 0) + (data.custom?.['authors-truncated'] ? 1 : 0);
      expect(works!.works[id], id).toEqual({
        title: expect.any(String) as string,
        doi: data.DOI ?? null,
        authors,
      });
    }
    for (const { count } of others.slice(2)) expect(count).toBe(1);
  });
});

describe('the Data Package', () => {
  tried(['frictionless'], 'is valid, every row of every table by its schema', () => {
    const report = JSON.parse(run('package.py', [path.join(folder, 'data/datapackage.json')])) as {
      valid: boolean;
      problems: string[];
      rows: Record<string, number>;
    };
    expect(report.problems).toEqual([]);
    expect(report.valid).toBe(true);
    expect(report.rows).toMatchObject({ trials: library.trials.length, outcomes: library.facts.size });
  });
});

/** Studies of each table for metafor with five or more arms of counts. */
function setsOfCounts(): { name: string; events: number[]; totals: number[] }[] {
  const tables = fs.readdirSync(path.join(folder, 'data/metafor')).filter((name) => name.endsWith('.csv'));
  return tables.sort().flatMap((name) => {
    const [header, ...rows] = parseCsv(fs.readFileSync(path.join(folder, 'data/metafor', name), 'utf8'));
    const [row, usual, xi, ni] = ['row', 'usual', 'xi', 'ni'].map((column) => header!.indexOf(column));
    const chosen = rows.filter(
      (cells) => cells[row!] === 'proportion' && cells[usual!] === 'true' && cells[xi!] !== '',
    );
    const numbers = (column: number) => chosen.map((cells) => Number(cells[column]));
    return chosen.length < 5 ? [] : [{ name, events: numbers(xi!), totals: numbers(ni!) }];
  });
}

describe('pooled results', () => {
  tried(['statsmodels', 'pymare'], 'are those of this base, for every endpoint and model', () => {
    const sets = setsOfCounts();
    expect(sets.length).toBeGreaterThanOrEqual(5);
    const methods = ['FE', 'DL', 'PM', 'ML', 'REML'] as const;
    const asked = sets.flatMap((set) => methods.map((method) => ({ ...set, method })));
    const found = JSON.parse(run('pool.py', [], asked)) as Record<
      'estimate' | 'se' | 'seKnha' | 'tau2' | 'q',
      number | undefined
    >[];
    asked.forEach(({ name, method, events, totals }, i) => {
      const effects = events.map((x, at) => proportionEffect('PLO', x, totals[at]!));
      const ours = pool(effects, { method, test: 'z', level: 0.95 });
      // Programs stop their search for τ² at different distances from it.
      const close = (value: number, other: number | undefined, what: string) =>
        other === undefined ||
        expect(Math.abs(value - other), `${name} ${method} ${what}: ${value} ${other}`).toBeLessThan(2e-3);
      const { estimate, se, seKnha, tau2, q } = found[i]!;
      close(ours.estimate, estimate, 'estimate');
      close(ours.tau2, tau2, 'τ²');
      close(ours.se, se, 'standard error');
      close(ours.q.value, q, 'Q');
      if (method !== 'FE')
        close(
          pool(effects, { method, test: 'knha', level: 0.95 }).se,
          seKnha,
          'standard error by Knapp and Hartung',
        );
    });
  });
});
