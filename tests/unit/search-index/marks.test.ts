import { expect, test } from 'vitest';
import { withoutIndexMarks } from '../../../src/search-index/marks.ts';

test.each([
  ['<tr id="a" data-names="⟦ CR ⟧" role="row">', '<tr id="a" role="row">'],
  ['<section data-index-ignore>', '<section>'],
  ['<main data-index-body data-index-weight="0.3">', '<main>'],
  ['<p>a</p><span hidden data-index-filter="type:Trial"></span>\n<p>b</p>', '<p>a</p><p>b</p>'],
  [
    '<p>They write data-names="x" and data-index-ignore in <code>&lt;p data-names="x"></code>.</p>',
    undefined,
  ],
  ['<a title="grade >3 data-names=&quot;x&quot;" href="/">', undefined],
])('%s', (page, expected) => {
  expect(withoutIndexMarks(page)).toBe(expected ?? page);
});
