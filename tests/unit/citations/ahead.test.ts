import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { FormattedAhead } from '../../../src/citations/ahead.ts';
import { keepTextsIn, saveTexts } from '../../../src/citations/engine.ts';
import { formatCitations } from '../../../src/citations/format.ts';
import { styleIds } from '../../../src/citations/styles.ts';
import { article } from './items.ts';

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-ahead-'));
afterAll(() => fs.rmSync(temporary, { recursive: true }));
afterEach(() => keepTextsIn(undefined));

const works = Array.from({ length: 200 }, (_, i) => article({ id: `work-${i}`, title: `A study of ${i}` }));
const textsIn = (folder: string) =>
  fs.readdirSync(folder).map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));

test('what a thread formatted ahead is what is formatted on demand, and is not formatted again', async () => {
  const plain = styleIds.map((style) => [...formatCitations(style, works)]);
  const folder = path.join(temporary, 'many');
  await new FormattedAhead({ works, folder }).done;
  const left = textsIn(folder);
  keepTextsIn(folder);
  expect(styleIds.map((style) => [...formatCitations(style, works)])).toEqual(plain);
  saveTexts();
  expect(textsIn(folder)).toEqual(left);
});

test('for few works no thread is begun, and one that is ended leaves nothing half written', async () => {
  const few = path.join(temporary, 'few');
  await new FormattedAhead({ works: works.slice(0, 9), folder: few }).done;
  expect(fs.existsSync(few)).toBe(false);
  const ended = path.join(temporary, 'ended');
  const ahead = new FormattedAhead({ works, folder: ended });
  await ahead.close();
  await ahead.done;
  expect(fs.existsSync(ended)).toBe(false);
});

test('where another process formats them no thread is begun, and it ends with that process', async () => {
  const folder = path.join(temporary, 'others');
  let end = () => {};
  let isDone = false;
  const ahead = new FormattedAhead({ works, folder, byOthers: new Promise((resolve) => (end = resolve)) });
  const done = ahead.done.then(() => (isDone = true));
  await Promise.resolve();
  expect(isDone).toBe(false);
  end();
  await done;
  expect(fs.existsSync(folder)).toBe(false);
});
