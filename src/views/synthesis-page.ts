import type { SynthesisNode } from '../evidence/library.ts';
import { pages } from '../i18n/pages.ts';
import { words } from '../i18n/words.ts';
import { phrase } from '../model/phrases.ts';
import { entryText } from './entry-text.ts';
import { findingList } from './finding-rows.ts';
import { formerAnchors } from './former.ts';
import { pooledTables } from './pooled-tables.ts';
import { aboutOf, foundIn } from './published-entry.ts';
import { readPages } from './read-pages.ts';
import { citedWork, shortLabel } from './references.ts';
import type { Site } from './site.ts';

/** The page of a published synthesis: its pooled results, how they were made, and of which studies. */
export function synthesisPage(site: Site, synthesis: SynthesisNode) {
  const { library } = site;
  const { data, reference } = synthesis;
  const say = pages.synthesis;
  const tables = pooledTables(site, synthesis.pooled);
  const hasOwn = tables.some(({ rows }) => rows.some(({ own }) => own.length > 0));
  const found = foundIn(site, synthesis);
  return {
    text: entryText(site, synthesis),
    work: citedWork(site, reference),
    by: shortLabel(reference),
    tables,
    /** What the tables show. */
    explained: hasOwn ? say.printedBesideOwn : say.printed,
    found: found.length > 0 ? findingList(site, found, { ofEntry: true }) : undefined,
    facts: aboutOf(synthesis, site),
    readAt: readPages(
      library,
      data.sources.map(({ url, read }) => ({ url, what: words.read[read] })),
    ),
    included: synthesis.included.map(({ trial, as, locator }) => ({
      path: trial.path,
      name: trial.name,
      note: say.named(as, phrase(locator)),
    })),
    former: formerAnchors(synthesis.path, library),
  };
}
