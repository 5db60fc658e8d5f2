import type { EntryNode, TopicNode } from '../evidence/library.ts';
import { locale } from '../i18n/locale.ts';
import { renderProse, translationOf } from '../prose/render.ts';
import { citedWork, shortLabel, type CitedWork } from './references.ts';
import type { Site } from './site.ts';

/** The text of an entry. */
export interface EntryText {
  html: string;
  sections: ReturnType<typeof renderProse>['sections'];
  /** It is there in English alone, and the page speaks another language. */
  isForeign: boolean;
  /** The works that it cites, and how often: back-links run from `_cite-N-1` to `_cite-N-times`. */
  cited: { work: CitedWork; times: number }[];
}

/** The text of an entry with the works that it cites. */
export function entryText(site: Site, entry: EntryNode): EntryText {
  const { html, sections, cited } = renderProse(entry, site.library, shortLabel);
  return {
    html,
    sections,
    isForeign: locale() !== 'en' && !translationOf(entry),
    cited: cited.map(({ reference, times }) => ({ work: citedWork(site, reference), times })),
  };
}

/** What a topic is about, in the language that is spoken where it says so in it. */
export const summaryOf = (topic: TopicNode): string => translationOf(topic)?.summary ?? topic.data.summary;
