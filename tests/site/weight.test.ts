import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { attribute, parseHtml } from '../support/html.ts';
import { folder, pagesByType, read } from '../support/site-pages.ts';

const limit = 40_000;

const compressed = (file: string) => gzipSync(fs.readFileSync(path.join(folder, file))).length;

/** Scripts with those that they import, not counting what is loaded when it is asked for. */
function withImports(files: readonly string[]): string[] {
  const all = new Set<string>();
  const add = (file: string): void => {
    if (all.has(file)) return;
    all.add(file);
    for (const [, imported] of read(file).matchAll(/(?:import|from)\s*["'](\.[^"']+)["']/g))
      add(path.posix.join(path.posix.dirname(file), imported!));
  };
  files.forEach(add);
  return [...all];
}

const weights = pagesByType.get('/trials/*')!.map(({ path: address, html }) => {
  const root = parseHtml(html);
  const of = (selector: string, name: string) => root.querySelectorAll(selector).map((element) => attribute(element, name)!);
  const parts = {
    html: gzipSync(html).length,
    css: of('link[rel="stylesheet"]', 'href').reduce((sum, file) => sum + compressed(file), 0),
    js: withImports(of('script[src]', 'src')).reduce((sum, file) => sum + compressed(file), 0),
  };
  return { address, ...parts, total: parts.html + parts.css + parts.js };
});

test(`every trial with its styles and scripts weighs at most ${limit / 1000} kB`, () => {
  const [largest] = weights.toSorted((a, b) => b.total - a.total);
  process.stdout.write(`largest trial, compressed bytes: ${JSON.stringify(largest)}\n`);
  expect(weights.filter(({ total }) => total > limit)).toEqual([]);
});

test.for([['/compare/', 35_000]] as const)('the script of %s weighs at most %i bytes', ([address, most]) => {
  const root = parseHtml(pagesByType.get(address)![0]!.html);
  const scripts = root.querySelectorAll('script[src]').map((element) => attribute(element, 'src')!);
  const weight = withImports(scripts).reduce((sum, file) => sum + compressed(file), 0);
  process.stdout.write(`scripts of ${address}: ${weight} bytes compressed\n`);
  expect(weight).toBeGreaterThan(5_000);
  expect(weight).toBeLessThanOrEqual(most);
});
