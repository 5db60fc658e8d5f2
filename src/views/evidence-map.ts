import type { EndpointNode, Fact, Library, TherapyNode, TrialNode } from '../evidence/library.ts';
import { treatmentsAmong } from '../evidence/treatments.ts';
import { families, outcomeFamilies, type Family } from '../model/families.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { isCreditedTo } from './credit.ts';
import { valueIn } from '../model/need.ts';
import { partOf } from '../model/outcome.ts';
import { mapFigures, type MapFigures } from './map-figures.ts';

/** What is known of a therapy under an endpoint, from nothing to what can be pooled. */
export const gaps = ['none', 'registered', 'reported', 'with-interval', 'poolable'] as const;
export type Gap = (typeof gaps)[number];

interface MapCell {
  gap: Gap;
  trials: TrialNode[];
  /**
   * Patients enrolled in the trials that report or plan the endpoint; undefined where none gives a number.
   */
  patients: number | undefined;
  /** What is shown of the figures; undefined where there is none yet. */
  figures: MapFigures | undefined;
  /** Its figures; the list of the trials that plan the endpoint where there is none yet. */
  href: string;
}

export interface EvidenceMap {
  therapies: TherapyNode[];
  groups: { family: Family; endpoints: EndpointNode[] }[];
  cell(therapy: TherapyNode, endpoint: EndpointNode): MapCell;
}

/**
 * Therapies by endpoints: the endpoints that at least `least` trials report or plan, the therapies with one
 * of them.
 */
export function evidenceMap({ therapies, endpoints, vocabulary }: Library, least = 3): EvidenceMap {
  const trialsOf = (endpoint: EndpointNode) =>
    new Set([...endpoint.facts, ...endpoint.planned].map(({ trial }) => trial));
  const chosen = endpoints.filter(
    (endpoint) => outcomeFamilies.includes(endpoint.data.family) && trialsOf(endpoint).size >= least,
  );
  const groups = families
    .map((family) => ({ family, endpoints: chosen.filter(({ data }) => data.family === family) }))
    .filter(({ endpoints: own }) => own.length > 0);
  const cells = new Map(chosen.map((endpoint) => [endpoint, cellsOf(endpoint, vocabulary)]));
  const cell = (therapy: TherapyNode, endpoint: EndpointNode) =>
    valueIn(cells, endpoint).get(therapy.id) ?? empty(therapy, endpoint, vocabulary);
  const marked = (therapy: TherapyNode) => chosen.some((endpoint) => cell(therapy, endpoint).gap !== 'none');
  return { therapies: therapies.filter(marked), groups, cell };
}

/** The cells of an endpoint by therapy; none where nothing is known. */
function cellsOf(endpoint: EndpointNode, vocabulary: Vocabulary): Map<string, MapCell> {
  const known = new Map<string, { therapy: TherapyNode; facts: Fact[]; planned: TrialNode[] }>();
  const of = (therapy: TherapyNode) => {
    const found = known.get(therapy.id) ?? { therapy, facts: [], planned: [] };
    known.set(therapy.id, found);
    return found;
  };
  for (const fact of endpoint.facts) {
    if (partOf(fact.outcome, 'missing')) continue;
    for (const therapy of fact.trial.therapies) if (isCreditedTo(fact, therapy)) of(therapy).facts.push(fact);
  }
  for (const { trial } of endpoint.planned)
    for (const therapy of treatmentsAmong(trial.therapies)) of(therapy).planned.push(trial);
  return new Map(
    [...known].map(([id, { therapy, facts, planned }]) => [
      id,
      cellOf({ therapy, endpoint, facts, planned }, vocabulary),
    ]),
  );
}

const empty = (therapy: TherapyNode, endpoint: EndpointNode, vocabulary: Vocabulary) =>
  cellOf({ therapy, endpoint, facts: [], planned: [] }, vocabulary);

interface Known {
  therapy: TherapyNode;
  endpoint: EndpointNode;
  facts: Fact[];
  planned: TrialNode[];
}

function cellOf({ therapy, endpoint, facts, planned }: Known, vocabulary: Vocabulary): MapCell {
  const trials = [...new Set([...facts.map(({ trial }) => trial), ...planned])];
  const sizes = trials.flatMap(({ enrolled }) => enrolled?.value ?? []);
  const query = new URLSearchParams({ therapy: therapy.data.name.en, endpoint: endpoint.data.label.en });
  const figures = facts.length > 0 ? mapFigures(therapy, endpoint, facts, vocabulary) : undefined;
  return {
    gap: gapOf(facts, planned.length > 0),
    trials,
    patients: sizes.length > 0 ? sizes.reduce((sum, size) => sum + size, 0) : undefined,
    figures,
    href: figures?.href ?? `/trials/?${query}`,
  };
}

function gapOf(facts: readonly Fact[], planned: boolean): Gap {
  const pooled = facts.filter(({ standing }) => !standing.obstacle && standing.effect?.kind === 'counts');
  const counted = new Set(pooled.map(({ trial }) => trial));
  if (counted.size > 1) return 'poolable';
  if (facts.some(({ outcome, derived }) => derived.interval ?? partOf(outcome, 'interval')))
    return 'with-interval';
  if (facts.length > 0) return 'reported';
  return planned ? 'registered' : 'none';
}
