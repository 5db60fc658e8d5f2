import { describe, expect, test } from 'vitest';
import { attribute, parseHtml, textOf } from '../support/html.ts';
import { files, pages } from '../support/site-pages.ts';
import { typedEntries, typedFile } from '../support/typed-content.ts';

interface TypedEndpoint {
  id: string;
  label: { en: string; zh?: string };
  definition: string;
  synonyms?: string[];
}
interface TypedTrial {
  outcomes?: { id: string; endpoint: string; scale?: string }[];
  planned?: { id: string; endpoint: string }[];
}
interface TypedReview {
  claims?: { id: string; endpoint: string }[];
}

const endpoints = typedFile<TypedEndpoint[]>('endpoints.yaml');
const trials = [...typedEntries<TypedTrial>('trials')];
const reviews = [...typedEntries<TypedReview>('reviews')];
const { scales } = typedFile<{ scales: { id: string; label: { en: string } }[] }>('vocabulary.yaml');

const rootOf = (path: string) => parseHtml(pages.find((page) => page.path === path)!.html);
/** Every page of an endpoint: its own, and those that its figures go on to. */
const rootsOf = (id: string) =>
  pages.filter(({ path }) => path.startsWith(`/endpoints/${id}/`)).map(({ path }) => rootOf(path));
const hrefs = (id: string) =>
  rootsOf(id).flatMap((root) =>
    root.querySelectorAll('main a[href]').map((link) => attribute(link, 'href')!),
  );

describe.each(endpoints)('the page of $id', ({ id, label, definition, synonyms = [] }) => {
  const root = rootOf(`/endpoints/${id}/`);
  const text = textOf(root.querySelector('main')!);

  test('says what it is and what it is called', () => {
    for (const part of [label.en, label.zh ?? '', definition.trim().replace(/\s+/g, ' '), ...synonyms])
      expect(text).toContain(part);
  });

  test('leads to every figure, every plan and every statement about it', () => {
    const own = <T extends { endpoint: string }>(list: T[] | undefined) =>
      (list ?? []).filter(({ endpoint }) => endpoint === id);
    const expected = [
      ...trials.flatMap(([trial, { outcomes, planned }]) =>
        [...own(outcomes), ...own(planned)].map((one) => `/trials/${trial}/#${one.id}`),
      ),
    ];
    const found = new Set(hrefs(id));
    expect(expected.filter((href) => !found.has(href))).toEqual([]);
    const claims = reviews.flatMap(([review, { claims: list }]) =>
      own(list).map((claim) => `/reviews/${review}/#${claim.id}`),
    );
    expect(claims.filter((href) => !found.has(href))).toEqual([]);
  });

  test('says what may be pooled, where it has figures', () => {
    const figures = trials.some(([, { outcomes = [] }]) => outcomes.some(({ endpoint }) => endpoint === id));
    expect(root.querySelectorAll('#_pooling')).toHaveLength(figures ? 1 : 0);
  });
});

test('the glossary has a place for each endpoint, which leads to its page', () => {
  const glossary = rootOf('/endpoints/');
  for (const { id } of endpoints) {
    const term = glossary.querySelector(`[id="${id}"]`);
    expect(term, id).not.toBeNull();
    expect(attribute(term!.querySelector('a')!, 'href')).toBe(`/endpoints/${id}/`);
  }
});

test('figures of different grading scales never share a part of a page', () => {
  const graded = trials.flatMap(([trial, { outcomes = [] }]) =>
    outcomes
      .filter(({ scale }) => scale)
      .map(({ id, scale, endpoint }) => ({ href: `/trials/${trial}/#${id}`, scale: scale!, endpoint })),
  );
  expect(new Set(graded.map(({ scale }) => scale)).size).toBeGreaterThan(2);
  const nameOf = (scale: string) =>
    scale === 'unstated'
      ? 'Scale not stated'
      : scales.find(({ id }) => id === scale)!.label.en.replace(/^./, (c) => c.toUpperCase());
  for (const endpoint of new Set(graded.map((one) => one.endpoint))) {
    const parts = rootsOf(endpoint).flatMap((root) => root.querySelectorAll('.scale'));
    for (const part of parts) {
      const heading = part.querySelector('h3');
      const links = new Set(part.querySelectorAll('td a[href]').map((link) => attribute(link, 'href')));
      const others = graded.filter(
        ({ href, scale }) => links.has(href) && nameOf(scale) !== (heading && textOf(heading)),
      );
      expect(others, `${endpoint}, ${heading && textOf(heading)}`).toEqual([]);
    }
  }
});

test('the data of each endpoint with figures lie where its page says', () => {
  const datasets = endpoints.flatMap(({ id }) => hrefs(id).filter((href) => href.startsWith('/sheets/')));
  expect(datasets.length).toBeGreaterThan(0);
  expect(datasets.filter((href) => !files.includes(href))).toEqual([]);
});
