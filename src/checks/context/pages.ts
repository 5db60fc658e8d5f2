import { addressesIn, addressingKinds, pagesWith, type AddressingKind } from '../../evidence/addresses.ts';
import { idOf } from './ids.ts';
import type { Collect } from './part.ts';
import { hasData, namesOf, type KindFile, type Extracted, type Extractor } from './extracts.ts';

/**
 * The permanent addresses that a file gives, in the order of `addressesIn`: in full, or as `#ID` where one is
 * an anchor on the page of the first.
 */
export const givenAddresses: Extractor<string[]> = {
  name: 'addresses',
  of: addressingKinds,
  extract({ kind, source }) {
    const [first, ...others] = addressesIn(kind as AddressingKind, source).map(({ address }) => address);
    if (first === undefined) return [];
    const rest = others.map((address) =>
      address.startsWith(`${first}#`) ? address.slice(first.length) : address,
    );
    return [first, ...rest];
  },
};

/** The addresses of a file in full. */
export function addressesOf({ value }: Extracted<string[]>): string[] {
  const [page = ''] = value;
  return value.map((address) => (address.startsWith('#') ? page + address : address));
}

const ownPages = namesOf('pages');
/** What pages are made from. */
export const pagesFrom: readonly Extractor<unknown>[] = [ownPages, givenAddresses];

/** Every page of the site with the anchors on it. */
export const builtPages = (collect: Collect): Map<string, Set<string>> =>
  pagesWith(collect(ownPages).map(idOf), collect(givenAddresses).flatMap(addressesOf));

const isUnread = (file: KindFile) => !hasData(file.source);
/** The entries with figures that could not be read. */
export const unreadPages: Extractor<boolean> = {
  name: 'entries that could not be read',
  of: ['trials', 'reviews', 'syntheses'],
  extract: isUnread,
  isPlain: true,
};
