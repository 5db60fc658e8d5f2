import type { Library } from '../evidence/library.ts';
import { onceNoted } from '../model/once.ts';
import type { FormerAddress } from '../model/permanent.ts';

const byPage = onceNoted((former: readonly FormerAddress[]) =>
  Map.groupBy(former, ({ was }) => (was.includes('#') ? was.split('#')[0] : undefined)),
);

/** The anchors of a page that were published and are gone. */
export function formerOn(page: string, { former }: Library): readonly FormerAddress[] {
  return byPage(former).get(page) ?? [];
}
