import { fluidAxis, type Axis } from '../charts/axis.ts';
import type { EndpointNode, Fact, Library, TrialNode } from '../evidence/library.ts';
import { rowLabel } from '../evidence/rows.ts';
import { armOf } from '../evidence/standing.ts';
import { inWords } from '../i18n/locale.ts';
import { daysIn, daysOf } from '../model/figure.ts';
import { firstIn } from '../model/need.ts';
import { byRank } from '../model/order.ts';
import { isComparator } from '../model/roles.ts';
import type { Family } from '../model/families.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { commonest, resultFigure, standingAmong, widestFirst, type ResultFigure } from './result-figures.ts';

/** What a list of studies shows of one of them: the tested arm, and the arm that it is held against. */
export interface TrialResult {
  /** What was measured, in short, where it is not what the column is named after. */
  endpoint: string | undefined;
  /** When it was measured, for rates over time. */
  at: string | undefined;
  /** It is of the patients who responded. */
  ofResponders: boolean;
  figures: ResultFigure[];
  /** For sorting: percent, or months; undefined where the column is sorted by something else. */
  order: number | undefined;
}

/** A column of results: a family of endpoints, named after that of them which most studies report. */
export interface ResultColumn {
  key: 'response' | 'residual' | 'survival' | 'events';
  family: Family;
  endpoint: EndpointNode;
  /** The axis on which all figures of the column are drawn. */
  axis: Axis;
  of: ReadonlyMap<TrialNode, TrialResult>;
}

const columns = [
  { key: 'response', family: 'response' },
  { key: 'residual', family: 'residual-disease' },
  { key: 'survival', family: 'survival' },
  { key: 'events', family: 'events' },
] as const;

/**
 * Response, residual disease, survival and events of every study. Only medians of survival are drawn: rates
 * are of different times.
 */
export function resultColumns({ trials, endpoints, vocabulary }: Library): ResultColumn[] {
  const standing = new Map(trials.map((trial) => [trial, standingAmong(trial.facts)]));
  return columns.flatMap(({ key, family }): ResultColumn[] => {
    const own = [...standing].flatMap(([trial, facts]) => {
      const found = facts.filter((fact) => fact.endpoint.data.family === family && isShown(fact));
      // Of many sorts of events, that which a study was made for says what it found.
      const primary = family === 'events' ? found.filter(({ outcome }) => outcome.role === 'primary') : [];
      const shown = primary.length > 0 ? primary : found;
      return shown.length > 0 ? [[trial, shown] as const] : [];
    });
    const order = widestFirst(commonest(oneEach(own), endpoints));
    const [endpoint] = order;
    if (!endpoint) return [];
    const of = new Map(own.map(([trial, found]) => [trial, resultOf(found, order, vocabulary)]));
    const drawn = [...of.values()].flatMap(({ figures }) => figures.map(({ strip }) => strip.mark));
    return [
      { key, family, endpoint, axis: fluidAxis(family === 'survival' ? 'time' : 'percent', drawn), of },
    ];
  });
}

/** Each endpoint once a study, so that one with many arms does not name the column. */
function oneEach(own: readonly (readonly [TrialNode, readonly Fact[]])[]): Fact[] {
  return own.flatMap(([, facts]) =>
    [...Map.groupBy(facts, ({ endpoint }) => endpoint).values()].map(firstIn),
  );
}

function isShown({ outcome, endpoint }: Fact): boolean {
  if (endpoint.data.direction !== (endpoint.data.family === 'events' ? 'lower' : 'higher')) return false;
  if (endpoint.data.family !== 'survival') return outcome.kind === 'proportion';
  return outcome.kind === 'landmark' || (outcome.kind === 'median' && outcome.statistic === 'median');
}

/**
 * The commonest endpoint that a study reports; its median before its rates, and of those the rate nearest to
 * one year.
 */
function resultOf(
  found: readonly Fact[],
  order: readonly EndpointNode[],
  vocabulary: Vocabulary,
): TrialResult {
  const rows = [
    ...Map.groupBy(found, ({ endpoint, standing }) => `${endpoint.id}|${standing.row.id}`).values(),
  ];
  const rankOf = (row: readonly Fact[]) => [
    order.indexOf(firstIn(row).endpoint),
    timeRank(firstIn(row)),
    -row.length,
  ];
  const best = firstIn(rows.toSorted((a, b) => byRank(rankOf(a), rankOf(b))));
  const tested = best.find((fact) => !isComparator(armOf(fact)?.role ?? '')) ?? firstIn(best);
  const against = best.find((fact) => fact !== tested && armOf(fact)?.role === 'comparator');
  const { endpoint, outcome, population } = tested;
  const isRate = outcome.kind === 'landmark';
  const figures = [tested, ...(against ? [against] : [])].map((fact) => {
    const figure = resultFigure(fact);
    return isRate ? { ...figure, strip: { ...figure.strip, mark: undefined } } : figure;
  });
  const mark = firstIn(figures).strip.mark;
  return {
    endpoint:
      endpoint === order[0] ? undefined : (endpoint.data.abbreviation ?? inWords(endpoint.data.label)),
    at: isRate ? rowLabel(tested, vocabulary) : undefined,
    ofResponders: population.kind === 'responders',
    figures,
    order: mark?.point ?? mark?.low,
  };
}

function timeRank({ outcome }: Fact): number {
  return outcome.kind === 'landmark' ? 1 + Math.abs(daysOf(outcome.at) - daysIn.years) : 0;
}
