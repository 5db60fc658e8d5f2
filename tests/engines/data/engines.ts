import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../../src/cli/command.ts';
import { metaforTables } from '../../../src/exports/index.ts';
import { outcomes } from '../../../src/exports/outcomes.ts';
import { trials } from '../../../src/exports/trials.ts';
import type { Context, Table } from '../../../src/exports/table.ts';
import type { Library } from '../../../src/evidence/library.ts';
import { engineCache } from '../cache.ts';
import { Answer, sqlOf, type Cells, type Question } from './questions.ts';

const list = path.join(import.meta.dirname, 'requirements.txt');

/**
 * The Python of a folder with the packages of the list, fetched once for each state of it; undefined where
 * that fails.
 */
function fetched(file: string): string | undefined {
  const folder = path.join(engineCache, `python-${hash('sha256', fs.readFileSync(file)).slice(0, 16)}`);
  const [program, whole] = [path.join(folder, 'bin', 'python'), path.join(folder, 'whole')];
  if (fs.existsSync(whole)) return program;
  const steps = [
    ['python3', '-m', 'venv', folder],
    [program, '-m', 'pip', 'install', '--quiet', '--requirement', file],
  ] as const;
  if (!steps.every(([name, ...words]) => spawnSync(name, words).status === 0)) return undefined;
  fs.writeFileSync(whole, '');
  return program;
}
let known: { python: string | undefined } | undefined;
const python = (): string | undefined => (known ??= { python: fetched(list) }).python;

/** Runs a program of this folder; gives what it prints. */
function run(program: string, words: readonly string[], input = ''): string {
  const options = { input, encoding: 'utf8', maxBuffer: 4e9 } as const;
  const { status, stdout, stderr } = spawnSync(
    python() ?? '',
    [path.join(import.meta.dirname, program), ...words],
    options,
  );
  if (status !== 0)
    throw new Error(`${program} ${words.join(' ')} stopped with ${status}:\n${stderr.slice(-4000)}`);
  return stdout;
}

/** Puts copies of the studies of part 0 into a dataset, so that it holds so many times its rows. */
export const copy = (dataset: string, copies: number): string => run('copies.py', [dataset, String(copies)]);

/** Engines, by the mark that they put around names, and the programs that they need beside Python. */
export const engines = {
  duckdb: { quote: '"', needs: [] },
  spark: { quote: '`', needs: ['java'] },
} as const;
export type Engine = keyof typeof engines;

/** Why an engine cannot be asked here; undefined where it can. */
export function lackOf(engine: Engine): string | undefined {
  const missing = ['python3', ...engines[engine].needs].filter(
    (program) => spawnSync(program, ['-h']).error !== undefined,
  );
  if (missing.length > 0) return `skipped: not installed: ${missing.join()}`;
  return python() === undefined
    ? `skipped: not installed: pip could not fetch ${path.relative(projectRoot, list)}`
    : undefined;
}

export interface Told {
  name: string;
  seconds: number;
  rows: string[];
}

/** What an engine answers to questions of a dataset; the first is its start. */
export function ask(
  engine: Engine,
  dataset: string,
  questions: readonly Question[],
  endpoints?: readonly string[],
): Told[] {
  const sql = questions.map((one) => [
    one.name,
    sqlOf(one, engines[engine].quote, one.from === 'inputs' ? endpoints : undefined),
  ]);
  return run('ask.py', [engine, dataset], JSON.stringify(Object.fromEntries(sql)))
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { name, seconds, rows } = JSON.parse(line) as { name: string; seconds: number; rows: string[][] };
      return { name, seconds, rows: rows.map((row) => JSON.stringify(row)).sort() };
    });
}

/** Answers of the tables of the site, and the endpoints for which it has a table for meta-analysis. */
export function askSite(library: Library, context: Context, questions: readonly Question[]) {
  const answers = questions.map((one) => new Answer(one));
  const of = (from: Question['from']) => answers.filter((_, i) => questions[i]!.from === from);
  const trialOf = new Map(rowsOf(trials, library, context).map((cells) => [cells('trial_id'), cells]));
  const facts = of('facts');
  for (const cells of rowsOf(outcomes, library, context)) {
    const trial = trialOf.get(cells('trial_id'))!;
    const joined: Cells = (column) =>
      column === 'year'
        ? trial('year')
        : column.startsWith('trial_') && column !== 'trial_id'
          ? trial(column.slice(6))
          : cells(column);
    for (const answer of facts) answer.add(joined);
  }
  const tables = metaforTables(library);
  const endpoints = tables.map(({ name }) => name.replace('metafor-', ''));
  tables.forEach((table, i) => {
    for (const cells of rowsOf(table, library, context))
      for (const answer of of('inputs'))
        answer.add((column) => (column === 'endpoint' ? endpoints[i]! : cells(column)));
  });
  return { answers, endpoints };
}

/** The rows of a table, cell by cell as its CSV has them. */
function rowsOf(table: Table, library: Library, context: Context): Cells[] {
  const places = new Map(table.columns.map(({ name }, i) => [name, i]));
  return table.rows(library, context).map((row) => (column) => row[places.get(column)!]!);
}
