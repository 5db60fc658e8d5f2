import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import { expect, onTestFinished, test } from 'vitest';
import { serviceWorker } from '../../../src/site/service-worker.ts';

const client = (...files: string[]) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'allmanac-client-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true }));
  fs.mkdirSync(path.join(folder, '_astro'));
  for (const file of files) fs.writeFileSync(path.join(folder, '_astro', file), '');
  return folder;
};
const edition = {
  contentHash: '0123456789abcdef',
  code: 'fedcba9876543210',
  languages: ['en', 'zh'] as const,
  basePath: '',
};

/** What the script does when a browser runs it. */
function run(script: string) {
  const self: { edition?: { offline: Record<string, string> } } = {};
  const imported: string[] = [];
  vm.runInNewContext(script, { self, importScripts: (file: string) => imported.push(file) });
  return { ...self, imported };
}

test('says the edition, and loads the script of the worker', () => {
  const { edition: said, imported } = run(serviceWorker(client('Base.js', 'worker-abc.js'), edition));
  expect(said).toEqual({
    content: '0123456789ab',
    build: '0123456789ab-fedcba987654',
    offline: { zh: '/zh/offline/', en: '/offline/' },
  });
  expect(imported).toEqual(['/_astro/worker-abc.js']);
  // The first whose folder holds an address is shown: the root holds all.
  expect(Object.keys(said!.offline)).toEqual(['zh', 'en']);
});

test('a base in one language has one page for what is not kept', () => {
  const { edition: said } = run(serviceWorker(client('worker-abc.js'), { ...edition, languages: ['en'] }));
  expect(said!.offline).toEqual({ en: '/offline/' });
});

test('names all of it below the path of the site', () => {
  const { edition: said, imported } = run(
    serviceWorker(client('worker-abc.js'), { ...edition, basePath: '/some/where' }),
  );
  expect(said!.offline).toEqual({ zh: '/some/where/zh/offline/', en: '/some/where/offline/' });
  expect(imported).toEqual(['/some/where/_astro/worker-abc.js']);
});

test('changes with content and with code', () => {
  const folder = client('worker-abc.js');
  const all = [
    edition,
    { ...edition, contentHash: 'ffffffffffffffff' },
    { ...edition, code: 'ffffffffffffffff' },
  ];
  expect(new Set(all.map((one) => serviceWorker(folder, one))).size).toBe(3);
});

test('a build without the script of the worker is none', () => {
  expect(() => serviceWorker(client('Base.js'), edition)).toThrow(
    'the script of the service worker is missing',
  );
});
