import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { mergeStyles, type PageStyle } from '../../../src/cli/merged-styles.ts';

/** A page that has some sheets, listed in any order. */
const page = (key: string, ...sheets: string[]): [string, { styles: PageStyle[] }] => [
  key,
  {
    styles: sheets
      .map((name, order) => ({ depth: 1, order, sheet: { type: 'external', src: `_astro/${name}.css` } }))
      .reverse(),
  },
];

test('the sheets of a page become one, beside the one that all pages share, in their order', () => {
  const client = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-styles-'));
  fs.mkdirSync(path.join(client, '_astro'));
  for (const name of ['a', 'b', 'c', 'base'])
    fs.writeFileSync(path.join(client, `_astro/${name}.css`), `.${name}{}\n`);
  const merged = mergeStyles(client, [
    page('one', 'a', 'b', 'base'),
    page('two', 'a', 'b', 'base'),
    page('three', 'c', 'base'),
    page('data'),
  ]);
  const sheets = merged.map(([, { styles }]) =>
    styles.toSorted((x, y) => x.order - y.order).map(({ sheet }) => sheet.src!),
  );
  expect(sheets[0]).toEqual([expect.stringMatching(/^_astro\/page\.[0-9a-f]{8}\.css$/), '_astro/base.css']);
  expect(sheets[1]).toEqual(sheets[0]);
  expect(sheets[2]).toEqual(['_astro/c.css', '_astro/base.css']);
  expect(sheets[3]).toEqual([]);
  expect(fs.readFileSync(path.join(client, sheets[0]![0]!), 'utf8')).toBe('.a{}\n.b{}\n');
  // What no page names any more is gone.
  expect(fs.readdirSync(path.join(client, '_astro')).sort()).toEqual(
    ['base.css', 'c.css', path.basename(sheets[0]![0]!)].sort(),
  );
});
