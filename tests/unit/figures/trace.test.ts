import { describe, expect, it } from 'vitest';
import { locate } from '../../../src/evidence/locate.ts';
import { digitsOf, sameDigits, sectionOf, standsAt, traceableFigures } from '../../../src/evidence/trace.ts';
import { meaningOf } from '../../../src/model/number-words.ts';
import { documentHash, numbersIn } from '../../../src/reading/numbers.ts';
import { indexNumbers, indexSection } from '../../../src/reading/passages.ts';
import { parseFigure } from '../../../src/model/figure.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import { runChecks } from '../../../src/checks/run.ts';
import { checkBase, figureChecks, readBase, trialOf } from './helpers.ts';

describe('the numbers of a passage', () => {
  it.each([
    ['5.0 (3.7–5.6) months', '5.0 3.7 5.6'],
    ['HR 0.77, 97.5% CI 0.58~1.03, P = 0.0203', '0.77 97.5 0.58 1.03 0.0203'],
    ['P<.0105 and HR=.66', '0.0105 0.66'],
    ['P < 0.001; n=59', '0.001 59'],
    ['HR 0·45 (0·34–0·61)', '0.45 0.34 0.61'],
    ['15~20 d, 18-59岁, ≥60 years', '15 20 18 59 60'],
    ['58例(98%)患者', '58 98'],
    // Powers of ten, as text, TeX, superscripts and tags.
    ['1.7×10^6 cells/kg', '1.7e6'],
    ['1.7 x 10^6', '1.7e6'],
    ['$1.701 \\sim 5.100 \\times 10^{6}$', '1.701 5.100e6'],
    ['1.0 × 10⁹/L', '1.0e9'],
    ['3×10<sup>6</sup>/kg', '3e6'],
    ['1.8 mg/m<sup>2</sup>, 0.5 mg/m²', '1.8 0.5'],
    // Thousands.
    ['1,234 of 10,200 patients', '1234 10200'],
    ['12, 345 and 6,78', '12 345 6 78'],
    // Names are no figures.
    ['CD19, CD22, IL-6, 4-1BB, 41BB and D28 in 12 patients', '12'],
    ['IL‑6 and CD3ζ; FLT3 5', '5'],
    // Nor are the numbers of references.
    ['Jabbour等<sup>[9]</sup> 326例', '326'],
    ['reported^[28~31] in 7', '7'],
    ['reported<sup>9</sup>, <sup>1-3</sup> and <sup>[ 4, 5 ]</sup> in 7', '7'],
    ['section 2.1.1 of 3', '3'],
  ])('%s → %s', (text, expected) => {
    expect(numbersIn(text).join(' ')).toBe(expected);
  });

  it('of none is empty', () => {
    expect(numbersIn('words only here')).toEqual([]);
  });
});

describe('number words', () => {
  it.each([
    [
      'Two hundred eighty-two patients, one hundred and five of them men',
      'two hundred eighty-two=282 one hundred and five=105',
    ],
    ['Thirty-one, sixty seven and nineteen', 'thirty-one=31 sixty seven=67 nineteen=19'],
    ['none of both, no events, zero', 'none=0 both=2 no=0 zero=0'],
    ['All patients with ALL', 'all=all'],
    ['a single infusion; more than half', 'single=1 half=half'],
    ['three-year survival, a two-drug regimen in a single-arm trial, no-one', 'three=3'],
    ['No. 5, anyone, often, tone', '5=undefined'],
    ['全部患者; 所有; 患者均缓解', '全部=all 所有=all 均=all'],
    ['6例患者均未出现, 并未观察到', '6=undefined 均未=0 未=0'],
    [
      '两项试验的一例, 十二名和二十三人, 一百零五例, 三百二十人',
      '两=2 一=1 十二=12 二十三=23 一百零五=105 三百二十=320',
    ],
    ['第二代, 一般, 平均, 未接受', ''],
    ['超过半数', '半数=half'],
  ])('%s → %s', (text, expected) => {
    expect(
      numbersIn(text)
        .map((number) => `${number}=${meaningOf(number)}`)
        .join(' '),
    ).toBe(expected);
  });

  it('are a closed list', () => {
    for (const word of [
      'some',
      'hundred and',
      'and',
      'patients',
      '',
      '一二三四',
      '患者',
      '零',
      'first',
      'twenty-ten',
    ])
      expect(meaningOf(word), word).toBeUndefined();
  });

  const stands = (figure: { key: string; digits: string; whole?: true }, word: string) =>
    standsAt(figure, [word], 1);
  it('stand for their number, for a whole, for a half of a hundred', () => {
    expect(stands({ key: 'value', digits: '31' }, 'thirty-one')).toBe(true);
    expect(stands({ key: 'value', digits: '32' }, 'thirty-one')).toBe(false);
    expect(stands({ key: 'events', digits: '0' }, '均未')).toBe(true);
    expect(stands({ key: 'events', digits: '6', whole: true }, 'all')).toBe(true);
    expect(stands({ key: 'events', digits: '6' }, 'all')).toBe(false);
    expect(stands({ key: 'percent', digits: '50' }, 'half')).toBe(true);
    expect(stands({ key: 'events', digits: '50' }, 'half')).toBe(false);
  });
});

describe('the index of a document', () => {
  const document = [
    'A title of 2022, vol. 51',
    '## 1 Introduction',
    'In 30% of adults.',
    '**2.1 Antibodies** Of 59 patients, 58 (98%) responded.',
    '',
    'A line with 12 patients that begins no section.',
    '## Table',
    '| 7 | 8 |',
    '2.1.1 Inotuzumab',
    'It was 5.0 against 1.8 months.\r\n- 3 of them relapsed',
    '**95% of all** stayed',
    '40 patients of this long line, which begins with a number but is no heading at all',
    '## 3 Outlook',
    '## 参考文献',
    '[1] Blood, 2018, 31(5): 12-19',
  ].join('\n');

  const flat = (text: string) =>
    indexNumbers(text).map(({ id, passages }) => ({ id, numbers: passages.flatMap((own) => own.numbers) }));

  it('goes by numbered headings, in order, and ends at the references', () => {
    expect(flat(document)).toEqual([
      { id: 'introduction', numbers: ['2022', '51'] },
      { id: '1', numbers: ['30'] },
      { id: '2.1', numbers: ['59', '58', '98', '12', 'no', '7', '8'] },
      { id: '2.1.1', numbers: ['5.0', '1.8', '3', '95', 'all', '40', 'no', 'all'] },
      { id: '3', numbers: [] },
    ]);
    expect(flat('Of 5\n## References\n6')).toEqual([{ id: 'introduction', numbers: ['5'] }]);
  });

  it.each([
    '34 patients responded',
    '3 patients responded',
    '3 Patients responded.',
    '3例患者缓解',
    '5 Patients',
    '**34 patients** responded',
    '2.3 Months',
  ])('takes a short line of the text for what it is: %s', (line) => {
    expect(flat(`## 2 Results\n${line}\n`).map(({ id }) => id)).toEqual(['introduction', '2']);
    expect(flat(`## 2 Results\n${line}\n`)[1]!.numbers.length).toBeGreaterThan(0);
  });

  it.each([
    ['2', '2.1 Antibodies'],
    ['2', '3 结语'],
    ['2.1.2', '2.2 Others'],
    ['2.1.2', '3 CAR T cells'],
    ['2', '**2.1.1 Name** of 5'],
  ])('after section %s, begins one with the line %s', (last, line) => {
    expect(indexNumbers(`## ${last} A\n${line}`)).toHaveLength(3);
  });

  it('keeps no other word of it', () => {
    for (const { passages } of indexNumbers(document))
      for (const { numbers } of passages)
        for (const number of numbers)
          expect(/^\d+(\.\d+)?(e\d+)?$/.test(number) || meaningOf(number) !== undefined, number).toBe(true);
  });

  it('is known by the SHA-256 of its bytes', () => {
    // printf abc | sha256sum
    expect(documentHash(Buffer.from('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});

describe('the passages of a section', () => {
  const passagesOf = (text: string) =>
    indexNumbers(text).flatMap(({ passages }) =>
      passages.map(({ cites, numbers }) => `[${cites}] ${numbers.join(' ')}`),
    );

  it('begin where a sentence calls out other works, and end with the paragraph', () => {
    const text = [
      'Smith 等<sup>[9]</sup>入组 326 例。OS 为 5.0 个月。Jones 等<sup>[10]</sup>入组 21 例, 12 例缓解。',
      '',
      '费用约 47.5 万。',
    ].join('\n');
    expect(passagesOf(text)).toEqual(['[9] 326 5.0', '[10] 21 12', '[] 47.5']);
  });

  it('go on where the same works are called out again, and over the end of a page', () => {
    expect(passagesOf('A^[1-3] 入组 7 例, 3 年的\n\nOS 为 70%。A^[1~3] 的 8 例。')).toEqual([
      '[1,2,3] 7 3 70 8',
    ]);
  });

  it('are clauses where one sentence speaks of two works', () => {
    expect(passagesOf('Smith et al.^[1] saw 5 of 7, but Jones et al.^[2] saw 9 of 12.')).toEqual([
      '[1] 5 7',
      '[2] 9 12',
    ]);
    expect(passagesOf('It was 40%^[1, 2], the cause is not known in 3, and it lasts 2 days^[4].')).toEqual([
      '[1,2] 40',
      '[4] 3 2',
    ]);
  });

  it('know a call-out from a power and from the marks of authors', () => {
    expect(passagesOf('Smith<sup>1</sup>: 5 mg/m<sup>2</sup> in 7<sup>[3]</sup>.')).toEqual(['[3] 5 7']);
    expect(passagesOf('2×10<sup>6</sup> cells, 5 mg/m<sup>2</sup> in 7<sup>3</sup>.')).toEqual([
      '[3] 2e6 5 7',
    ]);
  });

  it('are one where no work is called out, and a row each in a table', () => {
    const table = 'Of 12 patients:\n\n| Age | 5 | 7 |\n| Sex | 6 | 6 |\n\nOne died.\n\nTwo left.';
    expect(indexSection('abstract', 'Of 12\n\n5 died.').passages).toEqual([
      { cites: [], numbers: ['12', '5'] },
    ]);
    expect(indexSection('table 1', table).passages.map(({ numbers }) => numbers.join(' '))).toEqual([
      '12',
      '5 7',
      '6 6',
      'one two',
    ]);
  });
});

describe('a figure and a number of the source', () => {
  it.each([
    ['5.0', '5.0', true],
    ['5.0', '5', false],
    ['0.0105', '.0105', true],
    ['98', '98', true],
    ['98', '89', false],
    ['1.7e6', '1.7e6', true],
    ['1.7e6', '1.7e5', false],
    ['1.7e6', '1.7', false],
    // The power of ten may be in the unit: 2 × 10⁶ cells.
    ['2', '2e6', true],
    ['2.0', '2e6', false],
  ])('%s and %s', (figure, number, same) => {
    expect(sameDigits(figure, number)).toBe(same);
  });
  // A span prints its power of ten once, at its high end.
  it.each([
    ['1.701e6', '1.701', '5.100e6', true],
    ['1.701e5', '1.701', '5.100e6', false],
    ['1.701e6', '1.701', '5.100e7', false],
    ['1.701e6', '1.702', '5.100e6', false],
    ['1.701e6', '1.701', '5.100', false],
    ['1.701e6', '1.701e5', '5.100e6', false],
  ])('%s and %s before %s', (figure, number, following, same) => {
    expect(sameDigits(figure, number, following)).toBe(same);
  });
  it('are not the same where there is no number', () => {
    expect(sameDigits('5', undefined)).toBe(false);
  });
  it.each([
    ['<0.001', '0.001'],
    ['P = .0105', '0.0105'],
    ['≥ 20', '20'],
    ['-3.5', '3.5'],
    ['+3', '3'],
    ['0.10', '0.10'],
  ])('%s has the digits %s', (printed, digits) => {
    expect(digitsOf(printed)).toBe(digits);
  });
});

const found = (fact: Outcome, numbers: string[]) => locate(traceableFigures(fact), numbers).trace;

describe('the figures of a fact', () => {
  const keysOf = (fact: string) => {
    const [outcome] = trialOf(readBase(`- {id: a, ${fact}}`)).outcomes;
    return Object.fromEntries(traceableFigures(outcome!).map(({ key, digits }) => [key, digits]));
  };
  it.each([
    [
      'kind: proportion, events: 88, total: 109, percent: 80.7, interval: {level: 95, low: 72.1, high: 87.7}, threshold: 0.01, at: {value: 30, unit: days}',
      {
        events: '88',
        total: '109',
        percent: '80.7',
        threshold: '0.01',
        'interval.level': '95',
        'interval.low': '72.1',
        'interval.high': '87.7',
        at: '30',
      },
    ],
    [
      'kind: contrast, endpoint: os, arm: new, comparator: old, measure: HR, estimate: 0.77, interval: {level: 97.5, low: 0.58, high: not-reached}, p: "<0.001"',
      { estimate: '0.77', 'interval.level': '97.5', 'interval.low': '0.58', p: '0.001' },
    ],
    ['kind: contrast, endpoint: os, arm: new, comparator: old, measure: p-only, p: NS', {}],
    [
      'kind: landmark, endpoint: os, percent: 60, at: {value: 2, unit: years}, spread: {kind: unstated, value: 8.4}',
      { percent: '60', at: '2', spread: '8.4' },
    ],
    [
      'kind: adverse-event, endpoint: crs, grade: 3-4, scale: unstated, events: 8',
      { events: '8', 'grade.min': '3', 'grade.max': '4' },
    ],
    [
      'kind: adverse-event, endpoint: crs, grade: "≥3", scale: unstated, events: 8',
      { events: '8', 'grade.min': '3' },
    ],
    ['kind: adverse-event, endpoint: crs, grade: any, scale: unstated, events: 8', { events: '8' }],
    ['kind: range, low: 1.701e6, high: 5.100e6, unit: cells/kg', { low: '1.701e6', high: '5.100e6' }],
    ['kind: proportion, missing: not-reported', {}],
  ])('%s', (fact, expected) => {
    expect(keysOf(fact)).toEqual(expected);
  });

  it('include year, month and day of a date', () => {
    const date = {
      id: 'a',
      kind: 'date' as const,
      date: '2017-08-30',
      subject: 'x',
      endpoint: 'cr',
      locator: '§1',
      cites: [],
    };
    expect(traceableFigures(date)).toEqual([
      { key: 'date.year', digits: '2017' },
      { key: 'date.month', digits: '8' },
      { key: 'date.day', digits: '30' },
    ]);
  });

  it('are found where they lie closest together', () => {
    const [fact] = trialOf(
      readBase('- {id: a, kind: proportion, events: 12, total: 30, percent: 40}'),
    ).outcomes;
    //                      1     2     3    4    5     6     7
    expect(found(fact!, ['30', '99', '40', '5', '30', '12', '40'])).toEqual({
      events: 6,
      total: 5,
      percent: 7,
    });
    expect(found(fact!, ['12', '99'])).toEqual({ events: 1 });
    expect(found(fact!, [])).toEqual({});
  });

  it('that are the same twice take two places where there are two', () => {
    const [fact] = trialOf(readBase('- {id: a, kind: proportion, events: 21, total: 21}')).outcomes;
    expect(Object.values(found(fact!, ['21', '5', '21'])).toSorted()).toEqual([1, 3]);
    expect(found(fact!, ['5', '21'])).toEqual({ events: 2, total: 2 });
  });

  const factOf = (fact: string) => trialOf(readBase(`- {id: a, ${fact}}`)).outcomes[0]!;
  it.each([
    [
      'an interval side by side, after its own level',
      'kind: median, endpoint: os, value: 8, unit: months, interval: {level: 95, low: 5, high: 9}',
      '5 95 9 8 95 5 9 95',
      { value: 4, 'interval.level': 5, 'interval.low': 6, 'interval.high': 7 },
    ],
    [
      'a level that is a limit too',
      'kind: landmark, endpoint: os, percent: 90, at: {value: 6, unit: months}, interval: {level: 95, low: 81, high: 95}',
      '6 73 95 60 82 90 95 81 95',
      { percent: 6, at: 1, 'interval.level': 7, 'interval.low': 8, 'interval.high': 9 },
    ],
    [
      'events before their percentage',
      'kind: proportion, events: 40, total: 50, percent: 80',
      '80 50 40 80 40',
      { events: 3, total: 2, percent: 4 },
    ],
    ['all, where it is all', 'kind: proportion, events: 6, total: 6', '6 all 1', { events: 2, total: 1 }],
  ])('are found in the order of a source: %s', (_, fact, numbers, expected) => {
    expect(found(factOf(fact), numbers.split(' '))).toEqual(expected);
  });
});

describe('the section that a locator leads to', () => {
  const section = (id: string) => ({ id, numbers: [], passages: [] });
  const index = (...ids: string[]) => ({ of: 'smith-2020', title: 'abstract', sections: ids.map(section) });
  it.each([
    ['§2.1.1', ['2.1', '2.1.1'], '2.1.1'],
    ['§ 2.1', ['2.1', '2.1.1'], '2.1'],
    ['table 2, §3', ['2', '3'], '3'],
    ['§2.4', ['2.1', '2.1.1'], undefined],
    ['abstract', ['abstract'], 'abstract'],
    ['Abstract, results', ['abstract'], 'abstract'],
    ['table 2', ['abstract'], undefined],
    ['arms', ['whole'], 'whole'],
    ['§9', ['whole'], 'whole'],
    // One name may begin another.
    ['table 10', ['table 1'], undefined],
    ['table 1.2', ['table 1'], undefined],
    ['abstracts', ['abstract'], undefined],
    ['table 1, footnote', ['table 1'], 'table 1'],
    ['table 10', ['table 1', 'table 10'], 'table 10'],
    ['abstract, ahead of print', ['abstract', 'abstract, ahead of print'], 'abstract, ahead of print'],
  ])('%s among %j is %s', (locator, ids, expected) => {
    expect(sectionOf([index(...ids)], locator)?.id).toBe(expected);
    expect(
      sectionOf(
        ids.map((id) => index(id)),
        locator,
      )?.id,
    ).toBe(expected);
  });
});

describe('the trace of a fact', () => {
  const source = (numbers: string) =>
    `of: smith-2020\ntitle: abstract\nread: 2026-01-31\nsections: [{id: abstract, numbers: [${numbers}]}]\n`;
  const numbers = '109, 88, 80.7, 95, 72.1, 87.7, 30, 0.001, 3, 4, 8';
  const share =
    'kind: proportion, locator: abstract, events: 88, total: 109, percent: 80.7, interval: {level: 95, low: 72.1, high: 87.7}, at: {value: 30, unit: days}';
  const traced = `- {id: a, ${share}, trace: {total: 1, events: 2, percent: 3, interval.level: 4, interval.low: 5, interval.high: 6, at: 7}}
- {id: p, kind: contrast, endpoint: os, locator: abstract, arm: new, comparator: old, measure: p-only, p: "<0.001", trace: {p: 8}}
- {id: g, kind: adverse-event, endpoint: crs, locator: abstract, grade: 3-4, scale: ctcae-4, events: 8, trace: {events: 11, grade.min: 9, grade.max: 10}}`;
  const traceOf = (facts: string, index = source(numbers)) =>
    checkBase(facts, {}, { 'sources/smith.yaml': index }).findings.filter(({ code }) =>
      code.startsWith('trace/'),
    );

  it('holds where every figure stands at its place', () => {
    expect(traceOf(traced)).toEqual([]);
  });

  it('catches every change of every digit of the index', () => {
    const corpus = readBase(traced, {}, { 'sources/smith.yaml': source(numbers) });
    const { numbers: own } = corpus.sources[0]!.data!.sections[0]!;
    let changes = 0;
    for (const [i, number] of own.entries()) {
      for (const [at, character] of [...number].entries()) {
        for (const digit of '0123456789') {
          if (!/\d/.test(character) || digit === character) continue;
          own[i] = number.slice(0, at) + digit + number.slice(at + 1);
          changes += 1;
          const codes = runChecks(corpus, figureChecks).findings.map(({ code }) => code);
          expect(codes, `${number} → ${own[i]}`).toContain('trace/figure');
        }
      }
      own[i] = number;
    }
    expect(changes).toBe(9 * numbers.replaceAll(/\D/g, '').length);
    expect(runChecks(corpus, figureChecks).findings).toEqual([]);
  });

  it('catches every change of every digit of a figure', () => {
    const corpus = readBase(traced, {}, { 'sources/smith.yaml': source(numbers) });
    const fact = trialOf(corpus).outcomes[0] as unknown as Record<string, { printed: string }>;
    for (const key of ['events', 'total', 'percent']) {
      const right = fact[key]!;
      for (const at of right.printed.matchAll(/\d/g)) {
        for (const digit of '0123456789'.replace(at[0], '')) {
          fact[key] = parseFigure(
            right.printed.slice(0, at.index) + digit + right.printed.slice(at.index + 1),
          )!;
          const codes = runChecks(corpus, figureChecks).findings.map(({ code }) => code);
          expect(codes, `${right.printed} → ${fact[key].printed}`).toContain('trace/figure');
        }
      }
      fact[key] = right;
    }
  });

  it('that fails is told with key, both numbers, place and line', () => {
    const wrong = traced.replace('percent: 80.7', 'percent: 80.6');
    expect(traceOf(wrong)).toMatchObject([
      {
        code: 'trace/figure',
        severity: 'error',
        fact: 'a',
        message: 'percent is 80.6, but number 3 of abstract in the source is 80.7',
        actual: '80.6',
        expected: '80.7',
      },
    ]);
  });

  it.each([
    [
      'a place past the end',
      'trace: {percent: 99}',
      'percent is 80.7, but number 99 of abstract in the source is not there',
    ],
    [
      'a figure that the fact does not have',
      'trace: {estimate: 1}',
      'the trace names estimate, which b does not have',
    ],
  ])('to %s is an error', (_, trace, message) => {
    const found = traceOf(`- {id: b, kind: proportion, locator: abstract, percent: 80.7, ${trace}}`).filter(
      ({ code }) => code === 'trace/figure',
    );
    expect(found).toMatchObject([{ severity: 'error', message }]);
  });

  it('into a document that is not there is an error, not silence', () => {
    const found = checkBase(
      '- {id: b, kind: proportion, locator: abstract, percent: 80.7, trace: {percent: 3}}',
    ).findings;
    expect(found).toMatchObject([
      { code: 'trace/figure', severity: 'error', expected: 'a figure that the source prints there' },
    ]);
  });

  const review = `of: jones
title: full text
read: 2026-01-31
sections:
  - id: "2"
    passages:
      - {cites: [smith-2020], numbers: [12, 30, 40, 95, 20, 61]}
      - {cites: [4], numbers: [12, 30, 40, 12]}
      - {numbers: [12]}
`;
  const bibliography = `version: "1.0"
updated: 2026-01-31
title: {en: A review}
reference: jones-2022
scope: All of it
bibliography: [{number: 4, key: other-2021}]
claims: []`;
  const inReview = (fact: string) =>
    checkBase(
      `- {id: a, endpoint: cr, kind: proportion, report: jones, locator: §2, ${fact}}`,
      {},
      {
        'sources/jones.yaml': review,
        'reviews/jones.mdx': `---\n${bibliography}\n---\n\nA review [@jones-2022].\n`,
      },
    ).findings.filter(({ code }) => code === 'trace/figure');
  it.each([
    [
      'a passage that cites the work',
      'cites: [other-2021], events: 12, total: 30, trace: {events: 7, total: 8}',
      [],
    ],
    [
      'one of a reference of the trial, where no work is cited',
      'events: 12, total: 30, trace: {events: 1, total: 2}',
      [],
    ],
    [
      'the passage of another work',
      'cites: [other-2021], events: 12, trace: {events: 1}',
      ['events is traced to number 1 of §2, but that passage is not about it'],
    ],
    [
      'a passage of another trial',
      'events: 12, trace: {events: 7}',
      ['events is traced to number 7 of §2, but that passage is not about it'],
    ],
    [
      'a passage that cites nothing',
      'events: 12, trace: {events: 11}',
      ['events is traced to number 11 of §2, but that passage is not about it'],
    ],
    [
      'two passages',
      'cites: [other-2021], events: 12, total: 30, trace: {events: 7, total: 2}',
      ['total is traced to number 2 of §2, but that passage is not about it'],
    ],
    [
      'an interval in two pieces',
      'percent: 40, interval: {level: 95, low: 20, high: 40}, trace: {percent: 3, interval.level: 4, interval.low: 5, interval.high: 3}',
      ['interval.high is traced to number 3 of §2, but interval.low is number 5'],
    ],
  ])('into %s', (_, fact, expected) => {
    expect(inReview(fact).map(({ message }) => message)).toEqual(expected);
  });

  it('that leaves out a figure of an indexed passage is a note with the figure', () => {
    expect(
      traceOf(
        '- {id: b, kind: proportion, locator: abstract, total: 109, percent: 80.7, trace: {percent: 3}}',
      ),
    ).toMatchObject([
      {
        code: 'trace/untraced',
        severity: 'note',
        message: 'total 109 of b is not traced to a number of abstract',
      },
    ]);
    expect(traceOf('- {id: b, kind: proportion, locator: table 2, total: 109, percent: 80.7}')).toEqual([]);
  });

  it('by a section that the document does not have is an error', () => {
    const index = 'of: smith-2020\ntitle: full text\nsections: [{id: "2.1", numbers: [81]}]\n';
    const at = (locator: string) =>
      traceOf(`- {id: b, kind: proportion, locator: ${locator}, percent: 81}`, index).map(
        ({ code, severity }) => `${severity} ${code}`,
      );
    expect(at('§2.2')).toEqual(['error trace/locator']);
    expect(at('§2.1')).toEqual(['note trace/untraced']);
    expect(at('table 2')).toEqual([]);
  });

  it('may lie in any of several indexes of one report', () => {
    const table = 'of: smith-2020\ntitle: table 2\nsections: [{id: table 2, numbers: [81]}]\n';
    const { findings } = checkBase(
      '- {id: b, kind: proportion, locator: table 2, percent: 81, trace: {percent: 1}}',
      {},
      {
        'sources/a.yaml': source(numbers),
        'sources/b.yaml': table,
      },
    );
    expect(findings).toEqual([]);
  });
});
