import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { sharedModule } from '../../../src/site/shared-modules.ts';

const page = path.resolve('src/pages/trials/[id].astro');

it.each([
  ['../../views/trial-page.ts', page, '#src/views/trial-page.ts'],
  ['../../views/trial-page.ts', `${page}?astro&type=script`, '#src/views/trial-page.ts'],
  ['../site/library.ts', path.resolve('src/layouts/Base.astro'), '#src/site/library.ts'],
])('%s is what Node runs', (id, importer, name) => {
  expect(sharedModule(id, importer)).toBe(name);
  expect(fs.existsSync(name.replace('#', ''))).toBe(true);
});

it.each([
  '../../components/Headline.astro',
  '../../browser/theme.ts',
  '../../layouts/policy.ts',
  '../../styles/base.css',
  '../../../package.ts',
  'astro/zod',
  'node:fs',
])('%s is for Vite', (id) => {
  expect(sharedModule(id, page)).toBeUndefined();
});

it('is found by Node under its name', async () => {
  const { imports } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
    imports: Record<string, string>;
  };
  expect(imports).toEqual({ '#src/*': './src/*' });
});
