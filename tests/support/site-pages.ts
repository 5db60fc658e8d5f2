import fs from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';
import { isWhole, sample } from './sweep.ts';

/** A page of the built site. */
export interface SitePage {
  /** `/trials/ino-vate/`, `/404.html` */
  path: string;
  html: string;
}

/** What lies in the built site, read once for a test file. */
export const folder = inject('site').folder;

/** Files of the built site, as their paths in it. */
export const files = (fs.readdirSync(folder, { recursive: true, withFileTypes: true }) as fs.Dirent[])
  .filter((entry) => entry.isFile())
  .map(
    (entry) => `/${path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/')}`,
  )
  .sort();

export const read = (file: string) => fs.readFileSync(path.join(folder, file), 'utf8');

export const pages: readonly SitePage[] = files
  .filter((file) => file.endsWith('.html'))
  .map((file) => ({ path: file.replace(/index\.html$/, ''), html: read(file) }));

/** The addresses of the pages that the search finds, as its indexes have them. */
export const searchedPages = (): ReadonlySet<string> =>
  new Set(
    files
      .filter((file) => /^\/search-index\/.+\/pages\/\d+\.json$/.test(file))
      .flatMap((file) => (JSON.parse(read(file)) as [url: string][]).map(([url]) => url)),
  );

/**
 * Pages by type: each page of its own is a type, and so are all entries of one folder (`/trials/*`), and what
 * moved (`/former/*`). The longest entry comes first, as the one with the most on it.
 */
export const pagesByType: ReadonlyMap<string, SitePage[]> = Map.groupBy(
  pages.toSorted((a, b) => b.html.length - a.html.length),
  ({ path: address, html }) => {
    const [, language = ''] = /^(\/zh)\/./.exec(address) ?? [];
    if (language !== '') return `${language}${kindOf(address.slice(language.length), html)}`;
    return kindOf(address, html);
  },
);

function kindOf(address: string, html: string): string {
  if (address.split('/').length <= 3) return address;
  if (/^\/trials\/[^/]+\/figures\/$/.test(address)) return '/trials/*/figures/';
  return html.includes('<meta name="robots" content="noindex"') ? '/former/*' : `/${address.split('/')[1]}/*`;
}

/**
 * Every page, or by day of each type one in so many: entries of one folder are many and alike. The shortest
 * is among them.
 */
export const somePages = (each: number): SitePage[] =>
  [...pagesByType.values()].flatMap((all) => sample(all.toReversed(), each));

/**
 * The shortest page of a trial that has all that such a page can have to click: figures, citations, outcomes.
 */
export const exampleTrial = pagesByType
  .get('/trials/*')!
  .findLast(
    ({ path: own, html }) =>
      html.includes(`href="${own}#`) && /class="cite"/.test(html) && / href="[^"]*\/figures\/#/.test(html),
  )!;

/** A page of each type in Chinese, the middling one where there are many. */
export const chineseSample: readonly string[] = [...pagesByType]
  .filter(([type]) => type.startsWith('/zh/'))
  .map(([, own]) => own[Math.floor(own.length / 2)]!.path)
  .sort();

/**
 * A page of each type but of those that lead on and of those in Chinese, the middling one where there are
 * many; of the trials also the shortest and, by night, the longest.
 */
export const samplePages: readonly string[] = [...pagesByType]
  .filter(([type]) => type !== '/former/*' && !type.startsWith('/zh/'))
  .flatMap(([type, own]) => [
    own[Math.floor(own.length / 2)]!,
    ...(type === '/trials/*' ? [own.at(-1)!, ...(isWhole ? [own[0]!] : [])] : []),
  ])
  .map(({ path: address }) => address)
  .sort();
