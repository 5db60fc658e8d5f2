import fc from 'fast-check';
import { plainTitle } from '../../../src/citations/title.ts';
import type { Reference } from '../../../src/model/reference.ts';

type Authors = NonNullable<Reference['author']>;

const fragments = [
  ...[
    '\\',
    '{',
    '}',
    '%',
    '&',
    '$',
    '#',
    '_',
    '^',
    '~',
    '"',
    "'",
    '`',
    '<',
    '>',
    '|',
    '@',
    '=',
    ',',
    ';',
    ':',
    '-',
    '--',
  ],
  ...[
    '/',
    '?',
    '!',
    '(',
    ')',
    '[',
    ']',
    '.',
    ' ',
    '\n',
    '\t',
    '\u00a0',
    '\u0000',
    '\\and',
    ' and ',
    ' others',
    'others',
  ],
  ...[
    'CD19',
    'B-cell',
    'mRNA',
    'the',
    'Of',
    '50%',
    '\\textbf{x}',
    '<script>',
    '<sup>',
    '</i>',
    '<i>',
    '$x^2$',
    '≥',
    'α',
  ],
  ...[
    '白血病',
    '花',
    'العلاج',
    'لسرطان',
    'é',
    'e\u0301',
    'q\u0303',
    '\u0301',
    'Ł',
    'ß',
    '–',
    '’',
    '🧬',
    '\u200f',
    'İ',
    'ﬁ',
  ],
];
/** One line or more of what has broken one format or another. */
export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: 'grapheme' })), {
    minLength: 1,
    maxLength: 30,
  })
  .map((parts) => parts.join(''))
  .filter((text) => plainTitle(text) !== '');
/** One to four authors of that kind. */
export const hostileAuthors: fc.Arbitrary<Authors> = fc.array(
  fc.oneof(
    fc.record({ literal: hostileText }),
    fc.record(
      {
        family: hostileText,
        given: hostileText,
        suffix: hostileText,
        'non-dropping-particle': fc.constantFrom('van', 'van der', "d'", 'al-', 'De'),
      },
      { requiredKeys: ['family'] },
    ),
  ),
  { minLength: 1, maxLength: 4 },
);
