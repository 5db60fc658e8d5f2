import { factsInText } from '../evidence/cited-facts.ts';
import type { TopicNode } from '../evidence/library.ts';
import { inWords } from '../i18n/locale.ts';
import { pages } from '../i18n/pages.ts';
import { claimRows } from './claim-rows.ts';
import { drawnFigures } from './drawn-figures.ts';
import { entryText, summaryOf } from './entry-text.ts';
import { mostAcrossTrials, outcomeSections, shownTables } from './outcome-tables.ts';
import type { Site } from './site.ts';

/** The page of a topic: its text with the figures of it drawn, and what the trials and reviews report. */
export function topicPage(site: Site, topic: TopicNode) {
  const { library } = site;
  const { endpoints, therapies } = topic;
  const sections = outcomeSections(
    endpoints.flatMap(({ facts }) => facts),
    library.endpoints,
    mostAcrossTrials,
  );
  const { groups, others } = drawnFigures(factsInText(topic, library), library.vocabulary);
  return {
    summary: summaryOf(topic),
    text: entryText(site, topic),
    groups,
    others: others.map(({ path, label, count }) => ({
      href: path,
      label: pages.texts.counted(label, count),
    })),
    therapies: therapies.map(({ path, data }) => ({ href: path, label: inWords(data.name) })),
    targets: [...new Set(therapies.flatMap(({ targets }) => targets.map(({ label }) => label.en)))],
    aliases: endpoints.flatMap(({ data }) => [data.label.zh, ...data.synonyms]),
    sections: sections.map(({ tables, ...section }) => ({ ...section, tables: shownTables(site, tables) })),
    claims: claimRows(endpoints.flatMap(({ claims }) => claims)),
  };
}
