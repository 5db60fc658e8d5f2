import type { Library } from '../evidence/library.ts';
import { guide as words } from '../i18n/guide.ts';
import { onceNoted } from '../model/once.ts';
import type { FormerAddress } from '../model/permanent.ts';
import { basePathOf } from '../model/site-address.ts';

const byPage = onceNoted((former: readonly FormerAddress[]) =>
  Map.groupBy(former, ({ was }) => (was.includes('#') ? was.split('#')[0] : undefined)),
);

/** An anchor of a page that was published and is gone. */
export interface FormerAnchor {
  id: string;
  /** Where the same thing stands now, as a link and in words, which get the path of the host here. */
  now: { href: string; told: string } | undefined;
  withdrawn: string;
}

/** The anchors of a page that were published and are gone, with what became of them. */
export function formerAnchors(page: string, { former, base }: Library): FormerAnchor[] {
  return (byPage(former).get(page) ?? []).map((one) => ({
    id: one.was.slice(page.length + 1),
    now: 'now' in one ? { href: one.now, told: basePathOf(base.url) + one.now } : undefined,
    withdrawn: 'now' in one ? '' : words.former.withdrawn(one.on, one.withdrawn),
  }));
}
