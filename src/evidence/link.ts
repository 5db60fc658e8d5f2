import { chineseOf, teachPhrases } from '../model/phrases.ts';
import { noteRead } from '../model/reads.ts';
import { Watched } from '../model/watched.ts';
import { citations } from '../reading/prose.ts';
import { formerKeys } from './addresses.ts';
import { copyAt } from './copies.ts';
import { derive } from './derive.ts';
import { descriptiveEndpoints } from './ledger/slot.ts';
import { linkSynthesis } from './link-syntheses.ts';
import { linkTrial } from './link-trial.ts';
import { byId, resolved, unique, type WatchedNode } from './named.ts';
import { relate } from './related.ts';
import { chooseUsual } from './usual.ts';
import type {
  ClaimNode,
  EndpointNode,
  EntryNode,
  Library,
  PageNode,
  ReferenceNode,
  ReviewNode,
  TherapyNode,
  TopicNode,
  Translations,
} from './library.ts';
import { termOf } from './library.ts';
import type { Corpus, Entry } from '../reading/corpus.ts';
import type { Collection } from '../model/collections.ts';
import { byText } from '../model/order.ts';

/**
 * Links a checked corpus into one library: every id becomes the thing it names, and every thing knows what
 * names it.
 *
 * @throws UncheckedCorpus when something named does not exist
 */
export function link({ entries, translations, files }: Corpus): Library {
  const vocabulary = resolved(files.vocabulary?.data, 'vocabulary.yaml');
  const base = resolved(files.base?.data, 'base.yaml');
  const watched = new Watched();
  const node = <N extends WatchedNode>(thing: N): N => watchedNode(watched, thing);
  const endpoints = resolved(files.endpoints?.data, 'endpoints.yaml').map((data): EndpointNode =>
    node({
      kind: 'endpoint',
      id: data.id,
      path: `/endpoints/${data.id}/`,
      data,
      facts: [],
      planned: [],
      claims: [],
      pooled: [],
    }),
  );
  const references = resolved(files.references?.data, 'references.yaml').map((data): ReferenceNode =>
    node({
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
    }),
  );
  const endpointById = byId(endpoints);
  const referenceById = byId(references);
  for (const node of references)
    node.data.custom?.aliases?.forEach((alias) => referenceById.set(alias, node));
  const reference = (key: string) => resolved(referenceById.get(key), `the reference ${key}`);
  const endpoint = (id: string) => resolved(endpointById.get(id), `the endpoint ${id}`);

  const therapies = readIn({ entries, translations }, 'therapies').map(
    ({ id, data, body, translations }): TherapyNode =>
      node({
        kind: 'therapy',
        id,
        path: `/therapies/${id}/`,
        data,
        body,
        translations,
        trials: [],
        class: termOf(vocabulary.therapyClasses, data.class),
        targets: data.targets.map((target) => termOf(vocabulary.targets, target)),
      }),
  );
  const reviews = readIn({ entries, translations }, 'reviews').map(
    ({ id, data, body, translations }): ReviewNode => {
      const review: ReviewNode = node({
        kind: 'review',
        id,
        path: `/reviews/${id}/`,
        data,
        body,
        translations,
        reference: reference(data.reference),
        bibliography: [],
        claims: [],
        facts: [],
      });
      review.bibliography = data.bibliography.map(({ number, key }) => ({
        number,
        reference: reference(key),
      }));
      for (const { number, reference: listed } of review.bibliography)
        listed.listedBy.push({ review, number });
      review.claims = data.claims.map((claim): ClaimNode => {
        const uid = `${id}/${claim.id}`;
        const made = watched.watch(
          `claim:${uid}`,
          {
            uid,
            path: `/reviews/${id}/#${claim.id}`,
            review,
            claim,
            endpoint: endpoint(claim.endpoint),
            cites: claim.cites.map(reference),
            derived: derive(claim),
          },
          { fixed: ['uid', 'path', 'review'] },
        );
        made.endpoint.claims.push(made);
        return made;
      });
      return review;
    },
  );
  const descriptive = descriptiveEndpoints(endpoints.map(({ data }) => data));
  const therapyById = byId(therapies);
  const reviewById = byId(reviews);
  const named = {
    node,
    watched,
    vocabulary,
    reference,
    endpoint,
    therapy: (id: string) => resolved(therapyById.get(id), `the therapy ${id}`),
    review: (id: string) => resolved(reviewById.get(id), `the review ${id}`),
  };
  const linked = readIn({ entries, translations }, 'trials').map((entry) =>
    linkTrial(entry, named, descriptive),
  );
  const trials = linked.map(({ trial }) => trial);
  chooseUsual(endpoints, vocabulary);
  relate(trials);
  const trialById = byId(trials);
  const syntheses = readIn({ entries, translations }, 'syntheses').map((entry) =>
    linkSynthesis(entry, { ...named, trial: (id) => resolved(trialById.get(id), `the trial ${id}`) }),
  );
  const topics = readIn({ entries, translations }, 'topics').map(
    ({ id, data, body, translations }): TopicNode =>
      node({
        kind: 'topic',
        id,
        path: `/topics/${id}/`,
        data,
        body,
        translations,
        endpoints: data.endpoints.map(endpoint),
        therapies: data.therapies.map(named.therapy),
      }),
  );
  const pages = readIn({ entries, translations }, 'pages').map(({ id, data, body, translations }): PageNode =>
    node({ kind: 'page', id, path: `/${id}/`, data, body, translations }),
  );
  for (const entry of [
    ...trials,
    ...therapies,
    ...reviews,
    ...syntheses,
    ...topics,
    ...pages,
  ] as EntryNode[]) {
    for (const key of unique(citations(entry.body).map((c) => c.key))) reference(key).citedIn.push(entry);
  }
  watched.lookup('reference', (key) => referenceById.get(key));
  watched.lookup('trial', (id) => trialById.get(id));
  teachPhrases(files.phrases?.data);
  watched.lookup('phrase', chineseOf);
  watched.lookup('copy', (address) => copyAt(address, vocabulary.copies));
  const library: Library = {
    watched,
    base,
    vocabulary: watched.watch('vocabulary', vocabulary, { isOpen: true }),
    trials,
    therapies,
    reviews,
    syntheses,
    topics,
    pages,
    endpoints,
    reference: (key) => {
      noteRead('reference', key);
      return reference(key);
    },
    trial: (id) => {
      noteRead('trial', id);
      return trialById.get(id);
    },
    copyAt: (address) => {
      noteRead('copy', address);
      return copyAt(address, vocabulary.copies);
    },
    references: references.sort((a, b) => byText(a.id, b.id)),
    former: [
      ...new Map(
        [
          ...formerKeys(files.references?.data ?? []),
          ...(files.permanent?.data ?? []).filter((item) => typeof item !== 'string'),
        ].map((item) => [item.was, item]),
      ).values(),
    ],
    ledger: linked.flatMap(({ disputes }) => disputes).sort((a, b) => byText(a.id, b.id)),
    claims: watched.map(
      'claims',
      reviews.flatMap((review) => review.claims.map((claim) => [claim.uid, claim] as const)),
    ),
    pooled: watched.map(
      'pooled',
      syntheses.flatMap(({ pooled }) => pooled.map((result) => [result.uid, result] as const)),
    ),
    facts: watched.map(
      'facts',
      trials.flatMap((trial) => trial.facts.map((fact) => [fact.uid, fact] as const)),
    ),
  };
  return watched.watch('library', library, {
    fixed: ['watched', 'vocabulary', 'reference', 'trial', 'copyAt', 'claims', 'pooled', 'facts'],
  });
}

/** An entry, a work or an endpoint, each part of which and of whose data is watched. */
function watchedNode<N extends WatchedNode>(watched: Watched, node: N): N {
  const name = `${node.kind}:${node.id}`;
  const data = watched.watch(`${name}.data`, node.data, { isOpen: true });
  return watched.watch(name, { ...node, data }, { fixed: ['kind', 'id', 'path', 'data'] });
}

function readIn<C extends Collection>(
  { entries, translations }: Pick<Corpus, 'entries' | 'translations'>,
  collection: C,
) {
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
