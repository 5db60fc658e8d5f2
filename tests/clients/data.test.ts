import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '../../src/synthesis/candidates.ts';
import { softRules } from '../../src/compare/rules.ts';
import { synthesize } from '../../src/synthesis/pool.ts';
import { resolveState, usualState } from '../../src/synthesis/state.ts';
import { listen } from '../../src/cli/serve.ts';
import { apiRoot, exampleOf, exportAll, poolingExamples } from '../../src/exports/index.ts';
import { datasetOfEndpoint } from '../../src/views/datasets.ts';
import { snippets } from '../../src/exports/snippets.ts';
import type { TableSchema } from '../support/table-schema.ts';
import { projectEdition } from '../unit/exports/editions.ts';
import { parseCsv } from '../unit/exports/parse-csv.ts';

const { library, version, context, contentHash } = projectEdition();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-data-'));
let server: Server;
let host: string;
let data: string;

beforeAll(async () => {
  for (const file of exportAll(library, version, context.allFindings, { contentHash, releases: [] })) {
    const content = await file.content;
    for (const name of [file.path, ...('alsoAt' in file && file.alsoAt !== undefined ? [file.alsoAt] : [])]) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), content);
    }
  }
  server = await listen(folder, 0);
  host = `http://localhost:${(server.address() as AddressInfo).port}`;
  data = `${host}/data/`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  fs.rmSync(folder, { recursive: true });
});

/**
 * Programs by the names of the snippets: how each is started with a file, and what proves that all it needs
 * is here.
 */
const programs = {
  R: {
    start: ['Rscript', '--vanilla'],
    file: 'try.R',
    proof: ['-e', 'invisible(0)'],
    packages: 'r-base-core',
  },
  'R with metafor': {
    start: ['Rscript', '--vanilla'],
    file: 'try.R',
    proof: ['-e', 'library(metafor)'],
    packages: 'r-cran-metafor',
  },
  Python: { start: ['python3'], file: 'try.py', proof: ['-c', 'import csv'], packages: 'python3' },
  // The one of the system, for which the packages are.
  'Python with pandas': {
    start: ['/usr/bin/python3'],
    file: 'try.py',
    proof: ['-c', 'import pandas'],
    packages: 'python3-pandas',
  },
  DuckDB: {
    start: ['duckdb', '-csv', '-init', '/dev/null', '-f'],
    file: 'try.sql',
    proof: ['--version'],
    packages: 'duckdb (from duckdb.org)',
  },
} as const;
type Program = keyof typeof programs;

const isHere = (name: Program) => {
  const { start, proof } = programs[name];
  return spawnSync(start[0], name === 'DuckDB' ? proof : [...start.slice(1), ...proof]).status === 0;
};

/** Runs a text in a program, which is to end well; gives what it printed. */
async function run(name: Program, code: string): Promise<string> {
  const { start, file } = programs[name];
  fs.writeFileSync(path.join(folder, file), code);
  const { spawn } = await import('node:child_process');
  // Not synchronously: the server of the files is in this process.
  const child = spawn(start[0], [...start.slice(1), path.join(folder, file)], {
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  const printed = { out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => (printed.out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (printed.err += text.toString()));
  const status = await new Promise((resolve) => child.on('close', resolve));
  if (status !== 0) throw new Error(`${name} stopped with ${String(status)}:\n${printed.err}`);
  return printed.out;
}

/** A test that runs where the program is, and says plainly what is missing where it is not. */
function tried(name: Program, what: string, body: () => Promise<void>): void {
  if (isHere(name)) return test(`${name}: ${what}`, body);
  const reason = `skipped: ${name} is not here; install ${programs[name].packages}`;
  console.error(`${what} in ${name} is ${reason}`);
  test.skip(`${name}: ${what} (${reason})`, () => {});
}

const endpoint = exampleOf(library);
/** What the page of syntheses shows for that endpoint. */
function onThePage(choice: Pick<Partial<typeof usualState>, 'method' | 'test'>) {
  const rowsOfPage = rowsOf(
    datasetOfEndpoint(
      library.endpoints.find(({ id }) => id === endpoint)!,
      library,
    ),
  );
  const chosen = {
    ...usualState,
    ...choice,
    endpoint: endpoint!,
    row: 'proportion',
    overrides: [...softRules],
  };
  const { state, row } = resolveState(chosen, rowsOfPage);
  const { result } = synthesize(state, row);
  if (typeof result === 'string') throw new Error(result);
  return result.pooled;
}
const snippet = (name: Program) => {
  const found = snippets(data, endpoint).find(
    ({ program, needs }) => (needs ? `${program} with ${needs}` : program) === name,
  )!;
  return found.code;
};
const rows = (name: string) => parseCsv(fs.readFileSync(path.join(folder, 'data', name), 'utf8'));
const own = () => {
  const [header, ...body] = rows('outcomes.csv');
  const [kind, report] = [header!.indexOf('kind'), header!.indexOf('report_kind')];
  return body.filter((row) => row[kind] === 'proportion' && row[report] !== 'review');
};

describe('the lines that the data page shows', () => {
  tried('R', 'joins outcomes to their trials', async () => {
    const printed = await run('R', `${snippet('R')}\ncat("rows", nrow(joined), "\\n")`);
    expect(printed).toContain(`rows ${rows('outcomes.csv').length - 1} `);
  });

  tried('R with metafor', 'pools the figures of an endpoint', async () => {
    const code = `${snippet('R with metafor')}\ncat("k", pooled$k, "b", format(coef(pooled), digits = 8), "\\n")`;
    const printed = await run('R with metafor', code);
    const [header, ...body] = rows(`metafor/${endpoint}.csv`);
    const [ofRow, usual] = ['row', 'usual'].map((name) => header!.indexOf(name));
    const proportions = body.filter((row) => row[ofRow!] === 'proportion' && row[usual!] === 'true');
    expect(printed).toMatch(/pred\s+ci\.lb\s+ci\.ub/);
    expect(printed).toContain(`k ${proportions.length} `);
    // rma() stops when τ² changes by less than 0.00001.
    expect(Number(/ b (\S+)/.exec(printed)![1])).toBeCloseTo(onThePage({}).estimate, 4);
  });

  tried('Python', 'reads outcomes with csv', async () => {
    expect(await run('Python', snippet('Python'))).toMatch(
      new RegExp(`^${rows('outcomes.csv').length - 1} ${own().length} `),
    );
  });

  tried('Python with pandas', 'reads every table with its types', async () => {
    const printed = await run('Python with pandas', snippet('Python with pandas'));
    expect(printed).toContain(`${version} sha256:${contentHash}`);
    const counted = [...printed.matchAll(/\s(\d+)$/gm)].reduce((sum, match) => sum + Number(match[1]), 0);
    expect(counted).toBe(rows('outcomes.csv').length - 1);
  });

  tried('DuckDB', 'queries the Parquet file', async () => {
    // The extension that reads addresses is fetched from elsewhere; the file itself is what is tried.
    const printed = await run('DuckDB', snippet('DuckDB').replace(data, `${folder}/data/`));
    expect(printed.trim().split('\n')).toHaveLength(1 + Math.min(10, own().length));
  });
});

describe('the lines that the page of the API shows', () => {
  const logistic = (x: number) => 1 / (1 + Math.exp(-x));
  /** Estimate and limits of the method that both programs use. */
  const expected = () => {
    const { estimate, ci } = onThePage({ method: 'DL', test: 'z' });
    return [estimate, ci.low, ci.high].map(logistic);
  };
  const example = (file: 'pool.R' | 'pool.py') => poolingExamples(host + apiRoot, endpoint!)[file];

  test('are the files beside the addresses', () => {
    const files = poolingExamples(`${library.base.url}${apiRoot}`, endpoint!);
    for (const [file, code] of Object.entries(files)) {
      expect(fs.readFileSync(path.join(folder, 'api', 'v1', file), 'utf8')).toBe(code);
      expect(code.trimEnd().split('\n').length).toBeLessThan(13);
    }
  });

  tried('R with metafor', 'pools an endpoint from the API', async () => {
    const [, ...printed] = /pred\s+ci\.lb\s+ci\.ub.*\n\s*(\S+)\s+(\S+)\s+(\S+)/.exec(
      await run('R with metafor', example('pool.R')),
    )!;
    expected().forEach((value, i) => expect(Number(printed[i])).toBeCloseTo(value, 6));
  });

  tried('Python', 'pools an endpoint from the API', async () => {
    const printed = (await run('Python', example('pool.py'))).trim().split(' ').map(Number);
    expected().forEach((value, i) => expect(printed[i]).toBeCloseTo(value, 7));
  });
});

interface Resource {
  name: string;
  path: string;
  schema: TableSchema;
}

/**
 * For each table its rows, and the sum of each column of numbers: what any program must find that reads it
 * right.
 */
function summary(): Record<string, Record<string, number>> {
  return Object.fromEntries(
    resources().map(({ path: name, schema }) => {
      const [, ...body] = rows(name);
      const sums = schema.fields.flatMap(({ name: field, type }, at) => {
        if (type !== 'integer' && type !== 'number') return [];
        return [[field, body.reduce((sum, row) => sum + Number(row[at]), 0)] as const];
      });
      return [name, { rows: body.length, ...Object.fromEntries(sums) }];
    }),
  );
}

const resources = () =>
  (
    JSON.parse(fs.readFileSync(path.join(folder, 'data', 'datapackage.json'), 'utf8')) as {
      resources: Resource[];
    }
  ).resources;

/** Reads `table column number` a line. */
function told(printed: string): Record<string, Record<string, number>> {
  const tables: Record<string, Record<string, number>> = {};
  for (const [, table, column, value] of printed.matchAll(/^(\S+) (\S+) (\S+)$/gm))
    (tables[table!] ??= {})[column!] = Number(value);
  return tables;
}

function expectSame(found: ReturnType<typeof told>): void {
  const expected = summary();
  expect(Object.keys(found)).toEqual(Object.keys(expected));
  for (const [table, columns] of Object.entries(expected)) {
    expect(Object.keys(found[table]!)).toEqual(Object.keys(columns));
    for (const [column, value] of Object.entries(columns))
      expect(found[table]![column]! / (value || 1), `${table} ${column}`).toBeCloseTo(
        value === 0 ? 0 : 1,
        12,
      );
  }
}

describe('every CSV file loads with the types that its schema says', () => {
  tried('R', 'read.csv', async () => {
    const classes = {
      string: 'character',
      integer: 'integer',
      number: 'numeric',
      boolean: 'logical',
    } as Record<string, string>;
    const lines = resources().map(({ path: name, schema }) => {
      const types = schema.fields.map(({ type }) => `"${classes[type]}"`).join(', ');
      return `tell("${name}", c(${types}))`;
    });
    const code = `tell <- function(name, classes) {
  t <- read.csv(paste0("${folder}/data/", name), colClasses = classes, na.strings = "", fileEncoding = "UTF-8")
  cat(name, "rows", nrow(t), "\\n")
  for (column in names(t)) if (is.numeric(t[[column]])) cat(name, column, format(sum(t[[column]], na.rm = TRUE), digits = 15, scientific = FALSE), "\\n")
}
${lines.join('\n')}
`;
    expectSame(told((await run('R', code)).replaceAll(' \n', '\n')));
  });

  tried('Python', 'csv', async () => {
    const code = `import csv, json
package = json.load(open("${folder}/data/datapackage.json", encoding="utf-8"))
read = {"string": str, "integer": int, "number": float, "boolean": lambda cell: {"true": True, "false": False}[cell]}
for resource in package["resources"]:
    fields = resource["schema"]["fields"]
    with open("${folder}/data/" + resource["path"], encoding="utf-8", newline="") as file:
        table = [[None if cell == "" else read[field["type"]](cell) for field, cell in zip(fields, row, strict=True)]
                 for row in list(csv.reader(file))[1:]]
    print(resource["path"], "rows", len(table))
    for at, field in enumerate(fields):
        if field["type"] in ("integer", "number"):
            print(resource["path"], field["name"], repr(sum(row[at] for row in table if row[at] is not None)))
`;
    expectSame(told(await run('Python', code)));
  });
});
