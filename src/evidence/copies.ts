import { figures } from '../i18n/figures.ts';
import { words } from '../i18n/words.ts';
import type { Copy } from '../model/vocabulary.ts';

/** A copy of another page: which kind, and of what where the host copies one thing only. */
export type CopyOf = Omit<Copy, 'host'>;

/**
 * Which copy of another page an address leads to; `undefined` where it leads to the page itself. A host
 * without a name is never that of a publisher.
 */
export function copyAt(address: string, copies: readonly Copy[]): CopyOf | undefined {
  const host = URL.parse(address)?.hostname.replace(/\.$/, '') ?? '';
  const known = copies.find((copy) => host === copy.host || host.endsWith(`.${copy.host}`));
  return known ?? (isNumeric(host) ? { kind: 'bare-address' } : undefined);
}

/**
 * A number of IPv4 comes out of the parser in this form, and one of IPv6 in brackets: URL Standard, host
 * serializing.
 */
const isNumeric = (host: string) => /^(?:\d+(?:\.\d+){3}|\[.*\])$/.test(host);

/** What pages say where they do not link: `mirror of PubMed, not linked`. */
export function copyText({ kind, of }: CopyOf): string {
  return figures.copy(words.copy[kind], of);
}
