import { describe, expect, it } from 'vitest';
import { toBibtex } from '../../../src/citations/bibtex.ts';
import { coins } from '../../../src/citations/coins.ts';
import { toCsl } from '../../../src/citations/csl.ts';
import { formatCitations } from '../../../src/citations/format.ts';
import { toRis } from '../../../src/citations/ris.ts';
import { styleIds } from '../../../src/citations/styles.ts';
import { reference } from '../../../src/model/reference.ts';

const chapter = reference.parse({
  id: 'roe-2018',
  type: 'chapter',
  title: 'CAR T cells',
  author: [{ family: 'Roe', given: 'R' }],
  editor: [{ family: 'Poe', given: 'P' }, { literal: 'The Handbook Group' }],
  'container-title': 'Handbook of CAR T',
  publisher: 'Springer',
  'publisher-place': 'Cham',
  edition: 2,
  ISBN: '978-3-16-148410-0',
  page: '1-20',
  issued: { 'date-parts': [[2018]] },
  language: 'en-US',
});
const doubleIssue = reference.parse({
  id: 'simunek-2020',
  type: 'article-journal',
  title: 'Season and range',
  author: [{ family: 'Šimůnek', given: 'Jiří' }],
  'container-title': 'İstanbul Tıp Dergisi',
  issued: {
    'date-parts': [
      [2020, 12],
      [2021, 1],
    ],
  },
  page: 'S12-S15, S20',
  language: 'tr',
});
const cited = (work: typeof chapter) =>
  styleIds.map((style) => formatCitations(style, [work]).get(work.id)!.text);

describe('a chapter of an edited book', () => {
  it('has its editors, edition, place and ISBN in BibTeX', () => {
    const bibtex = toBibtex([chapter]);
    for (const line of [
      '@incollection{roe-2018,',
      'editor = {Poe, P and {The Handbook Group}},',
      'booktitle = {',
      'address = {Cham},',
      'edition = {2},',
      'isbn = {978-3-16-148410-0},',
    ])
      expect(bibtex).toContain(line);
  });

  it('has them in RIS', () => {
    const lines = toRis([chapter]).split('\n');
    for (const line of [
      'TY  - CHAP',
      'ED  - Poe, P',
      'ED  - The Handbook Group',
      'CY  - Cham',
      'ET  - 2',
      'SN  - 978-3-16-148410-0',
    ])
      expect(lines).toContain(line);
  });

  it('has them in CSL-JSON', () => {
    expect(toCsl(chapter)).toMatchObject({
      editor: chapter.editor,
      'publisher-place': 'Cham',
      edition: '2',
      ISBN: '978-3-16-148410-0',
    });
  });

  it('has its edition, place and ISBN in COinS', () => {
    const fields = new URLSearchParams(coins(chapter));
    expect(['rft.edition', 'rft.place', 'rft.isbn'].map((name) => fields.get(name))).toEqual([
      '2',
      'Cham',
      '978-3-16-148410-0',
    ]);
  });

  it('names editors and book in every style', () => {
    for (const text of cited(chapter)) {
      expect(text).toMatch(/Poe/i);
      expect(text).toContain('Handbook of CAR T');
      expect(text).toContain('Springer');
    }
  });
});

describe('a work of a span of time', () => {
  it('has both ends where a format knows them, and else its beginning', () => {
    expect(toBibtex([doubleIssue])).toMatch(
      /year = \{2020\},\n {2}month = dec,\n {2}date = \{2020-12\/2021-01\},/,
    );
    expect(toRis([doubleIssue])).toMatch(
      /PY {2}- 2020\nDA {2}- 2020\/12\/\/\n[^]*N1 {2}- Published 2020-12\/2021-01\n/,
    );
    expect(toCsl(doubleIssue)).toMatchObject({
      issued: {
        'date-parts': [
          [2020, 12],
          [2021, 1],
        ],
      },
    });
    expect(new URLSearchParams(coins(doubleIssue)).get('rft.date')).toBe('2020-12');
  });

  it('is cited with its years in every style, and its language by name', () => {
    for (const text of cited(doubleIssue)) expect(text).toMatch(/2020.*2021/);
    expect(formatCitations('nlm', [doubleIssue]).get('simunek-2020')!.text).toContain('Turkish.');
    expect(toBibtex([doubleIssue])).toContain('language = {Turkish},');
  });
});
