import type { Watched } from '../model/watched.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import type {
  EndpointNode,
  EntryNode,
  ReferenceNode,
  ReviewNode,
  TherapyNode,
  TrialNode,
} from './library.ts';

/** A corpus that cannot be linked, because its checks did not pass. */
export class UncheckedCorpus extends Error {}

/** Looks up what the link checks have shown to exist. */
export function resolved<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new UncheckedCorpus(`${what} is missing; run the checks before linking`);
  return found;
}

export type WatchedNode = EntryNode | EndpointNode | ReferenceNode;

/** How what an entry names is looked up while a base is linked, and how the entry is watched. */
export interface Named {
  node: <N extends WatchedNode>(thing: N) => N;
  watched: Watched;
  vocabulary: Vocabulary;
  reference: (key: string) => ReferenceNode;
  endpoint: (id: string) => EndpointNode;
  therapy: (id: string) => TherapyNode;
  review: (id: string) => ReviewNode;
  trial: (id: string) => TrialNode;
}

export function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

export function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
