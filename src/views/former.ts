import type { Library } from '../evidence/library.ts';
import type { FormerAddress } from '../model/permanent.ts';

const sorted = new WeakMap<readonly FormerAddress[], Map<string | undefined, FormerAddress[]>>();

/** The anchors of a page that were published and are gone. */
export function formerOn(page: string, { former }: Library): readonly FormerAddress[] {
  const byPage = sorted.get(former) ?? Map.groupBy(former, ({ was }) => (was.includes('#') ? was.split('#')[0] : undefined));
  sorted.set(former, byPage);
  return byPage.get(page) ?? [];
}
