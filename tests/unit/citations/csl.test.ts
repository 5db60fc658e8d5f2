import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBibtex } from '../../../src/citations/bibtex.ts';
import { toCsl, toCslJson } from '../../../src/citations/csl.ts';
import { toRis } from '../../../src/citations/ris.ts';
import { tidy } from '../../../src/citations/text.ts';
import type { Reference } from '../../../src/model/reference.ts';
import { hostileAuthors, hostileText } from './arbitraries.ts';
import { article, hostileLibrary, hostileNames, hostileTitles, without } from './items.ts';

test('an item keeps what others can use, in order, and nothing of this project', () => {
  const item = article({
    PMID: '1',
    PMCID: 'PMC2',
    custom: {
      'authors-truncated': true,
      'title-en': 'English',
      'short-label': 'X',
      aliases: ['old'],
      unlinked: 'why',
    },
  });
  expect(toCsl(item)).toEqual({
    ...without(item, 'custom'),
    note: 'Only the first authors are listed.\nPMID: 1\nPMCID: PMC2',
    custom: { 'authors-truncated': true, 'title-en': 'English' },
  });
  expect(toCsl(article())).toEqual(article());
});

test('an article number is where styles look for it, and where it was', () => {
  expect(toCsl(without(article({ number: 'e12' }), 'page'))).toMatchObject({ page: 'e12', number: 'e12' });
  expect(toCsl(article({ number: 'e12' }))).toMatchObject({ page: '804-813', number: 'e12' });
  expect(toCsl({ ...article({ number: '7' }), type: 'report' })).toMatchObject({ page: '804-813' });
});

test('words of digits and capitals keep their capitals by the mark that citation processors know, and no others have it', () => {
  expect(toCsl(article({ title: 'CD19-targeted 4-1BB CAR-T, IL-6, B27 and <i>TCF3</i>' }))['title']).toBe(
    '<span class="nocase">CD19</span>-targeted 4-<span class="nocase">1BB</span> CAR-T, IL-6, B27 and ' +
      '<i><span class="nocase">TCF3</span></i>',
  );
});

test('no author is called others', () => {
  expect(toCslJson([article({ custom: { 'authors-truncated': true } })])).not.toContain('others');
});

test('a file is an array, also of nothing, and twice the same', () => {
  expect(toCslJson([])).toBe('[]\n');
  expect(toCslJson(structuredClone(hostileLibrary))).toBe(toCslJson(hostileLibrary));
});

describe('citation-js reads back', () => {
  const same = (item: Reference) => {
    const [found] = plugins.input.chain(toCslJson([item]), { forceType: '@else/json', generateGraph: false });
    expect(found).toMatchObject({
      title: expect.toSatisfy(
        (title: string) =>
          title.replace(/<span class="nocase">([\p{Lu}\p{N}]+)<\/span>/gu, '$1') === tidy(item.title),
      ) as string,
      ...Object.fromEntries(
        (['volume', 'issue', 'page', 'issued', 'container-title', 'language', 'id'] as const).map((name) => [
          name,
          item[name],
        ]),
      ),
    });
    const texts = (names: unknown) =>
      JSON.stringify((names as object[]).map((name) => Object.values(name).map((one) => tidy(String(one)))));
    expect(texts(found!['author'])).toBe(texts(item.author));
  };
  test.each(Object.entries(hostileTitles))('the title: %s', (_, title) => same(article({ title })));
  test.each(Object.entries(hostileNames))('the authors: %s', (_, author) => same(article({ author })));
  test('any title', () =>
    fc.assert(
      fc.property(hostileText, (title) => same(article({ title }))),
      { numRuns: 300 },
    ));
  test('any authors', () =>
    fc.assert(
      fc.property(hostileAuthors, (author) => same(article({ author }))),
      { numRuns: 300 },
    ));
});

test('the number of an abstract in proceedings stands where its page would, in every format alike', () => {
  const item = without(article({ id: 'abstract', type: 'paper-conference', number: '1295' }), 'page');
  expect(toCsl(item)['page']).toBe('1295');
  expect(toRis([item])).toContain('SP  - 1295');
  expect(toBibtex([item])).toContain('1295');
});
