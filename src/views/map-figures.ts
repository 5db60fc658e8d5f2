import type { EndpointNode, Fact, TherapyNode } from '../evidence/library.ts';
import { rowLabel } from '../evidence/rows.ts';
import { armOf, foremost } from '../evidence/standing.ts';
import { byRank } from '../model/order.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { isComparator } from '../model/roles.ts';
import { mainResultsOf } from './credit.ts';
import { endpointAnchor } from './outcome-tables.ts';
import { patientsBehind, resultFigure, standingAmong } from './result-figures.ts';

/** One figure on the card of a mark. */
interface MapFigure {
  study: string;
  /** What it is where that is no plain rate or median: the time, the grade, the comparison. */
  what: string | undefined;
  value: string;
  interval: string | undefined;
  computed: boolean;
  patients: number | undefined;
}

/** The figures behind a mark, those of most patients first. */
export interface MapFigures {
  shown: MapFigure[];
  /** How many more there are. */
  more: number;
  /** Where they stand: the row of the only figure, else the figures of the therapy for this endpoint. */
  href: string;
}

/** Figures on a card; the mark leads to the others. */
const most = 5;

/** @param facts of one endpoint that are credited to the therapy, at least one */
export function mapFigures(
  therapy: TherapyNode,
  endpoint: EndpointNode,
  facts: readonly Fact[],
  vocabulary: Vocabulary,
): MapFigures {
  const standing = standingAmong(facts).filter((fact) => !isComparator(armOf(fact)?.role ?? 'single'));
  const own = standing.length > 0 ? standing : foremost(facts, (fact) => fact);
  // Of one arm the plain rate or median comes before its rates at a time and its grades.
  const ordered = own.toSorted((a, b) => byRank(rankOf(a), rankOf(b)));
  const [first] = ordered;
  const isListed = mainResultsOf(therapy).some((fact) => fact.endpoint === endpoint);
  const studies = new Set(ordered.map(({ trial }) => trial)).size;
  const lone = first?.path ?? endpoint.path;
  return {
    shown: ordered.slice(0, most).map((fact) => figureOf(fact, vocabulary)),
    more: Math.max(0, ordered.length - most),
    href: studies > 1 && isListed ? `${therapy.path}#${endpointAnchor(endpoint)}` : lone,
  };
}

const rankOf = (fact: Fact): number[] => [-(patientsBehind(fact) ?? 0), fact.standing.row.order];

function figureOf(fact: Fact, vocabulary: Vocabulary): MapFigure {
  const { value, interval, computed } = resultFigure(fact);
  const isPlain =
    fact.outcome.kind === 'proportion' ||
    (fact.outcome.kind === 'median' && fact.standing.row.id === 'median');
  return {
    study: fact.trial.name,
    what: isPlain ? undefined : rowLabel(fact, vocabulary),
    value,
    interval,
    computed,
    patients: patientsBehind(fact),
  };
}
