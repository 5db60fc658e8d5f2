import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectEdition } from '../../unit/exports/editions.ts';
import { ask, askSite, engines, lackOf, type Engine, type Told } from './engines.ts';
import { everyInput, inputs, questions } from './questions.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-parquet-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));
beforeAll(() => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['src/cli/almanac.js', 'export', 'parquet', '--out', folder],
    {
      encoding: 'utf8',
    },
  );
  expect(status, stderr).toBe(0);
});

const asked = [...questions, ...inputs, everyInput];
const { library, context } = projectEdition();
const { answers, endpoints } = askSite(library, context, asked);

test('the site answers every question with several rows', () => {
  expect(questions).toHaveLength(12);
  for (const [i, answer] of answers.entries())
    expect(answer.rows().length, asked[i]!.name).toBeGreaterThan(1);
});

describe.each(Object.keys(engines) as Engine[])('%s', (engine) => {
  const lack = lackOf(engine);
  if (lack !== undefined) console.error(`${engine} is ${lack}`);
  let told: Told[] = [];
  beforeAll(() => {
    if (lack === undefined) told = ask(engine, folder, asked, endpoints);
  });

  test.skipIf(lack !== undefined).each(asked.map(({ name }, i) => ({ name, i })))(
    '$name: the same rows and sums as the tables of the site',
    ({ name, i }) => {
      expect(told.find((one) => one.name === name)?.rows).toEqual(answers[i]!.rows());
    },
  );
});
