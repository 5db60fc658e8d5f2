import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { formerKeys, pageOfEntry, pagesOf } from '../../evidence/addresses.ts';
import { ownFiles } from '../../model/own-pages.ts';
import type { Corpus } from '../../reading/corpus.ts';
import { once } from '../../reading/once.ts';
import { headingIds, nodesOf } from '../../reading/prose.ts';
import { suggest } from '../../reading/shape.ts';
import { decoded } from '../built-links.ts';
import type { Check } from '../check.ts';
import { need } from '../../model/need.ts';

/** The pages of the site with their anchors, and its files; the addresses of both, in order. */
const siteOf = once((corpus: Corpus) => {
  const pages = pagesOf(corpus);
  const files = new Set([...formerPages(corpus), ...ownFiles, ...publicFiles()]);
  return { pages, files, known: [...pages.keys(), ...files].sort() };
});

/** Every link and image of a body that names a place of this site. What is unsafe is the matter of mdx/address. */
export const page: Check<'body'> = {
  code: 'links/page',
  scope: 'body',
  run({ source, body }, ask, { corpus }) {
    const { pages, files, known } = siteOf(corpus);
    const own = pageOfEntry(source.entry);
    for (const node of nodesOf(body)) {
      if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') continue;
      const { url } = node;
      if (/^(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(url)) continue;
      const { pathname = '', hash = '' } = URL.parse(url, `http://site${own}`) ?? {};
      const [path, anchor] = [decoded(pathname), decoded(hash.slice(1))];
      const leads = path !== undefined && (pages.has(path) || files.has(path));
      ask.expect(leads, () => ({
        where: need(node.position).start,
        message: `the link leads to ${url.slice(0, 100)}, and this site has no such page or file`,
        actual: url,
        expected: 'an address of this site such as /trials/some-study/, with a slash at its end',
        help: suggest(path ?? url, known, 'addresses'),
      }));
      if (!leads || hash === '' || node.type === 'image') continue;
      const anchors = [...(pages.get(path) ?? []), ...(path === own ? headingIds(body) : [])];
      ask.expect(anchor !== undefined && anchors.includes(anchor), () => ({
        where: need(node.position).start,
        message: `the link leads to ${hash} on ${path}, where no figure and no heading has that name`,
        actual: url,
        expected: `the id of a figure, such as ${path}#ID`,
        help: anchors.length > 0 ? suggest(anchor ?? hash, anchors.sort(), 'anchors') : 'end the address before #',
      }));
    }
  },
};

/** Pages that lead on from where something stood. */
function formerPages({ files }: Corpus): string[] {
  const moved = (files.permanent?.data ?? []).flatMap((item) => (typeof item === 'string' ? [] : [item.was]));
  return [...formerKeys({ files }).map(({ was }) => was), ...moved].filter((was) => was.endsWith('/'));
}

/** What lies in public/, which a build takes over as it is. */
function publicFiles(): string[] {
  const folder = fileURLToPath(new URL('../../../public', import.meta.url));
  if (!fs.existsSync(folder)) return [];
  return (fs.readdirSync(folder, { recursive: true }) as string[]).map((name) => `/${name.replaceAll('\\', '/')}`);
}
