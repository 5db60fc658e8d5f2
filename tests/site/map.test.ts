import { describe, expect, test } from 'vitest';
import { attribute, parseHtml, textOf } from '../support/html.ts';
import { pages } from '../support/site-pages.ts';
import { typedEntries, typedFile } from '../support/typed-content.ts';

interface TypedTrial {
  arms: { therapies?: string[] }[];
  reports: { reference?: string; review?: string; kind: string }[];
}
const trials = [...typedEntries<TypedTrial>('trials')];
const rootOf = (path: string) => parseHtml(pages.find((page) => page.path === path)!.html);
const views = ['/map/', '/map/timeline/', '/map/balance/'];

test.each(views)('%s leads to the other views and says which it is', (path) => {
  const links = rootOf(path).querySelectorAll('nav[aria-label="Views of the map"] a');
  expect(links.map((link) => attribute(link, 'href'))).toEqual(views);
  expect(
    links.filter((link) => attribute(link, 'aria-current') === 'page').map((link) => attribute(link, 'href')),
  ).toEqual([path]);
});

/** Therapies that only prepare for another. */
const { therapyClasses } = typedFile<{ therapyClasses: { id: string; preparatory?: boolean }[] }>(
  'vocabulary.yaml',
);
const preparing = new Set(therapyClasses.filter((one) => one.preparatory).map(({ id }) => id));
const preparatory = new Set(
  [...typedEntries<{ class: string }>('therapies')]
    .filter(([, entry]) => preparing.has(entry.class))
    .map(([id]) => id),
);

describe('reports over time', () => {
  const root = rootOf('/map/timeline/');
  const [plot, list] = root.querySelectorAll('main table');
  const rows = plot!.querySelectorAll('tbody tr').filter((row) => !row.classList.contains('group'));

  test('has a mark for each report of each study, in the row of each of its therapies', () => {
    const byTherapy = new Map(
      rows.map((row) => {
        const therapy = row.querySelector('th a');
        const id = therapy ? attribute(therapy, 'href')!.split('/')[2]! : 'none';
        return [id, row.querySelectorAll('td a').map((link) => attribute(link, 'href'))];
      }),
    );
    const missing = trials.flatMap(([id, { arms, reports }]) => {
      const given = arms.flatMap((arm) => arm.therapies ?? []);
      const treatments = given.filter((therapy) => !preparatory.has(therapy));
      const therapies = new Set(treatments.length > 0 ? treatments : given);
      const own = therapies.size > 0 ? [...therapies] : ['none'];
      const addresses = reports.map(({ reference, review }) =>
        review ? `/reviews/${review}/` : `/trials/${id}/#_report-${reference}`,
      );
      return own.flatMap((therapy) =>
        addresses.filter(
          (href) => !byTherapy.get(therapy)!.some((link) => link === href || link === '#list'),
        ),
      );
    });
    expect(missing).toEqual([]);
    for (const [therapy, links] of byTherapy) {
      const marks = links.filter((link) => link !== '#list');
      expect(new Set(marks).size, therapy).toBe(marks.length);
    }
  });

  test('names each mark, and says the same as a list', () => {
    const links = rows
      .flatMap((row) => row.querySelectorAll('td a'))
      .filter((link) => attribute(link, 'href') !== '#list');
    expect(links.length).toBeGreaterThan(40);
    for (const link of links)
      expect(attribute(link, 'aria-label')).toMatch(
        /: (primary|update|final|meeting|subgroup|ancillary|registry|document of a regulator|review)/,
      );
    const listed = new Set(list!.querySelectorAll('tbody th a').map((link) => attribute(link, 'href')));
    expect(links.filter((link) => !listed.has(attribute(link, 'href')))).toEqual([]);
  });

  test('puts a report under the year that its list names', () => {
    const years = plot!
      .querySelectorAll('thead th')
      .slice(1)
      .map((cell) => textOf(cell));
    const yearOf = new Map(
      list!
        .querySelectorAll('tbody tr')
        .map((row) => [attribute(row.querySelector('th a')!, 'href'), textOf(row.querySelector('td')!)]),
    );
    for (const row of rows) {
      for (const [i, cell] of row.querySelectorAll('td').entries()) {
        for (const link of cell.querySelectorAll('a').filter((one) => attribute(one, 'href') !== '#list')) {
          expect(yearOf.get(attribute(link, 'href'))!.toLowerCase()).toBe(years[i]!.toLowerCase());
        }
      }
    }
    const numbers = years.filter((year) => /^\d+$/.test(year)).map(Number);
    expect(numbers).toEqual(numbers.map((_, i) => numbers[0]! + i));
  });
});

test('response against severe toxicity says that it does not compare treatments', () => {
  expect(textOf(rootOf('/map/balance/').querySelector('main')!)).toContain(
    'This plot does not compare treatments.',
  );
});
