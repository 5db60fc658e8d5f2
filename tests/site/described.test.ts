import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../src/cli/command.ts';
import { attribute, parseHtml } from '../support/html.ts';
import { files, pages, pagesByType } from '../support/site-pages.ts';

interface Described {
  '@type': string;
  '@id': string;
  [name: string]: unknown;
}
const read = (html: string) => {
  const root = parseHtml(html);
  const data = root.querySelectorAll('script').filter((script) => attribute(script, 'type') === 'application/ld+json');
  const terms = root
    .querySelectorAll('meta[name]')
    .map((meta) => [attribute(meta, 'name')!, attribute(meta, 'content')!] as const)
    .filter(([name]) => name.startsWith('DCTERMS.'));
  const links = root.querySelectorAll('link').map((link) => ({
    rel: attribute(link, 'rel'),
    href: attribute(link, 'href')!,
    type: attribute(link, 'type'),
  }));
  return {
    root,
    json: data.map((script) => JSON.parse(script.textContent) as Described),
    terms: new Map(terms),
    link: (rel: string) => links.filter((link) => link.rel === rel),
    coins: root
      .querySelectorAll('span.Z3988')
      .map((span) => new URLSearchParams(attribute(span, 'title')!.replaceAll('&amp;', '&'))),
  };
};
const base = parse(fs.readFileSync(path.join(projectRoot, 'content', 'base.yaml'), 'utf8')) as {
  name: string;
  url: string;
  publisher: string;
  licence: { url: string };
};

const types = { trials: 'Dataset', therapies: 'WebPage', topics: 'WebPage', reviews: 'WebPage' };

describe.each(Object.entries(types))('an entry of %s', (folder, type) => {
  const entries = pagesByType.get(`/${folder}/*`)!;

  test('is described as its own work: title, version, date, licence, address', () => {
    for (const { path: own, html } of entries) {
      const { json, terms, link } = read(html);
      expect(json, own).toHaveLength(1);
      expect(json[0], own).toMatchObject({
        '@context': 'https://schema.org',
        '@type': type,
        '@id': base.url + own,
        name: expect.stringMatching(/\S/) as string,
        description: expect.stringMatching(/^.{20,5000}$/s) as string,
        version: expect.stringMatching(/^\d+\.\d+$/) as string,
        dateModified: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
        license: base.licence.url,
        creator: { '@type': 'Organization', name: base.publisher },
      });
      expect(JSON.stringify(json), own).not.toMatch(/null|undefined|\[\]/);
      expect(terms.get('DCTERMS.identifier'), own).toBe(base.url + own);
      expect(terms.get('DCTERMS.title'), own).toBe(json[0]!['name']);
      expect(terms.get('DCTERMS.date'), own).toBe(json[0]!['dateModified']);
      expect(terms.get('DCTERMS.rights'), own).toBe(base.licence.url);
      expect(terms.get('DCTERMS.bibliographicCitation'), own).toContain(`version ${String(json[0]!['version'])}`);
      expect(
        link('cite-as').map(({ href }) => href),
        own,
      ).toEqual([base.url + own]);
      expect(
        link('license').map(({ href }) => href),
        own,
      ).toEqual([base.licence.url]);
      expect(
        link('item').map(({ href }) => href),
        own,
      ).toEqual([`${base.url + own.replace(/\/$/, '')}.json`]);
      expect(files, own).toContain(`${own.replace(/\/$/, '')}.json`);
    }
  });
});

test('what describes an entry or a work is there, under its type', () => {
  for (const folder of [...Object.keys(types), 'references']) {
    for (const { path: address, html } of pagesByType.get(`/${folder}/*`)!) {
      const described = read(html).link('describedby');
      expect(
        described.map(({ type }) => type),
        address,
      ).toEqual(['application/x-bibtex', 'application/x-research-info-systems', 'application/vnd.citationstyles.csl+json']);
      for (const { href } of described) expect(files, address).toContain(href);
    }
  }
});

const titleIn = (fields: URLSearchParams) => fields.get('rft.atitle') ?? fields.get('rft.btitle') ?? fields.get('rft.title');

test.each(Object.keys(types))(
  'each of the %s is a context object by its group of authors, with one for each report or review behind it after it',
  (folder) => {
    for (const { path: own, html } of pagesByType.get(`/${folder}/*`)!) {
      const { coins, json } = read(html);
      const behind = (json[0]!['isBasedOn'] ?? []) as { name: string }[];
      expect(coins.map(titleIn), own).toEqual([json[0]!['name'], ...behind.map(({ name }) => name)]);
      expect(Object.fromEntries(coins[0]!), own).toMatchObject({
        rft_val_fmt: 'info:ofi/fmt:kev:mtx:dc',
        'rft.type': 'webpage',
        'rft.source': base.name,
        'rft.aucorp': base.publisher,
        'rft.date': json[0]!['dateModified'],
        'rft.identifier': base.url + own,
        'rft.description': `Version ${String(json[0]!['version'])}`,
      });
      expect([coins[0]!.has('rft.au'), coins[0]!.has('rft.aulast')], own).toEqual([false, false]);
    }
  },
);

test.each([...Object.keys(types), 'references'])('the list of %s has a context object for each of its items', (folder) => {
  const { coins } = read(pages.find(({ path: own }) => own === `/${folder}/`)!.html);
  const own = pagesByType.get(`/${folder}/*`)!.map(({ html }) => read(html).coins[0]!.toString());
  expect(coins.map(String).sort()).toEqual(own.sort());
});

test('a work has one context object, with its identifiers', () => {
  for (const { path: own, html } of pagesByType.get('/references/*')!) {
    const { coins, json } = read(html);
    expect(coins, own).toHaveLength(1);
    const { mainEntity } = json[0] as unknown as { mainEntity: { sameAs?: string } };
    const doi = coins[0]!.getAll('rft_id').find((id) => id.startsWith('info:doi/'));
    expect(doi !== undefined, own).toBe(mainEntity.sameAs !== undefined);
  }
});

test('no page poses as the home of a work of others', () => {
  for (const { path: own, html } of pages) {
    expect(html, own).not.toMatch(/<meta[^>]+name="citation_/);
    if (own.startsWith('/references/')) expect(read(html).link('cite-as'), own).toEqual([]);
  }
});

test('CITATION.cff cites the base in its version', () => {
  const cff = parse(fs.readFileSync(path.join(projectRoot, 'CITATION.cff'), 'utf8')) as Record<string, unknown>;
  const { version } = JSON.parse(fs.readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { version: string };
  // What the schema of CFF 1.2.0 requires, and the values that it allows.
  expect(cff).toMatchObject({
    'cff-version': '1.2.0',
    message: expect.stringMatching(/\S/) as string,
    title: expect.stringContaining(base.name) as string,
    type: 'dataset',
    version,
    'date-released': expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
    license: 'CC-BY-4.0',
    authors: [{ name: base.publisher }],
  });
});
