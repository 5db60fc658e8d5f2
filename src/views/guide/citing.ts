import { toBibtex } from '../../citations/bibtex.ts';
import { factOf } from '../../evidence/citable.ts';
import type { Fact } from '../../evidence/library.ts';
import type { Site } from '../site.ts';
import { figureExample } from './figures.ts';

/** A figure with what cites it. */
interface CitingExample {
  fact: Fact;
  address: string;
  /** Formatted, as HTML. */
  citation: string;
  bibtex: string;
}

/** How a figure of this base is cited. */
export function citingExample({ library, citations }: Site): CitingExample | undefined {
  const fact = figureExample('printed', library) ?? figureExample('computed', library);
  if (!fact) return undefined;
  return {
    fact,
    address: library.base.url + fact.path,
    citation: citations.figure('nlm', fact).html,
    bibtex: toBibtex([factOf(fact, library.base)]),
  };
}
