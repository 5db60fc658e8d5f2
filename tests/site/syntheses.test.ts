import { describe, expect, test } from 'vitest';
import { attribute, parseHtml, textOf } from '../support/html.ts';
import { files, pages, read } from '../support/site-pages.ts';
import { typedEntries } from '../support/typed-content.ts';

/** The parts of a synthesis that are looked for on the page, as they are typed. */
interface Typed {
  reference: string;
  pooled: {
    id: string;
    endpoint: string;
    group?: string;
    estimate?: unknown;
    waivers?: { reason: string }[];
  }[];
}

const pageAt = (path: string) => parseHtml(pages.find((page) => page.path === path)!.html);
const syntheses = [...typedEntries<Typed>('syntheses')].map(([id, data]) => ({
  id,
  data,
  root: pageAt(`/syntheses/${id}/`),
}));

test('there are published syntheses, and the list leads to each', () => {
  const listed = pageAt('/syntheses/')
    .querySelectorAll('h2 a')
    .map((link) => attribute(link, 'href'));
  expect(listed).toEqual(syntheses.map(({ id }) => `/syntheses/${id}/`).sort());
  expect(syntheses.length).toBeGreaterThan(0);
});

test('the list is reached from the reviews and from the page of syntheses', () => {
  for (const path of ['/reviews/', '/synthesis/'])
    expect(read(`${path}index.html`)).toContain('href="/syntheses/"');
});

describe.each(syntheses)('the page of $id', ({ id, data, root }) => {
  const rows = root.querySelectorAll('tr[id]');
  const rowOf = (result: string) => rows.find((row) => attribute(row, 'id') === result)!;

  test('has a row for each result, at its address, with the endpoint and the figure as printed', () => {
    expect(rows.map((row) => attribute(row, 'id')).sort()).toEqual(
      data.pooled.map((result) => result.id).sort(),
    );
    for (const { id: result, endpoint, estimate, group } of data.pooled) {
      const row = rowOf(result);
      expect(attribute(row.querySelector('th a')!, 'href')).toBe(`/endpoints/${endpoint}/`);
      if (estimate !== undefined) expect(textOf(row)).toContain(String(estimate));
      if (group !== undefined) expect(textOf(row)).toContain(group);
    }
  });

  test('tells what the checks find, in the row and with the reason for which it stands', () => {
    for (const { id: result, waivers = [] } of data.pooled)
      for (const { reason } of waivers) {
        expect(rowOf(result).querySelectorAll('.finding').length).toBeGreaterThan(0);
        expect(textOf(root)).toContain(reason);
      }
  });

  test('names the work, which names the entry in turn', () => {
    expect(read(`/syntheses/${id}/index.html`)).toContain(`/references/${data.reference}/`);
    expect(read(`/references/${data.reference}/index.html`)).toContain(`href="/syntheses/${id}/"`);
  });

  test('has its data and its citations as files', () => {
    for (const ending of ['json', 'bib', 'ris', 'csl.json'])
      expect(files).toContain(`/syntheses/${id}.${ending}`);
    const { pooled } = JSON.parse(read(`/syntheses/${id}.json`)) as { pooled: { id: string }[] };
    expect(pooled.map((result) => result.id)).toEqual(data.pooled.map((result) => result.id));
  });
});

test('impossible figures are told in public, where they are printed', () => {
  const waived = syntheses.flatMap(({ id, data }) =>
    data.pooled.filter(({ waivers }) => waivers).map((one) => `${id}/${one.id}`),
  );
  const told = read('/data/syntheses.csv')
    .split('\n')
    .filter((line) => /pooled\/(bounds|prediction)|intervals\/order/.test(line));
  expect(told.map((line) => line.split(',')[0]).sort()).toEqual(waived.sort());
  expect(waived.length).toBeGreaterThan(0);
});

test('each result stands on the page of its endpoint, and leads to its own page', () => {
  for (const { id, data } of syntheses)
    for (const { id: result, endpoint } of data.pooled) {
      const links = pageAt(`/endpoints/${endpoint}/`)
        .querySelectorAll('.pooled a')
        .map((link) => attribute(link, 'href'));
      expect(links).toContain(`/syntheses/${id}/#${result}`);
    }
});

test('questions that pool here stand beside what was published, both with their figures', () => {
  const rows = pageAt('/synthesis/').querySelectorAll('.start tbody tr');
  const beside = rows.filter((row) =>
    row.querySelectorAll('a').some((link) => attribute(link, 'href')?.startsWith('/syntheses/')),
  );
  expect(beside.length).toBeGreaterThan(0);
  for (const row of beside) expect(textOf(row)).toMatch(/\d%|\d\.\d\d/);
});
