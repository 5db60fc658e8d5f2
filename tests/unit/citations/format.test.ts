import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryReference } from '../../../src/citations/entry.ts';
import { citationOf, formatCitations, formatEntries, referenceTexts } from '../../../src/citations/format.ts';
import { shortLabel } from '../../../src/citations/label.ts';
import { doiAddress, referenceLinks } from '../../../src/citations/links.ts';
import { styleIds } from '../../../src/citations/styles.ts';
import { article, hostileLibrary, hostileNames, hostileTitles, without } from './items.ts';
import type { Citable } from '../../../src/citations/entry.ts';
import { some } from '../../support/sweep.ts';

const html = (item: Citable): string => citationOf(referenceTexts([item]).get(item.id)!).html;

const kantarjian = article({
  id: 'kantarjian-2016',
  title: 'Inotuzumab Ozogamicin versus Standard Therapy',
  author: ['Kantarjian', 'DeAngelo', 'Stelljes', 'Martinelli', 'Liedtke', 'Stock', 'Gökbuget'].map(
    (family) => ({
      family,
      given: 'Hagop M',
    }),
  ),
  'container-title': 'New England Journal of Medicine',
  'container-title-short': 'N Engl J Med',
  issued: { 'date-parts': [[2016, 8, 25]] },
  DOI: '10.1056/NEJMoa1509277',
  PMID: '27292104',
  PMCID: 'PMC5594743',
});

describe('references in the Vancouver style', () => {
  test('six authors, et al., journal, date and pages, without a number and without what pages link to', () => {
    expect(html(kantarjian)).toBe(
      'Kantarjian HM, DeAngelo HM, Stelljes HM, Martinelli HM, Liedtke HM, Stock HM, et al. ' +
        'Inotuzumab Ozogamicin versus Standard Therapy. N Engl J Med. 2016 Aug 25;135(11):804–13.',
    );
  });

  test('a whole citation carries the identifiers', () => {
    expect(formatCitations('nlm', [kantarjian]).get(kantarjian.id)!.text).toMatch(
      /804–13\. doi:10\.1056\/NEJMoa1509277 PubMed PMID: 27292104; PubMed Central PMCID: PMC5594743\.$/,
    );
  });

  test('et al. follows the known authors where the rest are not known, and only there', () => {
    const truncated = { custom: { 'authors-truncated': true } };
    expect(html(article(truncated))).toMatch(/^Advani AS, et al\. A title\./);
    expect(html(article())).toMatch(/^Advani AS\. A title\./);
    expect(html({ ...kantarjian, author: kantarjian.author!.slice(0, 6), ...truncated })).toMatch(
      / Stock HM, et al\. Ino/,
    );
  });

  test('a Chinese article: names whole, the English title in brackets, the language at the end', () => {
    const item = article({
      title: '嵌合抗原受体T细胞',
      author: [{ family: '花', given: '京剩' }],
      language: 'zh-CN',
      custom: { 'title-en': 'CAR T cells' },
    });
    expect(html(item)).toBe(
      '花京剩. 嵌合抗原受体T细胞 [CAR T cells]. Blood. 2020 Mar 12;135(11):804–13. Chinese.',
    );
  });

  test('a meeting abstract and an article ahead of print say so', () => {
    expect(html(article({ genre: 'Meeting abstract' }))).toContain('A title [Meeting abstract]. Blood.');
    expect(html(article({ status: 'ahead of print' }))).toMatch(/804–13\. Ahead of print\.$/);
  });

  test('a web page keeps its address, as text', () => {
    const item: Citable = {
      ...{
        id: 'web',
        type: 'webpage',
        title: 'A record',
        language: 'en-US',
        'container-title': 'ClinicalTrials.gov',
      },
      URL: 'https://example.org/?a=1&b=<script>',
      accessed: { 'date-parts': [[2026, 11, 21]] },
    };
    expect(html(item)).toBe(
      'ClinicalTrials.gov [Internet]. [cited 2026 Nov 21]. A record. ' +
        'Available from: https://example.org/?a=1&amp;b=&lt;script&gt;',
    );
  });

  test('an entry of ALLmanac is cited with version, date and address', () => {
    const entry = entryReference({
      ...{
        id: 'trial-eliana',
        title: 'ELIANA',
        path: '/trials/eliana/',
        version: '1.2',
        updated: '2026-11-21',
      },
      base: { name: 'ALLmanac', url: 'https://example.org', publisher: 'The ALLmanac project' },
    });
    expect(entry.URL).toBe('https://example.org/trials/eliana/');
    expect(html(entry)).toBe(
      'The ALLmanac project. ALLmanac [Internet]. The ALLmanac project; 2026. ' +
        'ELIANA (version 1.2, 2026-11-21). Available from: https://example.org/trials/eliana/',
    );
  });

  test.each(styleIds)('a dataset says its version once in %s', (style) => {
    const entry = entryReference({
      id: 'base',
      title: 'The base',
      path: '/',
      version: '2.7',
      updated: '2026-01-31',
      base: { name: 'ALLmanac', url: 'https://example.org', publisher: 'ALLmanac contributors' },
    });
    const { text } = formatEntries(style, [{ ...entry, type: 'dataset', 'container-title': undefined }]).get(
      'base',
    )!;
    expect(text.match(/version/gi)).toHaveLength(1);
    expect(text).toContain('2.7');
    expect(text).not.toContain('X');
  });

  test('order and keys are those given, and every item has its reference', () => {
    const items = [article({ id: 'b' }), article({ id: 'a', author: [{ family: 'Zhang', given: 'A' }] })];
    expect([...referenceTexts(items).keys()]).toEqual(['b', 'a']);
    for (const style of styleIds) expect([...formatCitations(style, items).keys()]).toEqual(['b', 'a']);
    expect(referenceTexts([]).size).toBe(0);
  });
});

describe('content cannot bring markup', () => {
  /** What is left of HTML when the four tags that may be there are taken out in pairs. */
  function foreign(text: string): string {
    let rest = text;
    for (let before = ''; before !== rest;) {
      before = rest;
      rest = rest.replace(/<(i|b|sup|sub)>([^<]*)<\/\1>/g, '$2');
    }
    return rest;
  }

  test.each([...Object.entries(hostileTitles)])('title: %s', (_, title) => {
    expect(foreign(html(article({ title })))).not.toMatch(/[<>]/);
    for (const style of styleIds) {
      const citation = formatCitations(style, [article({ title })]).get('test-2020')!;
      expect(foreign(citation.html), style).not.toMatch(/[<>]/);
      expect(citation.text, style).not.toMatch(/[\ue000-\ue00f]/);
    }
  });

  test('marks that a title may have become tags, everything else is text', () => {
    expect(
      html(
        article({ title: '<i>In vivo</i> CD19<sup>+</sup> <script>alert(1)</script> <img src=x onerror=y>' }),
      ),
    ).toContain(
      '<i>In vivo</i> CD19<sup>+</sup> &lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=y&gt;.',
    );
    expect(html(article({ title: '<i onclick="x">a</i> & &lt;b&gt;' }))).toContain(
      '&lt;i onclick=&quot;x&quot;&gt;a&lt;/i&gt; &amp; &amp;lt;b&amp;gt;',
    );
  });

  test('whatever stands in whatever field', () => {
    const nasty = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '<script>',
            '</script>',
            '<i>',
            '</i>',
            '<sup>',
            '</sup>',
            '"',
            '&',
            '\ue000',
            '\ue001',
            '花',
          ),
          fc.string(),
        ),
      )
      .map((parts) => parts.join('') || 'x');
    fc.assert(
      fc.property(nasty, (text) => {
        const fields = { title: text, genre: text, volume: text, page: text, status: text, publisher: text };
        const item = article({
          ...fields,
          'container-title': text,
          author: [{ family: text, given: text }, { literal: text }],
        });
        for (const style of styleIds) {
          const citation = formatCitations(style, [item]).get(item.id)!;
          expect(foreign(citation.html), style).not.toMatch(/[<>]|[\ue000-\ue00f]/);
          expect(citation.text, style).not.toMatch(/[\ue000-\ue00f]/);
        }
      }),
      { numRuns: some(100, 20) },
    );
  });

  test.each(['constructor', '__proto__', 'valueOf'])('an author called %s is one', (literal) => {
    expect(html(article({ author: [{ literal }, { family: literal }] }))).toContain(
      `${literal}, ${literal}. A title.`,
    );
  });

  test('a hostile library is formatted whole', () => {
    expect(referenceTexts(hostileLibrary).size).toBe(hostileLibrary.length);
    for (const style of styleIds)
      expect(formatCitations(style, hostileLibrary).size).toBe(hostileLibrary.length);
  });
});

describe('labels', () => {
  test.each([
    [[{ family: 'Maude', given: 'S' }], 'Maude 2020'],
    [
      [
        { family: 'Ali', given: 'S' },
        { family: 'Moreau', given: 'A' },
      ],
      'Ali & Moreau 2020',
    ],
    [hostileNames['particles']!, 'van der Berg et al. 2020'],
    [[{ literal: 'GRAALL' }], 'GRAALL 2020'],
    [[{ family: '花', given: '京剩' }], '花京剩 2020'],
    [
      [
        { family: '糜', given: '坚青' },
        { family: '田', given: '洁' },
      ],
      '糜坚青和田洁 2020',
    ],
    [
      [
        { family: '花', given: '京剩' },
        { family: '张', given: '剑' },
        { family: '陈', given: '苏宁' },
      ],
      '花京剩等 2020',
    ],
  ])('%j', (author, label) => {
    expect(shortLabel(article({ author }))).toBe(label);
  });

  test('a label of the item’s own', () => {
    expect(shortLabel(article({ custom: { 'short-label': 'Cao et al. 2021' } }))).toBe('Cao et al. 2021');
  });

  test('unknown authors, years and names', () => {
    expect(shortLabel(article({ custom: { 'authors-truncated': true } }))).toBe('Advani et al. 2020');
    const nameless = without(article({ title: 'A <i>phase</i> 2 trial of many words' }), 'author', 'issued');
    expect(shortLabel(nameless)).toBe('A phase 2 trial of … n.d.');
    expect(shortLabel({ ...nameless, publisher: 'FDA', title: 'Label' })).toBe('FDA n.d.');
  });
});

describe('links', () => {
  test('DOI, PubMed and PMC; the address only where there is no DOI', () => {
    expect(referenceLinks({ ...kantarjian, URL: 'https://example.org/' }).map(({ href }) => href)).toEqual([
      'https://doi.org/10.1056/NEJMoa1509277',
      'https://pubmed.ncbi.nlm.nih.gov/27292104/',
      'https://pmc.ncbi.nlm.nih.gov/articles/PMC5594743/',
    ]);
    expect(referenceLinks(article({ URL: 'https://example.org/' }))).toEqual([
      { kind: 'web', text: 'https://example.org/', href: 'https://example.org/' },
    ]);
    expect(referenceLinks(article())).toEqual([]);
  });

  test('an old DOI with brackets and a hash stays one address', () => {
    expect(doiAddress('10.1002/(SICI)1097-0142(19960101)77:1<1::AID-CNCR1>3.0.CO;2-#')).toBe(
      'https://doi.org/10.1002/(SICI)1097-0142(19960101)77:1%3C1::AID-CNCR1%3E3.0.CO;2-%23',
    );
  });
});
