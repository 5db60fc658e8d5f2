import { addressesIn, addressingKinds, pagesWith, type AddressingKind } from '../../evidence/addresses.ts';
import { idOf } from './ids.ts';
import type { Heard } from './part.ts';
import { hasData, namesOf, type KindFile, type Said, type Saying } from './sayings.ts';

/**
 * The permanent addresses that a file gives, in the order of `addressesIn`: in full, or as `#ID` where one is
 * an anchor on the page of the first.
 */
export const addressesSaid: Saying<string[]> = {
  name: 'addresses',
  of: addressingKinds,
  say({ kind, source }) {
    const [first, ...others] = addressesIn(kind as AddressingKind, source).map(({ address }) => address);
    if (first === undefined) return [];
    const rest = others.map((address) =>
      address.startsWith(`${first}#`) ? address.slice(first.length) : address,
    );
    return [first, ...rest];
  },
};

/** The addresses of a file in full. */
export function addressesOf({ said }: Said<string[]>): string[] {
  const [page = ''] = said;
  return said.map((address) => (address.startsWith('#') ? page + address : address));
}

const ownPages = namesOf('pages');
/** What pages are made from. */
export const pagesFrom: readonly Saying<unknown>[] = [ownPages, addressesSaid];

/** Every page of the site with the anchors on it. */
export const builtPages = (heard: Heard): Map<string, Set<string>> =>
  pagesWith(heard(ownPages).map(idOf), heard(addressesSaid).flatMap(addressesOf));

const isUnread = (file: KindFile) => !hasData(file.source);
/** The entries with figures that could not be read. */
export const unreadSaid: Saying<boolean> = {
  name: 'entries that could not be read',
  of: ['trials', 'reviews', 'syntheses'],
  say: isUnread,
  isPlain: true,
};
