import { inWords, localPath } from '../i18n/locale.ts';
import {
  denominators,
  type Denominator,
  type Rebased,
  type Dataset,
  type DatasetChoice,
  type DatasetFact,
} from '../compare/dataset.ts';
import { isContested } from '../evidence/ledger.ts';
import { comparableFact, comparableTrial } from '../evidence/comparable.ts';
import type { EndpointNode, Fact, Library, TherapyNode, TrialNode } from '../evidence/library.ts';
import { readElsewhere, readIn } from '../evidence/read-in.ts';
import { datasets } from '../i18n/datasets.ts';
import { phrase } from '../model/phrases.ts';
import { onceNoted } from '../model/once.ts';
import { armOf } from '../evidence/standing.ts';
import { severityOf } from '../evidence/severity.ts';
import { word } from '../wording/figures.ts';
import { figures } from '../i18n/figures.ts';
import { daysIn, daysOf } from '../model/figure.ts';
import { type Outcome } from '../model/outcome.ts';
import { unassigned } from '../model/vocabulary.ts';
import { coins } from '../citations/coins.ts';
import { shortLabel } from '../citations/label.ts';
import { worksOf } from '../evidence/citable.ts';
import { onDenominator } from './denominator.ts';
import { axisKindOf, markOf } from './marks.ts';

/** Everything that is comparable in one trial. */
export function datasetOfTrial(trial: TrialNode, library: Library): Dataset {
  return { ...dataset(trial.facts, [trial], library), context: worksOf(trial, library).map(coins) };
}

/** Every comparable figure of one endpoint, with the trials that report it. */
export function datasetOfEndpoint(endpoint: EndpointNode, library: Library): Dataset {
  return dataset(endpoint.facts, [...new Set(endpoint.facts.map(({ trial }) => trial))], library);
}

function dataset(facts: readonly Fact[], trials: readonly TrialNode[], library: Library): Dataset {
  const compared = facts.filter(
    ({ outcome, endpoint }) =>
      outcome.kind !== 'association' && outcome.role !== 'planned' && endpoint.id !== unassigned,
  );
  const endpoints = new Set([
    ...compared.map(({ endpoint }) => endpoint),
    ...trials.flatMap((trial) =>
      trial.planned.flatMap(({ endpoint }) => (endpoint.id === unassigned ? [] : endpoint)),
    ),
  ]);
  return {
    trials: trials.map((trial) => comparableTrial(trial, library.vocabulary)),
    endpoints: library.endpoints.flatMap((endpoint, order) =>
      endpoints.has(endpoint)
        ? [
            {
              id: endpoint.id,
              label: inWords(endpoint.data.label),
              path: localPath(endpoint.path),
              family: endpoint.data.family,
              direction: endpoint.data.direction,
              order,
            },
          ]
        : [],
    ),
    facts: compared.map((fact) => datasetFactOnce(fact, library)),
  };
}

/**
 * A figure stands on the datasets of its trial and of its endpoint, which are asked for several times in a
 * build.
 */
const datasetFactOnce = onceNoted((fact: Fact, library: Library) => datasetFact(fact, library));

function datasetFact(fact: Fact, library: Library): DatasetFact {
  const { outcome, report, comparator, standing } = fact;
  const { value, valueComputed, fraction, interval, computedInterval, p } = word(outcome, fact.derived);
  const shown = interval ?? computedInterval;
  const rebased = rebasedOf(fact);
  const [kind, elsewhere] = [readIn(fact), readElsewhere(fact)];
  return {
    ...comparableFact(fact, library.vocabulary),
    path: localPath(fact.path),
    ...(comparator && comparator !== armOf(fact) ? { comparator: phrase(comparator.label) } : {}),
    kind: outcome.kind,
    rowOrder: standing.row.order,
    value,
    ...(valueComputed ? { valueComputed } : {}),
    ...(fraction ? { fraction } : {}),
    ...(shown ? { interval: shown } : {}),
    ...(interval === undefined && computedInterval ? { intervalComputed: true as const } : {}),
    ...kindOf(outcome),
    ...severityIn(outcome),
    ...(p ? { p } : {}),
    ...('missing' in outcome && outcome.missing ? { missing: outcome.missing } : {}),
    report: {
      key: report.reference.id,
      label: shortLabel(report.reference.data),
      path: localPath(report.reference.path),
      kind: report.data.kind,
    },
    ...(kind ? { readIn: kind } : {}),
    ...(elsewhere ? { readElsewhere: elsewhere } : {}),
    ...(standing.superseded ? { superseded: true as const } : {}),
    place: standing.place,
    ...(standing.obstacle ? { obstacle: figures.obstacle[standing.obstacle] } : {}),
    ...(standing.usual ? { usual: true as const } : {}),
    ...riskOfBiasOf(fact),
    ...(fact.disputes.some(isContested) ? { contested: true as const } : {}),
    ...(fact.traced === 'traced' || fact.traced === 'no-figure' ? {} : { untraced: true as const }),
    ...numbersOf(fact),
    ...('at' in outcome && outcome.at ? { months: daysOf(outcome.at) / daysIn.months } : {}),
    ...(rebased ? { rebased } : {}),
  };
}

function riskOfBiasOf({ riskOfBias }: Fact): Pick<DatasetFact, 'riskOfBias'> {
  return riskOfBias ? { riskOfBias: { tool: riskOfBias.data.tool, overall: riskOfBias.data.overall } } : {};
}

function rebasedOf(fact: Fact): Record<Denominator, Rebased> | undefined {
  const based = denominators.flatMap((denominator) => {
    const found = onDenominator(fact, denominator);
    return found ? [[denominator, found] as const] : [];
  });
  return based.length === denominators.length
    ? (Object.fromEntries(based) as Record<Denominator, Rebased>)
    : undefined;
}

/** What its printed interval is, where that is no confidence interval. */
function kindOf(outcome: Outcome): Pick<DatasetFact, 'intervalKind'> {
  const kind = 'interval' in outcome ? outcome.interval?.kind : undefined;
  return kind && kind !== 'confidence' ? { intervalKind: kind } : {};
}

function severityIn(outcome: Outcome): Pick<DatasetFact, 'severity'> {
  const severity = severityOf(outcome);
  return severity === 'any' || severity === 'severe' ? { severity } : {};
}

/** Where a figure stands on its axis: percent, ratio, or months. */
function numbersOf(fact: Fact): Pick<DatasetFact, 'axis' | 'point' | 'low' | 'high' | 'level'> {
  const axis = axisKindOf(fact);
  const mark = markOf(fact);
  if (!mark || axis === 'none') return {};
  const { outcome, derived } = fact;
  const months =
    axis === 'time' && outcome.kind === 'median'
      ? daysIn[outcome.unit as keyof typeof daysIn] / daysIn.months
      : 1;
  const level =
    'interval' in outcome && outcome.interval ? outcome.interval.level?.value : derived.interval?.level;
  const scaled = Object.entries({ point: mark.point, low: mark.low, high: mark.high }).flatMap(
    ([key, value]) => (value === undefined ? [] : [[key, Number((value * months).toPrecision(8))] as const]),
  );
  return { axis, ...Object.fromEntries(scaled), ...(level === undefined ? {} : { level }) };
}

/** What can be chosen for a comparison: the names that a reader may type, each with its arms. */
export function datasetIndex({ trials, therapies }: Library): DatasetChoice[] {
  const ofTrials = trials.flatMap((trial): DatasetChoice[] => [
    { name: trial.name, arms: [trial.id] },
    ...(trial.data.arms.length > 1
      ? trial.data.arms.map((arm) => ({
          name: datasets.arm(trial.name, phrase(arm.label)),
          arms: [`${trial.id}.${arm.id}`],
        }))
      : []),
  ]);
  const ofTherapies = therapies.map((therapy) => ({
    name: datasets.allArms(inWords(therapy.data.name), inWords(therapy.class.label)),
    arms: armsGiven(therapy),
  }));
  return [...ofTherapies.filter(({ arms }) => arms.length > 0), ...ofTrials];
}

/** The arms of all trials that give a therapy: `trial.arm`. */
export function armsGiven({ id, trials }: TherapyNode): string[] {
  return trials.flatMap((trial) =>
    trial.data.arms.filter((arm) => arm.therapies.includes(id)).map((arm) => `${trial.id}.${arm.id}`),
  );
}
