import { describe, expect, test } from 'vitest';
import { formOf, recordsOf } from '../../../../src/importing/references/read.ts';
import { plainText } from '../../../../src/importing/references/text.ts';
import { decode } from '../../../../src/reading/decode.ts';
import { bytesOf, dated, imported, notesIn, people, refusedIn, worksIn } from './read-file.ts';

/* Small files of each kind, made after oddities of public exports. What is right was written down before. */

/**
 * The abstracts that a file has: never taken over, but read, so that none of their lines is lost or taken for
 * a field.
 */
function abstractsIn(name: string): string[] {
  const text = decode(bytesOf(name)).text.replace(/\r\n?/g, '\n');
  const form = formOf(text);
  if (!form) throw new Error(`${name} is not known`);
  return [...recordsOf([text], form)].map((record) =>
    'draft' in record ? plainText(record.draft.abstract ?? '') : '',
  );
}

test('PubMed: wrapped lines, several DOIs, groups among authors, a retraction, a book chapter', () => {
  const [first, second, third, ...others] = worksIn(bytesOf('nbib-wrapped-lines.nbib'));
  expect(others).toEqual([]);
  expect(first).toMatchObject({
    title:
      'Inventumab against chemotherapy in adults with relapsed B-cell acute lymphoblastic leukaemia: a randomised trial',
    DOI: '10.5555/inv.2034.0001',
    PMID: '99000001',
    page: '1-9',
    keyword: 'ClinicalTrials.gov/NCT99990001',
  });
  expect(dated(first)).toBe('2034-01/2034-02');
  expect(people(first?.author)).toEqual([
    'Example, Anna B',
    'de la Beispiel, Carlos',
    '{INVENT Study Group}',
    'Muster, D, Jr',
  ]);
  expect(JSON.stringify(first)).not.toMatch(/0002|0099|Nobody|@/);
  expect(second).toMatchObject({
    title: 'Ein Kommentar',
    custom: { 'title-en': 'A comment without an English title' },
    status: 'retracted (notice: 10.5555/inv.2034.0200)',
    language: 'de',
  });
  expect(second?.DOI).toBeUndefined();
  expect(dated(second)).toBe('2034');
  expect(third).toMatchObject({
    type: 'chapter',
    title: 'Chapter on blasts',
    'container-title': 'An Invented Book of Blood',
  });
  expect(third).toMatchObject({ publisher: 'Example Press', ISBN: '978-0-00-000000-2' });
  expect(people(third?.editor)).toEqual(['Editor, Erna']);
});

test('PubMed XML: markup in the title, DOIs of others, a span as date, authors not complete, a book part', () => {
  const [first, second, ...others] = worksIn(bytesOf('pubmed-markup-title.xml'));
  expect(others).toEqual([]);
  expect(first).toMatchObject({
    title: 'Expression of INV1 in CD19+ cells at 10-4 & below: H0 kept',
    DOI: '10.5555/INV.2034.0011',
    page: '101-109',
    issue: 'Pt 1',
    custom: { 'authors-truncated': true },
  });
  expect(JSON.stringify(first)).not.toMatch(/wrong\.one|cited\.2001|2035\.0005/);
  expect(dated(first)).toBe('2034-11/2035-01');
  expect(people(first?.author)).toEqual([
    'Özbeispiel, Ayşe',
    '{INVENT Laboratory Group}',
    'Muster, Max, 3rd',
  ]);
  expect(abstractsIn('pubmed-markup-title.xml')[0]).toBe(
    'AIM: To invent <10 cells. RESULTS: P < 0.01, bold as it is.',
  );
  expect(second).toMatchObject({
    type: 'chapter',
    title: 'Blasts',
    'container-title': 'Invented Blood Book',
    publisher: 'Example Press',
  });
  expect([people(second?.author), people(second?.editor)]).toEqual([['Writer, Willi'], ['Editor, Erna']]);
});

test('RIS of Ovid: what stands between records belongs to none', () => {
  const works = worksIn(bytesOf('ris-ovid-junk-between.ris'));
  const [first, second, third] = works;
  expect(works).toHaveLength(3);
  expect(first).toMatchObject({
    DOI: '10.5555/inv.2034.0001',
    volume: '1',
    'container-title': 'Journal of Invented Haematology',
  });
  expect(first?.page).toBeUndefined();
  expect(people(first?.author)).toEqual(['Example, Anna B', 'de la Beispiel, Carlos']);
  expect(people(second?.author)).toEqual(['Example, A.']);
  expect(third).toMatchObject({ type: 'paper-conference', title: 'A poster' });
  expect(JSON.stringify(works)).not.toMatch(/inventumab\.mp|Week 03|@|ovid/);
});

test('RIS of EndNote: no space after the dash, bare lines, a type in the middle, glued tags, no closing tag', () => {
  const read = imported(bytesOf('ris-endnote-no-dash-space.ris'));
  const [first, second, third, fourth, ...others] = worksIn(bytesOf('ris-endnote-no-dash-space.ris'));
  expect(others).toEqual([]);
  expect(people(first?.author)).toEqual(['Example, Anna B.', 'Muster, Max']);
  expect(first).toMatchObject({
    page: '412-421',
    keyword:
      'Leukemia/drug therapy; Antibodies, Invented/adverse effects; ER is a keyword that begins with two capital letters',
  });
  expect(dated(first)).toBe('2034-06');
  expect(abstractsIn('ris-endnote-no-dash-space.ris')).toEqual([
    'The first line. ER stress was measured, and TY was not.',
    'NA',
    '',
    '',
  ]);
  expect(read.abstracts).toBe(1);
  expect(second).toMatchObject({
    title: 'A record whose type stands in the middle',
    type: 'article-journal',
  });
  expect(second?.DOI).toBeUndefined();
  expect(third).toMatchObject({
    volume: '44',
    issue: '7',
    page: '1201-1209',
    URL: 'https://example.org/glued?a=1&b=2',
  });
  expect(fourth?.type).toBe('thesis');
  expect(dated(fourth)).toBe('');
  expect(notesIn(read)).toEqual(['the year "11 20" cannot be read']);
});

test('CNKI in the form of EndNote: names in one piece, institutions, a tutor, no empty line before a record', () => {
  const [first, second, third, fourth, ...others] = worksIn(bytesOf('cnki-endnote.enw'));
  expect(others).toEqual([]);
  expect(people(first?.author)).toEqual(['{张虚构}', '{李示例}']);
  expect(first).toMatchObject({
    id: 'zhang-2034',
    page: '101-105+112',
    volume: '5',
    ISSN: '0000-0019',
    language: 'zh-CN',
  });
  expect(second?.DOI).toBe('10.5555/j.cnki.0000-0019.20340101.001');
  expect(dated(second)).toBe('');
  expect(people(third?.author)).toEqual(['{赵论文}']);
  expect(third).toMatchObject({ type: 'thesis', genre: "Master's thesis", publisher: '示例大学' });
  expect(JSON.stringify(third)).not.toContain('钱导师');
  expect(fourth?.title).toBe('Foreign record as the Chinese base gives it');
  expect(abstractsIn('cnki-endnote.enw')[3]).toBe('Abstract First part. Second part.');
});

test('EndNote XML: style runs, a group, a journal named twice, a date that is none, an entry without a title', () => {
  const read = imported(bytesOf('endnote-styles.xml'));
  const [first, second, ...others] = worksIn(bytesOf('endnote-styles.xml'));
  expect(others).toEqual([]);
  expect(people(first?.author)).toEqual(['Example, Anna B.', '{INVENT Study Group}']);
  expect(first).toMatchObject({
    title: 'Loss of CD19+ cells in Mus inventus',
    'container-title': 'Journal of Invented Haematology',
    'container-title-short': 'J Invented Haematol',
    keyword: 'leukaemia',
    DOI: '10.5555/inv.2034.0001',
    PMID: '99000001',
  });
  expect(JSON.stringify(first)).not.toMatch(/pdf|nowhere/);
  expect(second).toMatchObject({
    type: 'chapter',
    title: 'Blasts < 5 %',
    'container-title': 'Invented Blood Book',
    status: 'in press',
  });
  expect([people(second?.editor), dated(second)]).toEqual([['Editor, Erna'], '']);
  expect(refusedIn(read)).toEqual([[1, 'it has no title but the name of a file, <scan_0001.pdf>']]);
});

test('NoteExpress: authors by semicolons or one a line, full-width colons, translated titles', () => {
  const [first, second, third, ...others] = worksIn(bytesOf('cnki-noteexpress.txt'));
  expect(others).toEqual([]);
  expect(people(first?.author)).toEqual(['{张虚构}', '{李示例}', '{王样本}']);
  expect(first?.URL).toBe('https://example.org/cnki/1');
  expect(abstractsIn('cnki-noteexpress.txt')[0]).toBe('目的：评价疗效。结果：30例中22例缓解。');
  expect([people(second?.author), dated(second)]).toEqual([['Example, Anna', 'de la Beispiel, Carlos'], '']);
  expect(people(third?.author)).toEqual(['{虚构医学会血液学分会}', '{钱专家}']);
  expect(third).toMatchObject({
    title: '虚构CAR-T细胞治疗儿童白血病专家共识(2034年版)',
    DOI: '10.5555/j.issn.0000-0000.2034.01.021',
    keyword: '白血病; CAR-T',
    language: 'zh-CN',
    custom: { 'title-en': 'Invented expert consensus on CAR T cells in children (2034)' },
  });
});

test('RefWorks of CNKI in GBK: pages in OP, small tags, authors by full-width commas', () => {
  const read = imported(bytesOf('cnki-refworks-gbk.txt'));
  const [first, second, third, ...others] = worksIn(bytesOf('cnki-refworks-gbk.txt'));
  expect([others, read.encoding]).toEqual([[], 'GBK']);
  expect(people(first?.author)).toEqual(['{张虚构}', '{李示例}', '{王样本}']);
  expect(first).toMatchObject({
    page: '101-105+112',
    DOI: '10.5555/j.cnki.0000-0019.2034.03.011',
    language: 'zh-CN',
  });
  expect(first?.volume).toBeUndefined();
  expect(abstractsIn('cnki-refworks-gbk.txt')[0]).toBe('目的 评价疗效。结果 30例中22例缓解(73.3%)。');
  expect([people(second?.author), second?.volume, second?.page, dated(second)]).toEqual([
    ['{赵首发}', '{钱样例}'],
    '7',
    '1-6',
    '',
  ]);
  expect(third).toMatchObject({ type: 'thesis', publisher: '示例大学' });
});

describe('BibTeX', () => {
  const read = imported(bytesOf('bib-crossref-strings.bib'));
  const works = worksIn(bytesOf('bib-crossref-strings.bib'));
  const titled = (begins: string) => works.find(({ title }) => title.startsWith(begins));

  test('every entry is kept: without a key, with the key of another, with a string that nobody defines', () => {
    expect(works).toHaveLength(8);
    expect(works.filter(({ title }) => title.includes('Two With One Key')).map(({ DOI }) => DOI)).toEqual([
      '10.5555/inv.2030.0001',
      '10.5555/inv.2030.0002',
    ]);
    expect(titled('No Key')?.['container-title']).toBe('UNDEFINED-STRING');
    expect(notesIn(read)).toEqual([
      'the string UNDEFINED-STRING is not defined; its name stands in its place',
    ]);
    expect(JSON.stringify(works)).not.toMatch(/mail@|nowhere|jabref/);
  });

  test('strings, groups with commas, accents, mathematics and identifiers', () => {
    const first = titled('Inventumab');
    expect(first).toMatchObject({
      title: 'Inventumab against Chemotherapy in B-ALL: ≥ 5 % Blasts, CD19+ and H2O',
      'container-title': 'Journal of Invented Haematology',
      DOI: '10.5555/INV.2034.0001',
      PMID: '99000001',
      page: '1-9',
      custom: { 'authors-truncated': true },
    });
    expect(dated(first)).toBe('2034-01-05');
    expect(people(first?.author)).toEqual([
      'Example, Anna B.',
      '{INVENT Study Group, Nordic and Baltic Arm}',
      'de la Beispiel, Carlos',
    ]);
    expect(titled('An Entry')).toMatchObject({
      publisher: 'Example Press',
      'publisher-place': 'Musterstadt',
    });
    expect(people(titled('An Entry')?.author)).toEqual(['Muster, Max', 'Nobody, Nora']);
  });

  test('a part has what it does not say itself from a parent that comes later; a date may be a span', () => {
    const chapter = titled('Blasts');
    expect(chapter).toMatchObject({
      type: 'chapter',
      'container-title': 'Invented Blood Book',
      publisher: 'Example Press',
      page: '10-20',
    });
    expect([people(chapter?.editor), dated(chapter)]).toEqual([['Editor, Erna'], '2033']);
    expect(people(chapter?.author)).toEqual(['Writer, Willi', 'Müller-Łukasik, Józef', 'Černůšek, R.']);
    expect(dated(titled('A biblatex Date'))).toBe('2035-03/2035-05');
    expect(titled('A biblatex Date')?.URL).toBe('https://example.org/a_b%20c?x=1&y=2');
  });
});

test('CSL-JSON: dates of every kind, names of every kind, numbers in a note, no title', () => {
  const read = imported(bytesOf('csl-json-dates.json'));
  const works = worksIn(bytesOf('csl-json-dates.json'));
  const [first] = works;
  expect(works.map(dated)).toEqual([
    '2034-01-05',
    '2034-11-30/2034-12-02',
    '2034',
    '2034',
    '1900',
    '',
    '2034-02',
  ]);
  expect(works[4]?.issued).toEqual({ 'date-parts': [[1900]], circa: true });
  expect(works[5]?.status).toBe('in press');
  expect(first).toMatchObject({
    title: 'Inventumab against chemotherapy in B-ALL',
    DOI: '10.5555/INV.2034.0001',
    PMID: '99000001',
    PMCID: 'PMC9900001',
    page: '1-9',
  });
  expect(people(first?.author)).toEqual([
    'de la Beispiel, Carlos',
    '{INVENT Study Group}',
    'Muster, Max, 3rd',
    '张, 虚构',
  ]);
  expect(refusedIn(read)).toEqual([
    [122, 'it has no title; a work without one cannot be distinguished from others'],
  ]);
});

test.each(
  [
    'nbib-wrapped-lines.nbib',
    'pubmed-markup-title.xml',
    'ris-ovid-junk-between.ris',
    'ris-endnote-no-dash-space.ris',
    'cnki-endnote.enw',
    'endnote-styles.xml',
    'cnki-noteexpress.txt',
    'cnki-refworks-gbk.txt',
    'bib-crossref-strings.bib',
    'csl-json-dates.json',
  ].map((name) => [name]),
)('%s: whatever the line ends, and a second time nothing new', (name) => {
  const works = worksIn(bytesOf(name));
  expect(works.length).toBeGreaterThan(1);
  const text = decode(bytesOf(name)).text.replace(/\r\n?/g, '\n');
  for (const end of ['\r\n', '\r']) expect(worksIn(`\uFEFF${text.replaceAll('\n', end)}`)).toEqual(works);
  const again = imported(bytesOf(name), works);
  const joined = again.outcomes.filter((outcome) => 'joined' in outcome);
  expect(joined.map(({ merge }) => [merge.filled, merge.taken, merge.kept])).toEqual(
    works.map(() => [[], [], []]),
  );
});
