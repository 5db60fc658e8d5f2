import { describe, expect, test } from 'vitest';
import { toAsciiBibtex, toBibtex } from '../../../src/citations/bibtex.ts';
import { parseBibtex } from '../../support/citation-readers.ts';
import { article, without } from './items.ts';

/** The value of one field of the only entry, as written. */
function field(name: string, ...args: Parameters<typeof toBibtex>): string | undefined {
  return new RegExp(`^  ${name} = (.*),$`, 'm').exec(toBibtex(...args))?.[1];
}

describe('golden entries', () => {
  test('a journal article with everything', () => {
    const item = article({
      id: 'kantarjian-2016',
      title: 'Inotuzumab Ozogamicin versus Standard Therapy for Acute Lymphoblastic Leukemia',
      author: [
        { family: 'Kantarjian', given: 'Hagop M' },
        { family: 'DeAngelo', given: 'Daniel J' },
      ],
      'container-title': 'New England Journal of Medicine',
      'container-title-short': 'N Engl J Med',
      volume: '375',
      issue: '8',
      page: '740-753',
      issued: { 'date-parts': [[2016, 8, 25]] },
      DOI: '10.1056/NEJMoa1509277',
      PMID: '27292104',
      PMCID: 'PMC5594743',
      ISSN: '0028-4793',
      custom: { 'authors-truncated': true },
    });
    expect(toBibtex([item])).toBe(`@article{kantarjian-2016,
  author = {Kantarjian, Hagop M and DeAngelo, Daniel J and others},
  title = {Inotuzumab Ozogamicin versus Standard Therapy for Acute Lymphoblastic Leukemia},
  journal = {New England Journal of Medicine},
  volume = {375},
  number = {8},
  pages = {740--753},
  year = {2016},
  month = aug,
  day = {25},
  note = {PMCID: PMC5594743},
  doi = {10.1056/NEJMoa1509277},
  eprint = {27292104},
  eprinttype = {pubmed},
  issn = {0028-4793},
  langid = {english},
}
`);
  });

  test('a Chinese article: whole names, its English title beside it, its language said', () => {
    const item = article({
      id: 'zhang-2022',
      title: '成人急性淋巴细胞白血病CAR-T治疗进展',
      author: [
        { family: '张', given: '宜婧' },
        { family: '沈', given: '利' },
      ],
      'container-title': '临床血液学杂志',
      issued: { 'date-parts': [[2022]] },
      language: 'zh-CN',
      custom: { 'title-en': 'Progress in CAR-T therapy' },
    });
    expect(toBibtex([item])).toBe(`@article{zhang-2022,
  author = {{张宜婧} and {沈利}},
  title = {成人急性淋巴细胞白血病{CAR}-{T}治疗进展},
  titleaddon = {[Progress in {CAR}-{T} therapy]},
  journal = {临床血液学杂志},
  volume = {135},
  number = {11},
  pages = {804--813},
  year = {2022},
  langid = {chinese},
  language = {Chinese},
}
`);
  });

  test('a web page is @misc, which classic styles know; its address stands once', () => {
    const text = toBibtex([
      {
        id: 'registry-1',
        type: 'webpage',
        genre: 'Trial registry record',
        title: 'A study of T cells',
        'container-title': 'ClinicalTrials.gov',
        number: 'NCT01564784',
        issued: { 'date-parts': [[2020]] },
        accessed: { 'date-parts': [[2026, 11, 21]] },
        URL: 'https://clinicaltrials.gov/study/NCT01564784?a=1&b=50%25#x_y',
        language: 'en-US',
      },
    ]);
    expect(text).toBe(`@misc{registry-1,
  key = {ClinicalTrials.gov},
  title = {A study of {T} cells},
  howpublished = {ClinicalTrials.gov NCT01564784},
  year = {2020},
  note = {Trial registry record},
  url = {https://clinicaltrials.gov/study/NCT01564784?a=1&b=50%25#x_y},
  urldate = {2026-11-21},
  langid = {english},
}
`);
  });

  test.each([
    ['book', 'book', 'publisher'],
    ['chapter', 'incollection', 'booktitle'],
    ['paper-conference', 'inproceedings', 'booktitle'],
    ['report', 'techreport', 'institution'],
    ['thesis', 'phdthesis', 'school'],
    ['dataset', 'misc', 'howpublished'],
    ['article', 'misc', 'howpublished'],
  ] as const)('a %s is @%s with %s', (type, entry, name) => {
    const text = toBibtex([article({ type, publisher: 'Springer & Co' })]);
    expect(text).toMatch(new RegExp(`^@${entry}\\{test-2020,`));
    expect(text).toContain(`  ${name} = {`);
  });

  test('a meeting abstract whose authors nobody knows keeps journal, volume, number and pages', () => {
    const abstract = without(article({ genre: 'Meeting abstract' }), 'author');
    expect(toBibtex([abstract])).toBe(`@article{test-2020,
  key = {Blood},
  title = {A title},
  journal = {Blood},
  volume = {135},
  number = {11},
  pages = {804--813},
  year = {2020},
  month = mar,
  day = {12},
  note = {Meeting abstract},
  langid = {english},
}
`);
  });

  test('an undated page has the day on which it was read, and no year', () => {
    const page = without(
      article({ type: 'webpage', URL: 'https://example.org/', accessed: { 'date-parts': [[2026, 11, 21]] } }),
      'issued',
    );
    expect(field('year', [page])).toBeUndefined();
    expect(field('urldate', [page])).toBe('{2026-11-21}');
    expect(field('note', [page])).toBe('{Undated; read 2026-11-21}');
  });

  test.each([
    ['tr', '{turkish}', '{Turkish}'],
    ['cs-CZ', '{czech}', '{Czech}'],
    ['hi', undefined, '{Hindi}'],
    ['xx', undefined, '{xx}'],
  ])('the language %s has its name, and that which LaTeX packages know', (language, langid, name) => {
    expect(field('langid', [article({ language })])).toBe(langid);
    expect(field('language', [article({ language })])).toBe(name);
  });

  test('no items, no text; entries are separated by one blank line and end in one newline', () => {
    expect(toBibtex([])).toBe('');
    expect(toBibtex([article({ id: 'a' }), article({ id: 'b' })])).toMatch(
      /[^\n]\n}\n\n@article\{b,[\s\S]*[^\n]\n}\n$/,
    );
  });
});

describe('traps of citation-js', () => {
  test('Chinese and ≥ are kept, in ASCII too', () => {
    const items = [article({ title: '白血病 ≥ 5' })];
    expect(field('title', items)).toBe('{白血病 {$\\geq$} 5}');
    expect(field('title', items, { ascii: true })).toBe('{白血病 {$\\geq$} 5}');
  });

  test('TeX specials are escaped everywhere but in DOI and address', () => {
    const item = article({
      title: '50% of R&D_x costs $5, #1',
      'container-title': 'Leukemia & Lymphoma',
      issue: '15_suppl',
      DOI: '10.1002/(SICI)1097_0142<1::AID%3E3.0.CO;2-#',
      URL: 'https://example.org/~a_b?c=1&d=%20#e',
    });
    expect(field('title', [item])).toBe('{50\\% of {R}\\&{D}\\_x costs \\$5, \\#1}');
    expect(field('journal', [item])).toBe('{Leukemia \\& Lymphoma}');
    expect(field('number', [item])).toBe('{15\\_suppl}');
    expect(field('doi', [item])).toBe('{10.1002/(SICI)1097_0142<1::AID%3E3.0.CO;2-#}');
    expect(field('url', [item])).toBe('{https://example.org/~a_b?c=1&d=%20#e}');
  });

  test('a DOI or address cannot close its field', () => {
    const item = article({ DOI: '10.1000/a}b{c\\', URL: 'https://example.org/}{\\^' });
    expect(field('doi', [item])).toBe('{10.1000/a%7Db%7Bc%5C}');
    expect(field('url', [item])).toBe('{https://example.org/%7D%7B%5C%5E}');
  });

  test('ids are keys as they stand, hyphens and colons too', () => {
    expect(toBibtex([article({ id: 'a:b.c-d_2016' })])).toMatch(/^@article\{a:b\.c-d_2016,\n/);
  });

  test('months are macros and days fields of their own', () => {
    const text = toBibtex([article({ issued: { 'date-parts': [[2018, 2, 1]] } })]);
    expect(text).toContain('  year = {2018},\n  month = feb,\n  day = {1},\n');
    expect(toBibtex([article({ issued: { 'date-parts': [[2018, 13]] } })])).not.toContain('month');
    expect(toBibtex([article({ issued: { 'date-parts': [[2018, 2, 30]] } })])).not.toContain('day');
  });

  test('PMID, language and the state of an ahead-of-print article survive', () => {
    const item = article({
      PMID: '27292104',
      language: 'zh-CN',
      status: 'ahead of print',
      genre: 'Meeting abstract',
    });
    expect(field('eprint', [item])).toBe('{27292104}');
    expect(field('eprinttype', [item])).toBe('{pubmed}');
    expect(field('langid', [item])).toBe('{chinese}');
    expect(field('note', [item])).toBe('{Meeting abstract. Ahead of print}');
  });

  test('`and others` stands only where authors are known to be missing, and comes back as that', () => {
    const cut = article({ custom: { 'authors-truncated': true } });
    expect(field('author', [cut])).toBe('{Advani, A S and others}');
    expect(field('author', [article()])).toBe('{Advani, A S}');
    expect(parseBibtex(toBibtex([cut]))[0]).toMatchObject({
      author: [{ family: 'Advani', given: 'A S' }],
      custom: { 'authors-truncated': true },
    });
  });

  test('an author called others is one, to biber too', () => {
    const items = [
      article({ author: [{ literal: 'others' }, { family: 'Ali', given: 'S' }, { family: 'others' }] }),
    ];
    expect(field('author', items)).toBe('{{o}thers and Ali, S and {o}thers}');
    const [back] = parseBibtex(toBibtex(items));
    expect(back?.['author']).toHaveLength(3);
    expect(back).not.toHaveProperty('custom');
  });

  test('a title that ends in "and others" is left alone', () => {
    const title = 'T cells and others';
    expect(parseBibtex(toBibtex([article({ title })]))[0]).toMatchObject({ title });
  });

  test('keys that BibTeX cannot tell apart are refused', () => {
    expect(() => toBibtex([article({ id: 'ali-2020' }), article({ id: 'Ali-2020' })])).toThrow(
      'Duplicate BibTeX key: ali-2020 and Ali-2020 differ only in case',
    );
    expect(() => toBibtex([article({ id: 'a' }), article({ id: 'a' })])).toThrow('a is given twice');
  });

  test.each(['', 'a b', 'a,b', 'a}b', 'a%b', 'a"b', 'a#b', '花京剩', '-a', 'a\\b', "a'b", 'a=b'])(
    'the key %j is refused',
    (id) => {
      expect(() => toBibtex([article({ id })])).toThrow(`Unusable BibTeX key ${JSON.stringify(id)}`);
    },
  );
});

test('the file in ASCII holds nothing else, and names what it leaves out', () => {
  const items = [
    article({ id: 'a', title: 'Łódź ≥ β' }),
    article({ id: 'b', title: '白血病' }),
    article({ id: 'c' }),
  ];
  const { text, leftOut } = toAsciiBibtex(items);
  expect(leftOut.map(({ id }) => id)).toEqual(['b']);
  expect(text).toMatch(/^% Left out,[^]*\n% b\n\n@article\{a,/);
  expect(text).toMatch(/^[\n\x20-\x7e]+$/);
  expect(parseBibtex(text).map(({ id }) => id)).toEqual(['a', 'c']);
  expect(toAsciiBibtex([article()]).text).toBe(toBibtex([article()], { ascii: true }));
});

describe('traps of the BibTeX clients', () => {
  test('a number without a volume is an `issue`, or classic styles complain', () => {
    const item = without(article(), 'volume');
    expect(toBibtex([item])).toContain('  issue = {11},');
    expect(toBibtex([item])).not.toContain('  number');
  });

  test('pages are ranges with two hyphens, whatever the dash; an article number stands in for them', () => {
    expect(field('pages', [article({ page: 'e12–e13, 20' })])).toBe('{e12--e13, 20}');
    expect(field('pages', [article({ page: 'S-12' })])).toBe('{S-12}');
    const item = without(article({ number: 'e002026' }), 'page');
    expect(field('pages', [item])).toBe('{e002026}');
    expect(field('eid', [article({ number: '914959' })])).toBe('{914959}');
  });

  test('a lone brace does not swallow the file: BibTeX counts \\{ as well', () => {
    expect(field('title', [article({ title: 'Open { only' })])).toBe('{Open \\textbraceleft{} only}');
  });

  test('accents and quotation marks are commands where ASCII is asked for', () => {
    const item = article({ title: 'Łódź – “naïve”', author: [{ family: 'Gökbuget', given: 'Ö' }] });
    expect(field('title', [item], { ascii: true })).toBe("{{\\L}{\\'{o}}d{\\'{z}} -- ``na{\\\"{i}}ve''}");
    expect(field('author', [item], { ascii: true })).toBe('{G{\\"{o}}kbuget, {\\"{O}}}');
  });
});
