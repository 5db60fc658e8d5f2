import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseResults } from '../../../../src/importing/results/parse.ts';
import { indexOf } from '../../../../src/importing/results/places.ts';
import { evened } from '../../../../src/importing/results/signs.ts';
import { passagedText } from '../../../../src/importing/results/verify.ts';
import { names } from './names.ts';
import { englishStrings } from './strings-en.ts';
import { chineseStrings } from './strings-zh.ts';

/** Pieces of which results are made, so that drawn texts come near to them. */
const pieces = fc.constantFrom(
  ...[
    '24/34',
    '(70.6%',
    '95% CI',
    '52.5–84.9)',
    'CR',
    'OS',
    'median',
    'months',
    'vs',
    'grade ≥3',
    'P<0.001',
    'HR',
    '0.45',
    'of',
    'in',
  ],
  ...[
    '34 patients',
    '。',
    '，',
    '分别为',
    '例',
    '（',
    '）',
    '12-month',
    'respectively',
    '|',
    '\t',
    '\n',
    '%',
    '[',
    ']',
    '±',
    'NR',
    '3、4级',
  ],
);
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.array(pieces, { maxLength: 120 }).map((all) => all.join(' ')),
  fc
    .array(
      fc.constantFrom(...englishStrings, ...chineseStrings).map(([text]) => text),
      { maxLength: 6 },
    )
    .map((all) => all.join('; ')),
);

describe('any text', () => {
  it('is read without an exception, and every place lies in it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(evened(text)).toHaveLength(text.length);
        const { results, leftOver } = parseResults(text, names);
        for (const { figures, from, to } of results)
          for (const own of [...Object.values(figures), { from, to }])
            expect(0 <= own.from && own.from <= own.to && own.to <= text.length).toBe(true);
        for (const { from, to } of leftOver) expect(0 <= from && from < to && to <= text.length).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['digits', '1'.repeat(20_000)],
    ['spaces', `CR${' '.repeat(20_000)}70%`],
    ['brackets', '('.repeat(20_000)],
    ['percentages', 'CR 70.6% and '.repeat(2_000)],
    ['fractions', '24/34 (70.6%) '.repeat(2_000)],
    ['intervals', '95% CI 1-2 '.repeat(2_000)],
    ['words', 'hazard ratio for death or relapse '.repeat(1_000)],
    ['times', '1-, 2-, 3-, 4-year '.repeat(1_000)],
    ['people', 'of the patients with CR of the patients '.repeat(1_000)],
    ['bars', '| a | b |\n'.repeat(2_000)],
    ['commas on lines', ',\n'.repeat(20_000)],
    ['numbers joined by commas', '1,'.repeat(20_000)],
    ['call-outs that never close', '^['.repeat(20_000)],
    ['raised call-outs that never close', '<sup>[1'.repeat(10_000)],
    ['months', '12-month '.repeat(10_000)],
  ])('of nothing but %s ends', (_, text) => {
    const before = performance.now();
    expect(parseResults(text, names).results.length).toBeGreaterThanOrEqual(0);
    indexOf(text, 'abstract');
    passagedText(text);
    // Each takes some tenths of a second; what grows with the square of its length would take minutes.
    expect(performance.now() - before).toBeLessThan(60_000);
  });
});
