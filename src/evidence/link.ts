import { appraisalTools } from '../model/appraisal-tools.ts';
import { noteRead, Watched } from '../model/reads.ts';
import { citations } from '../reading/prose.ts';
import { formerKeys } from './addresses.ts';
import { riskOfBias } from './appraisals.ts';
import { copyAt } from './copies.ts';
import { derive } from './derive.ts';
import { ledgerOf } from './ledger.ts';
import { descriptiveEndpoints } from './ledger/slot.ts';
import { linkSynthesis } from './link-syntheses.ts';
import { scaleOf } from './rows.ts';
import { patientsOf, standingsOf, type Standing } from './standing.ts';
import { tracedOf } from './trace.ts';
import { treatmentsAmong } from './treatments.ts';
import { chooseUsual } from './usual.ts';
import type {
  AppraisalNode,
  ClaimNode,
  Dispute,
  EndpointNode,
  EntryNode,
  Fact,
  Library,
  PageNode,
  PlannedNode,
  ReferenceNode,
  ReportNode,
  ReviewNode,
  TherapyNode,
  TopicNode,
  TrialNode,
} from './library.ts';
import { termOf } from './library.ts';
import type { Corpus, Entry } from '../reading/corpus.ts';
import type { Collection } from '../model/collections.ts';
import type { Figure } from '../model/figure.ts';
import type { Outcome } from '../model/outcome.ts';
import { sizeFor, type Population, type Trial } from '../model/trial.ts';

/** A corpus that cannot be linked, because its checks did not pass. */
export class UncheckedCorpus extends Error {}

/** Looks up what the link checks have shown to exist. */
function need<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new UncheckedCorpus(`${what} is missing; run the checks before linking`);
  return found;
}

/**
 * Links a checked corpus into one library: every id becomes the thing it names, and every thing knows what names it.
 *
 * @throws UncheckedCorpus when something named does not exist
 */
export function link({ entries, files }: Corpus): Library {
  const vocabulary = need(files.vocabulary?.data, 'vocabulary.yaml');
  const base = need(files.base?.data, 'base.yaml');
  const watched = new Watched();
  const node = <N extends Node>(thing: N): N => watchedNode(watched, thing);
  const endpoints = need(files.endpoints?.data, 'endpoints.yaml').map((data): EndpointNode =>
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
  const references = need(files.references?.data, 'references.yaml').map((data): ReferenceNode =>
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
  for (const node of references) node.data.custom?.aliases?.forEach((alias) => referenceById.set(alias, node));
  const reference = (key: string) => need(referenceById.get(key), `the reference ${key}`);
  const endpoint = (id: string) => need(endpointById.get(id), `the endpoint ${id}`);

  const therapies = readIn(entries, 'therapies').map(({ id, data, body }): TherapyNode =>
    node({
      kind: 'therapy',
      id,
      path: `/therapies/${id}/`,
      data,
      body,
      trials: [],
      class: termOf(vocabulary.therapyClasses, data.class),
      targets: data.targets.map((target) => termOf(vocabulary.targets, target)),
    }),
  );
  const reviews = readIn(entries, 'reviews').map(({ id, data, body }): ReviewNode => {
    const review: ReviewNode = node({
      kind: 'review',
      id,
      path: `/reviews/${id}/`,
      data,
      body,
      reference: reference(data.reference),
      bibliography: [],
      claims: [],
      facts: [],
    });
    review.bibliography = data.bibliography.map(({ number, key }) => ({ number, reference: reference(key) }));
    for (const { number, reference: listed } of review.bibliography) listed.listedBy.push({ review, number });
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
  });
  const ledger: Dispute[] = [];
  const descriptive = descriptiveEndpoints(endpoints.map(({ data }) => data));
  const therapyById = byId(therapies);
  const reviewById = byId(reviews);
  const trials = readIn(entries, 'trials').map((entry) => {
    const trial = node(trialNode(entry));
    trial.therapies = unique(entry.data.arms.flatMap((arm) => arm.therapies)).map((id) =>
      need(therapyById.get(id), `the therapy ${id}`),
    );
    trial.targets = unique(trial.therapies.flatMap((therapy) => therapy.targets));
    for (const therapy of trial.therapies) therapy.trials.push(trial);
    trial.reports = entry.data.reports.map((data): ReportNode => {
      const review = data.review === undefined ? undefined : need(reviewById.get(data.review), `the review ${data.review}`);
      return watched.watch(
        `report:${entry.id}/${data.id}`,
        {
          id: data.id,
          trial,
          data,
          review,
          reference: review ? review.reference : reference(need(data.reference, 'a reference')),
        },
        { fixed: ['id', 'trial'] },
      );
    });
    for (const report of trial.reports) if (!report.review) report.reference.reports.push(report);
    trial.facts = entry.data.outcomes.map((outcome) => {
      const fact = linkFact(trial, outcome, endpoint, reference);
      return watched.watch(`fact:${fact.uid}`, fact, { fixed: ['uid', 'path', 'trial'], apart: ['endpoint', 'report'] });
    });
    for (const fact of trial.facts) {
      fact.endpoint.facts.push(fact);
      fact.report.review?.facts.push(fact);
      for (const cited of fact.cites) cited.citedFor.push(fact);
      fact.sourceWork?.readFor.push(fact);
    }
    for (const [fact, standing] of standingsOf(trial, ({ outcome }) => scaleOf(outcome, vocabulary))) fact.standing = standing;
    ledger.push(...attachLedger(trial, descriptive));
    trial.planned = entry.data.planned.map((data): PlannedNode => {
      const planned = {
        uid: `${entry.id}/${data.id}`,
        path: `${trial.path}#${data.id}`,
        trial,
        data,
        endpoint: endpoint(data.endpoint),
        report: reportOf(trial, data.report),
      };
      planned.endpoint.planned.push(planned);
      return planned;
    });
    trial.appraisals = entry.data.appraisals.map((data) => linkAppraisal(trial, data, endpoint, reference));
    for (const appraisal of trial.appraisals) appraisal.reference?.appraises.push(appraisal);
    for (const fact of trial.facts) fact.riskOfBias = riskOfBias(fact);
    trial.year = yearOf(trial);
    return trial;
  });
  chooseUsual(endpoints, vocabulary);
  relate(trials);
  const trialById = byId(trials);
  const syntheses = readIn(entries, 'syntheses').map((entry) =>
    linkSynthesis(entry, {
      node,
      watched,
      vocabulary,
      reference,
      endpoint,
      therapy: (id) => need(therapyById.get(id), `the therapy ${id}`),
      trial: (id) => need(trialById.get(id), `the trial ${id}`),
    }),
  );
  const topics = readIn(entries, 'topics').map(({ id, data, body }): TopicNode =>
    node({
      kind: 'topic',
      id,
      path: `/topics/${id}/`,
      data,
      body,
      endpoints: data.endpoints.map(endpoint),
      therapies: data.therapies.map((therapy) => need(therapyById.get(therapy), `the therapy ${therapy}`)),
    }),
  );
  const pages = readIn(entries, 'pages').map(({ id, data, body }): PageNode =>
    node({ kind: 'page', id, path: `/${id}/`, data, body }),
  );
  for (const entry of [...trials, ...therapies, ...reviews, ...syntheses, ...topics, ...pages] as EntryNode[]) {
    for (const key of unique(citations(entry.body).map((c) => c.key))) reference(key).citedIn.push(entry);
  }
  watched.lookup('reference', (key) => referenceById.get(key));
  watched.lookup('trial', (id) => trialById.get(id));
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
    references: references.sort((a, b) => (a.id < b.id ? -1 : 1)),
    former: [
      ...new Map(
        [...formerKeys({ files }), ...(files.permanent?.data ?? []).filter((item) => typeof item !== 'string')].map((item) => [
          item.was,
          item,
        ]),
      ).values(),
    ],
    ledger: ledger.sort((a, b) => (a.id < b.id ? -1 : 1)),
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

type Node = EntryNode | EndpointNode | ReferenceNode;

/** An entry, a work or an endpoint, each part of which and of whose data is watched. */
function watchedNode<N extends Node>(watched: Watched, node: N): N {
  const name = `${node.kind}:${node.id}`;
  const data = watched.watch(`${name}.data`, node.data, { isOpen: true });
  return watched.watch(name, { ...node, data }, { fixed: ['kind', 'id', 'path', 'data'] });
}

function readIn<C extends Collection>(entries: Corpus['entries'], collection: C) {
  return entries[collection].map((entry) => {
    const { id, data, body }: Entry<C> = entry;
    return { id, data: need(data, entry.entry), body: need(body, entry.entry) };
  });
}

function trialNode({ id, data, body }: { id: string; data: Trial; body: TrialNode['body'] }): TrialNode {
  return {
    kind: 'trial',
    id,
    path: `/trials/${id}/`,
    name: data.acronym ?? data.shortName ?? data.title.en,
    data,
    body,
    reports: [],
    facts: [],
    planned: [],
    appraisals: [],
    therapies: [],
    targets: [],
    related: [],
    year: undefined,
    enrolled: patientsOf(data),
  };
}

function reportOf(trial: TrialNode, id: string): ReportNode {
  return need(
    trial.reports.find((report) => report.id === id),
    `the report ${id} of ${trial.id}`,
  );
}

function linkAppraisal(
  trial: TrialNode,
  data: Trial['appraisals'][number],
  endpoint: (id: string) => EndpointNode,
  reference: (key: string) => ReferenceNode,
): AppraisalNode {
  const fact =
    data.fact === undefined
      ? undefined
      : need(
          trial.facts.find(({ outcome }) => outcome.id === data.fact),
          `the outcome ${data.fact} of ${trial.id}`,
        );
  const order: readonly string[] = appraisalTools[data.tool].domains;
  return {
    uid: `${trial.id}/${data.id}`,
    path: `${trial.path}#${data.id}`,
    trial,
    data,
    fact,
    endpoint: fact?.endpoint ?? endpoint(need(data.endpoint, 'an endpoint')),
    reference: data.reference === undefined ? undefined : reference(data.reference),
    domains: data.domains
      .map((one) => ({ data: one, report: reportOf(trial, one.report) }))
      .sort((a, b) => order.indexOf(a.data.domain) - order.indexOf(b.data.domain)),
  };
}

function linkFact(
  trial: TrialNode,
  outcome: Trial['outcomes'][number],
  endpoint: (id: string) => EndpointNode,
  reference: (key: string) => ReferenceNode,
): Fact {
  const population = (id: string) =>
    need(
      trial.data.populations.find((p) => p.id === id),
      `the population ${id} of ${trial.id}`,
    );
  const arm = (id: string | undefined) =>
    id === undefined
      ? undefined
      : need(
          trial.data.arms.find((a) => a.id === id),
          `the arm ${id} of ${trial.id}`,
        );
  const report = reportOf(trial, outcome.report);
  const counted = population(outcome.population);
  const { sources } = report.data;
  const source = outcome.source === undefined ? sources[0] : sources.find((s) => s.id === outcome.source);
  return {
    uid: `${trial.id}/${outcome.id}`,
    path: `${trial.path}#${outcome.id}`,
    trial,
    outcome,
    report,
    endpoint: endpoint(outcome.endpoint),
    source,
    sourceWork: source?.in === undefined ? undefined : reference(source.in),
    population: counted,
    arm: arm(outcome.arm),
    comparator: outcome.kind === 'contrast' ? arm(outcome.comparator) : undefined,
    versus: outcome.kind === 'contrast' && outcome.versus ? population(outcome.versus) : undefined,
    cites: (outcome.cites ?? []).map(reference),
    derived: derive(outcome, totalFor(outcome, counted, trial.data)),
    corroboratedBy: [],
    disputes: [],
    traced: tracedOf(outcome),
    standing: unsettled,
    riskOfBias: undefined,
  };
}

/**
 * Patients of whom a percentage that is printed without a total is a share: those of its population, where the report that
 * states it counts them. Of those who are seen after some time there may be fewer, and a review may mean others.
 */
function totalFor(outcome: Outcome, { n, report }: Population, trial: Trial): Figure | undefined {
  const isLater = 'at' in outcome && outcome.at?.basis === 'after';
  return n && report === outcome.report && !isLater ? sizeFor(outcome.arm, n, trial) : undefined;
}

/** Stands in a fact until all of its study are linked. */
const unsettled: Standing = { row: { id: '', label: '', order: 0 }, superseded: false, place: 0, tested: false, usual: false };

/** Holds the reports of a trial against each other, and tells each fact what came of it. */
function attachLedger(trial: TrialNode, descriptive: ReadonlySet<string>): Dispute[] {
  const facts = byId(trial.facts.map((fact) => ({ id: fact.outcome.id, fact })));
  const factOf = (id: string) => need(facts.get(id), `the fact ${id}`).fact;
  const { corroborated, discrepancies } = ledgerOf(trial.id, trial.data, descriptive);
  for (const [id, others] of corroborated) factOf(id).corroboratedBy = others.map(factOf);
  return discrepancies.map((found) => {
    const dispute: Dispute = { ...found, facts: [factOf(found.facts[0].id), factOf(found.facts[1].id)] };
    for (const fact of dispute.facts) fact.disputes.push(dispute);
    return dispute;
  });
}

function yearOf({ reports }: TrialNode): number | undefined {
  const own = reports.filter((report) => !report.review);
  const dated = own.flatMap((report) => report.reference.data.issued?.['date-parts'][0]?.[0] ?? []);
  const primary = own.find((report) => report.data.kind === 'primary')?.reference.data.issued?.['date-parts'][0]?.[0];
  return primary ?? (dated.length > 0 ? Math.min(...dated) : undefined);
}

const mostRelated = 6;

/**
 * Tells each trial the others that share most with it: a therapy in common weighs twice as much as a target. Trials that
 * give the same therapies are related to the same others, so each set of therapies is weighed once, and only against
 * those that share something with it.
 */
function relate(trials: readonly TrialNode[]): void {
  const sets = [...Map.groupBy(trials, ({ therapies }) => JSON.stringify(therapies.map(({ id }) => id).sort())).values()];
  const having = new Map<object, TrialNode[][]>();
  const partsOf = ([first]: readonly TrialNode[]) => [
    ...treatmentsAmong(first?.therapies ?? []).map((part) => ({ part, weight: 2 })),
    ...(first?.targets ?? []).map((part) => ({ part, weight: 1 })),
  ];
  for (const set of sets)
    for (const { part } of partsOf(set)) {
      const others = having.get(part);
      if (others) others.push(set);
      else having.set(part, [set]);
    }
  for (const own of sets) {
    const shared = new Map<TrialNode[], number>();
    for (const { part, weight } of partsOf(own))
      for (const set of having.get(part) ?? []) shared.set(set, (shared.get(set) ?? 0) + weight);
    const nearest = [...Map.groupBy(shared, ([, weight]) => weight)]
      .sort(([a], [b]) => b - a)
      .flatMap(([, alike]) =>
        // One more of each than are shown, as a trial is not related to itself.
        alike.flatMap(([set]) => set.slice(0, mostRelated + 1)).sort((a, b) => (a.id < b.id ? -1 : 1)),
      );
    for (const trial of own) trial.related = nearest.filter((other) => other !== trial).slice(0, mostRelated);
  }
}

function byId<T extends { id: string }>(items: T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function unique<T>(items: T[]): T[] {
  return [...new Set(items)];
}
