import { at, given, listAt, oneLine, textAt } from './loose.ts';
import type {
  AdverseEventRow,
  AdverseEvents,
  Analysis,
  Denominator,
  FlowPeriod,
  Group,
  GroupCount,
  Measure,
  Measurement,
  MeasureRow,
  Results,
} from './record.ts';

/**
 * The posted results of a study; nothing where it has none.
 *
 * @param said takes what was left out, with its reason
 */
export function resultsOf(section: unknown, said: string[]): Results | undefined {
  const modules = [
    'participantFlowModule',
    'baselineCharacteristicsModule',
    'outcomeMeasuresModule',
    'adverseEventsModule',
  ];
  if (modules.every((module) => at(section, module) === undefined)) return undefined;
  const flow = at(section, 'participantFlowModule');
  const baseline = at(section, 'baselineCharacteristicsModule');
  return {
    flowGroups: groupsOf(flow, 'groups'),
    flow: listAt(flow, 'periods').map((one, i) => periodOf(one, i, said)),
    baseline: listAt(baseline, 'measures').map((one, i) => baselineOf(one, i, baseline, said)),
    measures: listAt(section, 'outcomeMeasuresModule.outcomeMeasures').map((one, i) =>
      measureOf(one, i, said),
    ),
    ...given('events', eventsOf(at(section, 'adverseEventsModule'), said)),
  };
}

function groupsOf(module: unknown, path: string): Group[] {
  return listAt(module, path).flatMap((one) => {
    const id = textAt(one, 'id');
    if (id === undefined) return [];
    return {
      id,
      title: oneLine(textAt(one, 'title') ?? id),
      ...given('description', textAt(one, 'description')),
    };
  });
}

function periodOf(period: unknown, i: number, said: string[]): FlowPeriod {
  const milestones = listAt(period, 'milestones').map((one) => ({
    title: oneLine(textAt(one, 'type') ?? 'Milestone'),
    isReason: false,
    counts: countsOf(listAt(one, 'achievements'), 'the participant flow', said),
  }));
  const reasons = listAt(period, 'dropWithdraws').map((one) => ({
    title: oneLine(textAt(one, 'type') ?? 'Reason not given'),
    isReason: true,
    counts: countsOf(listAt(one, 'reasons'), 'the participant flow', said),
  }));
  return { title: oneLine(textAt(period, 'title') ?? `Period ${i + 1}`), rows: [...milestones, ...reasons] };
}

const countsOf = (list: unknown[], of: string, said: string[]): GroupCount[] =>
  list.flatMap((one) => {
    const [group, value] = [textAt(one, 'groupId'), textAt(one, 'numSubjects')];
    if (group === undefined || value === undefined) {
      said.push(`a number of ${of} has no ${group === undefined ? 'group' : 'value'} and was left out`);
      return [];
    }
    return {
      group,
      value,
      ...given('units', textAt(one, 'numUnits')),
      ...given('comment', textAt(one, 'comment')),
    };
  });

function denominatorsOf(value: unknown): Denominator[] {
  return listAt(value, 'denoms').flatMap((one) => {
    const counts = listAt(one, 'counts').flatMap((count): [string, string][] => {
      const [group, number] = [textAt(count, 'groupId'), textAt(count, 'value')];
      return group === undefined || number === undefined ? [] : [[group, number]];
    });
    return counts.length === 0
      ? []
      : { units: oneLine(textAt(one, 'units') ?? 'Participants'), counts: new Map(counts) };
  });
}

const roles = {
  PRIMARY: 'primary',
  SECONDARY: 'secondary',
  OTHER_PRE_SPECIFIED: 'other',
  POST_HOC: 'other',
} as const;

function measureOf(measure: unknown, i: number, said: string[]): Measure {
  const type = textAt(measure, 'type') ?? '';
  const title = oneLine(textAt(measure, 'title') ?? '');
  if (title === '') said.push(`outcome measure ${i + 1} has no title`);
  const unitsAnalysed = textAt(measure, 'typeUnitsAnalyzed');
  return {
    role: Object.hasOwn(roles, type) ? roles[type as keyof typeof roles] : 'other',
    title: title === '' ? `Outcome measure ${i + 1}` : title,
    ...described(measure),
    ...given('timeFrame', textAt(measure, 'timeFrame')),
    ...given('unitsAnalysed', unitsAnalysed && !isParticipants(unitsAnalysed) ? unitsAnalysed : undefined),
    groups: groupsOf(measure, 'groups'),
    rows: rowsOf(measure, said),
    denominators: denominatorsOf(measure),
    analyses: listAt(measure, 'analyses').map(analysisOf),
    isPosted: textAt(measure, 'reportingStatus') !== 'NOT_POSTED',
  };
}

/** Whether the units that are counted are people. */
export const isParticipants = (units: string) =>
  /^(?:participants?|subjects?|patients?|people|persons?)$/i.test(units.trim());

function baselineOf(measure: unknown, i: number, module: unknown, said: string[]): Measure {
  const title = oneLine(textAt(measure, 'title') ?? '');
  if (title === '') said.push(`baseline measure ${i + 1} has no title`);
  const own = denominatorsOf(measure);
  const unitsAnalysed = textAt(module, 'typeUnitsAnalyzed');
  return {
    role: 'baseline',
    title: title === '' ? `Baseline measure ${i + 1}` : title,
    ...described(measure),
    ...given(
      'population',
      textAt(measure, 'populationDescription') ?? textAt(module, 'populationDescription'),
    ),
    ...given('unitsAnalysed', unitsAnalysed && !isParticipants(unitsAnalysed) ? unitsAnalysed : undefined),
    groups: groupsOf(module, 'groups'),
    rows: rowsOf(measure, said),
    denominators: own.length > 0 ? own : denominatorsOf(module),
    analyses: [],
    isPosted: true,
  };
}

const described = (measure: unknown) => ({
  ...given('description', textAt(measure, 'description')),
  ...given('population', textAt(measure, 'populationDescription')),
  ...given('param', textAt(measure, 'paramType')),
  ...given('dispersion', textAt(measure, 'dispersionType')),
  ...given('unit', textAt(measure, 'unitOfMeasure')),
});

function rowsOf(measure: unknown, said: string[]): MeasureRow[] {
  return listAt(measure, 'classes').flatMap((one) => {
    const denominators = denominatorsOf(one);
    return listAt(one, 'categories').flatMap((category) => ({
      ...given('className', lineOf(textAt(one, 'title'))),
      ...given('category', lineOf(textAt(category, 'title'))),
      denominators,
      values: listAt(category, 'measurements').flatMap((value) => measurementOf(value, said)),
    }));
  });
}

const lineOf = (text: string | undefined) => (text === undefined ? undefined : oneLine(text));

function measurementOf(one: unknown, said: string[]): Measurement[] {
  const group = textAt(one, 'groupId');
  if (group === undefined) {
    said.push('a value has no group and was left out');
    return [];
  }
  return [
    {
      group,
      ...given('value', textAt(one, 'value')),
      ...given('spread', textAt(one, 'spread')),
      ...given('low', textAt(one, 'lowerLimit')),
      ...given('high', textAt(one, 'upperLimit')),
      ...given('comment', textAt(one, 'comment')),
    },
  ];
}

function analysisOf(one: unknown): Analysis {
  const words = [
    'groupDescription',
    'estimateComment',
    'ciLowerLimitComment',
    'ciUpperLimitComment',
    'pValueComment',
  ];
  const more = ['statisticalComment', 'otherAnalysisDescription', 'nonInferiorityComment'];
  return {
    groups: listAt(one, 'groupIds').filter((id) => typeof id === 'string'),
    ...given('param', textAt(one, 'paramType')),
    ...given('estimate', textAt(one, 'paramValue')),
    ...given('level', textAt(one, 'ciPctValue')),
    ...given('sides', textAt(one, 'ciNumSides')),
    ...given('low', textAt(one, 'ciLowerLimit')),
    ...given('high', textAt(one, 'ciUpperLimit')),
    ...given('p', textAt(one, 'pValue')),
    ...given('method', textAt(one, 'statisticalMethod')),
    ...given('dispersion', textAt(one, 'dispersionType')),
    ...given('dispersionValue', textAt(one, 'dispersionValue')),
    ...given('nonInferiority', textAt(one, 'nonInferiorityType')),
    comments: [...words, ...more].flatMap((key) => textAt(one, key) ?? []).map(oneLine),
  };
}

function eventsOf(module: unknown, said: string[]): AdverseEvents | undefined {
  if (module === undefined) return undefined;
  const groups = listAt(module, 'eventGroups');
  const totals = (['deaths', 'serious', 'other'] as const).map((kind): AdverseEventRow => ({
    kind,
    counts: groups.flatMap((one) => {
      const group = textAt(one, 'id');
      const [affected, atRisk] = [textAt(one, `${kind}NumAffected`), textAt(one, `${kind}NumAtRisk`)];
      return group === undefined || (affected ?? atRisk) === undefined
        ? []
        : { group, ...given('affected', affected), ...given('atRisk', atRisk) };
    }),
  }));
  const rows = (['serious', 'other'] as const).flatMap((kind) =>
    listAt(module, `${kind}Events`).flatMap((one, i): AdverseEventRow[] => {
      const term = textAt(one, 'term');
      if (term === undefined) said.push(`${kind} event ${i + 1} has no term`);
      return [
        {
          kind,
          term: oneLine(term ?? `Event ${i + 1}`),
          ...given('organ', textAt(one, 'organSystem')),
          counts: listAt(one, 'stats').flatMap((count) => {
            const group = textAt(count, 'groupId');
            if (group === undefined) {
              said.push(`a number of the event ${term ?? i + 1} has no group and was left out`);
              return [];
            }
            return {
              group,
              ...given('affected', textAt(count, 'numAffected')),
              ...given('atRisk', textAt(count, 'numAtRisk')),
              ...given('events', textAt(count, 'numEvents')),
            };
          }),
        },
      ];
    }),
  );
  return {
    ...given('threshold', textAt(module, 'frequencyThreshold')),
    ...given('timeFrame', textAt(module, 'timeFrame')),
    ...given('description', textAt(module, 'description')),
    groups: groupsOf(module, 'eventGroups'),
    rows: [...totals.filter(({ counts }) => counts.length > 0), ...rows],
  };
}
