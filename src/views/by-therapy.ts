import { fluidAxis, type StripKind } from '../charts/interval-strip.ts';
import type { Axis } from '../charts/axis.ts';
import type { EndpointNode, Fact, Library, TherapyNode } from '../evidence/library.ts';
import { termOf } from '../evidence/library.ts';
import { scaleOf } from '../evidence/rows.ts';
import { armOf } from '../evidence/standing.ts';
import { treatmentsOfArm } from '../evidence/treatments.ts';
import { unstatedScale } from '../i18n/words.ts';
import { isComparator } from '../model/roles.ts';
import type { Arm } from '../model/trial.ts';
import { gradeText } from '../wording/figures.ts';
import { commonest, patientsBehind, resultFigure, standingAmong, widestFirst, type ResultFigure } from './result-figures.ts';

/** One study arm on the chart. */
export interface ArmRow extends ResultFigure {
  /** The study, and its arm where it has several on the chart. */
  name: string;
  patients: number | undefined;
  /** What its figure is, where that differs from row to row: the endpoint, or grade and scale. */
  kind: string | undefined;
}

export interface TherapyRows {
  /** What was given: more than one where they were given together. */
  therapies: readonly TherapyNode[];
  rows: ArmRow[];
  /** How many further arms are on the page of the therapy. */
  more: number;
}

/** The results of one sort, arm by arm, by what was given. */
export interface ResultsByTherapy {
  id: 'response' | 'survival' | 'toxicity';
  /** What is shown, in one line. */
  caption: string;
  /** What a filled and a hollow circle mean, where both are there. */
  main: string | undefined;
  other: string | undefined;
  axis: Axis;
  unit: string;
  groups: TherapyRows[];
}

/** Smaller arms say little of a therapy, and the page of the therapy has them. */
export const leastPatients = 20;
/** Arms of one therapy on the chart. */
export const mostArms = 3;

/** The setting that most study arms with a response are in. */
export function leadingSetting({ facts, vocabulary }: Library): { id: string; label: string } | undefined {
  const responses = standingAmong([...facts.values()].filter(isBenefit));
  const settings = vocabulary.settings.filter(({ unstated }) => !unstated);
  const count = (id: string) => responses.filter(({ trial }) => trial.data.setting === id).length;
  const [first] = settings.toSorted((a, b) => count(b.id) - count(a.id));
  return first && count(first.id) > 0 ? { id: first.id, label: termOf(vocabulary.settings, first.id).label.en } : undefined;
}

/** Response, survival and severe toxicity in one setting; those that nobody reports there are left out. */
export function resultsByTherapy(library: Library, setting: string): ResultsByTherapy[] {
  const facts = standingAmong([...library.facts.values()].filter(({ trial }) => trial.data.setting === setting));
  return [responseOf(facts, library), survivalOf(facts, library), toxicityOf(facts, library)].filter(
    (one) => one !== undefined && one.groups.length > 0,
  ) as ResultsByTherapy[];
}

const isBenefit = ({ endpoint, outcome }: Fact) => endpoint.data.balance === 'benefit' && outcome.kind === 'proportion';

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
    other: others.length > 0 ? `${others.map(nameOf).join(' or ')} alone` : undefined,
    isMain: ({ endpoint }) => endpoint === widest,
  });
}

/** Median survival by the measure that most arms report. */
function survivalOf(facts: readonly Fact[], library: Library): ResultsByTherapy | undefined {
  const own = facts.filter(
    ({ endpoint, outcome }) => endpoint.data.family === 'survival' && outcome.kind === 'median' && outcome.statistic === 'median',
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
    caption: `Median ${lowered(nameOf(endpoint))}`,
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
    caption: `${nameOf(endpoint)}, severe or of grade 3 or higher`,
    main: 'graded on a named scale',
    other: 'scale not stated',
    isMain: isScaled,
    kindOf: (fact) => [gradeOf(fact), isScaled(fact) && scale(fact)].filter(Boolean).join(', '),
  });
}

const gradeOf = ({ outcome }: Fact) => (outcome.kind === 'adverse-event' ? gradeText(outcome.grade.printed) : '');

/** An event of all severe grades together, and no narrower one with a term of its own. */
function isSevere({ endpoint, outcome }: Fact): boolean {
  if (endpoint.data.balance !== 'severe-harm' || outcome.kind !== 'adverse-event' || outcome.term) return false;
  const { printed, min, max } = outcome.grade;
  return printed === 'severe' || ((min ?? 0) >= 3 && min !== max);
}

interface ChartOptions {
  library: Library;
  axis: StripKind;
  caption: string;
  main?: string | undefined;
  other?: string | undefined;
  isMain: (fact: Fact) => boolean;
  kindOf?: (fact: Fact) => string;
}

function chart(id: ResultsByTherapy['id'], facts: readonly Fact[], options: ChartOptions): ResultsByTherapy {
  const groups = groupsOf(facts, options);
  const rows = groups.flatMap((group) => group.rows);
  const hollow = rows.some(({ strip }) => strip.look === 'other');
  const filled = rows.some(({ strip }) => strip.look === 'main');
  return {
    id,
    caption: options.caption,
    main: filled && hollow ? options.main : undefined,
    other: hollow ? options.other : undefined,
    axis: fluidAxis(
      options.axis,
      rows.map(({ strip }) => strip.mark),
    ),
    unit: options.axis === 'time' ? ' months' : '%',
    groups,
  };
}

/** Arms by what they were given, in the order of the classes, and each therapy's larger arms before its smaller ones. */
function groupsOf(facts: readonly Fact[], options: ChartOptions): TherapyRows[] {
  const { library } = options;
  const tested = facts.filter((fact) => !isComparator(armOf(fact)!.role) && treatments(fact).length > 0);
  const large = tested.filter((fact) => (patientsBehind(fact) ?? 0) >= leastPatients);
  const groups = [...Map.groupBy(large, (fact) => keyOf(treatments(fact)))].map(([, own]): TherapyRows & { size: number } => {
    const sorted = own.toSorted((a, b) => (patientsBehind(b) ?? 0) - (patientsBehind(a) ?? 0));
    const shown = sorted.slice(0, mostArms);
    return {
      therapies: treatments(own[0]!),
      rows: shown.flatMap((fact) => [rowOf(fact, shown, options), ...controlsOf(fact, facts, options)]),
      more: tested.filter((fact) => keyOf(treatments(fact)) === keyOf(treatments(own[0]!))).length - shown.length,
      size: own.reduce((sum, fact) => sum + (patientsBehind(fact) ?? 0), 0),
    };
  });
  const classes = library.vocabulary.therapyClasses;
  const place = ({ therapies }: TherapyRows) => classes.indexOf(therapies[0]!.class);
  return groups.toSorted((a, b) => place(a) - place(b) || a.therapies.length - b.therapies.length || b.size - a.size);
}

const treatments = (fact: Fact) => treatmentsOfArm(fact.trial, armOf(fact)!);
const keyOf = (therapies: readonly TherapyNode[]) =>
  therapies
    .map(({ id }) => id)
    .sort()
    .join('+');

/** The arms that chance set against one, which stand below it. */
function controlsOf(fact: Fact, facts: readonly Fact[], options: ChartOptions): ArmRow[] {
  if (fact.trial.data.design !== 'randomised') return [];
  return facts
    .filter((one) => one.trial === fact.trial && one.endpoint === fact.endpoint && armOf(one)!.role === 'comparator')
    .map((one) => ({ ...rowOf(one, [], options), name: armOf(one)!.label }));
}

function rowOf(fact: Fact, beside: readonly Fact[], { isMain, kindOf }: ChartOptions): ArmRow {
  const arm = armOf(fact)!;
  const shared = beside.filter(({ trial }) => trial === fact.trial).length > 1;
  const figure = resultFigure(fact);
  const look = figure.strip.look === 'main' && !isMain(fact) ? 'other' : figure.strip.look;
  return {
    ...figure,
    strip: { ...figure.strip, look },
    name: shared ? `${fact.trial.name}, ${arm.label}` : fact.trial.name,
    patients: patientsBehind(fact),
    kind: kindOf?.(fact),
  };
}

/** Of each arm the figure of the lowest rank. */
function onePerArm(facts: readonly Fact[], rankOf: (fact: Fact) => number[]): Fact[] {
  const arms = Map.groupBy(facts, (fact): Arm => armOf(fact)!);
  return [...arms.values()].map((own) => own.reduce((a, b) => (isLess(rankOf(b), rankOf(a)) ? b : a)));
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at >= 0 && a[at]! < b[at]!;
}

const nameOf = ({ data }: EndpointNode) => data.label.en;

/** Words within a sentence: `Overall survival` becomes `overall survival`, `MRD negativity` stays. */
export const lowered = (text: string): string => text.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
