import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { attribute, parseHtml } from '../support/html.ts';
import { folder, pages, pagesByType, read } from '../support/site-pages.ts';

/**
 * What a trial may weigh: its page, styles and scripts, and so much for each of its figures; where these come
 * from is on a page of its own.
 */
const [ofPage, ofFigure] = [26_800, 100];
/** What the largest of them may weigh. */
const most = 45_000;

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

/** What a page asks for in one attribute of some elements. */
const asked = (html: string, selector: string, name: string) =>
  parseHtml(html)
    .querySelectorAll(selector)
    .map((element) => attribute(element, name)!);

const weights = pagesByType.get('/trials/*')!.map(({ path: address, html }) => {
  const parts = {
    html: gzipSync(html).length,
    css: asked(html, 'link[rel="stylesheet"]', 'href').reduce((sum, file) => sum + compressed(file), 0),
    js: withImports(asked(html, 'script[src]', 'src')).reduce((sum, file) => sum + compressed(file), 0),
  };
  const figures = parseHtml(html).querySelectorAll('.outcomes a[aria-describedby]').length;
  const [total, limit] = [parts.html + parts.css + parts.js, ofPage + ofFigure * figures];
  return { address, figures, ...parts, total, limit };
});

test(`every trial with its styles and scripts weighs at most ${ofPage / 1000} kB and ${ofFigure} bytes a figure`, () => {
  const [largest] = weights.toSorted((a, b) => b.total - a.total);
  process.stdout.write(`largest trial, compressed bytes: ${JSON.stringify(largest)}\n`);
  expect(weights.filter(({ total, limit }) => total > limit || total > most)).toEqual([]);
});

test.for([
  ['/compare/', 'compare-page', 35_000],
  ['/synthesis/', 'synthesis-page', 55_000],
] as const)(
  'all scripts of %s stay under their limit, and its own are on no other page',
  ([address, name, limit]) => {
    const named = (html: string) =>
      [...html.matchAll(/<script\b[^>]*\ssrc="([^"]+)"/g)].map(([, file]) => file!);
    const scriptsOf = (html: string) => withImports(named(html));
    const scripts = scriptsOf(pagesByType.get(address)![0]!.html);
    const total = scripts.reduce((sum, file) => sum + compressed(file), 0);
    process.stdout.write(`scripts of ${address}, compressed bytes: ${total}\n`);
    expect(total).toBeLessThan(limit);
    const own = scripts.filter((file) => read(file).includes(name));
    expect(own).toHaveLength(1);
    const elsewhere = pages.filter(
      ({ path: other, html }) =>
        other !== address && other !== `/zh${address}` && scriptsOf(html).includes(own[0]!),
    );
    expect(elsewhere.map(({ path: other }) => other)).toEqual([]);
  },
);
