import { expect, test } from 'vitest';
import { files, pages, read } from '../support/site-pages.ts';

test.each(['trials', 'arms', 'outcomes', 'planned', 'references', 'claims'])('data/%s.csv is there, with rows', (name) => {
  expect(read(`/data/${name}.csv`).trim().split('\n').length).toBeGreaterThan(1);
});

test('the library can be cited as a whole, and so can each trial and each work', () => {
  const works = pages.filter(({ path }) => /^\/references\/[^/]+\/$/.test(path)).map(({ path }) => path);
  const trials = pages.filter(({ path }) => /^\/trials\/[^/]+\/$/.test(path)).map(({ path }) => path);
  const library = read('/cite/library.bib');
  expect(library.match(/^@\w+\{/gm)).toHaveLength(works.length);
  expect(JSON.parse(read('/cite/library.json'))).toHaveLength(works.length);
  for (const path of [...works, ...trials]) expect(files, path).toContain(`${path.replace(/\/$/, '')}.bib`);
  for (const path of works) expect(library, path).toContain(read(`${path.replace(/\/$/, '')}.bib`).trim());
});

test('everything is one JSON file', () => {
  const { trials } = JSON.parse(read('/data/evidence.json')) as { trials: unknown[] };
  expect(trials).toHaveLength(pages.filter(({ path }) => /^\/trials\/[^/]+\/$/.test(path)).length);
});
