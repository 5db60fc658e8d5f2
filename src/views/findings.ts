import type { RankedFinding } from '../checks/run.ts';
import { shortLabel } from '../citations/label.ts';
import type { ClaimNode, Fact, PooledNode, ReferenceNode } from '../evidence/library.ts';
import { inWords } from '../i18n/locale.ts';
import type { Code } from '../model/check-table.ts';
import { onceNoted } from '../model/once.ts';
import { noteRead, unnoted } from '../model/reads.ts';
import type { Site } from './site.ts';

export type { RankedFinding };

const keyOf = (entry: string, fact: string) => `${entry}/${fact}`;

/**
 * The findings of a run by what they are about, sorted once for all pages; which page asked for which is
 * noted by `found`.
 */
const sortedOf = onceNoted((report: Site['report']) => {
  const ofEntries = report.findings.filter(({ entry }) => entry !== undefined);
  const ofFacts = ofEntries.filter(({ fact }) => fact !== undefined);
  return {
    byEntry: Map.groupBy(ofEntries, ({ entry = '' }) => entry),
    byFact: Map.groupBy(ofFacts, ({ entry = '', fact = '' }) => keyOf(entry, fact)),
  };
});

const worksOf = onceNoted(
  (references: readonly ReferenceNode[]) => new Map(references.map((work) => [work.id, work])),
);

/** What pages may ask of findings, and how it is found. */
const questions = {
  byEntry: ({ report }: Site, entry: string): readonly RankedFinding[] =>
    sortedOf(report).byEntry.get(entry) ?? [],
  byFact: ({ report }: Site, fact: string): readonly RankedFinding[] =>
    sortedOf(report).byFact.get(fact) ?? [],
  asked: ({ report, library }: Site, uid: string): readonly Code[] => {
    const fact = library.facts.get(uid);
    return (fact && report.asked.get(fact.outcome)) ?? [];
  },
  work: ({ library }: Site, key: string): ReferenceNode | undefined => worksOf(library.references).get(key),
};
type Question = keyof typeof questions;

/** Answers a question, so that a page depends on the answer and not on all findings. */
function found<Q extends Question>(site: Site, question: Q, part: string): ReturnType<(typeof questions)[Q]> {
  noteRead(question, part);
  return unnoted(() => questions[question](site, part)) as ReturnType<(typeof questions)[Q]>;
}

/** Has the answers looked up again where a page is held against an earlier one. */
export function watchFindings(site: Site): void {
  for (const [question, answer] of Object.entries(questions))
    site.library.watched.lookup(question, (part) => answer(site, part));
}

/**
 * What the checks found about one fact of a trial, one claim of a review, or one result of a published
 * synthesis.
 */
export const findingsOf = (site: Site, node: Fact | ClaimNode | PooledNode): readonly RankedFinding[] =>
  found(site, 'byFact', factKey(node));

function factKey(node: Fact | ClaimNode | PooledNode): string {
  if ('trial' in node) return `trials/${node.uid}`;
  return `${'review' in node ? 'reviews' : 'syntheses'}/${node.uid}`;
}

/** The checks that asked about one fact and found nothing. */
export function passedBy(site: Site, fact: Fact): Code[] {
  const failed = new Set(findingsOf(site, fact).map(({ code }) => code));
  return found(site, 'asked', fact.uid).filter((code) => !failed.has(code));
}

/** What the checks found in an entry, its reports and figures: `trials/ID`. */
export const findingsIn = (site: Site, entry: string): readonly RankedFinding[] =>
  found(site, 'byEntry', entry);

/** The entry of a finding by the name that pages give it, and the address of what the finding is about. */
export function placeOf(
  site: Site,
  { entry, fact }: RankedFinding,
): { name: string | undefined; path: string | undefined } {
  const { library } = site;
  const [collection, id] = (entry ?? '').split('/');
  const uid = `${id}/${fact}`;
  const isPage = id && collection !== 'pages' && collection !== 'sources';
  return {
    name: nameOf(site, collection, id ?? '') ?? entry,
    path:
      (library.facts.get(uid) ?? library.claims.get(uid) ?? library.pooled.get(uid))?.path ??
      (isPage ? `/${collection}/${id}/` : undefined),
  };
}

/**
 * What a reader calls an entry: a study by its name, what is published by its authors, all else by its title.
 */
function nameOf({ library }: Site, collection: string | undefined, id: string): string | undefined {
  const isIt = (node: { id: string }) => node.id === id;
  switch (collection) {
    case 'trials':
      return library.trial(id)?.name;
    case 'reviews':
    case 'syntheses': {
      const published = [...library.reviews, ...library.syntheses].find(isIt);
      return published && shortLabel(published.reference.data);
    }
    case 'therapies':
      return labelOf(library.therapies.find(isIt)?.data.name);
    case 'topics':
      return labelOf(library.topics.find(isIt)?.data.title);
    default:
      return undefined;
  }
}

const labelOf = (label: { en: string; zh?: string | undefined } | undefined) => label && inWords(label);

/** Address of the explanation of a check. */
export const explanationOf = (code: string) => `/quality/#${code.replace('/', '-')}`;

/** A piece of a message; one with an address names a work or a figure. */
export interface MessagePart {
  text: string;
  href?: string;
}

/** The message of a finding for a reader: ids of works become their names, ids of figures lead to them. */
export function messageParts(site: Site, { message, entry }: RankedFinding): MessagePart[] {
  const { library } = site;
  const trial = entry?.startsWith('trials/') ? entry.slice('trials/'.length) : undefined;
  return message.split(/\b([a-z0-9]+(?:-[a-z0-9]+)+)\b/).map((text, i) => {
    const work = i % 2 === 1 ? found(site, 'work', text) : undefined;
    if (work) return { text: shortLabel(work.data), href: work.path };
    const fact = i % 2 === 1 && trial ? library.facts.get(`${trial}/${text}`) : undefined;
    return fact ? { text, href: fact.path } : { text };
  });
}
