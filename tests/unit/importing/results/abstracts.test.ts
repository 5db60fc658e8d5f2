import { describe, expect, it } from 'vitest';
import { chineseAbstracts } from './abstracts-zh.ts';
import { englishAbstracts } from './abstracts-en.ts';
import { numbersOf, read, silentlyWrong } from './measure.ts';

const all = [...englishAbstracts, ...chineseAbstracts];

describe('whole abstracts', () => {
  it('are thirty, in two languages', () => {
    expect(englishAbstracts.length + chineseAbstracts.length).toBeGreaterThanOrEqual(30);
  });

  it('give nine in ten of their figures', () => {
    const sum = (lists: readonly (readonly string[])[]) =>
      lists.flat().reduce((total, one) => total + numbersOf(one), 0);
    const expected = sum(all.map(([, results]) => results));
    const found = sum(all.map(([text, results]) => results.filter((one) => read(text).found.includes(one))));
    expect(found / expected).toBeGreaterThanOrEqual(0.95);
  });

  it('give nothing wrong without saying so', () => {
    const wrong = all.flatMap(([text, results]) =>
      silentlyWrong(read(text).found, results).map((one) => `${text.slice(0, 60)}: ${one}`),
    );
    expect(wrong).toEqual([]);
  });
});
