import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { keepFolder, takeFolder } from '../../../src/cli/kept-folder.ts';

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-kept-'));
afterAll(() => fs.rmSync(temporary, { recursive: true }));
const [cache, folder, to] = ['cache', 'folder', 'to'].map((name) => path.join(temporary, name)) as [
  string,
  string,
  string,
];

beforeEach(() => {
  for (const one of [cache, folder, to]) fs.rmSync(one, { recursive: true, force: true });
  fs.mkdirSync(path.join(folder, 'within'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'within', 'page.mjs'), 'export {}');
  fs.writeFileSync(path.join(folder, 'style.css'), 'p {}');
});

it('gives a kept folder back, and nothing else in it', () => {
  keepFolder(cache, 'bundle-1', folder);
  expect(takeFolder(cache, 'bundle-1', to)).toBe(true);
  expect((fs.readdirSync(to, { recursive: true }) as string[]).sort()).toEqual([
    'style.css',
    'within',
    path.join('within', 'page.mjs'),
  ]);
  expect(takeFolder(cache, 'bundle-2', path.join(temporary, 'other'))).toBe(false);
});

it.each([
  ['altered', (kept: string) => fs.writeFileSync(path.join(kept, 'style.css'), 'p {color: red}')],
  ['cut short', (kept: string) => fs.truncateSync(path.join(kept, 'within', 'page.mjs'), 3)],
  ['without a file', (kept: string) => fs.rmSync(path.join(kept, 'style.css'))],
  ['with another file', (kept: string) => fs.writeFileSync(path.join(kept, 'more.css'), '')],
  ['without its list', (kept: string) => fs.rmSync(path.join(kept, 'kept.json'))],
])('takes one that is %s for none', (_, damage) => {
  keepFolder(cache, 'bundle-1', folder);
  damage(path.join(cache, 'bundle-1'));
  expect(takeFolder(cache, 'bundle-1', to)).toBe(false);
  expect(fs.existsSync(to)).toBe(false);
  keepFolder(cache, 'bundle-1', folder);
  expect(takeFolder(cache, 'bundle-1', to)).toBe(true);
});

it('keeps a few of a kind, the latest', () => {
  for (let i = 0; i < 6; i += 1) {
    keepFolder(cache, `bundle-${i}`, folder);
    fs.utimesSync(path.join(cache, `bundle-${i}`), i, i);
  }
  expect(fs.readdirSync(cache).sort()).toEqual(['bundle-2', 'bundle-3', 'bundle-4', 'bundle-5']);
});

it('lets a cache be that cannot be written to', () => {
  fs.writeFileSync(cache, 'no folder');
  expect(() => keepFolder(cache, 'bundle-1', folder)).not.toThrow();
  expect(takeFolder(cache, 'bundle-1', to)).toBe(false);
});
