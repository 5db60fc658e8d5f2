import { expect, test } from 'vitest';
import { excerpt, wordsOf } from '../../../src/browser/search/excerpt.ts';

const shown = (text: string, title: string, at: number[]) => {
  const words = wordsOf(text);
  const matches = at.map((location) => ({ location, balanced_score: 1 }));
  return excerpt(words, matches, 0, words.length, title)
    .map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join('');
};

test('markup in a page stays text', () => {
  expect(shown('See &lt;script&gt;alert(1)&lt;/script&gt; here', '', [1])).toBe('See [<script>alert(1)</script>] here');
});

test('the title is not repeated, nor what stands before it', () => {
  expect(shown('Therapies Blinatumomab. A bispecific antibody', 'Blinatumomab', [1])).toBe('A bispecific antibody');
});

test('a text that does not begin with its title is shown from its beginning', () => {
  expect(shown('A bispecific antibody', 'Blinatumomab', [1])).toBe('A [bispecific] antibody');
});

test('the passage with most matches is shown, with a few words before it and marks at both cuts', () => {
  const words = Array.from({ length: 100 }, (_, i) => `w${i}`);
  expect(shown(words.join(' '), '', [3, 60, 62])).toBe(`… w56 w57 w58 w59 [w60] w61 [w62] ${words.slice(63, 82).join(' ')} …`);
});

test('matches side by side keep the space between them', () => {
  expect(shown('a complete remission b', '', [1, 2])).toBe('a [complete] [remission] b');
});

test('hidden names are left out, also where the passage begins among them', () => {
  expect(shown('Results ⟦ CRS 细胞因子释放综合征 ⟧. Cytokine release', '', [2])).toBe('Results Cytokine release');
  const long = `⟦ ${Array.from({ length: 40 }, (_, i) => `n${i}`).join(' ')} ⟧ shown ${'word '.repeat(40).trim()}`;
  expect(shown(long, '', [39])).toMatch(/^… shown word/);
});

test('words of Chinese pages are counted as Pagefind splits them', () => {
  expect(wordsOf('完全\u200B缓解\u200B率')).toEqual(['完全', '缓解', '率']);
});
