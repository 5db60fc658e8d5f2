import { survivalChart } from '../charts/survival.ts';
import type { Axis } from '../charts/axis.ts';
import { fluidAxis } from '../charts/axis.ts';
import type { EndpointNode, Fact, TrialNode } from '../evidence/library.ts';
import { inWords } from '../i18n/locale.ts';
import { outcomes as said } from '../i18n/outcomes.ts';
import { words } from '../i18n/words.ts';
import { valueIn } from '../model/need.ts';
import { families, type Family } from '../model/families.ts';
import { partOf } from '../model/outcome.ts';
import type { Markup } from '../wording/markup.ts';
import { estimatesOf, type Estimate } from './estimates.ts';
import type { OutcomeRow } from './outcome-rows.ts';
import { rowsOf } from './paired-rows.ts';
import { survivalOf, type Survival } from './survival-points.ts';
import type { Site } from './site.ts';
import { axisKindOf, markOf } from './marks.ts';

/** Outcomes of one endpoint that share an axis. */
export interface OutcomeBlock {
  caption: string;
  /** Id of the lines of its axis, which other tables may share, and whether it is the first to show them. */
  grid: string;
  isFirst: boolean;
  axis: Axis | undefined;
  unit: string;
  rows: OutcomeRow[];
}

/** What a study found for one endpoint. */
export interface EndpointOutcomes {
  label: string;
  path: string;
  chart: (Survival & { svg: Markup }) | undefined;
  blocks: OutcomeBlock[];
}

interface FamilyOutcomes {
  family: Family;
  label: string;
  endpoints: EndpointOutcomes[];
}

/**
 * The outcomes of a study: a row for each estimate, endpoint by endpoint, with what shares an axis together.
 */
export function trialOutcomes(site: Site, trial: Pick<TrialNode, 'facts'>): FamilyOutcomes[] {
  const places = new Map(site.library.endpoints.map((endpoint, i) => [endpoint, i]));
  const seen = new Set<string>();
  const byFamily = Map.groupBy(trial.facts, ({ endpoint }) => endpoint.data.family);
  return families.flatMap((family) => {
    const facts = byFamily.get(family);
    if (!facts) return [];
    const byEndpoint = [...Map.groupBy(facts, ({ endpoint }) => endpoint)];
    byEndpoint.sort(([a], [b]) => valueIn(places, a) - valueIn(places, b));
    const times = timeAxes(facts);
    const endpoints = byEndpoint.map(([endpoint, own]) => outcomesOf(site, endpoint, own, times));
    for (const one of endpoints.flatMap(({ blocks }) => blocks)) {
      one.isFirst = one.axis !== undefined && !seen.has(one.grid);
      if (one.axis) seen.add(one.grid);
    }
    return [{ family, label: words.family[family], endpoints }];
  });
}

function outcomesOf(
  site: Site,
  endpoint: EndpointNode,
  facts: readonly Fact[],
  times: Map<string, Axis>,
): EndpointOutcomes {
  const estimates = estimatesOf(facts);
  const keyed = Map.groupBy(estimates, ({ fact }) => blockOf(fact));
  const rows = rowsOf(site, keyed);
  const survival = survivalOf(
    endpoint,
    estimates.map(({ fact }) => fact),
  );
  return {
    label: inWords(endpoint.data.label),
    path: endpoint.path,
    chart: survival && { ...survival, svg: survivalChart(survival.arms) },
    blocks: [...keyed]
      .toSorted(([a], [b]) => orderOf(a) - orderOf(b))
      .flatMap(([key, own]) => {
        const shown = rows.get(key) ?? [];
        return shown.length > 0 ? [block(endpoint, key, own, shown, times)] : [];
      }),
  };
}

function block(
  endpoint: EndpointNode,
  key: string,
  own: readonly Estimate[],
  rows: OutcomeRow[],
  times: Map<string, Axis>,
): OutcomeBlock {
  const [kind, unit] = key.split(':') as [ReturnType<typeof axisKindOf>, string?];
  const marks = rows.flatMap(({ strip }) => strip.mark ?? []);
  const axis = marks.length === 0 || kind === 'none' ? undefined : (times.get(key) ?? fluidAxis(kind, marks));
  return {
    caption: captionOf(kind, own),
    grid: `_axis-${kind === 'percent' ? kind : kind === 'time' ? `${endpoint.data.family}-${unit}` : endpoint.id}`,
    isFirst: false,
    axis,
    unit: kind === 'percent' ? '%' : unit ? said.unit(unit) : '',
    rows,
  };
}

const kinds = ['percent', 'time', 'ratio', 'none'];
const orderOf = (key: string) => kinds.indexOf(key.replace(/:.*/, ''));

function blockOf(fact: Fact): string {
  const kind = axisKindOf(fact);
  return kind === 'time' && fact.outcome.kind === 'median' ? `time:${fact.outcome.unit}` : kind;
}

/** Times of one family stand on one axis, in each unit. */
function timeAxes(facts: readonly Fact[]): Map<string, Axis> {
  const timed = Map.groupBy(
    facts.filter((fact) => axisKindOf(fact) === 'time'),
    blockOf,
  );
  return new Map(
    [...timed].map(([key, own]) => [
      key,
      fluidAxis(
        'time',
        own.flatMap((fact) => markOf(fact) ?? []),
      ),
    ]),
  );
}

function captionOf(kind: ReturnType<typeof axisKindOf>, own: readonly Estimate[]): string {
  if (kind === 'percent') return said.caption.rates;
  if (kind === 'time')
    return own.every(({ fact: { outcome } }) => partOf(outcome, 'statistic') === 'median')
      ? said.caption.medians
      : said.caption.times;
  if (kind === 'none') return said.caption.others;
  const isOfArms = own.some(({ fact }) => fact.outcome.kind === 'contrast');
  const isOfFactors = own.some(({ fact }) => fact.outcome.kind === 'association');
  if (isOfArms && isOfFactors) return said.caption.both;
  return isOfArms ? said.caption.comparisons : said.caption.associations;
}
