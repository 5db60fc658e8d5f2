import { expect, test } from 'vitest';
import { texToText } from '../../../../src/importing/references/bibtex/tex.ts';
import { readDate } from '../../../../src/importing/references/dates.ts';
import { findDoi, findIssn } from '../../../../src/importing/references/identifiers.ts';
import { languageNamed, languageOfTitle } from '../../../../src/importing/references/language.ts';
import { readName } from '../../../../src/importing/references/names.ts';
import { readPages } from '../../../../src/importing/references/pages.ts';
import { plainText } from '../../../../src/importing/references/text.ts';
import { dated, people } from './read-file.ts';

test.each([
  ['2034 Jan-Feb', '2034-01/2034-02'],
  ['2034 Nov-2035 Jan', '2034-11/2035-01'],
  ['2034/01/05/', '2034-01-05'],
  ['2034/1//', '2034-01'],
  ['2034 Spring', '2034'],
  ['5 January 2034', '2034-01-05'],
  ['Jan. 5, 2034', '2034-01-05'],
  ['JAN 5 2034', '2034-01-05'],
  ['2034-Mar-05', '2034-03-05'],
  ['2034-03/2034-05', '2034-03/2034-05'],
  ['2034年3月5日', '2034-03-05'],
  ['20340105', '2034-01-05'],
  ['c2034', '2034'],
  ['2034-01-05T10:00:00Z', '2034-01-05'],
  ['2034-02-30', '2034-02'],
  ['2034-21', '2034'],
  // Which of the two is the month nobody knows.
  ['05/01/2034', '2034'],
  ['11 20', ''],
  ['in press', ''],
])('the date %s is %s', (text, expected) => {
  const issued = readDate(text);
  expect(issued ? dated({ issued } as Parameters<typeof dated>[0]) : '').toBe(expected);
});

test.each([
  ['2034 Spring', 1],
  ['Summer 2034', 2],
  ['Fall 2034', 3],
  ['2034///Winter', 4],
  ['Winter 2034-2035', 4],
  ['Herbst 2034', 3],
  ['2034年冬季', 4],
  ['2034-21', 1],
  ['2034 Spring-Summer', 1],
  ['2034 Jan', undefined],
  ['2034', undefined],
])('the season of %s is %s', (text, season) => {
  expect(readDate(text)?.season).toBe(season);
});

test.each([
  ['101-9', '101-109'],
  ['S12-9', 'S12-S19'],
  ['1--9', '1-9'],
  ['1–9', '1-9'],
  ['pp. 3-4', '3-4'],
  ['101-105+112', '101-105+112'],
  ['123–30; discussion 131', '123-130; discussion 131'],
  ['340-346.e2', '340-346.e2'],
  ['P123', 'P123'],
  ['e123', 'e123'],
  ['iii-ix', 'iii-ix'],
  ['No-Specified', undefined],
  ['n/a', undefined],
])('the pages %s are %s', (text, expected) => {
  expect(readPages(text)).toBe(expected);
});

test.each([
  ['https://doi.org/10.5555%2Fabc', '10.5555/abc'],
  ['doi: 10.5555/abc.def.', '10.5555/abc.def'],
  ['(10.5555/abc)', '10.5555/abc'],
  ['10.5555/S0140-6736(34)00001-0', '10.5555/S0140-6736(34)00001-0'],
  [
    '10.5555/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-1>3.0.CO;2-2',
    '10.5555/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-1>3.0.CO;2-2',
  ],
  ['10.5555/abc\\_def', '10.5555/abc_def'],
  ['10.5555/inv.1 [doi]', '10.5555/inv.1'],
  ['S0140(34)1 [pii]', undefined],
])('the DOI in %s is %s', (text, expected) => {
  expect(findDoi(text)).toBe(expected);
});

test.each([
  ['Example, Anna B', 'Example, Anna B'],
  ['Example A.B.', 'Example, A.B.'],
  ['de la Beispiel C', 'de la Beispiel, C'],
  ['Carlos de la Beispiel', 'de la Beispiel, Carlos'],
  ['Muster, Jr, Max', 'Muster, Max, Jr'],
  ['Muster, D Jr', 'Muster, D, Jr'],
  ['Smith, J., MD, PhD', 'Smith, J.'],
  ['J. H. Kim', 'Kim, J. H.'],
  ['INVENT Study Group', '{INVENT Study Group}'],
  ['European Society for Blood', '{European Society for Blood}'],
  ['SWOG', '{SWOG}'],
  ['Muster Company,', '{Muster Company}'],
  ['欧阳修', '{欧阳修}'],
  ['张, 虚构', '张, 虚构'],
  ['Example, Anna <a@example.org>', 'Example, Anna'],
])('the name %s is %s', (text, expected) => {
  expect(people([readName(text) ?? { literal: '' }])).toEqual([expected]);
});
test.each(['NA', '[Anonymous]', 'N/A', ';', '佚名'])('%s names nobody', (text) => {
  expect(readName(text)).toBeUndefined();
});

test.each([
  ['M{\\"u}ller-{\\L}ukasik', 'Müller-Łukasik'],
  ['{\\v C}ern{\\r u}{\\v s}ek', 'Černůšek'],
  ["{\\'\\i}", 'í'],
  ['\\o re', 'øre'],
  ['$\\geq 5\\,\\%$', '≥ 5 %'],
  ['H$_2$O', 'H2O'],
  ['$10^{6}$/kg', '10⁶/kg'],
  ['10\\textsuperscript{-4}', '10-4'],
  ["``q'' -- a", '“q” – a'],
  ['\\href{http://a}{b c}', 'b c'],
  ['{\\it vivo} x', 'vivo x'],
  ['\\textless{}i\\textgreater{}', '<i>'],
])('TeX %s reads %s', (tex, expected) => {
  expect(texToText(tex)).toBe(expected);
});

test.each([
  ['a <i>b</i><sup>+</sup> &amp; c', 'a b+ & c'],
  ['P &lt; 0.01', 'P < 0.01'],
  ['5 < x > 3 and CD19<low>', '5 < x > 3 and CD19<low>'],
  ['&eacute;&#233;&#xe9;&unknown;', 'ééé&unknown;'],
  ['10<sup>6</sup> cells', '10⁶ cells'],
  ['a\u200bb\u00adc (#br)d', 'abc d'],
])('the text %s reads %s', (text, expected) => {
  expect(plainText(text)).toBe(expected);
});

test('languages by name, code and letters; ISSN on paper first', () => {
  expect(['eng', 'English', 'en_GB', '中文;', 'ger', 'zh-cn', 'xx'].map(languageNamed)).toEqual([
    ...['en-US', 'en-US', 'en-GB', 'zh-CN', 'de', 'zh-CN', undefined],
  ]);
  expect(
    [
      'A trial of the antibody',
      '虚构单抗',
      'Behandlung der Leukämie mit dem Antikörper und die Folgen',
      'Un traitement des enfants avec la leucémie dans les hôpitaux',
    ].map(languageOfTitle),
  ).toEqual([...['en-US', 'zh-CN', 'de', 'fr']]);
  expect(findIssn('1533-4406 (Electronic) 0028-4793 (Print)')).toBe('0028-4793');
});
