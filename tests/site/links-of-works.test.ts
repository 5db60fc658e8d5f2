import { expect, test } from 'vitest';
import { referenceLinks } from '../../src/citations/links.ts';
import { attribute, parseHtml, textOf } from '../support/html.ts';
import { projectLibrary } from '../support/project.ts';
import { pages } from '../support/site-pages.ts';
import { sample } from '../support/sweep.ts';

const library = projectLibrary();
const texts = new Map(pages.map(({ path, html }) => [path, html]));
const rootOf = (path: string) => parseHtml(texts.get(path)!);
/** Where the links of a part of a page lead. */
const hrefsIn = (html: string) =>
  Array.from(html.matchAll(/<a\s[^>]*?\bhref="([^"]*)"/g), ([, href]) => href!.replaceAll('&amp;', '&'));
const mainOf = (path: string) => /<main[^]*<\/main>/.exec(texts.get(path)!)![0];

test('no page links to a copy of another page', () => {
  const found = pages.flatMap(({ path, html }) =>
    hrefsIn(html)
      .filter((href) => library.copyAt(href))
      .map((href) => `${path}: ${href}`),
  );
  expect(found).toEqual([]);
});

test('every figure that was read in a copy says in which kind', () => {
  const facts = [...library.facts.values()].filter(({ source }) => source && library.copyAt(source.url));
  expect(facts.length).toBeGreaterThan(0);
  const silent = facts.filter(({ trial, outcome }) => {
    const card = rootOf(`${trial.path}figures/`).querySelector(`#${outcome.id}`)!;
    return !/copy of the .+, not linked/.test(textOf(card).replace(/\s+/g, ' '));
  });
  expect(silent.map(({ uid }) => uid)).toEqual([]);
});

test('the page of a work links to where it can be found, the most lasting address first', () => {
  for (const { path, data } of library.references) {
    const links = referenceLinks(data).filter(({ href }) => !library.copyAt(href));
    const found = hrefsIn(mainOf(path)).filter((href) => links.some((own) => own.href === href));
    expect([...new Set(found)], path).toEqual(links.map(({ href }) => href));
  }
});

test('the page of a work says why it has no identifier, or that its list of authors is cut, where it is so', () => {
  const told = (said: string) =>
    library.references
      .filter(({ path }) =>
        mainOf(path)
          .replaceAll(/<[^>]*>/g, '')
          .replaceAll(/\s+/g, ' ')
          .includes(said),
      )
      .map(({ id }) => id);
  const where = (is: (data: (typeof library.references)[number]['data']) => unknown) =>
    library.references.filter(({ data }) => is(data)).map(({ id }) => id);
  const without = where(({ DOI, PMID, PMCID }) => !(DOI ?? PMID ?? PMCID));
  const cut = where(({ custom }) => custom?.['authors-truncated']);
  expect(Math.min(without.length, cut.length)).toBeGreaterThan(0);
  for (const [because, said] of Object.entries({
    'not-found': 'No DOI, PubMed or PMC number was found, last looked up on 2026-',
    meeting: 'Presented at a meeting: no DOI, PubMed or PMC number was found, last looked up on 2026-',
    'web-page': 'A page of the web, known by its address:',
    'registry-record': 'A record of a trial registry, known by its number there:',
    regulator: 'A label, notice or other document of a regulator:',
    book: 'A book: it has no DOI',
  }))
    expect(told(said), because).toEqual(
      where(({ custom }) => custom?.['no-identifier']?.because === because),
    );
  expect(where(({ custom }) => custom?.['no-identifier'])).toEqual(without);
  expect(told('The author list is cut as in the source it was read in.')).toEqual(cut);
});

test('a report of a trial is found by its identifiers before the pages on which it was read', () => {
  for (const trial of sample(library.trials, 4))
    for (const { id, data, reference } of trial.reports) {
      const hrefs = rootOf(trial.path)
        .querySelectorAll(`#_report-${id} a[href]`)
        .map((anchor) => attribute(anchor, 'href')!.replaceAll('&amp;', '&'))
        .filter((href) => /^https?:/.test(href));
      const own = referenceLinks(reference.data)
        .filter(({ href }) => !library.copyAt(href))
        .map(({ href }) => href);
      expect(hrefs.slice(0, own.length), `${trial.id}: ${id}`).toEqual(own);
      for (const { url } of data.sources) expect(hrefs.includes(url), url).toBe(!library.copyAt(url));
    }
});
