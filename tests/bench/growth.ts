/**
 * npm run bench:growth: what a reader waits for, at one size and at ten times that size. The ratio of the two
 * says how it grows, whatever the machine: 10 is in proportion, 100 with the square.
 */
import fs from 'node:fs';
import { parse } from 'yaml';
import { formatCitations } from '../../src/citations/format.ts';
import { arrange } from '../../src/compare/arrange.ts';
import { rowsOf } from '../../src/synthesis/candidates.ts';
import { forest } from '../../src/charts/forest.ts';
import { softRules } from '../../src/compare/rules.ts';
import { onPage } from '../../src/charts/paint.ts';
import { emptyView } from '../../src/compare/view.ts';
import { hintsOn } from '../../src/synthesis/hints.ts';
import { resolveState, usualState } from '../../src/synthesis/state.ts';
import { synthesize } from '../../src/synthesis/pool.ts';
import { table } from '../../src/compare/table.ts';
import { references as schema } from '../../src/model/reference.ts';
import { readBody } from '../../src/reading/body.ts';
import { counted, madeDataset, wideDataset } from '../support/made-dataset.ts';

interface Growing {
  what: string;
  size: number;
  /** Makes the task of one size; what it prepares is not measured. */
  task(size: number): () => void;
}

const library = schema.parse(
  parse(fs.readFileSync(new URL('../../content/references.yaml', import.meta.url), 'utf8')),
);

const growing: readonly Growing[] = [
  {
    what: 'references formatted',
    size: 300,
    task(size) {
      const works = Array.from({ length: size }, (_, i) => ({
        ...library[i % library.length]!,
        id: `k${i}`,
      }));
      return () => void formatCitations('nlm', works);
    },
  },
  {
    what: 'studies pooled and drawn',
    size: 10,
    task(size) {
      const studies = Array.from({ length: size }, (_, i) =>
        counted(`study-${i}`, 3 + ((i * 7) % 20), 25 + (i % 9)),
      );
      const rows = rowsOf(madeDataset(studies));
      const { state } = resolveState(
        { ...usualState, endpoint: 'response', by: 'design', overrides: softRules },
        rows,
      );
      return () => {
        const synthesis = synthesize(state, rows[0]!);
        forest(synthesis, { width: 860, paint: onPage, title: 'Response' });
        hintsOn(synthesis);
      };
    },
  },
  {
    what: 'arms compared on 40 endpoints',
    size: 6,
    task(size) {
      const ids = Array.from({ length: size }, (_, i) => `study-${i}`);
      const datasets = new Map(ids.map((id) => [id, wideDataset(id, 40)]));
      const view = { ...emptyView, arms: ids };
      return () => void table(arrange(view, datasets), view);
    },
  },
  {
    what: 'kilobytes of prose parsed',
    size: 10,
    task(size) {
      const text = 'HR ( CI P 1 of [ a 1.1 '.repeat((size * 1000) / 23);
      return () => void readBody(text);
    },
  },
];

process.stdout.write(
  `${'times as much'.padEnd(32)}${'takes'.padStart(10)}${'ten times as much'.padStart(20)}${'ratio'.padStart(8)}\n`,
);
for (const { what, size, task } of growing) {
  const [small, large] = [size, 10 * size].map((own) => median(task(own))) as [number, number];
  const cells = [
    `${small.toFixed(1)} ms`.padStart(10),
    `${large.toFixed(1)} ms`.padStart(20),
    (large / small).toFixed(1).padStart(8),
  ];
  process.stdout.write(`${`${size} ${what}`.padEnd(32)}${cells.join('')}\n`);
}

/**
 * Processor time of a task in milliseconds, as the machine may be busy with something else: the median of
 * seven runs after two to warm up.
 */
function median(task: () => void): number {
  const times = Array.from({ length: 9 }, () => {
    const begun = process.threadCpuUsage();
    task();
    const { user, system } = process.threadCpuUsage(begun);
    return (user + system) / 1000;
  });
  return times.slice(2).sort((a, b) => a - b)[3]!;
}
