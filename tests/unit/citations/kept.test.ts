import { hash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { keepTextsIn, saveTexts } from '../../../src/citations/engine.ts';
import { formatCitations } from '../../../src/citations/format.ts';
import { keyOf, KeptTexts } from '../../../src/citations/kept.ts';
import { styleIds } from '../../../src/citations/styles.ts';
import { lazily } from '../../support/project.ts';
import { article, hostileLibrary } from './items.ts';

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-kept-'));
afterAll(() => fs.rmSync(temporary, { recursive: true }));
let folders = 0;
const folder = () => path.join(temporary, String((folders += 1)));
const filesOf = (of: string) => fs.readdirSync(of).map((name) => path.join(of, name));

afterEach(() => keepTextsIn(undefined));

/** Every citation of a library with what a folder keeps, as one text. */
function cited(keptIn: string | undefined, items = library): string {
  keepTextsIn(keptIn);
  const all = styleIds.map((style) => [...formatCitations(style, items)]);
  saveTexts();
  return JSON.stringify(all);
}

const library = [
  ...hostileLibrary,
  article({ id: 'german', language: 'de' }),
  article({ id: 'chinese', title: '白血病', language: 'zh-CN' }),
];

/** What is cited where nothing is kept. */
const plainly = lazily(() => cited(undefined));
/** What a first run keeps. */
const filled = lazily(() => {
  const kept = folder();
  cited(kept);
  return kept;
});

test('what is kept changes no citation, and is used', () => {
  const plain = plainly();
  const kept = folder();
  expect(cited(kept)).toBe(plain);
  expect(cited(kept)).toBe(plain);
  const [file] = filesOf(kept).filter((name) => name.includes('vancouver'));
  const [head, line] = fs.readFileSync(file!, 'utf8').split('\n') as [string, string];
  const [key] = line.split(' ') as [string];
  const sum = hash('sha256', `${key}from the folder`).slice(0, 16);
  fs.writeFileSync(file!, `${head}\n${key} ${sum} "from the folder"\n`);
  expect(cited(kept)).toContain('from the folder');
});

test('a work that was corrected is formatted anew', () => {
  const kept = folder();
  fs.cpSync(filled(), kept, { recursive: true });
  const corrected = library.map((item) =>
    item.id === 'german' ? { ...item, title: 'Another title' } : item,
  );
  expect(cited(kept, corrected)).toBe(cited(undefined, corrected));
  expect(cited(kept, corrected)).toContain('Another title');
});

test.each<[string, (text: string) => string]>([
  ['empty', () => ''],
  ['cut short', (text) => text.slice(0, text.length / 2)],
  ['of another style', (text) => text.replace(/^./, (sign) => (sign === '0' ? '1' : '0'))],
  ['changed by hand', (text) => text.replaceAll('a', 'b')],
  ['with lines in the place of others', (text) => text.split('\n').reverse().join('\n')],
  ['binary', () => '\u0000\u{fffd}'.repeat(99)],
])('a file that is %s changes nothing', (_, damage) => {
  const kept = folder();
  const plain = plainly();
  fs.cpSync(filled(), kept, { recursive: true });
  for (const file of filesOf(kept)) fs.writeFileSync(file, damage(fs.readFileSync(file, 'utf8')));
  expect(cited(kept)).toBe(plain);
});

test('a folder that cannot be one is let be', () => {
  const file = folder();
  fs.writeFileSync(file, 'a file');
  expect(cited(file)).toBe(plainly());
  expect(fs.readFileSync(file, 'utf8')).toBe('a file');
});

test('two runs at once leave whole files, and no drafts', () => {
  const kept = folder();
  const [one, two] = [new KeptTexts(kept, 'style', ['x']), new KeptTexts(kept, 'style', ['x'])];
  one.add(keyOf({ id: 'a' }), 'A');
  two.add(keyOf({ id: 'b' }), 'B');
  one.save();
  two.save();
  expect(filesOf(kept)).toHaveLength(1);
  expect(new KeptTexts(kept, 'style', ['x']).get(keyOf({ id: 'b' }))).toBe('B');
});

test('a change of style, locale or processor forgets what others made', () => {
  const kept = folder();
  const before = new KeptTexts(kept, 'style', ['x', '1.0']);
  before.add(keyOf({ id: 'a' }), 'A');
  before.save();
  expect(new KeptTexts(kept, 'style', ['x', '1.1']).get(keyOf({ id: 'a' }))).toBeUndefined();
});
