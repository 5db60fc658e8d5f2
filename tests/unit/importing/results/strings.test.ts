import { describe, expect, it } from 'vitest';
import { placedNumbers } from '../../../../src/reading/numbers.ts';
import { evened } from '../../../../src/importing/results/signs.ts';
import { read, silentlyWrong } from './measure.ts';
import { englishStrings, type Case } from './strings-en.ts';
import { furtherStrings } from './strings-more.ts';
import { chineseStrings } from './strings-zh.ts';

const all: readonly Case[] = [...englishStrings, ...chineseStrings, ...furtherStrings];
const isChinese = ([text]: Case) => /[\p{sc=Han}\uFF01-\uFF60【】]/u.test(text);

/** Misses that are known, and said: two forms of words, and an endpoint that the words do name. */
const shareThatIsRight = 0.97;

describe('results as abstracts print them', () => {
  it('are four hundred and more, half of them with words or signs of Chinese', () => {
    expect(all.length).toBeGreaterThanOrEqual(400);
    expect(all.filter(isChinese).length / all.length).toBeGreaterThanOrEqual(0.5);
    expect(new Set(all.map(([text]) => text)).size).toBe(all.length);
  });

  it('are read as a reader would', () => {
    const wrong = all.filter(([text, results, left = '']) => {
      const { found, left: over } = read(text);
      return found.join('\n') !== results.join('\n') || over.join(' ') !== left;
    });
    expect(1 - wrong.length / all.length, wrong.map(([text]) => text).join('\n')).toBeGreaterThanOrEqual(
      shareThatIsRight,
    );
  });

  it('are never wrong without saying so', () => {
    const wrong = all.flatMap(([text, results]) =>
      silentlyWrong(read(text).found, results).map((one) => `${text}\n  ${one}`),
    );
    expect(wrong).toEqual([]);
  });

  it('lose no number: each is in a result or left over', () => {
    const lost = all.flatMap(([text]) => {
      const { found, left } = read(text);
      const known = [
        ...left,
        ...found
          .join(' ')
          .replaceAll('..', ' ')
          .split(/[^\d.]+/),
      ];
      return placedNumbers(evened(text))
        .map((own) => own.text)
        .filter(
          (number) =>
            /^\d/.test(number) && !known.includes(number) && !known.includes(number.replace(/^0/, '')),
        )
        .filter(() => !/[12]-sided|单侧|双侧/.test(text))
        .map((number) => `${number} of ${text}`);
    });
    // Roman numerals and sides are words, and a time that is told of one side stands for both.
    expect(lost).toEqual([]);
  });
});
