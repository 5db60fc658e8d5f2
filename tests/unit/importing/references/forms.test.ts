import { describe, expect, test } from 'vitest';
import { formOf, recordsOf } from '../../../../src/importing/references/read.ts';
import { decode } from '../../../../src/reading/decode.ts';
import { bytesOf, dated, imported, notesIn, people, refusedIn, worksIn } from './read-file.ts';

/* Files as programs and databases write them, of invented works. What is expected was read off by eye. */

const more = (name: string) => worksIn(bytesOf(`more/${name}`));
const titled = (name: string, begins: string) => more(name).find(({ title }) => title.startsWith(begins));

test.each([
  ['zotero.bib', 'BibTeX', 4],
  ['mendeley.bib', 'BibTeX', 2],
  ['scopus.bib', 'BibTeX', 2],
  ['wos.bib', 'BibTeX', 2],
  ['biblatex.bib', 'BibTeX', 11],
  ['pubmed.nbib', 'PubMed (nbib)', 2],
  ['embase.ris', 'RIS', 2],
  ['wos.ris', 'RIS', 9],
  ['isi.txt', 'Web of Science', 2],
  ['endnote.enw', 'EndNote (.enw)', 3],
  ['rw.txt', 'RefWorks', 2],
  ['wanfang.txt', 'NoteExpress', 2],
  ['ejes.txt', 'CNKI', 1],
  ['items.yaml', 'CSL-YAML', 2],
  ['endnote.xml', 'EndNote XML', 4],
  ['math.xml', 'PubMed XML', 1],
  ['scopus.csv', 'Scopus (CSV)', 4],
  ['embase.csv', 'Embase (CSV)', 3],
  ['embase-rows.csv', 'Embase (CSV)', 2],
  ['isi-tabs.txt', 'Web of Science (tabs)', 2],
])(
  '%s is %s with %i works; nothing of a disk, an address of mail or markup is in them',
  (name, form, count) => {
    expect(imported(bytesOf(`more/${name}`)).form).toBe(form);
    expect(more(name)).toHaveLength(count);
    const whole = JSON.stringify(more(name));
    expect(whole).not.toMatch(/@|\b[A-Z]:[\\/]|\/home\/|file:|<\/?(?:i|b|sup|style)\b/);
  },
);

test('one trial, from eight programs, is one work', () => {
  const all = [
    'zotero.bib',
    'pubmed.nbib',
    'embase.ris',
    'wos.ris',
    'isi.txt',
    'endnote.enw',
    'rw.txt',
    'wos.bib',
  ].map((name) => more(name)[0]);
  for (const work of all) {
    expect(work?.type).toBe('article-journal');
    expect(people(work?.author)[0]).toMatch(/^Example, A/);
    expect(dated(work)).toMatch(/^2034/);
    expect(work?.DOI).toMatch(/^10\.5555\/\S+$/);
    if (work?.volume !== undefined) expect(work.page).toBe('131-144');
  }
});

describe('tables of databases', () => {
  test('Scopus: names in full, a title in two languages, names as they were written before, a row that is none', () => {
    const [trial, spanish, chapter, old] = more('scopus.csv');
    expect(trial).toMatchObject({
      title: 'Inventumab, in "B-ALL": Results of a trial',
      page: '131-144',
      DOI: '10.5555/sco.2034.1',
      PMID: '99000101',
      ISSN: '0000-0019',
      keyword: 'antibody; leukaemia',
    });
    expect(people(trial?.author)).toEqual(['Example, Anna', 'Muster, Max', 'García-López, María']);
    expect(spanish).toMatchObject({
      title: 'Células del mar',
      number: 'e1234',
      language: 'es',
      custom: { 'title-en': 'Cells of the sea' },
    });
    expect(chapter).toMatchObject({
      type: 'chapter',
      'container-title': 'An Invented Book of Blood',
      publisher: 'Example Press',
    });
    expect([chapter?.author, people(chapter?.editor)]).toEqual([undefined, ['Editor, E.']]);
    expect(people(old?.author)).toEqual(['Old, A.B.', 'Style, C.']);
    expect(refusedIn(imported(bytesOf('more/scopus.csv')))).toEqual([
      [6, expect.stringMatching(/^no row of a table: text after the closing quote/)],
    ]);
  });

  test('Embase: a row each or a row a field, the place in one line, an own title', () => {
    const [trial, meeting, german] = more('embase.csv');
    expect(trial).toMatchObject({
      volume: '12',
      issue: '3',
      page: '131-144',
      PMID: '99000101',
      'container-title': 'Journal of Invented Haematology',
    });
    expect(people(trial?.author)).toEqual(['Example, A.B.', 'Müller-Łukasik, J.', 'van der Berg, K.']);
    expect(dated(trial)).toBe('2034-03-01');
    expect(meeting).toMatchObject({
      genre: 'Meeting abstract',
      'container-title': 'HemaSphere',
      volume: '17',
      issue: 'Supplement 2',
      page: '456',
    });
    expect(german).toMatchObject({
      title: 'Blasten im Winter',
      language: 'de',
      issued: { 'date-parts': [[2032]], season: 4 },
    });
    const byRow = more('embase-rows.csv');
    expect(byRow.map(({ title, DOI, volume }) => [title, DOI, volume])).toEqual(
      more('embase.csv')
        .slice(0, 2)
        .map(({ title, DOI, volume }) => [title, DOI, volume]),
    );
  });

  test('Web of Science with tabs says what its plain text says', () => {
    const [trial, meeting] = more('isi-tabs.txt');
    expect(people(trial?.author)).toEqual(['Example, Anna B.', 'Muster, Max', '{INVENT Study Grp}']);
    expect(trial).toMatchObject({
      title: '"Inventumab" in relapsed leukaemia: a trial',
      page: '131-144',
      DOI: '10.5555/isi.2034.1',
    });
    expect(meeting).toMatchObject({
      genre: 'Meeting abstract',
      number: 'e9',
      issued: { 'date-parts': [[2033]], season: 3 },
    });
  });

  test.each([
    ['Web of Science (tabs)', 'PT\tAU\tAF\tTI\tPY\nJ\tExample, A; Muster, M\t\tA trial of cells\t2034\n'],
    ['Web of Science', 'PT J\nAU Example, A\n   Muster, M\nAF \nTI A trial of cells\nPY 2034\nER\n\nEF\n'],
    ['Embase (CSV)', 'TITLE,AUTHOR NAMES,AUTHORS,PUI\nA trial of cells,,"Example A., Muster M.",L1\n'],
    [
      'Scopus (CSV)',
      'Author full names,Authors,Title,Source title,EID\n,"Example, A.; Muster, M.",A trial of cells,Cells,1\n',
    ],
  ])('%s: where the column of full names is empty, the names stand in the other', (form, text) => {
    expect(imported(text).form).toBe(form);
    expect(worksIn(text).map(({ author }) => people(author).map((name) => name.replace(/\.$/, '')))).toEqual([
      ['Example, A', 'Muster, M'],
    ]);
  });
});

test.each([
  ['Working Group for Heart Failure', 'working-group-heart-2020'],
  ['The INVENT Study Group', 'invent-study-group-2020'],
])('the key of a work of %s is %s', (group, key) => {
  expect(worksIn(`TY  - JOUR\nTI  - A report\nAU  - ${group},\nPY  - 2020\nER  - \n`)[0]?.id).toBe(key);
});

describe('what is read otherwise than it is written is noted', () => {
  const doi = 'the DOI "10.1/bad doi" cannot be read';
  test.each([
    ['RIS', 'TY  - JOUR\nTI  - A trial of cells\nDO  - 10.1/bad doi\nER  - \n', doi],
    ['BibTeX', '@article{a, title = {A trial of cells}, doi = {10.1/bad doi}}', doi],
    [
      'CSL-JSON',
      '[{"id": "a", "type": "article-journal", "title": "A trial of cells", "DOI": "10.1/bad doi"}]',
      doi,
    ],
    ['PubMed (nbib)', 'PMID- 1\nTI  - A trial of cells\nLID - 10.1/bad doi [doi]\n', doi],
    ['Scopus (CSV)', 'Title,Source title,EID,DOI\nA trial of cells,Cells,1,10.1/bad doi\n', doi],
    ['Web of Science (tabs)', 'PT\tAU\tTI\tDI\nJ\tExample, A\tA trial of cells\t10.1/bad doi\n', doi],
    [
      'RIS',
      'TY  - JOUR\nTI  - A trial of cells\nSP  - 110\nEP  - 9\nER  - \n',
      'the pages 110 and 9 are read as 110-119',
    ],
    ['RIS', 'TY  - JOUR\nTI  - A trial of cells\nSP  - 110\nEP  - 119\nDO  - 10.5555/a\nER  - \n', undefined],
    ['RIS', 'TY  - JOUR\nTI  - A trial of cells\nSP  - 110-119\nEP  - 119\nDO  - n/a\nER  - \n', undefined],
  ])('%s: %s', (form, text, note) => {
    expect(imported(text).form).toBe(form);
    expect(notesIn(imported(text))).toEqual(note === undefined ? [] : [note]);
  });
});

const names = [
  'scopus.bib',
  'embase.ris',
  'pubmed.nbib',
  'math.xml',
  'endnote.xml',
  'endnote.enw',
  'rw.txt',
  'wanfang.txt',
  'ejes.txt',
].concat([
  'isi.txt',
  'isi-tabs.txt',
  'scopus.csv',
  'embase.csv',
  'embase-rows.csv',
  'items.yaml',
  '../csl-json-dates.json',
  'wos.ris',
  'zotero.bib',
]);
test.each(names)('%s says the same in pieces of any size', (name) => {
  const text = decode(bytesOf(`more/${name}`)).text.replace(/\r\n?/g, '\n');
  const form = formOf(text);
  if (!form) throw new Error(`${name} is of no form`);
  const whole = [...recordsOf([text], form)];
  for (const size of [1, 700]) {
    const pieces = text.match(/[\s\S]{1,97}/g) ?? [];
    expect([...recordsOf(pieces, form, size)]).toEqual(whole);
  }
});

describe('what programs add to a file', () => {
  test('Zotero: a PMID in the note, months, theses, congresses', () => {
    const [trial, news, thesis, talk] = more('zotero.bib');
    expect(trial).toMatchObject({
      PMID: '99000101',
      title: 'Inventumab for B-ALL: a randomised, phase 3 trial',
      ISSN: '0140-6736',
    });
    expect(people(trial?.author)).toEqual([
      'Example, Anna',
      'van der Berg, Jan',
      '{the INVENT Investigators}',
    ]);
    expect(news).toMatchObject({ type: 'webpage', URL: 'https://www.fda.gov/drugs/inventumab' });
    expect(thesis).toMatchObject({
      type: 'thesis',
      genre: 'Doctoral thesis',
      publisher: 'Example University',
    });
    expect(talk).toMatchObject({
      type: 'paper-conference',
      'container-title': 'Proceedings of the 12th Congress',
    });
  });

  test('Mendeley: escaped signs, a list of addresses, an edition', () => {
    const [paper, book] = more('mendeley.bib');
    expect(paper).toMatchObject({
      title: 'Anti-CD19 + cells in ~5% of adults',
      URL: 'http://example.org/a',
      PMID: '99000102',
    });
    expect(people(paper?.author)).toEqual(['Example, Anna', 'Özdemir, Ayşe', 'De La Cruz, María']);
    expect(book).toMatchObject({ type: 'book', edition: '3rd', 'publisher-place': 'Musterstadt' });
  });

  test('Scopus and Web of Science: no page of the database, capitals as they are, an article number', () => {
    expect(more('scopus.bib')[0]?.URL).toBeUndefined();
    expect(more('scopus.bib')[1]).toMatchObject({
      'container-title': 'Blood',
      volume: '142',
      number: '1234',
    });
    expect(dated(more('wos.bib')[0])).toBe('2034-03-15');
    expect(people(more('isi.txt')[0]?.author)).toEqual([
      'Example, Anna B.',
      'Muster, Max',
      '{INVENT Study Grp}',
    ]);
    expect(more('isi.txt')[1]).toMatchObject({ genre: 'Meeting abstract', number: 'e9' });
    expect(more('embase.ris')[1]).toMatchObject({
      genre: 'Meeting abstract',
      page: 'e1234',
      'container-title': 'HemaSphere',
    });
  });

  test('BibLaTeX: subtitles, archives, theses in German, a year that is about right, data shared by entries', () => {
    expect(titled('biblatex.bib', 'Cells')?.title).toBe('Cells: A Primer');
    expect(titled('biblatex.bib', 'A preprint')).toMatchObject({
      type: 'article',
      genre: 'Preprint',
      number: 'arXiv:2402.01234v2',
    });
    expect(people(titled('biblatex.bib', 'A preprint')?.author)).toEqual([
      'van Beethoven, Ludwig',
      'Doe, Jane',
    ]);
    expect(titled('biblatex.bib', 'Zellen')).toMatchObject({ genre: "Master's thesis", language: 'de' });
    expect(titled('biblatex.bib', 'In Press')?.status).toBe('in press');
    expect(titled('biblatex.bib', 'Circa')?.issued).toEqual({ 'date-parts': [[1950]], circa: true });
    expect(titled('biblatex.bib', 'With Data')?.publisher).toBe('X Press');
    expect(titled('biblatex.bib', 'Blasts')).toMatchObject({
      'container-title': 'Blood: A Book',
      edition: '2',
    });
    // A brace that is not closed costs the entry that it is in, and no other.
    expect(refusedIn(imported(bytesOf('more/biblatex.bib')))).toEqual([
      [26, 'the entry @article is broken: a brace of it is not closed'],
    ]);
    expect(titled('biblatex.bib', 'After the Broken One')).toBeDefined();
  });

  test('PubMed: ahead of print, a registry, a title in its own letters, a list of authors that is cut', () => {
    const [early, abstract] = more('pubmed.nbib');
    expect(early).toMatchObject({
      status: 'ahead of print',
      ISSN: '0028-4793',
      keyword: 'ClinicalTrials.gov/NCT99990002',
    });
    expect(abstract).toMatchObject({
      title: '白血病研究',
      genre: 'Meeting abstract',
      page: '231-232',
      PMCID: 'PMC9900202',
      language: 'zh-CN',
      custom: { 'authors-truncated': true, 'title-en': 'Abstracts of the meeting' },
    });
    expect(people(abstract?.author)).toEqual(['Example, AB', 'Muster, M, 3rd']);
  });

  test('PubMed XML: formulas, powers, a misspelt name, a retraction; a broken record is told', () => {
    expect(more('math.xml')[0]).toMatchObject({
      title: 'Zellen und Blasten',
      status: 'retracted (notice: 10.5555/ret.1)',
      custom: { 'title-en': 'Zellen & β-Blasten: 5 × 10⁶/kg in vivo' },
    });
    expect(people(more('math.xml')[0]?.author)).toEqual(['Right, R']);
    expect(refusedIn(imported(bytesOf('more/math.xml')))).toEqual([
      [1, 'the XML is broken (unexpected close tag)'],
    ]);
  });

  test('RIS: every kind of work', () => {
    expect(more('wos.ris').map(({ type }) => type)).toEqual([
      ...[
        'article-journal',
        'paper-conference',
        'chapter',
        'thesis',
        'report',
        'article',
        'webpage',
        'book',
        'article-journal',
      ],
    ]);
    expect(more('wos.ris')[0]).toMatchObject({ title: 'Inventumab & friends: 5% bold', number: 'e1234' });
    expect(people(more('wos.ris')[2]?.editor)).toEqual(['Editor, E']);
    expect(more('wos.ris')[5]).toMatchObject({ genre: 'Preprint', 'container-title': 'medRxiv' });
    expect(people(more('wos.ris')[7]?.author)).toEqual(['Writer, Willi, Jr.']);
    expect(people(more('wos.ris')[8]?.author)).toEqual(['张, 虚构', 'Zhang, Xu-gou']);
  });

  test('EndNote XML that breaks off: whole records are kept, the last is told', () => {
    expect(refusedIn(imported(bytesOf('more/endnote.xml')))).toEqual([
      [8, 'the XML is broken (<record> is not closed)'],
    ]);
    expect(more('endnote.xml').map(({ title }) => title)).toEqual([
      'A talk',
      'Thesis',
      'Page',
      'Cut off & broken',
    ]);
    expect(more('endnote.xml')[1]).toMatchObject({ genre: 'Doctoral thesis' });
    expect(JSON.stringify(more('endnote.xml'))).not.toContain('Tutor');
  });

  test('CNKI and Wanfang: doctoral theses, proceedings', () => {
    expect(more('wanfang.txt')[0]).toMatchObject({
      type: 'thesis',
      genre: 'Doctoral thesis',
      publisher: '示例大学',
    });
    expect(more('wanfang.txt')[1]).toMatchObject({
      'container-title': '第十届血液学会议论文集',
      'publisher-place': '北京',
    });
    expect(more('ejes.txt')[0]).toMatchObject({ volume: '5', issue: '03', page: '101-105' });
  });
});

describe('letters', () => {
  const record = 'TY  - JOUR\nTI  - Über Zellen\nAU  - Müller, Jörg\nPY  - 2034\nER  - \n';
  const chinese = 'TY  - JOUR\nTI  - 虚构单抗\nAU  - 张虚构\nER  - \n';
  const gbk = Buffer.from(
    '5459 2020 2d20 4a4f5552 0a 5449 2020 2d20 d0e9 b9b9 b5a5 bfb9 0a 4552 2020 2d20 0a'.replaceAll(' ', ''),
    'hex',
  );

  test.each([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${record}`)],
    ['UTF-16', Buffer.from(`\uFEFF${record}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(record, 'utf16le')],
    ['Windows', Buffer.from(record, 'latin1')],
  ])('%s', (_, bytes) => {
    expect(worksIn(bytes)[0]).toMatchObject({
      title: 'Über Zellen',
      author: [{ family: 'Müller', given: 'Jörg' }],
    });
  });

  test('GBK, and two kinds of letters in one file', () => {
    expect(worksIn(gbk)[0]?.title).toBe('虚构单抗');
    const both = worksIn(Buffer.concat([Buffer.from(record, 'latin1'), Buffer.from(chinese)]));
    expect(both.map(({ title }) => title)).toEqual(['Über Zellen', '虚构单抗']);
  });
});
