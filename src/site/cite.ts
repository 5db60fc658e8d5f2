import { toBibtex } from '../citations/bibtex.ts';
import type { ReferenceNode, TrialNode } from '../evidence/library.ts';
import { worksOf } from '../exports/citations.ts';
import { site } from './library.ts';

/** BibTeX of a trial entry and of the reports of its study. */
export function bibtexOf(trial: TrialNode): string {
  return toBibtex(worksOf(trial, site().library.base));
}

/** BibTeX of one work of the library. */
export function bibtexOfReference(reference: ReferenceNode): string {
  return toBibtex([reference.data]);
}
