import fs from 'node:fs';
import path from 'node:path';
import { plainTitle } from '../../src/citations/title.ts';
import { made, test } from '../support/browsing.ts';
import { attribute, parseHtml } from '../support/html.ts';
import { hostileWorks } from '../support/made-site.ts';

const read = (name: string) => fs.readFileSync(path.join(made.folder, name, 'index.html'), 'utf8');
const pages = () =>
  ['trials/alpha', 'references', 'trials', ...hostileWorks.map(({ id }) => `references/${id}`)].map(
    (name) => ({
      name,
      html: read(name),
    }),
  );

test('no title and no name becomes an element or an attribute of any page', ({ expect }) => {
  const plain = parseHtml(read('references/smith-2020')).querySelectorAll('script').length;
  for (const { name, html } of pages()) {
    const root = parseHtml(html);
    const elements = root.querySelectorAll('*');
    expect(
      elements.flatMap((element) => element.attributes.filter(({ key }) => key.startsWith('on'))),
      name,
    ).toEqual([]);
    expect(root.querySelectorAll('img, main svg[onload], iframe, main style').length, name).toBe(0);
    if (name.startsWith('references/')) expect(root.querySelectorAll('script').length, name).toBe(plain);
  }
});

test('what machines are told of a work is its title, whatever it holds', ({ expect }) => {
  for (const { id, title } of hostileWorks) {
    const root = parseHtml(read(`references/${id}`));
    const data = root
      .querySelectorAll('script')
      .filter((script) => attribute(script, 'type') === 'application/ld+json');
    expect(data).toHaveLength(1);
    const { mainEntity } = JSON.parse(data[0]!.textContent) as { mainEntity: { name: string } };
    expect(mainEntity.name, id).toBe(plainTitle(title));
    const [span] = root.querySelectorAll('span.Z3988');
    const fields = new URLSearchParams(attribute(span!, 'title')!.replaceAll('&amp;', '&'));
    const told = fields.get('rft.atitle') ?? fields.get('rft.btitle') ?? fields.get('rft.title');
    expect(told, id).toBe(plainTitle(title));
  }
});

test('nothing of it runs, and the policy has nothing to forbid', async ({ open, expect }) => {
  const page = await open('/', { baseURL: made.address });
  for (const name of ['references/script', 'trials/alpha', 'references', 'trials']) {
    await page.goto(`/${name}/`);
    for (const style of await page.locator('cite-box input').all()) await style.check();
    expect(await page.evaluate(() => 'executed' in window), name).toBe(false);
  }
});
