import { describe, expect, it } from 'vitest';
import { factTitle } from '../../../src/evidence/citable.ts';
import { distanceOf, readElsewhere, readIn, toldBy } from '../../../src/evidence/read-in.ts';
import { renderProse } from '../../../src/prose/render.ts';
import { libraryOf, mdx, trial } from '../helpers/corpus.ts';
import { inNews, inTable, readElsewhereFiles } from '../helpers/read-elsewhere.ts';

const library = libraryOf({
  ...readElsewhereFiles,
  'topics/reading.mdx': mdx(
    'title: {en: Reading}\nsummary: Where',
    'It was <Fact id="alpha/copied" />, or <Fact id="alpha/own" />.',
  ),
});
const fact = (id: string) => library.facts.get(`alpha/${id}`)!;

describe('where a fact was read', () => {
  it.each([
    ['own', 'full-text', 0, undefined],
    ['official', 'registry', 1, 'read in the registry record'],
    ['told', 'news', 2, inNews],
    ['copied', 'table-of-later-work', 2, inTable],
    ['reviewed', 'full-text', 0, undefined],
    ['unsaid', undefined, 0, undefined],
  ] as const)('%s: %s', (id, kind, distance, words) => {
    expect([readIn(fact(id)), distanceOf(fact(id)), readElsewhere(fact(id))]).toEqual([
      kind,
      distance,
      words,
    ]);
  });

  it('is the report itself where that is a record of the registry', () => {
    const changes = { 'kind: primary': 'kind: registry', 'read: full-text': 'read: registry' };
    const record = libraryOf({
      'trials/alpha.mdx': trial('- {id: a, kind: count, value: 3, unit: patients}', changes),
    });
    expect(readElsewhere(record.facts.get('alpha/a')!)).toBeUndefined();
  });

  it('is known to the work in which it was read, which does not report it', () => {
    const later = library.reference('later-2024');
    expect([later.readFor.map(({ uid }) => uid), later.reports]).toEqual([['alpha/copied'], []]);
  });
});

describe('a figure read in the words of others says so', () => {
  it('in its citation', () => {
    expect(factTitle(fact('told'))).toMatch(new RegExp(`stated by Smith 2020, ${inNews}$`));
    expect(factTitle(fact('own'))).toMatch(/stated by Smith 2020$/);
  });

  it('beside whoever tells it', () => {
    expect(toldBy(fact('copied'))).toBe(`Smith 2020, ${inTable}`);
  });

  it('in prose', () => {
    const { html } = renderProse(library.topics[0]!, library, ({ id }) => id);
    const titles = [...html.matchAll(/title="([^"]*)"/g)].map(([, title]) => title!);
    expect(titles.map((title) => title.includes(inTable))).toEqual([true, false]);
  });
});
