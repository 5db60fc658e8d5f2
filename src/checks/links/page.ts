import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { formerKeys, pageOfEntry } from '../../evidence/addresses.ts';
import { need } from '../../model/need.ts';
import { ownFiles } from '../../model/own-pages.ts';
import { headingIds, nodesOf } from '../../reading/prose.ts';
import { suggest } from '../../reading/shape.ts';
import { decoded } from '../built-links.ts';
import type { Check } from '../check.ts';
import { dataOf } from '../context/ids.ts';
import { builtPages, pagesFrom } from '../context/pages.ts';
import { mapPart } from '../context/part.ts';
import { allOf, type Extracted } from '../context/extracts.ts';

const permanent = allOf('permanent');
const works = allOf('references');

/** The pages of the site with their anchors, and its files. */
const site = mapPart(
  'pages and files of the site',
  [...pagesFrom, permanent, works],
  (collect) => {
    const files = [...formerPages(collect(permanent), collect(works)), ...ownFiles, ...publicFiles()];
    return new Map([...files.map((file) => [file, undefined] as const), ...builtPages(collect)]);
  },
  (anchors) => anchors && [...anchors],
);

/**
 * Every link and image of a body that names a place of this site. Unsafe addresses are handled by
 * mdx/address.
 */
export const page: Check<'body'> = {
  code: 'links/page',
  scope: 'body',
  run({ source, body }, ask, { of }) {
    const own = pageOfEntry(source.entry);
    for (const node of nodesOf(body)) {
      if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') continue;
      const { url } = node;
      if (/^(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(url)) continue;
      const { pathname = '', hash = '' } = URL.parse(url, `http://site${own}`) ?? {};
      const [path, anchor] = [decoded(pathname), decoded(hash.slice(1))];
      const pages = need(of(site));
      const leads = path !== undefined && pages.has(path);
      ask.expect(leads, () => ({
        where: need(node.position).start,
        message: `the link leads to ${url.slice(0, 100)}, and this site has no such page or file`,
        actual: url,
        expected: 'an address of this site such as /trials/some-study/, with a slash at its end',
        help: suggest(path ?? url, [...pages.keys()].sort(), 'addresses'),
      }));
      if (!leads || hash === '' || node.type === 'image') continue;
      const anchors = [...(pages.get(path) ?? []), ...(path === own ? headingIds(body) : [])];
      ask.expect(anchor !== undefined && anchors.includes(anchor), () => ({
        where: need(node.position).start,
        message: `the link leads to ${hash} on ${path}, where no figure and no heading has that name`,
        actual: url,
        expected: `the id of a figure, such as ${path}#ID`,
        help:
          anchors.length > 0
            ? suggest(anchor ?? hash, anchors.sort(), 'anchors')
            : 'end the address before #',
      }));
    }
  },
};

/** Pages that lead on from where something stood. */
function formerPages(list: readonly Extracted<unknown>[], library: readonly Extracted<unknown>[]): string[] {
  const moved = (dataOf(list, 'permanent') ?? []).flatMap((item) =>
    typeof item === 'string' ? [] : [item.was],
  );
  const former = formerKeys(dataOf(library, 'references') ?? []).map(({ was }) => was);
  return [...former, ...moved].filter((was) => was.endsWith('/'));
}

/** What lies in public/, which a build takes over as it is. */
export function publicFiles(): string[] {
  const folder = fileURLToPath(new URL('../../../public', import.meta.url));
  if (!fs.existsSync(folder)) return [];
  return (fs.readdirSync(folder, { recursive: true }) as string[]).map(
    (name) => `/${name.replaceAll('\\', '/')}`,
  );
}
