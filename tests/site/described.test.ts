import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../src/cli/command.ts';
import { attribute, parseHtml } from '../support/html.ts';
import { files, pages, pagesByType, read as readFile } from '../support/site-pages.ts';

interface Described {
  '@type': string;
  '@id': string;
  [name: string]: unknown;
}
const known = new Map<string, ReturnType<typeof describedIn>>();
/** What machines are told by a page; each is parsed once. */
const read = (html: string) => {
  if (!known.has(html)) known.set(html, describedIn(html));
  return known.get(html)!;
};
const describedIn = (html: string) => {
  // Of the body, which takes long to read as a tree, nothing else is told to machines than what is looked for
  // below.
  const root = parseHtml(`${html.slice(0, html.indexOf('</head>'))}</head></html>`);
  const data = html.matchAll(/<script type="application\/ld\+json"[^>]*>([^]*?)<\/script>/g);
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
    json: Array.from(data, ([, text]) => JSON.parse(text!) as Described),
    terms: new Map(terms),
    link: (rel: string) => links.filter((link) => link.rel === rel),
    coins: Array.from(
      html.matchAll(/<span class="Z3988" title="([^"]*)"/g),
      ([, title]) => new URLSearchParams(title!.replaceAll('&amp;', '&')),
    ),
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
      expect(terms.get('DCTERMS.bibliographicCitation'), own).toContain(
        `version ${String(json[0]!['version'])}`,
      );
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

interface Download {
  contentUrl: string;
  encodingFormat: string;
  description: string;
}
const fileOf = ({ contentUrl }: Download) => contentUrl.slice(base.url.length);
const distributionOf = (json: Described | undefined) => (json?.['distribution'] ?? []) as Download[];
const only = (own: string) => read(pages.find(({ path: address }) => address === own)!.html).json;

test('the base is a data set, in a catalogue, with a download for every file of the Data Package', () => {
  const [[catalogue, ...others], [data]] = [only('/'), only('/data/')];
  expect(others).toEqual([]);
  expect(catalogue).toMatchObject({
    '@type': 'DataCatalog',
    '@id': `${base.url}/`,
    name: base.name,
    license: base.licence.url,
  });
  expect(data).toMatchObject({
    '@type': 'Dataset',
    '@id': `${base.url}/data/`,
    description: expect.stringMatching(/^.{50,5000}$/s) as string,
    license: base.licence.url,
    creator: { '@type': 'Organization', name: base.publisher },
    dateModified: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
    includedInDataCatalog: { '@id': `${base.url}/` },
  });
  expect(data).toMatchObject(catalogue!['dataset'] as object);

  const resources = (
    JSON.parse(readFile('/data/datapackage.json')) as { resources: { path: string; mediatype: string }[] }
  ).resources;
  const downloads = new Map(
    distributionOf(data).map((download) => [fileOf(download), download.encodingFormat]),
  );
  for (const { path: own, mediatype } of resources)
    expect(downloads.get(`/data/${own}`), own).toBe(mediatype);
  for (const file of ['datapackage.json', 'evidence.json', 'evidence.parquet', 'evidence.xlsx'])
    expect(downloads.has(`/data/${file}`), file).toBe(true);
  for (const file of downloads.keys()) expect(files, file).toContain(file);
});

test('the data set of a trial can be downloaded', () => {
  for (const { path: own, html } of pagesByType.get('/trials/*')!) {
    const downloads = distributionOf(read(html).json[0]);
    expect(downloads.map(fileOf), own).toEqual([
      own.replace(/\/$/, '.json'),
      own.replace(/\/$/, '.fhir.json'),
    ]);
    for (const download of downloads) expect(files, own).toContain(fileOf(download));
  }
});

test('what describes an entry or a work is there, under its type', () => {
  for (const folder of [...Object.keys(types), 'references']) {
    for (const { path: address, html } of pagesByType.get(`/${folder}/*`)!) {
      const described = read(html).link('describedby');
      expect(
        described.map(({ type }) => type),
        address,
      ).toEqual([
        'application/x-bibtex',
        'application/x-research-info-systems',
        'application/vnd.citationstyles.csl+json',
      ]);
      for (const { href } of described) expect(files, address).toContain(href);
    }
  }
});

const titleIn = (fields: URLSearchParams) =>
  fields.get('rft.atitle') ?? fields.get('rft.btitle') ?? fields.get('rft.title');

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

test.each([...Object.keys(types), 'references'])(
  'the list of %s has a context object for each of its items',
  (folder) => {
    const { coins } = read(pages.find(({ path: own }) => own === `/${folder}/`)!.html);
    const own = pagesByType.get(`/${folder}/*`)!.map(({ html }) => read(html).coins[0]!.toString());
    expect(coins.map(String).sort()).toEqual(own.sort());
  },
);

test('a work has one context object, with its identifiers; a cut list of authors says so in each form', () => {
  for (const { path: own, html } of pagesByType.get('/references/*')!) {
    const { coins, json } = read(html);
    expect(coins, own).toHaveLength(1);
    const { mainEntity } = json[0] as unknown as { mainEntity: { sameAs?: string; creditText?: string } };
    const cut = coins[0]!.get('rft.description') === 'Only the first authors are listed.';
    expect(mainEntity.creditText !== undefined, own).toBe(cut);
    expect(readFile(own.replace(/\/$/, '.bib')).includes(' and others}'), own).toBe(cut);
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
  const cff = parse(fs.readFileSync(path.join(projectRoot, 'CITATION.cff'), 'utf8')) as Record<
    string,
    unknown
  >;
  const { version } = JSON.parse(fs.readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
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
