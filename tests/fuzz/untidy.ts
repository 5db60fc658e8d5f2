import fc, { type Arbitrary } from 'fast-check';
import { hiddenCharacter } from '../../src/reading/hidden.ts';

/** Text that is written into YAML as it stands, so that its reader decides what it is. */
export class Bare {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

/** The values of leaves that are right by their schema and odd all the same. */
const odd = {
  figures: [
    '07.5',
    '05',
    '0',
    '0.0',
    '0.00',
    '000',
    '.5',
    '+3',
    '-1.0',
    '1e-7',
    '1.70e6',
    '1e21',
    '<0.1',
    '> 100',
    '≥ 90',
  ],
  numbers: [0, 1, 2, 3, 12, 50, 99.9, 100, 7.5, 1e21, 1e-7, -0.5],
  pValues: ['1.3e-6', '<1e-10', 'P = .05', '0', '1', '0.000', 'NS', 'n.s.', '≤0.5', '00.5', 0.5, 1e-7, 0],
  grades: ['any', 'severe', 'unstated', '3', '3-4', '3–4', '4-3', '≥3', '>=1', 3, 5],
  dates: ['1000', '9999-12-31', '2024-02-29', '2022', '2022-03', 2022],
  numerals: [0, 12, -1, '07', '5.0', 'S1–S2', '1-0', '&', 'e123–e130', '%', '\\', '{', 1e21],
  addresses: [
    'https://x.example:8443/a%zz?b=%&c#d',
    'http://[::1]:80/',
    "https://x.example/'();{}|\\^`",
    'https://例え.example/試験',
    'https://user:pass@x.example/',
    'HTTPS://x.example/'.toLowerCase(),
    'https://x.example/../..//a/./b',
    'https://x.example/#:~:text=a',
  ],
  /** Names of sections, of members of objects, of files; and the longest name. */
  ids: [
    ...[
      'arms',
      'safety',
      'survival',
      'treatment',
      'reports',
      'participants',
      'planned',
      'related',
      'references',
      'cite',
    ],
    ...[
      'ref-1',
      'cite-1-1',
      'content',
      'search-options',
      'about-design',
      'former-anchors',
      'findings',
      'claims',
      'facts',
    ],
    ...[
      'constructor',
      'printed',
      'prototype',
      'tostring',
      'valueof',
      'null-1',
      'undefined-1',
      'true',
      '0',
      '007',
      '1e5',
      'nan',
    ],
    ...[
      'index',
      'con',
      'a',
      'scales',
      'family-safety',
      'from-age',
      'report-a',
      'any',
      'unstated',
      'all',
      'none',
      'x'.repeat(100),
    ],
  ],
  texts: [
    ...[
      '<b>&amp;</b>',
      '"quoted" \'twice\'',
      '=1+1',
      '-',
      '—',
      '%zz',
      '\\',
      '{{x}}',
      '[@x]',
      '](/x)',
      '</script>',
      '$&',
      '#',
      '|',
    ],
    ...['e\u0301', '👩‍⚕️', 'العربية', '𠮷野家', 'ß', 'İ', '\u00a0a\u00a0', '\ufb01', '0', '1.0', '…'],
    ...[
      'Response, at day 28; 2 of 3',
      'P < 0.05',
      '3–5',
      'true',
      '~',
      'A'.repeat(300),
      'word '.repeat(60).trim(),
      'constructor',
    ],
  ],
  units: ['months', 'days', 'weeks', 'years', '%', 'mg/m²', '10⁹/L', 'patients', '$', '<b>'],
};

const from = <T>(values: readonly T[]): Arbitrary<T> => fc.constantFrom(...values);
const decimals = fc
  .tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 99 }))
  .map(([a, b]) => `${a}.${b}`);
const bare = (value: Arbitrary<string>) => value.map((source) => new Bare(source));
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((text) => !hiddenCharacter(text));

export const untidy = {
  figure: fc.oneof(from(odd.figures), from(odd.numbers), fc.integer({ min: 0, max: 300 }), decimals),
  pValue: fc.oneof(
    from(odd.pValues),
    fc.record(
      { printed: from(odd.pValues), sides: from([1, 2, 'unknown']), test: from(odd.texts) },
      { requiredKeys: ['printed'] },
    ),
  ),
  grade: from(odd.grades),
  date: from(odd.dates),
  numeral: from(odd.numerals),
  address: from(odd.addresses),
  id: fc.oneof(from(odd.ids), fc.stringMatching(/^[a-z]{1,6}(-[a-z0-9]{1,4})?$/)),
  text: fc.oneof(from(odd.texts), words),
  unit: from(odd.units),
  bareFigure: bare(from(['07.5', '05', '1.70e6', '5.0', '.50', '1e-7', '0x10', '1_000'])),
  /** What stands where something else should: an empty place, another type. */
  wrong: fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    0,
    -1,
    true,
    [],
    {},
    [null],
    [[]],
    { a: 1 },
    new Bare('.nan'),
    new Bare('.inf'),
    new Bare('~'),
    new Bare('07.5'),
    new Bare('2026-01-31'),
  ),
};
