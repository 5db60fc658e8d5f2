import path from 'node:path';
import { expect, it } from 'vitest';
import { refuseForeignMdx } from '../../../src/site/own-mdx.ts';

const at = (file: string) => path.resolve(file).replaceAll('\\', '/');

it.each([
  'src/pages/guide/_en/index.mdx',
  'src/pages/guide/_zh/index.mdx?astro&type=script',
  'src/pages/about.astro',
  'content/notes.md',
])('lets %s be a module', (file) => {
  expect(refuseForeignMdx(at(file))).toBeUndefined();
});

it.each([
  'content/pages/about.mdx',
  'content/trials/some-id.mdx?import',
  'src/pages/../../content/trials/x.mdx',
  'src/other.mdx',
])('never makes a module of %s', (file) => {
  expect(() => refuseForeignMdx(at(file))).toThrow(/an entry is data/);
});
