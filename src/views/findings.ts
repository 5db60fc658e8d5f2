import type { RankedFinding } from '../checks/run.ts';
import { shortLabel } from '../citations/label.ts';
import type { ClaimNode, Fact, ReferenceNode } from '../evidence/library.ts';
import type { Code } from '../model/finding.ts';
import type { Site } from './site.ts';

export type { RankedFinding };

const keyOf = (entry: string, fact: string) => `${entry}/${fact}`;
type Sorted = Record<'byFact' | 'byEntry', ReadonlyMap<string, readonly RankedFinding[]>> & {
  works: ReadonlyMap<string, ReferenceNode>;
};
const sorted = new WeakMap<object, Sorted>();

/** The findings of a run by what they are about, sorted once for all pages. */
function sortedOf({ library, report }: Site): Sorted {
  const known = sorted.get(report);
  if (known) return known;
  const ofEntries = report.findings.filter(({ entry }) => entry !== undefined);
  const ofFacts = ofEntries.filter(({ fact }) => fact !== undefined);
  const made = {
    works: new Map(library.references.map((work) => [work.id, work])),
    byEntry: Map.groupBy(ofEntries, ({ entry = '' }) => entry),
    byFact: Map.groupBy(ofFacts, ({ entry = '', fact = '' }) => keyOf(entry, fact)),
  };
  sorted.set(report, made);
  return made;
}

/** What the checks found about one fact of a trial, or one claim of a review. */
export function findingsOf(site: Site, node: Fact | ClaimNode): readonly RankedFinding[] {
  const key =
    'trial' in node ? keyOf(`trials/${node.trial.id}`, node.outcome.id) : keyOf(`reviews/${node.review.id}`, node.claim.id);
  return sortedOf(site).byFact.get(key) ?? [];
}

/** The checks that asked about one fact and found nothing. */
export function passedBy(site: Site, fact: Fact): Code[] {
  const failed = new Set(findingsOf(site, fact).map(({ code }) => code));
  return (site.report.asked.get(fact.outcome) ?? []).filter((code) => !failed.has(code));
}

/** What the checks found in an entry, its reports and figures: `trials/ID`. */
export const findingsIn = (site: Site, entry: string): readonly RankedFinding[] => sortedOf(site).byEntry.get(entry) ?? [];

/** The entry of a finding by the name that pages give it, and the address of what the finding is about. */
export function placeOf(site: Site, { entry, fact }: RankedFinding): { name: string | undefined; path: string | undefined } {
  const { library } = site;
  const [collection, id] = (entry ?? '').split('/');
  const uid = `${id}/${fact}`;
  const isPage = id && collection !== 'pages' && collection !== 'sources';
  return {
    name: (collection === 'trials' ? library.trial(id ?? '')?.name : undefined) ?? entry,
    path: (library.facts.get(uid) ?? library.claims.get(uid))?.path ?? (isPage ? `/${collection}/${id}/` : undefined),
  };
}

/** Address of the explanation of a check. */
export const explanationOf = (code: string) => `/quality/#${code.replace('/', '-')}`;

/** A piece of a message; one with an address names a work or a figure. */
interface MessagePart {
  text: string;
  href?: string;
}

/** The message of a finding for a reader: ids of works become their names, ids of figures lead to them. */
export function messageParts(site: Site, { message, entry }: RankedFinding): MessagePart[] {
  const { library } = site;
  const { works } = sortedOf(site);
  const trial = entry?.startsWith('trials/') ? entry.slice('trials/'.length) : undefined;
  return message.split(/\b([a-z0-9]+(?:-[a-z0-9]+)+)\b/).map((text, i) => {
    const work = i % 2 === 1 ? works.get(text) : undefined;
    if (work) return { text: shortLabel(work.data), href: work.path };
    const fact = i % 2 === 1 && trial ? library.facts.get(`${trial}/${text}`) : undefined;
    return fact ? { text, href: fact.path } : { text };
  });
}
