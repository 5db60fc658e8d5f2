import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toBibtex } from '../../../src/citations/bibtex.ts';
import { parseBibtex } from '../../support/citation-readers.ts';
import { splitRich } from '../../../src/citations/text.ts';
import type { Reference } from '../../../src/model/reference.ts';
import { hostileAuthors, hostileText } from './arbitraries.ts';
import { article, hostileLibrary, hostileNames, hostileTitles, shown } from './items.ts';
import { some } from '../../support/sweep.ts';

/** The title on one line, without marks that mark nothing. */
function written(title: string): string {
  const pieces = splitRich(title);
  return pieces
    .map((piece) => ('text' in piece ? piece.text : `<${piece.opens ? '' : '/'}${piece.mark}>`))
    .join('');
}

/** Two marks in a row are one, and raised digits and signs of Unicode are the same as marked ones. */
function asRead(title: string): string {
  const raised = /<su([pb])>([\d+-]+)<\/su\1>|[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉₊₋]+/gu;
  return title
    .replaceAll(/<\/(i|b)><\1>/g, '')
    .replace(raised, (found, _, text: string | undefined) =>
      (text ?? found).normalize('NFKC').replaceAll('−', '-'),
    );
}

function roundTrip(item: Reference, ascii = false): Record<string, unknown> {
  const items = parseBibtex(toBibtex([item], { ascii }));
  expect(items).toHaveLength(1);
  return items[0]!;
}

function sameWork(item: Reference): void {
  const back = roundTrip(item);
  expect(asRead(String(back['title']))).toBe(asRead(written(item.title)));
  expect(back['issued']).toEqual(item.issued);
  const unspaced = (names: unknown): string[] =>
    (names as Record<string, string>[])
      .map((name) => shown(name))
      .map((name) => name.replaceAll(' ', '').normalize('NFC'));
  expect(unspaced(back['author'])).toEqual(unspaced(item.author));
}

test.each(Object.entries(hostileTitles))('a title comes back as it was: %s', (_, title) => {
  sameWork(article({ title }));
});

test.each(Object.entries(hostileNames))('authors come back as they were: %s', (_, author) => {
  sameWork(article({ author }));
});

test('any title comes back as it was', () => {
  fc.assert(
    fc.property(hostileText, (title) => sameWork(article({ title }))),
    { numRuns: some(1_000) },
  );
});

test('any authors come back as they were', () => {
  fc.assert(
    fc.property(hostileAuthors, (author) => sameWork(article({ author }))),
    { numRuns: some(1_000) },
  );
});

test('ASCII loses no letter: accents, Greek and Chinese come back', () => {
  for (const title of ['Łódź, Straße, naïve Dvořák', 'NF-κB ≥ 2', '嵌合抗原受体T细胞', 'Nguyễn']) {
    expect(roundTrip(article({ title }), true)['title']).toBe(title);
  }
});

test('braces balance in whatever is written, as BibTeX counts them', () => {
  fc.assert(
    fc.property(hostileText, hostileAuthors, fc.boolean(), (text, author, ascii) => {
      const item = article({
        title: text,
        author,
        'container-title': text,
        issue: text,
        page: text,
        genre: text,
      });
      const lines = toBibtex([item], { ascii }).split('\n').slice(1, -2);
      for (const line of lines) {
        let depth = 0;
        for (const character of line) {
          if (character === '{') depth += 1;
          if (character === '}') depth -= 1;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
      }
    }),
    { numRuns: some(300) },
  );
});

test('a whole hostile library comes back item for item, twice the same', () => {
  const text = toBibtex(hostileLibrary);
  expect(toBibtex(structuredClone(hostileLibrary))).toBe(text);
  expect(parseBibtex(text).map((item) => item['id'])).toEqual(hostileLibrary.map((item) => item.id));
});
