import type { RankedFinding } from '../checks/run.ts';
import type { ClaimNode, Fact } from '../evidence/library.ts';
import type { Code } from '../model/finding.ts';
import type { Site } from './site.ts';

export type { RankedFinding };

const keyOf = (entry: string, fact: string) => `${entry}/${fact}`;
type Sorted = Record<'byFact' | 'byEntry', ReadonlyMap<string, readonly RankedFinding[]>>;
const sorted = new WeakMap<object, Sorted>();

/** The findings of a run by what they are about, sorted once for all pages. */
function sortedOf({ report }: Site): Sorted {
  const known = sorted.get(report);
  if (known) return known;
  const ofEntries = report.findings.filter(({ entry }) => entry !== undefined);
  const ofFacts = ofEntries.filter(({ fact }) => fact !== undefined);
  const made = {
    byEntry: Map.groupBy(ofEntries, ({ entry }) => entry!),
    byFact: Map.groupBy(ofFacts, ({ entry, fact }) => keyOf(entry!, fact!)),
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
