import fc, { type Arbitrary } from 'fast-check';
import { words } from './damages.ts';

/** Commands that end by themselves and write into the content that they are told of, or nowhere. */
const commands = [
  'check',
  'new',
  'import',
  'parse',
  'prompt',
  'verify',
  'trace',
  'pool',
  'synth',
  'cite',
  'addresses',
  'diff',
  'stale',
];
/** Those that serve, build or write into the checkout: only their options are read. */
const lasting = ['build', 'serve', 'dev', 'export', 'help'];

/** What commands expect, at places where they may not. */
const expected = [
  ...[
    'ctgov',
    'refs',
    'trial',
    'therapy',
    'topic',
    'index',
    'locate',
    'report',
    'in.txt',
    'content',
    'content/base.yaml',
    'none.txt',
  ],
  ...[
    '--content',
    '--format',
    '--dry-run',
    '--update',
    '--take',
    '--of',
    '--section',
    '--arm',
    '--population',
    '--source',
    '--title',
  ],
  ...[
    '--url',
    '--read',
    '--text',
    '--measure',
    '--method',
    '--test',
    '--level',
    '--row',
    '--column',
    '--json',
    '--style',
    '--as-of',
  ],
  ...[
    '--before',
    '--only',
    '--verbose',
    '--write',
    '--seed',
    '--help',
    '--',
    '-',
    '-h',
    '--content=',
    '--level=0',
    '--trials',
    '--out',
  ],
  ...[
    'text',
    'json',
    'PLO',
    'GEN',
    'REML',
    'knha',
    'bibtex',
    'ris',
    'smith-2020',
    'alpha',
    'alpha/cr',
    '95',
    '2026-01-01',
    'HEAD',
    '0.1.0',
  ],
  ...[
    'CR 24/34 (70.6%)',
    '/proc/x',
    '/dev/null',
    '/dev/null/x',
    '..',
    '../..',
    'content/trials',
    'a/../b',
    '',
  ],
] as const;

const word = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom<string>(...expected) },
  { weight: 2, arbitrary: words },
);
/**
 * No word of a command line can hold a nought; the standard input is not there; a large base takes its time.
 */
const isTyped = (one: string, i: number, all: readonly string[]) =>
  !one.includes('\0') &&
  one !== '-' &&
  one !== '--watch' &&
  !(/^\d{2,}$/.test(one) && all[i - 1] === '--trials');

/**
 * The words behind `almanac`; a base is always named first, so that none of them means the base of the
 * checkout.
 */
export const commandLines: Arbitrary<string[]> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(fc.constantFrom(...commands), fc.array(word, { maxLength: 6 }))
      .map(([name, rest]) => [
        name,
        ...(name === 'synth' || name === 'pool' || name === 'verify' ? [] : ['--content', 'content']),
        ...rest.filter(isTyped),
      ]),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...lasting), fc.array(word, { maxLength: 3 }))
      .map(([name, rest]) => [name, '--no-such-option', ...rest.filter(isTyped)]),
  },
  { weight: 1, arbitrary: fc.array(word, { maxLength: 4 }).map((rest) => rest.filter(isTyped)) },
);
