import { expect, test } from 'vitest';
import { pagesByType, read } from '../support/site-pages.ts';

/** Pages of one folder, without a slash at their end. */
const own = (folder: string) => pagesByType.get(`/${folder}/*`)!.map(({ path }) => path.replace(/\/$/, ''));

test('the library can be cited as a whole, and so can each work, in BibTeX, RIS and CSL-JSON', () => {
  const works = own('references');
  const library = { bib: read('/cite/library.bib'), ris: read('/cite/library.ris') };
  expect(library.bib.match(/^@\w+\{/gm)).toHaveLength(works.length);
  expect(library.ris.match(/^TY {2}- /gm)).toHaveLength(works.length);
  const items = new Map(
    (JSON.parse(read('/cite/library.json')) as { id: string }[]).map((item) => [item.id, item]),
  );
  expect(items.size).toBe(works.length);
  for (const path of works) {
    expect(library.bib, path).toContain(read(`${path}.bib`).trim());
    expect(library.ris, path).toContain(read(`${path}.ris`).trim());
    expect(JSON.parse(read(`${path}.json`)), path).toEqual([items.get(path.split('/')[2]!)]);
  }
});

test('the library comes in ASCII too, and names the works that it leaves out for their letters', () => {
  const ascii = read('/cite/library-ascii.bib');
  expect(ascii).toMatch(/^[\n\x20-\x7e]+$/);
  const left = [...ascii.matchAll(/^% (\S+)$/gm)].map(([, key]) => key!);
  expect(left.length).toBeGreaterThan(0);
  for (const key of left) expect(read(`/references/${key}.bib`), key).toMatch(/\p{sc=Han}/u);
  expect(ascii.match(/^@\w+\{/gm)).toHaveLength(own('references').length - left.length);
});

test.each(['trials', 'therapies', 'topics', 'reviews'])(
  'each of the %s can be cited with the works behind it',
  (folder) => {
    const paths = own(folder);
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) {
      const key = `${{ trials: 'trial', therapies: 'therapy', topics: 'topic', reviews: 'review' }[folder]}-${path.split('/')[2]}`;
      const ids = (JSON.parse(read(`${path}.csl.json`)) as { id: string }[]).map(({ id }) => id);
      expect(ids[0], path).toBe(key);
      expect(
        [...read(`${path}.bib`).matchAll(/^@\w+\{(.*),$/gm)].map(([, id]) => id),
        path,
      ).toEqual(ids);
      expect(
        [...read(`${path}.ris`).matchAll(/^ID {2}- (.*)$/gm)].map(([, id]) => id),
        path,
      ).toEqual(ids);
    }
  },
);
