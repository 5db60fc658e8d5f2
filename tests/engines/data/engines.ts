import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../../../src/cli/command.ts';
import { metaforTables } from '../../../src/exports/index.ts';
import { outcomes } from '../../../src/exports/outcomes.ts';
import { trials } from '../../../src/exports/trials.ts';
import type { Context, Table } from '../../../src/exports/table.ts';
import type { Library } from '../../../src/evidence/library.ts';
import { Answer, sqlOf, type Cells, type Question } from './questions.ts';

/** Where the engines are put: a folder that may go at any time. `ALMANAC_ENGINES` names another. */
const folder = path.resolve(process.env.ALMANAC_ENGINES ?? path.join(projectRoot, 'node_modules', '.cache', 'engines'));
const python = path.join(folder, 'python', 'bin', 'python');

export const engines = {
  duckdb: { quote: '"', packages: 'duckdb', needs: [] },
  spark: { quote: '`', packages: 'pyspark', needs: ['java'] },
} as const;
export type Engine = keyof typeof engines;

/** Why an engine cannot be asked here; undefined where it can. */
export function lackOf(engine: Engine): string | undefined {
  const { packages, needs } = engines[engine];
  const missing = needs.filter((program) => spawnSync(program, ['-version']).error !== undefined);
  if (missing.length > 0) return `skipped: ${missing.join()} is not installed`;
  if (spawnSync(python, ['-c', `import ${packages}`]).status === 0) return undefined;
  return `skipped: not installed; python3 -m venv ${path.join('ENGINES', 'python')} && ${path.join('ENGINES', 'python', 'bin', 'pip')} install ${packages}, with ENGINES in ALMANAC_ENGINES`;
}

export interface Told {
  name: string;
  seconds: number;
  rows: string[];
}

/** What an engine answers to questions of a dataset; the first is its start. */
export function ask(engine: Engine, dataset: string, questions: readonly Question[], endpoints?: readonly string[]): Told[] {
  const sql = questions.map((one) => [
    one.name,
    sqlOf(one, engines[engine].quote, one.from === 'inputs' ? endpoints : undefined),
  ]);
  const { status, stdout, stderr } = spawnSync(python, [path.join(import.meta.dirname, 'ask.py'), engine, dataset], {
    input: JSON.stringify(Object.fromEntries(sql)),
    encoding: 'utf8',
    maxBuffer: 4e9,
  });
  if (status !== 0) throw new Error(`${engine} stopped with ${status}:\n${stderr.slice(-4000)}`);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { name, seconds, rows } = JSON.parse(line) as { name: string; seconds: number; rows: string[][] };
      return { name, seconds, rows: rows.map((row) => JSON.stringify(row)).sort() };
    });
}

/** Answers of the tables of the site, and the endpoints for which it has a table for meta-analysis. */
export function askSite(
  library: Library,
  context: Context,
  questions: readonly Question[],
  answers = questions.map((one) => new Answer(one)),
) {
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
      for (const answer of of('inputs')) answer.add((column) => (column === 'endpoint' ? endpoints[i]! : cells(column)));
  });
  return { answers, endpoints };
}

/** The rows of a table, cell by cell as its CSV has them. */
function rowsOf(table: Table, library: Library, context: Context): Cells[] {
  const places = new Map(table.columns.map(({ name }, i) => [name, i]));
  return table.rows(library, context).map((row) => (column) => row[places.get(column)!]!);
}
