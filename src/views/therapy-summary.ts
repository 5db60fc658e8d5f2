import { fluidAxis, type Axis } from '../charts/axis.ts';
import type { StripMark } from '../charts/strip.ts';
import type { EndpointNode, Fact, Library, TherapyNode } from '../evidence/library.ts';
import { termOf } from '../evidence/library.ts';
import { rowLabel } from '../evidence/rows.ts';
import { isSevere } from '../evidence/severity.ts';
import { armOf, foremost } from '../evidence/standing.ts';
import { treatmentsOf, treatmentsOfArm } from '../evidence/treatments.ts';
import { inWords } from '../i18n/locale.ts';
import { pages } from '../i18n/pages.ts';
import { firstIn } from '../model/need.ts';
import { phrase } from '../model/phrases.ts';
import {
  armRow,
  bySize,
  chartOf,
  lowered,
  spanOf,
  type ArmRow,
  type FigureChart,
  type FigureGroup,
} from './figure-chart.ts';
import { isEvent } from './by-therapy.ts';
import { pooledTexts } from './pooled-questions.ts';
import { commonest, resultFigure, standingAmong, widestFirst } from './result-figures.ts';

/** What is known of a therapy in one setting: rates, medians and comparisons, each on an axis of its own. */
interface SettingSummary {
  id: string;
  label: string;
  studies: number;
  charts: FigureChart[];
}

/** The settings in which a therapy was studied, that with most studies first. */
export function therapySummary(therapy: TherapyNode, library: Library): SettingSummary[] {
  const gives = (fact: Fact) => {
    const arm = armOf(fact);
    return arm !== undefined && treatmentsOfArm(fact.trial, arm).includes(therapy);
  };
  const results = standingAmong(therapy.trials.flatMap(({ facts }) => facts)).filter(gives);
  const ratios = foremost(
    therapy.trials.flatMap(({ facts }) =>
      facts.filter(({ standing, comparator }) => comparator && isComparison(standing)),
    ),
    (fact) => fact,
  ).filter((fact) => gives(fact) && ['survival', 'events'].includes(fact.endpoint.data.family));
  const bySetting = Map.groupBy([...results, ...ratios], ({ trial }) => trial.data.setting);
  const studiesOf = (facts: readonly Fact[]) => new Set(facts.map(({ trial }) => trial)).size;
  return [...bySetting]
    .toSorted(([, a], [, b]) => studiesOf(b) - studiesOf(a))
    .flatMap(([id, facts]): SettingSummary[] => {
      const charts = chartsOf(facts, therapy, library);
      if (charts.length === 0) return [];
      return [
        {
          id,
          label: inWords(termOf(library.vocabulary.settings, id).label),
          studies: studiesOf(facts),
          charts,
        },
      ];
    });
}

const isComparison = ({ effect, barred }: Fact['standing']) =>
  effect?.kind === 'ratio' && barred === undefined;

function chartsOf(facts: readonly Fact[], therapy: TherapyNode, library: Library): FigureChart[] {
  const order = widestFirst(library.endpoints);
  const groups = (own: readonly Fact[]) =>
    [...Map.groupBy(own, ({ endpoint }) => endpoint)]
      .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
      .map(([endpoint, ofEndpoint]) => groupOf(endpoint, onePerArm(ofEndpoint), therapy, library));
  const rates = facts.filter(
    (fact) =>
      (fact.outcome.kind === 'proportion' && (isResponse(fact) || isResidual(fact))) ||
      isEvent(fact) ||
      isSevere(fact),
  );
  const medians = facts.filter(
    ({ outcome, endpoint }) =>
      outcome.kind === 'median' && outcome.statistic === 'median' && endpoint.data.family === 'survival',
  );
  const [measure] = commonest(medians, library.endpoints);
  const ratios = facts.filter(({ outcome }) => outcome.kind === 'contrast');
  return [
    chartOf('percent', { caption: pages.endpoint.rates, groups: groups(leading(rates, library)) }),
    chartOf('time', {
      caption: pages.therapy.medianSurvival,
      groups: groups(medians.filter(({ endpoint }) => endpoint === measure)),
    }),
    chartOf('ratio', { caption: pages.therapy.ratios, groups: groups(ratios) }),
  ].filter((chart) => chart.groups.length > 0);
}

/**
 * Of responses, residual disease and events one endpoint an arm, the widest or commonest that it states;
 * every severe harm.
 */
function leading(rates: readonly Fact[], library: Library): Fact[] {
  const preferred = (own: readonly Fact[]) => {
    const order = widestFirst(commonest(own, library.endpoints));
    const first = new Map<unknown, EndpointNode>();
    for (const endpoint of order)
      for (const fact of own)
        if (fact.endpoint === endpoint && !first.has(armOf(fact))) first.set(armOf(fact), endpoint);
    return own.filter((fact) => first.get(armOf(fact)) === fact.endpoint);
  };
  const [responses = [], residual = [], events = [], others = []] = [
    isResponse,
    isResidual,
    isEvent,
    isSevere,
  ].map((kind) => rates.filter(kind));
  return [...preferred(responses), ...preferred(residual), ...preferred(events), ...others];
}

const isResponse = ({ endpoint }: Fact) => endpoint.data.balance === 'benefit';
const isResidual = ({ endpoint }: Fact) => endpoint.data.family === 'residual-disease';

function onePerArm(facts: readonly Fact[]): Fact[] {
  const arms = Map.groupBy(facts, (fact) => armOf(fact));
  return [...arms.values()].map((own) => own.reduce((a, b) => (b.standing.place < a.standing.place ? b : a)));
}

function groupOf(
  endpoint: EndpointNode,
  facts: readonly Fact[],
  therapy: TherapyNode,
  library: Library,
): FigureGroup {
  const rows = facts.map((fact) => rowOf(fact, facts, therapy, library)).toSorted(bySize);
  // Whether all that a question pools is among the figures here.
  const pooled = pooledTexts(endpoint, library).find((one) =>
    one.facts.every((fact) => facts.includes(fact)),
  );
  const note = pooled
    ? pages.therapy.pooled(pooled.value, pooled.interval, sharePooled(pooled.studies, facts))
    : spanOf(rows);
  const heads = [{ label: inWords(endpoint.data.label), path: endpoint.path }];
  return { heads, note, href: pooled?.href, rows };
}

function sharePooled(studies: number, facts: readonly Fact[]): string {
  const all = new Set(facts.map(({ trial }) => trial)).size;
  return all === studies ? pages.therapy.ofAll(studies) : pages.therapy.ofThose(studies, all);
}

/** What was given with the therapy, what grade is counted, and of whom, where that is not all patients. */
function rowOf(fact: Fact, beside: readonly Fact[], therapy: TherapyNode, { vocabulary }: Library): ArmRow {
  const others = treatmentsOf(fact).filter((one) => one !== therapy);
  const { outcome, population, comparator } = fact;
  const kinds = [
    others.length > 0 && pages.therapy.with(pages.and(others.map(({ data }) => lowered(inWords(data.name))))),
    comparator && pages.therapy.against(lowered(phrase(comparator.label))),
    outcome.kind === 'adverse-event' && lowered(rowLabel(fact, vocabulary)),
    population.kind === 'responders' && pages.endpoint.ofResponders,
  ];
  return {
    ...armRow(fact, beside, pages.and(kinds.filter((one) => typeof one === 'string')) || undefined),
    ...resultFigure(fact, 'main'),
  };
}

/**
 * What a list shows of a therapy: the span of its first rates and of its medians in the setting with most
 * studies.
 */
interface BriefResult {
  label: string;
  setting: string;
  text: string;
  strips: StripMark[];
  axis: Axis;
}

/** Marks of a list, which has room for a few. */
const fewRows = 4;

export function briefSummary(therapy: TherapyNode, library: Library): BriefResult[] {
  const [first] = therapySummary(therapy, library);
  if (!first) return [];
  return first.charts
    .filter(({ unit }) => unit !== '')
    .map((chart) => {
      const { heads, note, rows } = firstIn(chart.groups);
      const { value, interval } = firstIn(rows);
      const largest = new Set(
        rows.toSorted((a, b) => (b.patients ?? 0) - (a.patients ?? 0)).slice(0, fewRows),
      );
      return {
        label: firstIn(heads).label,
        setting: lowered(first.label),
        text: note ?? [value, interval && `(${interval})`].filter(Boolean).join(' '),
        strips: rows.filter((row) => largest.has(row)).map(({ strip }) => strip),
        axis: chart.unit === '%' ? fluidAxis('percent', []) : chart.axis,
      };
    });
}
