import { ownPages } from '../model/own-pages.ts';
import type { PermanentUrl } from '../model/permanent.ts';
import type { Corpus, SourceFile } from '../reading/corpus.ts';
import { once } from '../reading/once.ts';
import type { Path } from '../reading/yaml.ts';

/** An address that the content gives to something, and where the thing is defined. */
export interface Address {
  address: string;
  source: SourceFile<unknown>;
  where: Path;
}

/**
 * Every permanent address of a corpus: its entries, figures, planned endpoints, appraisals, statements, pooled results, works and
 * endpoints; former
 * keys of works are not among them. Sorted by address.
 */
export const addressesOf = once(({ entries, files }: Corpus): readonly Address[] => {
  const { trials, therapies, topics, reviews, syntheses } = entries;
  const pages = { trials, therapies, topics, reviews, syntheses };
  return [
    ...Object.entries(pages).flatMap(([folder, own]) =>
      own.map((entry) => ({ address: `/${folder}/${entry.id}/`, source: entry, where: [] as Path })),
    ),
    ...trials.flatMap((entry) => [
      ...anchors(`/trials/${entry.id}/`, entry, 'outcomes', entry.data?.outcomes),
      ...anchors(`/trials/${entry.id}/`, entry, 'planned', entry.data?.planned),
      ...anchors(`/trials/${entry.id}/`, entry, 'appraisals', entry.data?.appraisals),
    ]),
    ...reviews.flatMap((entry) => anchors(`/reviews/${entry.id}/`, entry, 'claims', entry.data?.claims)),
    ...syntheses.flatMap((entry) => anchors(`/syntheses/${entry.id}/`, entry, 'pooled', entry.data?.pooled)),
    ...idsIn(files.references).map(({ id, ...place }) => ({ address: `/references/${id}/`, ...place })),
    // Each in the glossary and on a page of its own.
    ...idsIn(files.endpoints).flatMap(({ id, ...place }) =>
      [`/endpoints/#${id}`, `/endpoints/${id}/`].map((address) => ({ address, ...place })),
    ),
  ].sort((a, b) => (a.address < b.address ? -1 : 1));
});

/** The ids in a file that is a list, with their places. */
function idsIn(source: SourceFile<{ id: string }[]> | undefined) {
  return source?.data?.map(({ id }, i) => ({ id, source, where: [i, 'id'] })) ?? [];
}

function anchors(page: string, source: SourceFile<unknown>, list: string, things: readonly { id: string }[] = []): Address[] {
  return things.map(({ id }, i) => ({ address: `${page}#${id}`, source, where: [list, i, 'id'] }));
}

/**
 * Every page of the site as its content makes it, by its path, with the anchors on it that are known without a build. The
 * numbered pages of an endpoint with many figures are not among them, nor are those of what moved or was withdrawn.
 */
export function pagesOf(corpus: Corpus): Map<string, Set<string>> {
  const pages = new Map(Object.entries(ownPages).map(([page, anchors]) => [page, new Set(anchors)]));
  for (const { id } of corpus.entries.pages) pages.set(`/${id}/`, pages.get(`/${id}/`) ?? new Set());
  for (const { address } of addressesOf(corpus)) {
    const page = pageOf(address);
    const anchors = pages.get(page) ?? new Set();
    if (address !== page) anchors.add(address.slice(page.length + 1));
    pages.set(page, anchors);
  }
  return pages;
}

/** The page of an entry: `trials/ino-vate` → `/trials/ino-vate/`, `pages/about` → `/about/`. */
export const pageOfEntry = (entry: string) => `/${entry.replace(/^pages\//, '')}/`;

/** The page of an address: `/trials/ino-vate/#cr` → `/trials/ino-vate/`. */
export const pageOf = (address: string) => address.replace(/#.*/s, '');

/**
 * Where a published address leads now: itself, the address it moved to, or `undefined` where it was withdrawn. What stood
 * on a page that moved is looked for on the new page, and what stood on one that was withdrawn went with it.
 */
export function leadsTo(address: string, published: ReadonlyMap<string, PermanentUrl>): string | undefined {
  const fate = published.get(address) ?? address;
  if (typeof fate !== 'string') return 'now' in fate ? fate.now : undefined;
  const page = pageOf(address);
  const fateOfPage = page === address ? undefined : published.get(page);
  if (fateOfPage === undefined || typeof fateOfPage === 'string') return address;
  return 'now' in fateOfPage ? fateOfPage.now + address.slice(page.length) : undefined;
}

/** Former keys of works, as addresses that lead to where the work stands now. */
export function formerKeys({ files }: Pick<Corpus, 'files'>): { was: string; now: string }[] {
  return (files.references?.data ?? []).flatMap(({ id, custom }) =>
    (custom?.aliases ?? []).map((alias) => ({ was: `/references/${alias}/`, now: `/references/${id}/` })),
  );
}

/** The list by published address. */
export const byAddress = once(
  (list: readonly PermanentUrl[]): ReadonlyMap<string, PermanentUrl> =>
    new Map(list.map((item) => [typeof item === 'string' ? item : item.was, item])),
);
