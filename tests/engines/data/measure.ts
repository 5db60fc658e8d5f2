/**
 * What the Parquet dataset costs at a size, and whether DuckDB, Spark and the tables of the site give the
 * same rows and sums:
 *
 *   almanac synth --trials 10000 --out BASE
 *   node tests/engines/data/measure.ts BASE OUT [--copies 1,10] [--engines duckdb,spark]
 *
 * Reads and links a content folder without asking its checks. The engines are asked at each number of copies:
 * a base of 100,000 is beyond the memory of one process, so each study stands in the dataset so many times,
 * under other ids.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { link } from '../../../src/evidence/link.ts';
import { contextOf, datasetFiles, datasetSchema } from '../../../src/exports/index.ts';
import { readCorpus } from '../../../src/reading/corpus.ts';
import { ask, askSite, copy, lackOf, type Engine } from './engines.ts';
import { inputs, questions } from './questions.ts';

const { values, positionals } = parseArgs({
  options: { copies: { type: 'string', default: '1' }, engines: { type: 'string', default: 'duckdb,spark' } },
  allowPositionals: true,
});
const [content = '', out = ''] = positionals;
if (content === '' || out === '') throw new Error('expected measure.ts BASE OUT');
const sizes = values.copies.split(',').map(Number);
const asked = [...questions, ...inputs];

const say = (line: string) => process.stdout.write(`${line}\n`);

function timed<T>(what: string, make: () => T): T {
  const [began, processor] = [performance.now(), process.cpuUsage()];
  const made = make();
  const { user, system } = process.cpuUsage(processor);
  const wall = (performance.now() - began) / 1000;
  const memory = process.resourceUsage().maxRSS / 1e6;
  say(
    `${what}: ${wall.toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of processor time, ${memory.toFixed(2)} GB so far`,
  );
  return made;
}

const corpus = timed('reading', () => readCorpus(content));
const library = timed('linking', () => link(corpus));
const context = contextOf(library, []);
fs.mkdirSync(out, { recursive: true });
fs.writeFileSync(path.join(out, '_schema.json'), datasetSchema());
const facts = timed('the dataset', () => {
  let written = 0;
  for (const { path: file, rows, content: bytes } of datasetFiles(library, context, '0')) {
    const place = path.join(out, file);
    fs.mkdirSync(path.dirname(place), { recursive: true });
    fs.writeFileSync(place, bytes);
    if (file.startsWith('facts/')) written += rows;
  }
  return written;
});
const { answers, endpoints } = timed('the tables of the site', () => askSite(library, context, asked));
for (const copies of sizes) {
  if (copies > 1) timed(`${copies} copies`, () => copy(out, copies));
  askAll(copies);
}

function askAll(copies: number): void {
  const files = fs.globSync('*/*/*/*.parquet', { cwd: out });
  const bytes = files.reduce((sum, file) => sum + fs.statSync(path.join(out, file)).size, 0);
  say(
    `${library.trials.length * copies} trials, ${facts * copies} facts, ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB`,
  );
  const expected = answers.map((answer) => answer.rows(copies));
  for (const engine of values.engines.split(',') as Engine[]) {
    const lack = lackOf(engine);
    if (lack !== undefined) {
      say(`${engine}: ${lack}`);
      continue;
    }
    const told = ask(engine, out, asked, endpoints);
    let differences = 0;
    for (const [i, { name }] of asked.entries()) {
      const rows = told.find((one) => one.name === name)!.rows;
      const [own, site] = [new Set(rows), new Set(expected[i])];
      const different = [
        ...rows.filter((row) => !site.has(row)),
        ...expected[i]!.filter((row) => !own.has(row)),
      ];
      differences += different.length;
      if (different.length > 0)
        say(
          `${engine}, ${name}: ${different.length} rows differ, such as ${different.slice(0, 4).join(' ')}`,
        );
    }
    const seconds = told.map((one) => one.seconds);
    const [start, ...each] = seconds;
    const sum = each.reduce((a, b) => a + b, 0);
    say(
      `${engine}: ${differences} differences in ${asked.length} questions (${expected.flat().length} rows); start ${start!.toFixed(1)} s, ` +
        `questions ${sum.toFixed(1)} s, slowest ${Math.max(...each).toFixed(1)} s`,
    );
  }
}
