import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { coins } from '../../src/citations/coins.ts';
import { entryReference } from '../../src/citations/entry.ts';
import { write } from '../../src/citations/write.ts';
import { references } from '../../src/model/reference.ts';
import { article, without } from '../unit/citations/items.ts';

/** What Zotero's own translators make of a file or page, in the shape of its API. */
interface Item {
  itemType: string;
  parentItem?: string;
  creators?: { name?: string; firstName?: string; lastName?: string }[];
  [field: string]: unknown;
}

// Such as http://localhost:1969, started from https://github.com/zotero/translation-server.
const server = process.env['ZOTERO_TRANSLATION_SERVER'];
const library = references.parse(
  parse(readFileSync(path.resolve(import.meta.dirname, '../../content/references.yaml'), 'utf8')),
);

const ask = (what: string, body: string, type = 'text/plain') =>
  fetch(`${server}/${what}`, { method: 'POST', headers: { 'Content-Type': type }, body });
const imported = async (file: string) => (await (await ask('import', file)).json()) as Item[];

/** Saves every work of a page that holds these context objects. */
async function saved(contexts: string[]): Promise<Item[]> {
  const spans = contexts.map(
    (title) => `<span class="Z3988" title="${title.replaceAll('&', '&amp;')}"></span>`,
  );
  const page = http.createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html><head><title>x</title></head><body>${spans.join('')}</body></html>`);
  });
  await new Promise<void>((listening) => page.listen(0, '127.0.0.1', listening));
  try {
    const first = await ask('web', `http://127.0.0.1:${(page.address() as AddressInfo).port}/`);
    // Several works are offered for choice: all are chosen.
    const answer = first.status === 300 ? await ask('web', await first.text(), 'application/json') : first;
    return (await answer.json()) as Item[];
  } finally {
    page.close();
  }
}

describe('Zotero', () => {
  if (server === undefined) {
    const what =
      'skipped: ZOTERO_TRANSLATION_SERVER names no server; start zotero/translation-server and give its address';
    console.error(`Zotero is ${what}`);
    test.skip(`Zotero (${what})`, () => {});
    return;
  }

  test.each(['bib', 'ris', 'json'] as const)(
    'imports the library from %s with its PubMed ids',
    async (format) => {
      const items = await imported(write[format](library));
      const works = items.filter(({ itemType }) => itemType !== 'note');
      expect(works).toHaveLength(library.length);
      const text = JSON.stringify(items);
      for (const { PMID, PMCID } of library)
        for (const id of [PMID && `PMID: ${PMID}`, PMCID && `PMCID: ${PMCID}`])
          if (id) expect(text).toContain(id);
      for (const { title } of works) expect(title).not.toMatch(/[\\{}]/);
    },
  );

  test('keeps the place of an abstract without author, marks in titles, and no year that was not printed', async () => {
    const abstract = without(article({ id: 'a' }), 'author');
    const marked = article({ id: 'b', title: 'CD4<sup>+</sup> cells <i>in vivo</i> and <i>IKZF1</i>' });
    const undated = without(
      article({ id: 'c', URL: 'https://example.org/', accessed: { 'date-parts': [[2026, 11, 21]] } }),
      'issued',
    );
    const [first, second, third] = await imported(write.bib([abstract, marked, undated]));
    expect(first).toMatchObject({
      itemType: 'journalArticle',
      publicationTitle: 'Blood',
      volume: '135',
      issue: '11',
      pages: '804–813',
    });
    expect(second!['title']).toBe('CD4⁺ cells <i>in vivo</i> and <i>IKZF</i><i>1</i>');
    expect(third).toMatchObject({ accessDate: '2026-11-21' });
    expect(third).not.toHaveProperty('date');
  });

  test('saves an entry by its group, and a work by its authors, all named alike', async () => {
    const base = { name: 'ALLmanac', url: 'https://example.org', publisher: 'ALLmanac contributors' };
    const entry = entryReference({
      id: 'x',
      title: 'X',
      path: '/trials/x/',
      version: '1.2',
      updated: '2026-11-21',
      base,
    });
    const author = [
      { family: 'Maude', given: 'S L' },
      { literal: "Children's Oncology Group" },
      { family: 'Grupp', given: 'S A' },
    ];
    const [one, work] = await saved([coins(entry), coins(article({ author }))]);
    expect(one).toMatchObject({
      itemType: 'webpage',
      creators: [{ name: 'ALLmanac contributors' }],
      websiteTitle: 'ALLmanac',
      url: 'https://example.org/trials/x/',
      date: '2026-11-21',
      abstractNote: 'Version 1.2',
    });
    expect(work!.creators).toMatchObject([
      { firstName: 'S. L.', lastName: 'Maude' },
      { name: "Children's Oncology Group" },
      { firstName: 'S. A.', lastName: 'Grupp' },
    ]);
  });
});
