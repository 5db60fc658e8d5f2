import type { Fact } from '../../evidence/library.ts';
import { shownTables, tablesOf, type ShownTable } from '../outcome-tables.ts';
import { provenanceOf, type Provenance } from '../provenance.ts';
import type { Site } from '../site.ts';

/** Figures of the base as the guide shows them: their tables, and the card of the first. */
export interface ShownFigures {
  tables: ShownTable[];
  /** Undefined where there are no figures. */
  card: Provenance | undefined;
}

/** @param facts what a base may not have is undefined */
export function shownFigures(site: Site, facts: readonly (Fact | undefined)[] = []): ShownFigures {
  const known = facts.filter((fact) => fact !== undefined);
  const [first] = known;
  return {
    tables: shownTables(site, tablesOf(known, site.library.endpoints)),
    card: first && provenanceOf(site, first, true),
  };
}
