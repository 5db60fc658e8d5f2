import { describe, expect, test } from 'vitest';
import { figures } from '../../src/i18n/en/figures.ts';
import { outcomes } from '../../src/i18n/en/outcomes.ts';
import { trial } from '../../src/i18n/en/trial.ts';
import { attribute, parseHtml, textOf } from '../support/html.ts';
import { read } from '../support/site-pages.ts';
import { sample } from '../support/sweep.ts';
import { typedEntries } from '../support/typed-content.ts';

/** The Chinese pages of studies: no words of the interface are left in English, and no figure differs. */
const ids = sample([...typedEntries('trials').keys()], 4);
const pairs = ids.flatMap((id) => [`trials/${id}/index.html`, `trials/${id}/figures/index.html`]);

/** Every text of a table, at any depth. */
const textsOf = (table: unknown): string[] =>
  typeof table === 'string'
    ? [table]
    : typeof table === 'object' && table !== null
      ? Object.values(table).flatMap(textsOf)
      : [];

/**
 * What would be seen if it were left: several English words, or a word that no name or free text of an entry
 * is.
 */
const sentences = [figures, outcomes, trial]
  .flatMap(textsOf)
  .map((text) => text.trim())
  .filter((text) => /^[A-Z°.]?[a-z,;: ]*[a-z]+ [a-z]+ [a-z]+/.test(text));

const main = (page: string) => parseHtml(read(page)).querySelector('main')!;

/** The figures of the rows of a page: each id with the numbers in its cell. */
function figuresOf(page: string): [string, string][] {
  return main(page)
    .querySelectorAll('tr[id], article[id]')
    .map((row) => {
      const cell = row.querySelector('td.figure') ?? row.querySelector('p > b');
      return [
        attribute(row, 'id') ?? '',
        (cell ? textOf(cell) : '').match(/\d+(?:\.\d+)?/g)?.join(' ') ?? '',
      ];
    });
}

describe('the Chinese page of a study', () => {
  test('holds no sentence of the English tables', () => {
    expect(sentences.length).toBeGreaterThan(40);
    for (const page of pairs) {
      const text = textOf(main(`zh/${page}`));
      for (const sentence of sentences) expect(text.includes(sentence), `${page}: ${sentence}`).toBe(false);
    }
  });

  test('says what was found in Chinese, with a figure', () => {
    for (const id of ids) {
      const found = textOf(main(`zh/trials/${id}/index.html`).querySelector('.headline')!);
      expect(found, id).toMatch(/\p{sc=Han}.*[。，]/u);
      expect(found, id).not.toMatch(/\b(?:was|occurred|against|with|median|hazard)\b/);
    }
  });

  test('has the figures of the English page', () => {
    for (const page of pairs) expect(figuresOf(`zh/${page}`), page).toEqual(figuresOf(page));
  });
});
