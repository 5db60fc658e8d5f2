import type { Start } from '../files.ts';
import { heaviest } from '../postings.ts';
import type { NameTable } from './names.ts';
import type { Part, Understood } from './parts.ts';

/** On more pages than these, a word alone says little. */
const common = (pages: number) => Math.max(12, 0.06 * pages);
/** Up to this share, a word says something though it is no name. */
const rare = 0.03;
/** The weight of authors, names and numbers of registries. */
const ofNames = heaviest - 5;

/**
 * Whether a part stands for something by itself, so that pages with it answer though they lack another part:
 * a name of the field, an author, a phrase. A word of everyday medicine does not: pages with “cancer” do not
 * answer “lung cancer”.
 */
function isTelling(
  { named, taken, faint, pages, ...part }: Part,
  start: Start,
  names: NameTable,
  isAllKnown: boolean,
): boolean {
  if (faint) return false;
  if (part.isPhrase) return true;
  const isOf = (kind: string) => named.some(({ entity }) => names.idOf(entity).startsWith(`${kind}:`));
  if (named.length > 0) return taken === 'beginning' ? isOf('therapy') && !part.isCommon : !isOf('kind');
  if (taken === 'beginning' || pages.size > common(start.pages)) return false;
  return (
    [...pages.values()].some((weight) => weight >= ofNames) ||
    (isAllKnown && pages.size <= rare * start.pages)
  );
}

/**
 * The pages that may answer a query of which something is missing, on every page or on the best: those with a
 * telling part. All pages where no part tells more than another.
 *
 * @param most how many telling parts the best page has
 */
export function pagesThatMayAnswer(
  { parts, missing }: Understood,
  { start, names, met, of }: { start: Start; names: NameTable; met: number; of: number },
): ReadonlySet<number> | undefined {
  if (missing.length === 0 && met === of) return undefined;
  const telling = parts.filter((part) => isTelling(part, start, names, missing.length === 0));
  return new Set(telling.flatMap(({ pages }) => [...pages.keys()]));
}
