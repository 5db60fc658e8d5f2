import { entryReference, type Citable } from '../citations/entry.ts';
import { formatIds, type FormatId } from '../citations/styles.ts';
import type {
  EntryNode,
  Fact,
  Library,
  ReferenceNode,
  ReviewNode,
  SynthesisNode,
  TherapyNode,
  TopicNode,
  TrialNode,
} from './library.ts';
import { inEnglish } from '../i18n/locale.ts';
import { onceNoted } from '../model/once.ts';
import { toldBy } from './read-in.ts';
import { word } from '../wording/figures.ts';
import { lastIn } from '../model/need.ts';

/** An entry that carries a version, so that it can be cited. */
export type CitedNode = TrialNode | TherapyNode | TopicNode | ReviewNode | SynthesisNode;

/** Every entry that can be cited, kind by kind. */
export function citedNodes({ trials, therapies, topics, reviews, syntheses }: Cited): CitedNode[] {
  return [...trials, ...therapies, ...topics, ...reviews, ...syntheses];
}
type Cited = Pick<Library, 'trials' | 'therapies' | 'topics' | 'reviews' | 'syntheses'>;

/**
 * The entry itself as a work to cite, in its version. Its key is `trial-smith-2026`, for the library may have
 * `smith-2026`.
 */
export function entryOf(node: CitedNode, base: Library['base']): Citable {
  const { version, updated } = node.data;
  return entryReference({
    id: `${node.kind}-${node.id}`,
    title: titleOf(node),
    path: node.path,
    version,
    updated,
    base,
  });
}

/** The base as a whole, in its version, with the day of its latest entry. */
export function baseAsWork({ base, ...library }: Library, version: string): Citable {
  const days = citedNodes(library)
    .map(({ data }) => data.updated)
    .sort();
  const title = `${base.name}: ${base.subject.en}`;
  const entry = entryReference({ id: 'base', title, path: '/', version, updated: lastIn(days), base });
  return { ...entry, type: 'dataset', 'container-title': undefined };
}

function titleOf(node: CitedNode): string {
  switch (node.kind) {
    case 'trial':
      return [node.data.acronym, node.data.title.en].filter(Boolean).join(': ');
    case 'review':
      // Not the bare title: that is the work of others.
      return `What the review states: ${node.data.title.en}`;
    case 'synthesis':
      return `What was pooled: ${node.data.title.en}`;
    case 'therapy':
      return node.data.name.en;
    case 'topic':
      return node.data.title.en;
  }
}

/** One figure as a work to cite: who states what, in the version of its entry, at the address of its row. */
export function factOf(fact: Fact, base: Library['base']): Citable {
  const { version, updated } = fact.trial.data;
  return entryReference({
    id: `fact-${fact.trial.id}-${fact.outcome.id}`,
    title: factTitle(fact),
    path: fact.path,
    version,
    updated,
    base,
  });
}

/** `STUDY: Overall response, 81%, stated by Smith et al. 2018, read in a summary by others` */
export function factTitle(fact: Fact): string {
  return inEnglish(() => {
    const { trial, endpoint, outcome, derived } = fact;
    const { value, valueComputed } = word(outcome, derived);
    const figure = valueComputed ? `${value} (computed)` : value;
    return `${trial.name}: ${endpoint.data.label.en}, ${figure}, stated by ${toldBy(fact)}`;
  });
}

/**
 * The works that an entry stands on: the reports of a trial, main report first, a review, the works that
 * prose cites.
 */
export function worksBehind(node: CitedNode, { references }: Pick<Library, 'references'>): ReferenceNode[] {
  if (node.kind === 'trial') return [...new Set(mainFirst(node).map(({ reference }) => reference))];
  if (node.kind === 'review' || node.kind === 'synthesis') return [node.reference];
  return [...(citedBy(references).get(node) ?? [])];
}

/** Which works the prose of each entry cites, in the order of the references; found once for all entries. */
const citedBy = onceNoted((references: readonly ReferenceNode[]) => {
  const found = new Map<EntryNode, Set<ReferenceNode>>();
  for (const reference of references)
    for (const entry of reference.citedIn) found.set(entry, (found.get(entry) ?? new Set()).add(reference));
  return found;
});

/**
 * The reports of a trial with the primary one first; reviews, which report other people's trials, come last.
 */
function mainFirst({ reports }: TrialNode): TrialNode['reports'] {
  const rank = ({ data: { kind } }: TrialNode['reports'][number]) =>
    kind === 'primary' ? 0 : kind === 'review' ? 2 : 1;
  return reports.toSorted((a, b) => rank(a) - rank(b));
}

/** What citing an entry cites: the entry in this version, then the works behind it. */
export function worksOf(node: CitedNode, library: Pick<Library, 'base' | 'references'>): Citable[] {
  return [entryOf(node, library.base), ...worksBehind(node, library).map(({ data }) => data)];
}

/**
 * Where the citation of an entry or work stands as a file: `/trials/trial-one.bib`,
 * `/references/smith-2026.json`. The JSON of an entry is its data, so its citation is `.csl.json`.
 */
export function citationFile(node: CitedNode | ReferenceNode, format: FormatId): string {
  return `${node.path.replace(/\/$/, '')}.${format === 'json' && node.kind !== 'reference' ? 'csl.json' : format}`;
}

/** All three, for a list of links. */
export function citationPaths(node: CitedNode | ReferenceNode): Record<FormatId, string> {
  return Object.fromEntries(formatIds.map((format) => [format, citationFile(node, format)])) as Record<
    FormatId,
    string
  >;
}
