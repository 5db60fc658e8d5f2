import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { toDocx } from '../../src/browser/synthesis/docx.ts';
import { write } from '../../src/citations/write.ts';
import { tidy } from '../../src/citations/text.ts';
import { references, type Reference } from '../../src/model/reference.ts';
import type { Summary } from '../../src/synthesis/summary.ts';
import { shown } from '../unit/citations/items.ts';

const file = path.resolve(import.meta.dirname, '../../content/references.yaml');
const library = references.parse(parse(readFileSync(file, 'utf8')));
const has = (program: string) => spawnSync(program, ['--version']).error === undefined;

const directory = mkdtempSync(path.join(tmpdir(), 'allmanac-pandoc-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Runs a program in the directory; a warning is a failure. */
function run(program: string, args: string[], input = ''): string {
  const { error, stdout, stderr } = spawnSync(program, args, {
    cwd: directory,
    input,
    encoding: 'utf8',
    timeout: 600_000,
  });
  if (error) throw error;
  expect(stderr, `${program} ${args.join(' ')}`).toBe('');
  return stdout;
}

type Item = Record<string, unknown>;
const year = (item: Item) => (item['issued'] as Reference['issued'])?.['date-parts'][0]?.[0];
const dashes = (pages: unknown) => String(pages ?? '').replace(/[-–—]+/g, '-');
/** Names as they are read, without the pseudo-author that pandoc makes of "and others". */
const names = (authors: unknown) =>
  ((authors ?? []) as Record<string, string>[])
    .filter(({ literal }) => literal !== 'others')
    .map((name) => shown(name).replaceAll('’', "'").replace(/[\s.]/g, '').normalize('NFC'));

const plain = (title: string) => tidy(title.replace(/<\/?span[^>]*>/g, ''));

/** What every format must bring through. */
function essentials(item: Item): Item {
  return {
    id: item['id'],
    // pandoc keeps a formula as TeX where it writes CSL-JSON.
    title: plain(String(item['title'])).replaceAll('\\kappa', 'κ').replaceAll('\\geq', '≥').toLowerCase(),
    authors: names(item['author']),
    journal: item['container-title'],
    year: year(item),
    volume: item['volume'],
    issue: item['issue'],
    pages: dashes(item['page'] ?? item['number']),
    doi: item['DOI'],
  };
}

function without(program: string): boolean {
  if (has(program)) return false;
  const what = `skipped: no ${program} here; apt-get install -y --no-install-recommends ${program.replace('ris2xml', 'bibutils')}`;
  console.error(`the library in ${program} is ${what}`);
  test.skip(`the library (${what})`, () => {});
  return true;
}

beforeAll(() => {
  writeFileSync(path.join(directory, 'library.bib'), write.bib(library));
  writeFileSync(path.join(directory, 'library.ris'), write.ris(library));
  writeFileSync(path.join(directory, 'library.json'), write.json(library));
});

// `@misc`, which web pages are in BibTeX, has their place in one line of text.
const typed = library.filter(({ type, author }) => author !== undefined || type === 'article-journal');

describe('the library in pandoc', () => {
  if (without('pandoc')) return;

  test.each(['bibtex', 'biblatex', 'csljson'])(
    'read as %s: authors, title, journal, year, volume, issue, pages, DOI',
    (format) => {
      const source = format === 'csljson' ? 'library.json' : 'library.bib';
      const found = new Map(
        (JSON.parse(run('pandoc', ['-f', format, '-t', 'csljson', source])) as Item[]).map((item) => [
          item['id'],
          item,
        ]),
      );
      expect(found.size).toBe(library.length);
      for (const item of typed) {
        const back = essentials(found.get(item.id)!);
        const expected = essentials(item);
        if (format !== 'csljson') {
          // The English title stands in a field of its own, which pandoc adds to the title.
          expected['title'] =
            String(expected['title']) +
            (item.custom?.['title-en'] ? `. [${item.custom['title-en'].toLowerCase()}]` : '');
          // pandoc does not read the issue of an article without a volume; classic BibTeX complains of it as
          // a number.
          if (item.volume === undefined) expected['issue'] = undefined;
        }
        expect(back, item.id).toEqual(expected);
      }
    },
  );

  /** The bibliography of all works, a line each, by key. */
  function rendered(bibliography: string, ...options: string[]): Map<string, string> {
    const html = run(
      'pandoc',
      [
        '-f',
        'markdown',
        '--citeproc',
        `--bibliography=${bibliography}`,
        '-t',
        'html',
        '--wrap=none',
        ...options,
      ],
      '---\nnocite: "@*"\n---\n',
    );
    const entry = /<div id="ref-([^"]+)"[^>]*>([^]*?)<\/div>\n(?=<div id="ref|<\/div>)/g;
    const text = (from: string) =>
      from
        .replace(/<[^>]+>/g, '')
        .replace(/\s+/g, ' ')
        .trim();
    return new Map([...html.matchAll(entry)].map(([, id, body]) => [id!, text(body!)]));
  }

  test.each(['library.bib', 'library.json'])(
    '%s is a bibliography without a warning, and without a gap',
    (bibliography) => {
      const texts = rendered(bibliography);
      expect([...texts.keys()].sort()).toEqual(library.map(({ id }) => id).sort());
      for (const [id, text] of texts) expect(text, id).not.toMatch(/undefined|\?\?|no author|^\W*$/);
    },
  );

  /** Words of digits and capitals: pandoc makes `Cd19` of them where it is not told to leave them. */
  const codes = (text: string) => [...text.matchAll(/\p{Lu}{2,}\d+|\d\p{Lu}{2,}/gu)].map(([code]) => code);

  test.each(['library.bib', 'library.json'])(
    'the default style leaves CD19 and 4-1BB as they are, from %s',
    (bibliography) => {
      const texts = rendered(bibliography);
      const asked = library.filter(({ title }) => codes(title).length > 0);
      expect(asked.length).toBeGreaterThan(0);
      for (const { id, title } of asked)
        for (const code of codes(title)) expect(texts.get(id), id).toContain(code);
    },
  );

  /**
   * What BibTeX cannot say, taken from the CSL-JSON: then both print the same. Capitals apart, because pandoc
   * sets titles from BibTeX in sentence case first.
   */
  function asBibtex({ id, custom, ...item }: Reference & { note?: string }): Item {
    const { 'authors-truncated': truncated, 'title-en': translated } = custom ?? {};
    const address = item.DOI === undefined && item.URL === undefined && item.PMID !== undefined;
    return {
      ...item,
      id,
      title: translated ? `${item.title}. [${translated}]` : item.title,
      author: [...(item.author ?? []), ...(truncated ? [{ literal: 'others' }] : [])],
      issue: item.volume === undefined ? undefined : item.issue,
      URL: address ? `https://www.ncbi.nlm.nih.gov/pubmed/${item.PMID}` : item.URL,
      genre: undefined,
      number: undefined,
    };
  }

  test('prints the same from BibTeX and from CSL-JSON', () => {
    // Of a web page it prints the day as well, and of a paper at a meeting that nobody names an empty "In.";
    // `@misc` says neither.
    const comparable = typed.filter(
      (item) => item.type !== 'webpage' && (item.type !== 'paper-conference' || item['container-title']),
    );
    const exported = JSON.parse(write.json(comparable)) as (Reference & { note?: string })[];
    writeFileSync(path.join(directory, 'comparable.json'), JSON.stringify(exported.map(asBibtex)));
    writeFileSync(path.join(directory, 'comparable.bib'), write.bib(comparable));
    const lower = (texts: Map<string, string>) =>
      new Map([...texts].map(([id, text]) => [id, text.toLowerCase()]));
    const [fromBibtex, fromJson] = [lower(rendered('comparable.bib')), lower(rendered('comparable.json'))];
    expect(fromBibtex.size).toBe(comparable.length);
    for (const [id, text] of fromBibtex) expect(fromJson.get(id), id).toBe(text);
  });
});

describe('the library in bibutils', () => {
  if (without('ris2xml')) return;

  test('read as RIS: authors, title, journal, year, volume, issue, pages, DOI', () => {
    const xml = spawnSync('ris2xml', ['library.ris'], { cwd: directory, encoding: 'utf8' }).stdout;
    const records = [...xml.matchAll(/<mods ID="([^"]+)">([^]*?)<\/mods>/g)].map(
      ([, id, body]) => [id!, body!] as const,
    );
    expect(records.map(([id]) => id)).toEqual(library.map(({ id }) => id));
    const unescaped = (text: string) =>
      text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('&amp;', '&');
    const first = (body: string, pattern: RegExp) => {
      const found = pattern.exec(body)?.[1];
      return found === undefined ? undefined : unescaped(found);
    };
    const byId = new Map(records);
    for (const item of library.filter(({ type }) => type === 'article-journal')) {
      const body = byId.get(item.id)!;
      // It splits titles at a colon.
      const title = [first(body, /<title>([^<]*)/), first(body, /<subTitle>([^<]*)/)]
        .filter(Boolean)
        .join(': ');
      expect(title.replace(/\s/g, ''), item.id).toBe(item.title.replace(/\s/g, ''));
      const families = [...body.matchAll(/<namePart type="family">([^<]*)/g)].map(([, family]) =>
        unescaped(family!),
      );
      const persons = (item.author ?? []).flatMap((name) =>
        'family' in name && name.given ? [name.family] : [],
      );
      // A family name alone it takes for a group; of two authors of one name, who exist, it keeps one.
      expect([...new Set(families)], item.id).toEqual([...new Set(persons)]);
      for (const name of item.author ?? [])
        if ('literal' in name) expect(body, item.id).toContain(`>${name.literal}<`);
      const place = dashes(item.page ?? item.number);
      // `LBA-1` is one place.
      const [from, to] = /\d\w*-\w*\d/.test(place) ? place.split('-') : [place, undefined];
      expect(
        {
          journal: first(body, /<relatedItem type="host">[^]*?<title>([^<]*)/),
          year: first(body, /<(?:date|dateIssued)>(\d{4})/),
          volume: first(body, /<detail type="volume"><number>([^<]*)/),
          issue: first(body, /<detail type="issue"><number>([^<]*)/),
          from: first(body, /<start>([^<]*)/) ?? first(body, /<detail type="page"><number>([^<]*)/),
          doi: first(body, /<identifier type="doi">([^<]*)/),
        },
        item.id,
      ).toEqual({
        journal: item['container-title'],
        year: year(item)?.toString(),
        volume: item.volume,
        issue: item.issue,
        from: from || undefined,
        // It takes only prefixes of four digits for DOIs.
        doi: /^10\.\d{4}\//.test(item.DOI ?? '') ? item.DOI : undefined,
      });
      if (to) expect(body, item.id).toContain(`<end>${to}</end>`);
    }
  });
});

describe('the summary of findings', () => {
  test.runIf(has('pandoc'))('is a document whose table pandoc reads', async () => {
    const summary: Summary = {
      caption: 'Summary of findings: response & more',
      rows: [
        ['Outcome', 'Proportion (95% CI)'],
        ['Response', '62.0% (15.2–93.7)'],
      ],
      notes: ['Certainty (GRADE): low'],
    };
    writeFileSync(path.join(directory, 'summary.docx'), await toDocx(summary).bytes());
    const read = run('pandoc', ['summary.docx', '-t', 'gfm']);
    expect(read).toContain('**Summary of findings: response & more**');
    expect(read).toMatch(/\| \*\*Outcome\*\* +\| \*\*Proportion \(95% CI\)\*\* \|/);
    expect(read).toMatch(/\| Response +\| 62.0% \(15.2–93.7\) +\|/);
    expect(read).toContain('Certainty (GRADE): low');
  });
});
