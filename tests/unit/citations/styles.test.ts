import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { entryReference, type Citable } from '../../../src/citations/entry.ts';
import { formatCitations, formatEntries } from '../../../src/citations/format.ts';
import { styleIds, type StyleId } from '../../../src/citations/styles.ts';
import { references } from '../../../src/model/reference.ts';
import { isWhole, some } from '../../support/sweep.ts';
import { article } from './items.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const library = references.parse(parse(readFileSync(path.join(root, 'content/references.yaml'), 'utf8')));

const cite = (style: StyleId, item: Citable) => formatCitations(style, [item]).get(item.id)!;

const english = article({
  id: 'kantarjian-2016',
  title: 'Inotuzumab Ozogamicin versus Standard Therapy for Acute Lymphoblastic Leukemia',
  author: [
    { family: 'Kantarjian', given: 'H M' },
    { family: 'DeAngelo', given: 'D J' },
    { family: 'Stelljes', given: 'M' },
    { family: 'Martinelli', given: 'G' },
    { family: 'Liedtke', given: 'M' },
    { family: 'Stock', given: 'W' },
    { family: 'Gökbuget', given: 'N' },
    { family: 'Advani', given: 'A S' },
  ],
  'container-title': 'New England Journal of Medicine',
  'container-title-short': 'N Engl J Med',
  volume: '375',
  issue: '8',
  page: '740-753',
  issued: { 'date-parts': [[2016, 8, 25]] },
  DOI: '10.1056/NEJMoa1509277',
  PMID: '27292104',
});
const chinese = article({
  id: 'cao-2021',
  title: 'CAR-T序贯二次异基因造血干细胞移植41例临床分析',
  author: [
    { family: '曹', given: '星玉' },
    { family: '邱', given: '丽媛' },
    { family: '张', given: '建平' },
    { family: '熊', given: '敏' },
  ],
  'container-title': '中华血液学杂志',
  volume: '42',
  issue: '4',
  page: '318-323',
  issued: { 'date-parts': [[2021]] },
  DOI: '10.3760/cma.j.issn.0253-2727.2021.04.009',
  language: 'zh-CN',
});

// Each was checked by hand: NLM against Citing Medicine, 2nd edition, chapter 1; AMA against section 3.11 of
// the AMA Manual of Style, 11th edition; APA against sections 9.8 and 10.1 of the Publication Manual, 7th
// edition; GB/T 7714—2015 against its sections 8.1 (three authors, then 等 or et al.; family names in
// capitals), 4.4 and 4.6.
describe.each<[StyleId, string, string]>([
  [
    'nlm',
    'Kantarjian HM, DeAngelo DJ, Stelljes M, Martinelli G, Liedtke M, Stock W, et al. Inotuzumab Ozogamicin versus Standard Therapy for Acute Lymphoblastic Leukemia. N Engl J Med. 2016 Aug 25;375(8):740–53. doi:10.1056/NEJMoa1509277 PubMed PMID: 27292104.',
    '曹星玉, 邱丽媛, 张建平, 熊敏. CAR-T序贯二次异基因造血干细胞移植41例临床分析. 中华血液学杂志. 2021;42(4):318–23. Chinese. doi:10.3760/cma.j.issn.0253-2727.2021.04.009',
  ],
  [
    'ama',
    'Kantarjian HM, DeAngelo DJ, Stelljes M, et al. Inotuzumab Ozogamicin versus Standard Therapy for Acute Lymphoblastic Leukemia. <i>N Engl J Med</i>. 2016;375(8):740-753. doi:10.1056/NEJMoa1509277',
    '曹星玉, 邱丽媛, 张建平, 熊敏. CAR-T序贯二次异基因造血干细胞移植41例临床分析. 中华血液学杂志. 2021;42(4):318-323. doi:10.3760/cma.j.issn.0253-2727.2021.04.009',
  ],
  [
    'apa',
    'Kantarjian, H. M., DeAngelo, D. J., Stelljes, M., Martinelli, G., Liedtke, M., Stock, W., Gökbuget, N., &amp; Advani, A. S. (2016). Inotuzumab Ozogamicin versus Standard Therapy for Acute Lymphoblastic Leukemia. <i>New England Journal of Medicine</i>, <i>375</i>(8), 740–753. https://doi.org/10.1056/NEJMoa1509277',
    '曹星玉, 邱丽媛, 张建平, &amp; 熊敏. (2021). CAR-T序贯二次异基因造血干细胞移植41例临床分析. <i>中华血液学杂志</i>, <i>42</i>(4), 318–323. https://doi.org/10.3760/cma.j.issn.0253-2727.2021.04.009',
  ],
  [
    'gb-t-7714',
    'KANTARJIAN H M, DEANGELO D J, STELLJES M, et al. Inotuzumab Ozogamicin versus Standard Therapy for Acute Lymphoblastic Leukemia[J/OL]. New England Journal of Medicine, 2016, 375(8): 740-753. DOI:10.1056/NEJMoa1509277.',
    '曹星玉, 邱丽媛, 张建平, 等. CAR-T序贯二次异基因造血干细胞移植41例临床分析[J/OL]. 中华血液学杂志, 2021, 42(4): 318-323. DOI:10.3760/cma.j.issn.0253-2727.2021.04.009.',
  ],
])('%s', (style, ofEnglish, ofChinese) => {
  test('prints an English article', () => {
    expect(cite(style, english).html).toBe(ofEnglish);
  });

  test('prints a Chinese article', () => {
    expect(cite(style, chinese).html).toBe(ofChinese);
  });

  test('says that a list of authors goes on where it is cut short in the library', () => {
    const cut = { custom: { 'authors-truncated': true } };
    expect(cite(style, { ...english, author: english.author!.slice(0, 2), ...cut }).text).toMatch(
      /^(Kantarjian HM, DeAngelo DJ, et al\. |Kantarjian, H\. M\., DeAngelo, D\. J\., et al\. \(|KANTARJIAN H M, DEANGELO D J, et al\. )/,
    );
    expect(cite(style, { ...chinese, author: chinese.author!.slice(0, 3), ...cut }).text).toMatch(
      style === 'gb-t-7714' ? /^曹星玉, 邱丽媛, 张建平, 等\. / : /^曹星玉, 邱丽媛, 张建平, et al\. /,
    );
  });

  test('prints the year as it is, whoever else wrote in it', () => {
    const twins = ['a', 'b', 'c'].map((id) => ({ ...english, id }));
    for (const { text } of formatCitations(style, twins).values()) expect(text).not.toMatch(/2016[a-z]/);
  });

  test('cites an entry with version, date and address, whatever its title', () => {
    const base = { name: 'ALLmanac', url: 'https://example.org', publisher: 'ALLmanac contributors' };
    const titles = ['A trial of CD19', '$& $1 <script> <i>in vivo</i>', 'Xversion', '花'];
    const entries = titles.map((title, i) =>
      entryReference({
        id: `e-${i}`,
        title,
        path: `/trials/e-${i}/`,
        version: `1.${i}`,
        updated: '2026-11-21',
        base,
      }),
    );
    const cited = formatEntries(style, entries);
    entries.forEach((entry, i) => {
      expect(cited.get(entry.id)).toEqual(cite(style, entry));
      expect(cited.get(entry.id)!.text).toContain(`(version 1.${i}, 2026-11-21)`);
      expect(cited.get(entry.id)!.text).toContain(`https://example.org/trials/e-${i}/`);
    });
  });

  test('formats the library, with nothing undefined or doubled', () => {
    // What is odd in a library is seldom odd in one style alone.
    const asked = library.filter((_, i) => isWhole || i % styleIds.length === styleIds.indexOf(style));
    for (const [id, { text }] of formatCitations(style, asked)) {
      expect(text, id).not.toMatch(/undefined|\bnull\b|et al\.\.|et al\.,|\. [;,.]|,,|\( ?\)|&#|\[CSL/);
    }
  });
});

const crowd = some(5000, 300);

test(`${crowd} references are formatted in one go`, () => {
  const many = Array.from({ length: crowd }, (_, i) => ({ ...library[i % library.length]!, id: `k${i}` }));
  expect(formatCitations('nlm', many).size).toBe(crowd);
});

test('styles that are bundled keep their authors and their licence', () => {
  for (const name of [
    'american-medical-association.csl',
    'china-national-standard-gb-t-7714-2015-numeric.csl',
  ]) {
    const csl = readFileSync(path.join(root, 'src/citations/styles', name), 'utf8');
    expect(csl).toMatch(/<author>\s*<name>.+<\/name>/);
    expect(csl).toContain('http://creativecommons.org/licenses/by-sa/3.0/');
  }
  expect(readFileSync(path.join(root, 'src/citations/styles/README.md'), 'utf8')).toMatch(
    /citationstyles\.org[^]*Attribution-ShareAlike 3\.0/,
  );
});
