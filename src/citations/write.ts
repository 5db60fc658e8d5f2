import { toBibtex } from './bibtex.ts';
import { toCslJson } from './csl.ts';
import type { Citable } from './entry.ts';
import { toRis } from './ris.ts';
import type { FormatId } from './styles.ts';

/** Works as the text of a file in each format. */
export const write: Record<FormatId, (items: Citable[]) => string> = {
  bib: (items) => toBibtex(items),
  ris: toRis,
  json: toCslJson,
};
