import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { expect, test } from 'vitest';
import { pages, somePages } from '../support/site-pages.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      // HTML lets an id begin with any sign; those of the page's own parts begin with one that no entry's id
      // has.
      'valid-id': ['error', { relaxed: true }],
      // White space is the affair of the templates.
      'no-trailing-whitespace': 'off',
      // Titles are as long as those of the works.
      'long-title': 'off',
      // The boxes of one facet share its name.
      'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
      // Forms that act as one types, and a search field that Enter sends.
      'wcag/h32': 'off',
      'no-implicit-button-type': 'off',
      // Tables that narrow screens show as grids name their roles, which some browsers else forget.
      'no-redundant-role': 'off',
      // The list of a combobox has no native element; a table that scrolls is a region with a name.
      'prefer-native-element': ['error', { exclude: ['listbox', 'option', 'region'] }],
    },
  }),
);

test('nothing stands after the end of a page', () => {
  for (const { path, html } of pages) expect(html, path).toMatch(/<\/body>\s*<\/html>\s*$/);
});

test('every page is valid HTML', async () => {
  const faults: string[] = [];
  for (const { path, html } of somePages(24)) {
    const { results } = await validator.validateString(html, path);
    for (const { ruleId, message, line } of results.flatMap(({ messages }) => messages)) {
      faults.push(`${path}: line ${line}: ${message} (${ruleId})`);
    }
  }
  expect(faults).toEqual([]);
});
