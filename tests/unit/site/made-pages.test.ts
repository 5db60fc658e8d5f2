import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { made } from '../../../src/model/unmade.ts';
import { MadePages, type PagePath } from '../../../src/site/made-pages.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-pages-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** Modules of pages whose answer is what a body of a function gives. */
async function pagesOf(answer: string): Promise<MadePages> {
  const entry = path.join(folder, `entry-${fs.readdirSync(folder).length}.mjs`);
  const app = `{ manifest: { routes: [] }, setInternals() {}, setOptions() {}, render(request) { ${answer} } }`;
  fs.writeFileSync(entry, `export const app = ${app};\n`);
  return MadePages.of(entry, [], 'https://base.example');
}

const alpha: PagePath = {
  pathname: '/zh/trials/alpha/',
  asked: '/trials/alpha/',
  language: 'zh',
  file: 'zh/trials/alpha/index.html',
  props: undefined,
  route: { route: '/trials/[id]', type: 'page', component: 'src/pages/trials/[id].astro' },
};

describe('a page that cannot be made', () => {
  it.each([
    ['at once', "throw new TypeError('Invalid URL\\n    at x.ts:1')", 'Invalid URL'],
    [
      'while it is read',
      "return new Response(new ReadableStream({ pull() { throw new Error('no arm'); } }))",
      'no arm',
    ],
  ])('%s is named by what is thrown, in one line', async (_, answer, why) => {
    const pages = await pagesOf(answer);
    await expect(pages.render(alpha)).rejects.toMatchObject({
      name: 'Unmade',
      what: '/trials/alpha/',
      message: `/trials/alpha/ could not be made: ${why}`,
    });
  });

  it('is named once, by what lies nearest to the fault', () => {
    const fault = () => made('/trials/alpha/#cr', () => JSON.parse('{') as unknown);
    expect(() => made('trials/alpha.fhir.json', fault)).toThrow(
      /^\/trials\/alpha\/#cr could not be made: [^\n]+$/,
    );
  });
});

it('a page is what it answers, without indentation; a file that is made as pages are stays as it is', async () => {
  const page = await pagesOf(
    "return new Response('<p>\\n  A\\n</p>', { headers: { 'content-type': 'text/html' } })",
  );
  expect(await page.render(alpha)).toEqual({ content: '<p>\nA\n</p>', isHtml: true });
  const file = await pagesOf(
    "return new Response('{\\n  1\\n}', { headers: { 'content-type': 'application/json' } })",
  );
  expect(await file.render(alpha)).toEqual({ content: '{\n  1\n}', isHtml: false });
});
