import type { Root } from 'mdast';
import type { Appraisal } from '../model/appraisal.ts';
import type { Figure } from '../model/figure.ts';
import type { Claim, Outcome } from '../model/outcome.ts';
import type { Page } from '../model/page.ts';
import type { Watched } from '../model/watched.ts';
import type { FormerAddress } from '../model/permanent.ts';
import type { Reference } from '../model/reference.ts';
import type { Review } from '../model/review.ts';
import type { Pooled, Synthesis } from '../model/synthesis.ts';
import type { Therapy } from '../model/therapy.ts';
import type { Topic } from '../model/topic.ts';
import type { OtherLocale, Translation } from '../model/translation.ts';
import type { Arm, Planned, Population, Report, Trial } from '../model/trial.ts';
import type { Base, Endpoint, Term, TherapyClass, Vocabulary } from '../model/vocabulary.ts';
import type { CopyOf } from './copies.ts';
import type { Derived } from '../model/derived.ts';
import type { Discrepancy } from './ledger.ts';
import type { Standing } from './standing.ts';

/** What a node of the library is. */
type NodeKind = 'trial' | 'therapy' | 'review' | 'synthesis' | 'topic' | 'page' | 'reference' | 'endpoint';

/** An entry of the base with its permanent address. */
interface Node<K extends NodeKind, T> {
  kind: K;
  id: string;
  path: string;
  data: T;
}
/** An entry with a text of its own. */
interface EntryOf<K extends NodeKind, T> extends Node<K, T> {
  body: Root;
  /** Its text in other languages, as far as it has one. */
  translations: Translations;
}

export type Translations = { readonly [L in OtherLocale]?: Translation & { body: Root } };

export interface TrialNode extends EntryOf<'trial', Trial> {
  /** What tables call it: acronym, else short name, else title. */
  name: string;
  reports: ReportNode[];
  facts: Fact[];
  planned: PlannedNode[];
  appraisals: AppraisalNode[];
  therapies: TherapyNode[];
  targets: Term[];
  /** Year of the primary report; of the earliest dated one where none is called primary. */
  year: number | undefined;
  /** Patients enrolled, randomised or treated: the widest population with a number. */
  enrolled: Figure | undefined;
  /** Other trials that share a therapy or a target. */
  related: TrialNode[];
}

export interface ReportNode {
  id: string;
  trial: TrialNode;
  data: Report;
  reference: ReferenceNode;
  review: ReviewNode | undefined;
}

/** One outcome of a trial, linked to everything it names. */
export interface Fact {
  /** `trial/outcome`, permanent. */
  uid: string;
  path: string;
  trial: TrialNode;
  outcome: Outcome;
  endpoint: EndpointNode;
  report: ReportNode;
  source: Report['sources'][number] | undefined;
  /** The other work that `source` stands in, where the base has it; see read-in.ts. */
  sourceWork: ReferenceNode | undefined;
  population: Population;
  arm: Arm | undefined;
  comparator: Arm | undefined;
  versus: Population | undefined;
  cites: ReferenceNode[];
  derived: Derived;
  /** Facts of other reports that print the same figure for the same patients. */
  corroboratedBy: Fact[];
  /** Facts that print another one. */
  disputes: Dispute[];
  /**
   * Whether its figures are matched to their places in an index of its source; `no-figure` where it states
   * none.
   */
  traced: 'traced' | 'partly' | 'not-indexed' | 'no-figure';
  /** Whether it stands for its arm, and can be pooled. */
  standing: Standing;
  /** The risk of bias that stands for it; see appraisals.ts. */
  riskOfBias: AppraisalNode | undefined;
}

/** A difference between two facts, seen from both. */
export interface Dispute extends Omit<Discrepancy, 'facts'> {
  facts: readonly [Fact, Fact];
}

/** A statement of a review that belongs to no single study. */
export interface ClaimNode {
  uid: string;
  path: string;
  review: ReviewNode;
  claim: Claim;
  endpoint: EndpointNode;
  cites: ReferenceNode[];
  derived: Derived;
}

/** A published systematic review that pools, linked to what it names. */
export interface SynthesisNode extends EntryOf<'synthesis', Synthesis> {
  reference: ReferenceNode;
  pooled: PooledNode[];
  therapies: TherapyNode[];
  /**
   * Classes of therapy that it asks about, and what these are aimed at: as named, and those of its therapies.
   */
  classes: TherapyClass[];
  targets: Term[];
  /** Studies of this base that it includes, as far as the text read names them. */
  included: { trial: TrialNode; as: string; locator: string }[];
}

/** One result of a published synthesis. */
export interface PooledNode {
  /** `synthesis/result`, permanent. */
  uid: string;
  path: string;
  synthesis: SynthesisNode;
  data: Pooled;
  endpoint: EndpointNode;
  /** What it is about: its own where it names some, else all of the synthesis. */
  therapies: TherapyNode[];
  classes: TherapyClass[];
  targets: Term[];
  source: Synthesis['sources'][number];
  traced: Fact['traced'];
}

export interface PlannedNode {
  uid: string;
  path: string;
  trial: TrialNode;
  data: Planned;
  endpoint: EndpointNode;
  report: ReportNode;
}

/** A judgement of the risk of bias in a result of a trial, linked to everything it names. */
export interface AppraisalNode {
  /** `trial/appraisal`, permanent. */
  uid: string;
  path: string;
  trial: TrialNode;
  data: Appraisal;
  /** The result that was judged; undefined for all results of the endpoint. */
  fact: Fact | undefined;
  endpoint: EndpointNode;
  /** The work that publishes the judgement; undefined for one made by this base. */
  reference: ReferenceNode | undefined;
  /** What each domain was judged to be, in the order of the tool. */
  domains: { data: Appraisal['domains'][number]; report: ReportNode }[];
}

export interface TherapyNode extends EntryOf<'therapy', Therapy> {
  class: TherapyClass;
  targets: Term[];
  trials: TrialNode[];
}

export interface ReviewNode extends EntryOf<'review', Review> {
  reference: ReferenceNode;
  bibliography: { number: number; reference: ReferenceNode }[];
  claims: ClaimNode[];
  /** Facts of trials that this review states. */
  facts: Fact[];
}

export interface ReferenceNode extends Node<'reference', Reference> {
  reports: ReportNode[];
  /** Reviews whose reference list holds it, with its number there. */
  listedBy: { review: ReviewNode; number: number }[];
  /** Facts for which a review cites it. */
  citedFor: Fact[];
  /** Facts of other reports that were read in it. */
  readFor: Fact[];
  /** Judgements of the risk of bias that it publishes. */
  appraises: AppraisalNode[];
  /** The entries about it as a synthesis. */
  syntheses: SynthesisNode[];
  /** Entries whose prose cites it. */
  citedIn: EntryNode[];
}

export interface EndpointNode extends Node<'endpoint', Endpoint> {
  facts: Fact[];
  planned: PlannedNode[];
  claims: ClaimNode[];
  pooled: PooledNode[];
}

export interface TopicNode extends EntryOf<'topic', Topic> {
  endpoints: EndpointNode[];
  therapies: TherapyNode[];
}

export type PageNode = EntryOf<'page', Page>;
export type EntryNode = TrialNode | TherapyNode | ReviewNode | SynthesisNode | TopicNode | PageNode;

/** The whole base, linked both ways. Lists are sorted by id; maps go by id. */
export interface Library {
  /** What pages and files read of it; see model/watched.ts. */
  watched: Watched;
  base: Base;
  vocabulary: Vocabulary;
  trials: TrialNode[];
  therapies: TherapyNode[];
  reviews: ReviewNode[];
  syntheses: SynthesisNode[];
  topics: TopicNode[];
  pages: PageNode[];
  references: ReferenceNode[];
  endpoints: EndpointNode[];
  /** Addresses that were published and are no longer built, and former keys of works. */
  former: FormerAddress[];
  facts: Map<string, Fact>;
  claims: Map<string, ClaimNode>;
  pooled: Map<string, PooledNode>;
  /** Every difference between two reports of a study, sorted by id. */
  ledger: Dispute[];
  reference(key: string): ReferenceNode;
  /** A trial by its id; undefined where there is none. */
  trial(id: string): TrialNode | undefined;
  /** Which copy of another page an address leads to: pages name it and do not link it. */
  copyAt: (address: string) => CopyOf | undefined;
}

/** Label of a controlled term, in English. */
export function termOf<T extends Term>(terms: readonly T[], id: string): T {
  const found = terms.find((term) => term.id === id);
  if (!found) throw new Error(`no term ${id}; the link checks should have found this`);
  return found;
}
