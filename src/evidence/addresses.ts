import { ownPages } from '../model/own-pages.ts';
import type { PermanentUrl } from '../model/permanent.ts';
import type { Reference } from '../model/reference.ts';
import type { Corpus, SourceFile } from '../reading/corpus.ts';
import { once } from '../reading/once.ts';
import type { Path } from '../reading/yaml.ts';
import { byText } from '../model/order.ts';

/** An address that the content gives to something, and where the thing is defined. */
interface Address {
  address: string;
  source: SourceFile<unknown>;
  where: Path;
}

/** An address that a file gives, and where in the file. */
export type OwnAddress = Omit<Address, 'source'>;

/** The lists of an entry whose items have an anchor on its page. */
const anchored = {
  trials: ['outcomes', 'planned', 'appraisals'],
  therapies: [],
  topics: [],
  reviews: ['claims'],
  syntheses: ['pooled'],
} as const;
const addressing = [
  ...(Object.keys(anchored) as (keyof typeof anchored)[]),
  'references',
  'endpoints',
] as const;

/** The kinds of files that give permanent addresses. */
export type AddressingKind = (typeof addressing)[number];
export const addressingKinds: readonly AddressingKind[] = addressing;

/**
 * The permanent addresses that a file gives: of an entry and its figures, planned endpoints, appraisals,
 * statements and pooled results, or of works and endpoints; former keys of works are not among them.
 */
export function addressesIn(
  kind: AddressingKind,
  { data, ...source }: { id?: string; data: unknown },
): OwnAddress[] {
  if (kind === 'references') return idsIn(data, [(id) => `/references/${id}/`]);
  // Each in the glossary and on a page of its own.
  if (kind === 'endpoints') return idsIn(data, [(id) => `/endpoints/#${id}`, (id) => `/endpoints/${id}/`]);
  const page = `/${kind}/${source.id}/`;
  const lists = (data ?? {}) as Record<string, readonly { id: string }[]>;
  return [
    { address: page, where: [] },
    ...anchored[kind].flatMap((list) =>
      (lists[list] ?? []).map(({ id }, i) => ({ address: `${page}#${id}`, where: [list, i, 'id'] })),
    ),
  ];
}

/** The ids in a file that is a list, with their places. */
const idsIn = (data: unknown, addresses: ((id: string) => string)[]): OwnAddress[] =>
  ((data ?? []) as { id: string }[]).flatMap(({ id }, i) =>
    addresses.map((addressOf) => ({ address: addressOf(id), where: [i, 'id'] })),
  );

/** Every permanent address of a corpus, sorted by address. */
export const addressesOf = once(({ entries, files }: Corpus): readonly Address[] => {
  const sources = { ...entries, references: files.references ?? [], endpoints: files.endpoints ?? [] };
  const all = addressingKinds.flatMap((kind) =>
    ([sources[kind]].flat() as (SourceFile<unknown> & { id?: string })[]).flatMap((source) =>
      addressesIn(kind, source).map((own) => ({ ...own, source })),
    ),
  );
  return all.sort((a, b) => byText(a.address, b.address));
});

/**
 * Every page of the site as its content makes it, by its path, with the anchors on it that are known without
 * a build. The numbered pages of an endpoint with many figures are not among them, nor are those of what
 * moved or was withdrawn.
 */
export function pagesWith(
  idsOfPages: readonly string[],
  addresses: Iterable<string>,
): Map<string, Set<string>> {
  const pages = new Map(Object.entries(ownPages).map(([page, anchors]) => [page, new Set(anchors)]));
  for (const id of idsOfPages) pages.set(`/${id}/`, pages.get(`/${id}/`) ?? new Set());
  for (const address of addresses) {
    const page = pageOf(address);
    const anchors = pages.get(page) ?? new Set();
    if (address !== page) anchors.add(address.slice(page.length + 1));
    pages.set(page, anchors);
  }
  return pages;
}

/** The page of an entry: `trials/trial-one` → `/trials/trial-one/`, `pages/about` → `/about/`. */
export const pageOfEntry = (entry: string) => `/${entry.replace(/^pages\//, '')}/`;

/** The page of an address: `/trials/trial-one/#cr` → `/trials/trial-one/`. */
export const pageOf = (address: string) => address.replace(/#.*/s, '');

/**
 * Where a published address leads now: itself, the address it moved to, or `undefined` where it was
 * withdrawn. What stood on a page that moved is looked for on the new page, and what stood on one that was
 * withdrawn went with it.
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
export function formerKeys(works: readonly Reference[]): { was: string; now: string }[] {
  return works.flatMap(({ id, custom }) =>
    (custom?.aliases ?? []).map((alias) => ({ was: `/references/${alias}/`, now: `/references/${id}/` })),
  );
}

/** The list by published address. */
export const byAddress = once(
  (list: readonly PermanentUrl[]): ReadonlyMap<string, PermanentUrl> =>
    new Map(list.map((item) => [typeof item === 'string' ? item : item.was, item])),
);
