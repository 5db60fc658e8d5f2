import type { Dataset, DatasetArm, DatasetFact, DatasetTrial } from '../../src/compare/dataset.ts';
import { clopperPearson } from '../../src/stats/proportion.ts';

/**
 * What a made-up study differs in from the others; the rest is alike, so that the gate lets all be pooled.
 */
export interface Made {
  id: string;
  trial?: Partial<DatasetTrial>;
  arm?: Partial<DatasetArm>;
  fact?: Partial<DatasetFact>;
}

const armOf = (more: Partial<DatasetArm> = {}): DatasetArm => ({
  id: 'treated',
  label: 'Treated',
  role: 'single',
  therapies: ['Agent'],
  classes: ['Antibody'],
  targets: ['Target A'],
  ...more,
});

function trialOf({ id, trial = {}, arm }: Made): DatasetTrial {
  return {
    id,
    name: id.replaceAll('-', ' '),
    path: `/trials/${id}/`,
    year: 2020,
    design: 'single-arm',
    randomised: false,
    setting: 'Relapsed',
    ageGroup: 'Adults',
    attributes: {},
    arms: [armOf(arm)],
    overlaps: [],
    planned: [],
    ...trial,
  };
}

function factOf({ id, arm, fact = {} }: Made): DatasetFact {
  return {
    uid: `${id}/figure`,
    path: `/trials/${id}/#figure`,
    trial: id,
    arm: 'treated',
    endpoint: 'response',
    kind: 'proportion',
    row: 'proportion',
    rowLabel: 'proportion',
    rowOrder: 0,
    value: '50.0%',
    population: { kind: 'treated', label: 'Treated patients' },
    report: { key: `${id}-2020`, label: `${id} 2020`, path: `/references/${id}-2020/`, kind: 'primary' },
    own: true,
    place: 0,
    ...(arm?.role === 'comparator' ? {} : { usual: true as const }),
    ...fact,
  };
}

/** A dataset of one made-up endpoint, with one figure a study and whatever else is given. */
export function madeDataset(studies: readonly Made[], more: readonly DatasetFact[] = []): Dataset {
  return {
    trials: studies.map(trialOf),
    endpoints: [
      {
        id: 'response',
        label: 'Response',
        path: '/endpoints/#response',
        family: 'response',
        direction: 'higher',
        order: 0,
      },
    ],
    facts: [...studies.map(factOf), ...more],
  };
}

/** A study with counts. */
export function counted(id: string, events: number, total: number, more: Omit<Made, 'id'> = {}): Made {
  const { low, high } = clopperPearson(events, total);
  const interval = { low: 100 * low, high: 100 * high, level: 95, intervalComputed: true as const };
  return {
    id,
    ...more,
    fact: {
      axis: 'percent',
      point: (100 * events) / total,
      ...interval,
      counts: { events, total },
      ...more.fact,
    },
  };
}

/** A randomised trial with a hazard ratio and its interval at a level in percent. */
export function ratio(
  id: string,
  point: number,
  low: number,
  high: number,
  level = 95,
  more: Omit<Made, 'id'> = {},
): Made {
  const control = armOf({
    id: 'control',
    label: 'Control',
    role: 'comparator',
    therapies: [],
    classes: [],
    targets: [],
  });
  return {
    id,
    ...more,
    trial: {
      design: 'randomised',
      randomised: true,
      arms: [armOf({ role: 'experimental', ...more.arm }), control],
      ...more.trial,
    },
    fact: {
      kind: 'contrast',
      row: 'hazard ratio',
      rowLabel: 'hazard ratio',
      rowOrder: 1000,
      value: `HR ${point}`,
      interval: `${level}% CI ${low}–${high}`,
      axis: 'ratio',
      point,
      low,
      high,
      level,
      ratio: { estimate: point, low, high, level },
      comparator: 'Control',
      comparatorArm: 'control',
      ...more.fact,
    },
  };
}

/** Another figure of a study, differing from its first in what is given. */
export function another(study: Made, more: Partial<DatasetFact>): DatasetFact {
  return { ...factOf(study), ...more };
}

/** A study of one arm with a proportion under each of so many endpoints. */
export function wideDataset(id: string, endpoints: number): Dataset {
  const number = Number(id.replace(/\D/g, ''));
  const made = madeDataset([counted(id, 3 + (number % 20), 25)]);
  const [endpoint] = made.endpoints;
  const [fact] = made.facts;
  const ids = Array.from({ length: endpoints }, (_, i) => `endpoint-${i}`);
  return {
    ...made,
    endpoints: ids.map((own, order) => ({ ...endpoint!, id: own, label: `Endpoint ${order}`, order })),
    facts: ids.map((own) => ({ ...fact!, uid: `${id}/${own}`, endpoint: own })),
  };
}
