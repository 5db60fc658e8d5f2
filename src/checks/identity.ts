import type { Check } from './check.ts';
import { author, bareAuthor } from './identity/authors.ts';
import { citedAgent, citedAuthor } from './identity/cited.ts';
import { doi, identifier, pages, pmid } from './identity/numbers.ts';
import { duplicate, printed, version } from './identity/works.ts';

export const identityChecks: Check[] = [
  doi,
  pmid,
  identifier,
  duplicate,
  version,
  pages,
  printed,
  author,
  bareAuthor,
  citedAuthor,
  citedAgent,
];
