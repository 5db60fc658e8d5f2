import { copyText } from '../evidence/copies.ts';
import type { Library } from '../evidence/library.ts';
import { trial as said } from '../i18n/trial.ts';

/** A page on which something was read. */
export interface ReadPage {
  /** Where cards of figures lead. */
  id?: string | undefined;
  url: string;
  host: string;
  /** A copy of another page is named and never linked. */
  isCopy: boolean;
  /** What was read there, and of what it is a copy. */
  words: string;
}

/** The pages on which something was read; `what` says what was read there. */
export function readPages(
  { copyAt }: Library,
  pages: readonly { url: string; what?: string; id?: string }[],
): ReadPage[] {
  return pages.map(({ url, what, id }) => {
    const copy = copyAt(url);
    return {
      id,
      url,
      host: URL.parse(url)?.hostname ?? url,
      isCopy: copy !== undefined,
      words: [what, copy && copyText(copy)].filter((word) => word !== undefined).join(said.row.semicolon),
    };
  });
}
