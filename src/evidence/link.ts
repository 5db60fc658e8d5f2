import { chineseOf, teachPhrases } from '../model/phrases.ts';
import { noteRead } from '../model/reads.ts';
import { Watched } from '../model/watched.ts';
import { citations } from '../reading/prose.ts';
import { formerKeys } from './addresses.ts';
import { copyAt } from './copies.ts';
import { descriptiveEndpoints } from './ledger/slot.ts';
import { linkReview } from './link-review.ts';
import { linkSynthesis } from './link-syntheses.ts';
import { linkTrial } from './link-trial.ts';
import { byId, resolved, unique, type Named, type WatchedNode } from './named.ts';
import { relate } from './related.ts';
import { chooseUsual } from './usual.ts';
import type {
  EndpointNode,
  EntryNode,
  Library,
  PageNode,
  ReferenceNode,
  TherapyNode,
  TopicNode,
  Translations,
} from './library.ts';
import { termOf } from './library.ts';
import type { Corpus, Entry } from '../reading/corpus.ts';
import type { Collection } from '../model/collections.ts';
import { byText } from '../model/order.ts';
import type { Vocabulary } from '../model/vocabulary.ts';

/**
 * Links a checked corpus into one library: every id becomes the thing it names, and every thing knows what
 * names it.
 *
 * @throws UncheckedCorpus when something named does not exist
 */
export function link(corpus: Corpus): Library {
  const { files } = corpus;
  const vocabulary = resolved(files.vocabulary?.data, 'vocabulary.yaml');
  const watched = new Watched();
  const node = <N extends WatchedNode>(thing: N): N => watchedNode(watched, thing);
  const endpoints = resolved(files.endpoints?.data, 'endpoints.yaml').map((data) => node(endpointNode(data)));
  const references = resolved(files.references?.data, 'references.yaml').map((data) =>
    node(referenceNode(data)),
  );
  const endpoint = finderOf('endpoint', byId(endpoints));
  const worksByKey = byId(references);
  for (const work of references) work.data.custom?.aliases?.forEach((alias) => worksByKey.set(alias, work));
  const reference = finderOf('reference', worksByKey);
  const base = { node, watched, vocabulary, reference, endpoint };

  const therapies = readIn(corpus, 'therapies').map((entry) => node(therapyNode(entry, vocabulary)));
  const reviews = readIn(corpus, 'reviews').map((entry) => linkReview(entry, base));
  const named = {
    ...base,
    therapy: finderOf('therapy', byId(therapies)),
    review: finderOf('review', byId(reviews)),
  };
  const descriptive = descriptiveEndpoints(endpoints.map(({ data }) => data));
  const linked = readIn(corpus, 'trials').map((entry) => linkTrial(entry, named, descriptive));
  const trials = linked.map(({ trial }) => trial);
  chooseUsual(endpoints, vocabulary);
  relate(trials);
  const trialsById = byId(trials);
  const trial = finderOf('trial', trialsById);
  const syntheses = readIn(corpus, 'syntheses').map((entry) => linkSynthesis(entry, { ...named, trial }));
  const topics = readIn(corpus, 'topics').map((entry) => node(topicNode(entry, named)));
  const pages = readIn(corpus, 'pages').map((entry) =>
    node<PageNode>({ kind: 'page', path: `/${entry.id}/`, ...entry }),
  );
  for (const entry of [...trials, ...therapies, ...reviews, ...syntheses, ...topics, ...pages] as EntryNode[])
    for (const key of unique(citations(entry.body).map((c) => c.key))) reference(key).citedIn.push(entry);

  const { copies } = vocabulary;
  teachPhrases(files.phrases?.data);
  watched.lookup('reference', (key) => worksByKey.get(key));
  watched.lookup('trial', (id) => trialsById.get(id));
  watched.lookup('phrase', chineseOf);
  watched.lookup('copy', (address) => copyAt(address, copies));
  const library: Library = {
    watched,
    base: resolved(files.base?.data, 'base.yaml'),
    vocabulary: watched.watch('vocabulary', vocabulary, { isOpen: true }),
    trials,
    therapies,
    reviews,
    syntheses,
    topics,
    pages,
    endpoints,
    reference: noted('reference', reference),
    trial: noted('trial', (id) => trialsById.get(id)),
    copyAt: noted('copy', (address) => copyAt(address, copies)),
    references: references.sort((a, b) => byText(a.id, b.id)),
    former: formerOf(files),
    ledger: linked.flatMap(({ disputes }) => disputes).sort((a, b) => byText(a.id, b.id)),
    claims: watched.map('claims', byUid(reviews.flatMap(({ claims }) => claims))),
    pooled: watched.map('pooled', byUid(syntheses.flatMap(({ pooled }) => pooled))),
    facts: watched.map('facts', byUid(trials.flatMap(({ facts }) => facts))),
  };
  return watched.watch('library', library, {
    fixed: ['watched', 'vocabulary', 'reference', 'trial', 'copyAt', 'claims', 'pooled', 'facts'],
  });
}

const endpointNode = (data: EndpointNode['data']): EndpointNode => ({
  kind: 'endpoint',
  id: data.id,
  path: `/endpoints/${data.id}/`,
  data,
  facts: [],
  planned: [],
  claims: [],
  pooled: [],
});

const referenceNode = (data: ReferenceNode['data']): ReferenceNode => ({
  kind: 'reference',
  id: data.id,
  path: `/references/${data.id}/`,
  data,
  reports: [],
  listedBy: [],
  citedFor: [],
  readFor: [],
  appraises: [],
  syntheses: [],
  citedIn: [],
});

const therapyNode = (entry: ReadEntry<'therapies'>, vocabulary: Vocabulary): TherapyNode => ({
  kind: 'therapy',
  path: `/therapies/${entry.id}/`,
  ...entry,
  trials: [],
  class: termOf(vocabulary.therapyClasses, entry.data.class),
  targets: entry.data.targets.map((target) => termOf(vocabulary.targets, target)),
});

const topicNode = (
  entry: ReadEntry<'topics'>,
  { endpoint, therapy }: Pick<Named, 'endpoint' | 'therapy'>,
): TopicNode => ({
  kind: 'topic',
  path: `/topics/${entry.id}/`,
  ...entry,
  endpoints: entry.data.endpoints.map(endpoint),
  therapies: entry.data.therapies.map(therapy),
});

/** A function that finds what has been named. */
const finderOf =
  <T>(kind: string, known: ReadonlyMap<string, T>) =>
  (id: string): T =>
    resolved(known.get(id), `the ${kind} ${id}`);

/** The same of a function that pages ask; what they asked for is noted. */
const noted =
  <T>(kind: string, find: (id: string) => T) =>
  (id: string): T => {
    noteRead(kind, id);
    return find(id);
  };

const byUid = <T extends { uid: string }>(all: readonly T[]) => all.map((one) => [one.uid, one] as const);

/** What had another address, each address once. */
function formerOf({ references, permanent }: Corpus['files']): Library['former'] {
  const moved = (permanent?.data ?? []).filter((item) => typeof item !== 'string');
  const all = [...formerKeys(references?.data ?? []), ...moved];
  return [...new Map(all.map((item) => [item.was, item])).values()];
}

/** An entry, a work or an endpoint, each part of which and of whose data is watched. */
function watchedNode<N extends WatchedNode>(watched: Watched, node: N): N {
  const name = `${node.kind}:${node.id}`;
  const data = watched.watch(`${name}.data`, node.data, { isOpen: true });
  return watched.watch(name, { ...node, data }, { fixed: ['kind', 'id', 'path', 'data'] });
}

type ReadEntry<C extends Collection> = ReturnType<typeof readIn<C>>[number];

/** The entries of a collection with their translations. */
function readIn<C extends Collection>({ entries, translations }: Corpus, collection: C) {
  const own = Map.groupBy(
    translations.filter((one) => one.collection === collection),
    ({ id }) => id,
  );
  return entries[collection].map((entry) => {
    const { id, data, body }: Entry<C> = entry;
    const others = own.get(id) ?? [];
    const translated = others.map(({ language, data, body, file }) => [
      language,
      { ...resolved(data, file), body: resolved(body, file) },
    ]);
    return {
      id,
      data: resolved(data, entry.entry),
      body: resolved(body, entry.entry),
      translations: Object.fromEntries(translated) as Translations,
    };
  });
}
