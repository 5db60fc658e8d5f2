import type { AxisKind } from '../charts/axis.ts';
import type { EndpointNode, Fact, Library, TherapyNode } from '../evidence/library.ts';
import { termOf } from '../evidence/library.ts';
import { scaleOf } from '../evidence/rows.ts';
import { isSevere } from '../evidence/severity.ts';
import { armOf } from '../evidence/standing.ts';
import { treatmentsOf } from '../evidence/treatments.ts';
import { figures } from '../i18n/figures.ts';
import { home } from '../i18n/home.ts';
import { inWords } from '../i18n/locale.ts';
import { unstatedScale } from '../i18n/en/words.ts';
import { firstIn } from '../model/need.ts';
import { phrase } from '../model/phrases.ts';
import { byRank } from '../model/order.ts';
import { isComparator } from '../model/roles.ts';
import { gradeText } from '../wording/figures.ts';
import { armRow, chartOf, lowered, type ArmRow, type FigureChart, type FigureGroup } from './figure-chart.ts';
import { commonest, patientsBehind, standingAmong, widestFirst } from './result-figures.ts';

/** The results of one sort, arm by arm, by what was given. */
export interface ResultsByTherapy {
  id: 'response' | 'events' | 'survival' | 'toxicity';
  chart: FigureChart;
}

/** Smaller arms say little of a therapy, and the page of the therapy has them. */
export const leastPatients = 20;
/** Arms of one therapy on the chart. */
export const mostArms = 3;

/**
 * The setting that most study arms with a response are in; with a clinical event, where a base has no
 * response.
 */
export function leadingSetting({ facts, vocabulary }: Library): { id: string; label: string } | undefined {
  const [responses = [], events = []] = [isBenefit, isEvent].map((kind) =>
    standingAmong([...facts.values()].filter(kind)),
  );
  const shown = responses.length > 0 ? responses : events;
  const settings = vocabulary.settings.filter(({ unstated }) => !unstated);
  const count = (id: string) => shown.filter(({ trial }) => trial.data.setting === id).length;
  const [first] = settings.toSorted((a, b) => count(b.id) - count(a.id));
  return first && count(first.id) > 0
    ? { id: first.id, label: inWords(termOf(vocabulary.settings, first.id).label) }
    : undefined;
}

/**
 * Response, clinical events, survival and severe toxicity in one setting; those that nobody reports there are
 * left out.
 */
export function resultsByTherapy(library: Library, setting: string): ResultsByTherapy[] {
  const facts = standingAmong(
    [...library.facts.values()].filter(({ trial }) => trial.data.setting === setting),
  );
  const found = [
    responseOf(facts, library),
    eventsOf(facts, library),
    survivalOf(facts, library),
    toxicityOf(facts, library),
  ];
  return found.filter((one) => one !== undefined && one.chart.groups.length > 0) as ResultsByTherapy[];
}

export const isEvent = ({ endpoint, outcome }: Fact) =>
  endpoint.data.family === 'events' && outcome.kind === 'proportion';
const isBenefit = ({ endpoint, outcome }: Fact) =>
  endpoint.data.balance === 'benefit' && outcome.kind === 'proportion';

/** Of each arm the widest response that it states: a narrower one alone is marked as such. */
function responseOf(facts: readonly Fact[], library: Library): ResultsByTherapy | undefined {
  const own = facts.filter(isBenefit);
  const endpoints = widestFirst(commonest(own, library.endpoints));
  const [widest] = endpoints;
  if (!widest) return undefined;
  const chosen = onePerArm(own, ({ endpoint, standing }) => [Number(endpoint !== widest), standing.place]);
  const others = endpoints.filter((one) => one !== widest && chosen.some(({ endpoint }) => endpoint === one));
  return chart('response', chosen, {
    library,
    axis: 'percent',
    caption: nameOf(widest),
    main: nameOf(widest),
    other: others.length > 0 ? home.chart.alone(others.map(nameOf)) : undefined,
    isMain: ({ endpoint }) => endpoint === widest,
  });
}

/** The clinical event that most arms report. */
function eventsOf(facts: readonly Fact[], library: Library): ResultsByTherapy | undefined {
  const own = facts.filter(isEvent);
  const [endpoint] = commonest(own, library.endpoints);
  if (!endpoint) return undefined;
  const chosen = onePerArm(
    own.filter((fact) => fact.endpoint === endpoint),
    ({ standing }) => [standing.place],
  );
  return chart('events', chosen, { library, axis: 'percent', caption: nameOf(endpoint), isMain: () => true });
}

/** Median survival by the measure that most arms report. */
function survivalOf(facts: readonly Fact[], library: Library): ResultsByTherapy | undefined {
  const own = facts.filter(
    ({ endpoint, outcome }) =>
      endpoint.data.family === 'survival' && outcome.kind === 'median' && outcome.statistic === 'median',
  );
  const [endpoint] = commonest(own, library.endpoints);
  if (!endpoint) return undefined;
  const chosen = onePerArm(
    own.filter((fact) => fact.endpoint === endpoint),
    ({ standing }) => [standing.place],
  );
  return chart('survival', chosen, {
    library,
    axis: 'time',
    caption: home.chart.median(lowered(nameOf(endpoint))),
    isMain: () => true,
  });
}

/** The severe harm that most arms report, each with its grades and scale: one scale before none. */
function toxicityOf(facts: readonly Fact[], library: Library): ResultsByTherapy | undefined {
  const own = facts.filter(isSevere);
  const [endpoint] = commonest(own, library.endpoints);
  if (!endpoint) return undefined;
  const scale = ({ outcome }: Fact) => scaleOf(outcome, library.vocabulary);
  const isScaled = (fact: Fact) => scale(fact) !== undefined && scale(fact) !== unstatedScale;
  const chosen = onePerArm(
    own.filter((fact) => fact.endpoint === endpoint),
    (fact) => [Number(!isScaled(fact)), fact.standing.place],
  );
  return chart('toxicity', chosen, {
    library,
    axis: 'percent',
    caption: home.chart.severe(nameOf(endpoint)),
    main: home.chart.scaled,
    other: figures.unstatedScale,
    isMain: isScaled,
    kindOf: (fact) => [gradeOf(fact), isScaled(fact) && scale(fact)].filter(Boolean).join(', '),
  });
}

const gradeOf = ({ outcome }: Fact) =>
  outcome.kind === 'adverse-event' ? gradeText(outcome.grade.printed) : '';

interface ChartOptions {
  library: Library;
  axis: AxisKind;
  caption: string;
  main?: string | undefined;
  other?: string | undefined;
  isMain: (fact: Fact) => boolean;
  kindOf?: (fact: Fact) => string;
}

function chart(id: ResultsByTherapy['id'], facts: readonly Fact[], options: ChartOptions): ResultsByTherapy {
  const { caption, main, other } = options;
  return { id, chart: chartOf(options.axis, { caption, main, other, groups: groupsOf(facts, options) }) };
}

/**
 * Arms by what they were given, in the order of the classes, and each therapy's larger arms before its
 * smaller ones.
 */
function groupsOf(facts: readonly Fact[], options: ChartOptions): FigureGroup[] {
  const tested = facts.filter(
    (fact) => !isComparator(armOf(fact)?.role ?? '') && treatmentsOf(fact).length > 0,
  );
  const classes = options.library.vocabulary.therapyClasses;
  const groups = [...Map.groupBy(tested, (fact) => keyOf(treatmentsOf(fact))).values()].flatMap((all) => {
    const own = all.filter((fact) => sizeOf(fact) >= leastPatients).toSorted((a, b) => sizeOf(b) - sizeOf(a));
    if (own.length === 0) return [];
    const shown = own.slice(0, mostArms);
    const therapies = treatmentsOf(firstIn(own));
    const more = all.length - shown.length;
    const group: FigureGroup = {
      heads: therapies.map(({ path, data }, i) => ({
        path,
        label: i === 0 ? inWords(data.name) : lowered(inWords(data.name)),
      })),
      note: more > 0 ? home.chart.more(more) : undefined,
      rows: shown.flatMap((fact) => [rowOf(fact, shown, options), ...controlsOf(fact, facts, options)]),
    };
    const size = own.reduce((sum, fact) => sum + sizeOf(fact), 0);
    return [{ group, rank: [classes.indexOf(firstIn(therapies).class), therapies.length, -size] }];
  });
  return groups.toSorted((a, b) => byRank(a.rank, b.rank)).map(({ group }) => group);
}

const sizeOf = (fact: Fact) => patientsBehind(fact) ?? 0;
const keyOf = (therapies: readonly TherapyNode[]) =>
  therapies
    .map(({ id }) => id)
    .sort()
    .join('+');

/** The arms that chance set against one, which stand below it. */
function controlsOf(fact: Fact, facts: readonly Fact[], options: ChartOptions): ArmRow[] {
  if (fact.trial.data.design !== 'randomised') return [];
  const beside = facts.filter((one) => one.trial === fact.trial && one.endpoint === fact.endpoint);
  return beside.flatMap((one) => {
    const arm = armOf(one);
    return arm?.role === 'comparator' ? [{ ...rowOf(one, [], options), name: phrase(arm.label) }] : [];
  });
}

function rowOf(fact: Fact, beside: readonly Fact[], { isMain, kindOf }: ChartOptions): ArmRow {
  const row = armRow(fact, beside, kindOf?.(fact));
  const look = row.strip.look === 'main' && !isMain(fact) ? 'other' : row.strip.look;
  return { ...row, strip: { ...row.strip, look } };
}

/** Of each arm the figure of the lowest rank. */
function onePerArm(facts: readonly Fact[], rankOf: (fact: Fact) => number[]): Fact[] {
  const arms = Map.groupBy(facts, armOf);
  return [...arms.values()].map((own) => own.reduce((a, b) => (byRank(rankOf(b), rankOf(a)) < 0 ? b : a)));
}

const nameOf = ({ data }: EndpointNode) => inWords(data.label);
