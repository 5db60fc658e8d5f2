import type { Ruling } from '../../compare/rules.ts';
import type { Fact, Library } from '../../evidence/library.ts';
import { guide } from '../../i18n/guide.ts';
import { inWords } from '../../i18n/locale.ts';
import { phrase } from '../../model/phrases.ts';
import { denominators, narrowness } from '../../model/population.ts';
import { rowsOf, type Row } from '../../synthesis/candidates.ts';
import { synthesize } from '../../synthesis/pool.ts';
import { resolveState, usualState, writeState } from '../../synthesis/state.ts';
import { onDenominator } from '../denominator.ts';
import { datasetOfEndpoint } from '../datasets.ts';
import type { Share } from './worked.ts';
import { valueIn } from '../../model/need.ts';

/** What the gate says of the figures that stand for the arms of the studies of one endpoint. */
export interface GateExample {
  label: string;
  /** The page on which the reader can go on from here. */
  path: string;
  studies: number;
  rulings: Ruling[];
}

/** The endpoint and kind of figure for which most studies have one. */
export function gateExample(library: Library): GateExample | undefined {
  const all = library.endpoints.flatMap((endpoint) => {
    const rows = rowsOf(datasetOfEndpoint(endpoint, library));
    return rows.map((row) => ({ endpoint, rows, row, figures: testedIn(row, library) }));
  });
  const [most] = all
    .filter(({ figures }) => figures.length >= 2)
    .sort((a, b) => b.figures.length - a.figures.length);
  if (!most) return undefined;
  const { endpoint, rows, row, figures } = most;
  const { state } = resolveState({ ...usualState, endpoint: endpoint.id, row: row.id, figures }, rows);
  const { studies, verdict } = synthesize(state, row);
  return {
    label: guide.gate.row(inWords(endpoint.data.label), row.label),
    path: `/synthesis/${writeState(state)}`,
    studies: studies.length,
    rulings: verdict.rulings,
  };
}

/** The figures that stand for the tested arms of a row, whether or not they are pooled by default. */
function testedIn({ candidates }: Row, { facts }: Library): string[] {
  return candidates.flatMap(({ figures: [first] }) =>
    valueIn(facts, first.uid).standing.tested ? [first.uid] : [],
  );
}

/** A share as its report counts it, and the same events among all patients of a wider population. */
interface RebasedExample {
  fact: Fact;
  shares: Share[];
}

/** The share that changes most when patients who were not evaluated are counted as without the event. */
export function rebasedExample(library: Library): RebasedExample | undefined {
  let best: (RebasedExample & { change: number }) | undefined;
  for (const fact of library.facts.values()) {
    if (fact.report.review || fact.standing.superseded || !fact.standing.tested) continue;
    const own = fact.derived.counts;
    if (
      !own ||
      fact.outcome.kind !== 'proportion' ||
      fact.population.kind !== 'evaluable' ||
      fact.endpoint.data.direction !== 'higher'
    )
      continue;
    for (const denominator of denominators) {
      if (narrowness(denominator) >= narrowness(fact.population.kind)) continue;
      const wide = onDenominator(fact, denominator);
      if (!wide || 'missing' in wide || wide.total === own.total) continue;
      const change = own.events / own.total - wide.events / wide.total;
      if (best && best.change >= change) continue;
      const shares = [
        {
          label: guide.worked.asReported(phrase(fact.population.label)),
          path: fact.path,
          events: own.events,
          total: own.total,
        },
        { label: guide.worked.computed[denominator], events: wide.events, total: wide.total },
      ];
      best = { fact, shares, change };
    }
  }
  return best;
}
