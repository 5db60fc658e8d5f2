import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { corpusOf, smallBase } from '../helpers/corpus.ts';
import { checkBase } from './helpers.ts';

/** The small vocabulary with the journals of the content: their DOIs are formed as the tests below say. */
const contentVocabulary = fs.readFileSync(
  new URL('../../../content/vocabulary.yaml', import.meta.url),
  'utf8',
);
const vocabulary = `${smallBase['vocabulary.yaml']!}${contentVocabulary.slice(contentVocabulary.indexOf('\njournals:'))}`;

const journal = (name: string, doi: string) => `container-title: ${name}, DOI: ${doi}`;

/**
 * The findings of the family on a library of these works; that they have no identifier counts where it is
 * asked about.
 */
function identityOf(
  works: string[],
  asked = (code: string) => code !== 'identity/identifier',
): { code: string; line?: number | undefined; message: string; actual?: string | undefined }[] {
  const library = works.map(
    (more, i) => `- {id: smith-${2020 + i}, type: article-journal, title: A trial, language: en-US, ${more}}`,
  );
  const { findings } = checkBase(
    '- {id: a, kind: count, value: 1, unit: patients}',
    {},
    { 'references.yaml': library.join('\n'), 'vocabulary.yaml': vocabulary },
  );
  return findings.filter(({ code }) => code.startsWith('identity/') && asked(code));
}
const codesOf = (works: string[]) => identityOf(works).map(({ code }) => code);

describe('the form of a DOI', () => {
  it.each([
    ['J Clin Oncol', '10.1200/JCO.20.02262'],
    ['Journal of Clinical Oncology', '10.1200/JCO.2007.14.2083'],
    ['J Clin Oncol', '10.1200/JCO.2000.18.3.547'],
    ['J Clin Oncol', '10.1200/jco.2016.34.15_suppl.7001'],
    ['J Clin Oncol', '10.1200/JCO-24-01234'],
    ['N. Engl. J. Med.', '10.1056/NEJMoa1709866'],
    ['The New England Journal of Medicine', '10.1056/NEJMra2404512'],
    ['N Engl J Med', '10.1056/NEJM199808273390901'],
    ['Blood', '10.1182/blood-2017-07-793760'],
    ['Blood', '10.1182/blood.2020009213'],
    ['Blood', '10.1182/blood.V126.23.2493.2493'],
    ['Blood Advances', '10.1182/bloodadvances.2021006144'],
    ['Blood Adv', '10.1182/bloodadvances.2018GS112263'],
    ['Leukemia', '10.1038/s41375-019-0488-7'],
    ['Leukemia', '10.1038/s41375-020-01107-w'],
    ['Leukemia', '10.1038/leu.2014.205'],
    ['Leukemia', '10.1038/sj.leu.2404893'],
    ['Lancet Haematology', '10.1016/S2352-3026(21)00088-7'], // no rule for the journal
    ['Bloodlines', '10.1000/any'],
  ])('of %s may be %s', (name, doi) => {
    expect(identityOf([`${journal(name, doi)}`])).toEqual([]);
  });

  it.each([
    ['J Clin Oncol', '10.1200/JCO.20.022'],
    ['J Clin Oncol', '10.1182/blood.2020009213'],
    ['N Engl J Med', '10.1056/NEJMoa17098'],
    ['N Engl J Med', '10.1056/NEJM1998082733909'],
    ['Blood', '10.1200/JCO.20.02262'],
    ['Blood Advances', '10.1182/blood.2020009213'],
    ['Leukemia', '10.1038/s41375-019-0488'],
    ['Leukemia', '10.1038/s41408-019-0488-7'],
  ])('of %s is not %s', (name, doi) => {
    expect(identityOf([journal(name, doi)])).toMatchObject([
      {
        code: 'identity/doi',
        severity: 'warning',
        line: 1,
        actual: doi,
        message: `${doi} is not formed as the DOIs of ${name} are`,
      },
    ]);
  });
});

describe('a work without DOI, PMID and PMCID', () => {
  const identifierOf = (work: string) => identityOf([work], (code) => code === 'identity/identifier');
  const reason = (told: string) => `custom: {no-identifier: ${told}}`;

  it('says why it has none', () => {
    expect(identifierOf('volume: 12')).toMatchObject([
      {
        severity: 'warning',
        line: 1,
        message: 'smith-2020 has no DOI, PMID or PMCID, and does not say why',
      },
    ]);
  });

  it.each([
    'DOI: 10.1000/a',
    'PMID: "32000001"',
    'PMCID: PMC1',
    reason('{because: not-found, looked: 2026-11-21}'),
    reason('{because: meeting, looked: 2026-11-21}'),
    reason('{because: web-page}'),
    reason('{because: registry-record}'),
    reason('{because: regulator}'),
    reason('{because: book}'),
  ])('is nothing to tell where there is %s', (more) => {
    expect(identifierOf(more)).toEqual([]);
  });

  it('says no reason any longer once it has one of them', () => {
    expect(identifierOf(`PMCID: PMC1, ${reason('{because: not-found, looked: 2026-11-21}')}`)).toMatchObject([
      { message: 'smith-2020 says why it has no identifier, but has PMC1', actual: 'not-found' },
    ]);
  });

  it.each([
    ['{because: lost}', 'schema/shape'],
    ['{because: not-found}', 'schema/shape'],
    ['{because: book, looked: 2026-11-21}', 'schema/unknown-key'],
    ['{because: meeting, looked: 2026-11}', 'schema/shape'],
  ])('has no reason such as %s', (told, fault) => {
    const library = `- {id: smith-2020, type: book, title: A trial, language: en-US, ${reason(told)}}`;
    expect(corpusOf({ 'references.yaml': library }).findings.map(({ code }) => code)).toContain(fault);
  });
});

describe('the table of journals', () => {
  const faultsOf = (journals: string) =>
    corpusOf({ 'vocabulary.yaml': `${smallBase['vocabulary.yaml']!}journals: ${journals}\n` }).findings;

  it('may be left out', () => {
    expect(corpusOf().findings).toEqual([]);
  });
  it.each([
    ['does not fit its example', "[{names: [Blood], doi: '10\\.1182/blood', example: 10.1000/x}]"],
    ['is no regular expression', "[{names: [Blood], doi: '10(', example: 10.1000/x}]"],
  ])('is refused where its form %s', (_, journals) => {
    expect(faultsOf(journals)).toMatchObject([
      {
        code: 'schema/shape',
        file: expect.stringContaining('vocabulary.yaml') as string,
        help: expect.stringContaining('fits the example') as string,
      },
    ]);
  });
});

describe('a PMID', () => {
  const work = (year: number, pmid: string) => `issued: {date-parts: [[${year}]]}, PMID: "${pmid}"`;
  it.each([
    [2022, '35001234'],
    [2001, '11251234'],
    [2000, '9251234'],
    [1998, '9251234'],
    [1975, '1234'],
  ])('of %d may be %s', (year, pmid) => {
    expect(codesOf([work(year, pmid)])).toEqual([]);
  });
  it.each([
    [2019, '3124567', 7],
    [2022, '350012', 6],
    [2001, '9251234', 7],
  ])('of %d is not %s', (year, pmid, digits) => {
    expect(identityOf([work(year, pmid)])).toMatchObject([
      {
        code: 'identity/pmid',
        severity: 'warning',
        actual: pmid,
        message: `the PMID ${pmid} has ${digits} digits, but works of ${year} have eight`,
      },
    ]);
  });
});

describe('a work', () => {
  it.each([
    ['DOI', 'DOI: 10.1000/trial', 'DOI: 10.1000/TRIAL'],
    ['PMID', 'PMID: "12345678"', 'PMID: "12345678"'],
    ['PMCID', 'PMCID: PMC123', 'PMCID: PMC123'],
  ])('stands once: the same %s under two keys is an error at the second', (key, first, second) => {
    expect(identityOf([first, second])).toMatchObject([
      {
        code: 'identity/duplicate-work',
        severity: 'error',
        line: 2,
        message: `smith-2021 has the same ${key} as smith-2020`,
      },
    ]);
  });
  it('may share its title and year with another', () => {
    expect(codesOf(['DOI: 10.1000/a', 'DOI: 10.1000/b'])).toEqual([]);
  });
});

describe('a title under two keys', () => {
  const full = 'Testumab for relapsed disease in adults: a phase 2 trial';
  const smith = 'author: [{family: Smith, given: A B}]';
  /** Two works with these details; what is said of the second. */
  const said = (first: string, second: string, titles = [full, full]) => {
    const library = [first, second].map(
      (more, i) =>
        `- {id: key-${i}, type: article-journal, title: "${titles[i]!}", language: en-US, ${more}}`,
    );
    const { findings } = checkBase(
      '- {id: a, kind: count, value: 1, unit: patients}',
      {},
      { 'references.yaml': library.join('\n') },
    );
    return findings.flatMap(({ code, severity, line }) =>
      code.startsWith('identity/') && code !== 'identity/identifier'
        ? [`${severity} ${code.replace('identity/', '')} ${line}`]
        : [],
    );
  };
  const of = (year: number | undefined, journal: string, more = smith) =>
    [more, journal && `container-title: ${journal}`, year && `issued: {date-parts: [[${year}]]}`]
      .filter(Boolean)
      .join(', ');

  it.each([
    ['of one author and journal', of(2020, 'Blood'), of(2020, 'Blood')],
    ['of the next year', of(2020, 'Blood'), of(2021, 'Blood')],
    ['of which one has no year', of(2020, 'Blood'), of(undefined, 'Blood')],
    ['of which one has no journal', of(2020, 'Blood'), of(2020, '')],
    ['whose author is spelt otherwise', of(2020, 'Blood'), of(2020, 'Blood', 'author: [{family: Smyth}]')],
    ['whose journal is cut short', of(2020, 'Journal of Clinical Oncology'), of(2020, 'J. Clin. Oncol.')],
    ['with another DOI', `${of(2020, 'Blood')}, DOI: 10.1000/a`, `${of(2020, 'Blood')}, DOI: 10.1000/ab`],
  ])('is an error: %s', (_, first, second) => {
    expect(said(first, second)).toEqual(['error duplicate-work 2']);
  });

  it.each([
    ['capitals and punctuation', 'TESTUMAB for relapsed disease in adults. A Phase-2 trial.'],
    ['markup', '<i>Testumab</i> for *relapsed* disease in adults: a phase 2 trial'],
    ['marks', 'Téstumab for relapsed disease in adults: a phase 2 trial'],
  ])('is the same with other %s', (_, title) => {
    expect(said(of(2020, 'Blood'), of(2020, 'Blood'), [full, title])).toEqual(['error duplicate-work 2']);
  });

  it('is the same in the English of a Chinese work', () => {
    const chinese = `${of(2020, '中华血液学杂志')}, custom: {title-en: "${full}"}`;
    expect(said(chinese, of(2020, 'Chinese Journal of Hematology'), ['测试治疗成人复发疾病', full])).toEqual([
      'note version 2',
    ]);
  });

  it.each([
    ['another journal', of(2020, 'medRxiv'), of(2021, 'Blood')],
    ['a journal of nearly the same name', of(2020, 'Cancer'), of(2020, 'Cancers')],
    ['a journal whose name begins alike', of(2020, 'Blood'), of(2020, 'Blood Advances')],
    ['another genre', `${of(2020, 'Blood')}, genre: Meeting abstract`, of(2021, 'Blood')],
    ['another status', `${of(2020, 'Blood')}, status: ahead of print`, of(2020, 'Blood')],
    [
      'another meeting',
      `${of(2020, 'Blood')}, genre: Meeting abstract, volume: "136"`,
      `${of(2021, 'Blood')}, genre: Meeting abstract, volume: "138"`,
    ],
  ])('is a note where %s makes it another version', (_, first, second) => {
    expect(said(first, second)).toEqual(['note version 2']);
  });

  it.each([
    ['two years later', of(2020, 'Blood'), of(2022, 'Blood'), [full, full]],
    [
      'of another author in another journal',
      of(2020, 'Blood'),
      of(2020, 'Leukemia', 'author: [{family: Jones}]'),
      [full, full],
    ],
    ['of works that name neither author nor journal', 'volume: "1"', 'volume: "2"', [full, full]],
    ['that many works have', of(2020, 'Blood'), of(2020, 'Blood'), ['Reply', 'Reply']],
    ['that breaks off', of(2020, 'Blood'), of(2020, 'Blood'), [`${full} …`, `${full} …`]],
    ['that only begins alike', of(2020, 'Blood'), of(2020, 'Blood'), [full, `${full}, final report`]],
  ])('raises nothing: %s', (_, first, second, titles) => {
    expect(said(first, second, titles)).toEqual([]);
  });

  it('is told once where a number is shared as well', () => {
    const doi = `${of(2020, 'Test')}, DOI: 10.1000/a`;
    expect(said(doi, doi)).toEqual(['error duplicate-work 2']);
  });
});

describe('pages', () => {
  it.each(['740-753', '1-1', '30', 'e123', 'S12-S19', '1045-1056'])('may be %s', (page) => {
    expect(codesOf([`page: "${page}"`])).toEqual([]);
  });
  it.each([
    ['740-53', 'run backwards'],
    ['753-740', 'run backwards'],
    ['1-400', 'run over more than two hundred pages'],
  ])('are odd where they are %s', (page, told) => {
    expect(identityOf([`page: ${page}`])).toMatchObject([
      { code: 'identity/pages', severity: 'warning', actual: page, message: `pages ${page} ${told}` },
    ]);
  });
});

describe('a misprint of a source', () => {
  it('is kept and shown as a note with both forms', () => {
    const misprint =
      'custom: {printed: [{in: jones, number: 31, as: "PMID 3124567", issue: A digit is missing}]}';
    expect(identityOf([misprint])).toMatchObject([
      {
        code: 'identity/misprint',
        severity: 'note',
        actual: 'PMID 3124567',
        message: 'jones prints its reference 31 (smith-2020) otherwise: A digit is missing',
      },
    ]);
  });
  it('is not what was right when it was printed', () => {
    const printed =
      '{in: jones, number: 31, as: Epub ahead of print, issue: It has since appeared, earlier: true}';
    expect(identityOf([`custom: {printed: [${printed}]}`])).toEqual([]);
  });
});
