import { elementsAt, elementsOf, textAt, textOf, type XmlElement, type XmlFault } from '../xml.ts';
import { termOf } from './terms.ts';

/*
 * Before its API v2 ClinicalTrials.gov wrote records as XML, of which many copies are about. Each becomes
 * what the API would say of it, so that there is one reader of records.
 */

/** Whether a text begins as such a record. */
export const isXmlStudy = (head: string): boolean =>
  /^\s*<(?:[?!][^>]*>\s*<)*(?:\w+>\s*<)?clinical_study\b/.test(head);

/** The records of such a text, as the API v2 has them, and where the XML is broken. */
export function* xmlStudies(pieces: Iterable<string>): Generator<{ line: number; study: object } | XmlFault> {
  for (const found of elementsOf(pieces, new Set(['clinical_study'])))
    yield 'fault' in found ? found : { line: found.line, study: studyOf(found) };
}

const all = (element: XmlElement | undefined, ...path: string[]) => elementsAt(element, ...path);
const one = (element: XmlElement | undefined, ...path: string[]) => elementsAt(element, ...path)[0];
const texts = (element: XmlElement | undefined, ...path: string[]) =>
  all(element, ...path).map((own) => textOf(own) ?? '');

function studyOf(study: XmlElement): object {
  const text = (...path: string[]) => textAt(study, ...path);
  const dated = (name: string) => ({ date: text(name), type: one(study, name)?.attributes.type });
  const [results] = all(study, 'clinical_results');
  return {
    protocolSection: {
      identificationModule: {
        nctId: text('id_info', 'nct_id'),
        orgStudyIdInfo: { id: text('id_info', 'org_study_id') },
        secondaryIdInfos: texts(study, 'id_info', 'secondary_id').map((id) => ({ id })),
        nctIdAliases: texts(study, 'id_info', 'nct_alias'),
        briefTitle: text('brief_title'),
        officialTitle: text('official_title'),
        acronym: text('acronym'),
      },
      statusModule: {
        overallStatus: termOf(text('overall_status') ?? ''),
        whyStopped: text('why_stopped'),
        startDateStruct: dated('start_date'),
        primaryCompletionDateStruct: dated('primary_completion_date'),
        completionDateStruct: dated('completion_date'),
        resultsFirstPostDateStruct: dated('results_first_posted'),
        lastUpdatePostDateStruct: dated('last_update_posted'),
      },
      designModule: designOf(study),
      conditionsModule: { conditions: texts(study, 'condition') },
      armsInterventionsModule: armsOf(study),
      eligibilityModule: {
        minimumAge: ageOf(text('eligibility', 'minimum_age')),
        maximumAge: ageOf(text('eligibility', 'maximum_age')),
      },
      sponsorCollaboratorsModule: { leadSponsor: { name: text('sponsors', 'lead_sponsor', 'agency') } },
      contactsLocationsModule: { locations: all(study, 'location').map(() => ({})) },
      outcomesModule: Object.fromEntries(
        ['primary', 'secondary', 'other'].map((role) => [
          `${role}Outcomes`,
          all(study, `${role}_outcome`).map(plannedOf),
        ]),
      ),
      referencesModule: {
        references: [...all(study, 'results_reference'), ...all(study, 'reference')].map((own) => ({
          type: own.name === 'reference' ? 'BACKGROUND' : 'RESULT',
          pmid: textAt(own, 'PMID'),
          citation: textAt(own, 'citation'),
        })),
      },
    },
    hasResults: results !== undefined,
    ...(results ? { resultsSection: resultsOf(results) } : {}),
  };
}

/** Where it sets no limit, the registry writes `N/A`. */
const ageOf = (written: string | undefined) => (/^n\/?a/i.test(written?.trim() ?? '') ? undefined : written);

function designOf(study: XmlElement): object {
  const info = (name: string) => textAt(study, 'study_design_info', name);
  const masking = info('masking');
  const who = /\(([^)]*)\)/.exec(masking ?? '')?.[1] ?? '';
  return {
    studyType: textAt(study, 'study_type'),
    phases: textAt(study, 'phase')?.split(/\/(?!A)/),
    designInfo: {
      allocation: info('allocation'),
      interventionModel: info('intervention_model'),
      observationalModel: info('observational_model'),
      timePerspective: info('time_perspective'),
      primaryPurpose: info('primary_purpose'),
      maskingInfo: {
        masking,
        whoMasked: who.split(',').filter((name) => !/^\s*(?:open label)?\s*$/i.test(name)),
      },
    },
    enrollmentInfo: { count: textAt(study, 'enrollment'), type: one(study, 'enrollment')?.attributes.type },
  };
}

function armsOf(study: XmlElement): object {
  const interventions = all(study, 'intervention').map((own) => ({
    type: textAt(own, 'intervention_type'),
    name: textAt(own, 'intervention_name'),
    otherNames: texts(own, 'other_name'),
    arms: texts(own, 'arm_group_label').map((label) => label.trim()),
  }));
  const armGroups = all(study, 'arm_group').map((own) => {
    const label = textAt(own, 'arm_group_label')?.trim();
    const given = interventions.filter(({ arms }) => label !== undefined && arms.includes(label));
    return {
      label,
      type: textAt(own, 'arm_group_type'),
      description: textAt(own, 'description'),
      interventionNames: given.map(({ type, name }) => [type, name].filter(Boolean).join(': ')),
    };
  });
  return { armGroups, interventions };
}

const plannedOf = (own: XmlElement): object => ({
  measure: textAt(own, 'measure'),
  description: textAt(own, 'description'),
  timeFrame: textAt(own, 'time_frame'),
});

const groupsOf = (element: XmlElement | undefined) =>
  all(element, 'group_list', 'group').map((own) => ({
    id: own.attributes.group_id,
    title: textAt(own, 'title'),
    description: textAt(own, 'description'),
  }));

function resultsOf(results: XmlElement): object {
  const [flow, baseline, events] = ['participant_flow', 'baseline', 'reported_events'].map((name) =>
    one(results, name),
  );
  const outcomes = all(results, 'outcome_list', 'outcome');
  return {
    ...(flow
      ? {
          participantFlowModule: {
            groups: groupsOf(flow),
            periods: all(flow, 'period_list', 'period').map(periodOf),
          },
        }
      : {}),
    ...(baseline
      ? {
          baselineCharacteristicsModule: {
            populationDescription: textAt(baseline, 'population'),
            groups: groupsOf(baseline),
            denoms: denominatorsOf(baseline),
            measures: all(baseline, 'measure_list', 'measure').map(measureOf),
          },
        }
      : {}),
    ...(outcomes.length > 0 ? { outcomeMeasuresModule: { outcomeMeasures: outcomes.map(outcomeOf) } } : {}),
    ...(events ? { adverseEventsModule: eventsOf(events) } : {}),
  };
}

function periodOf(period: XmlElement): object {
  const counts = (own: XmlElement) =>
    all(own, 'participants_list', 'participants').map(({ attributes, ...rest }) => ({
      groupId: attributes.group_id,
      numSubjects: attributes.count,
      comment: textOf({ attributes, ...rest }),
    }));
  return {
    title: textAt(period, 'title'),
    milestones: all(period, 'milestone_list', 'milestone').map((own) => ({
      type: textAt(own, 'title')?.toUpperCase(),
      achievements: counts(own),
    })),
    dropWithdraws: all(period, 'drop_withdraw_reason_list', 'drop_withdraw_reason').map((own) => ({
      type: textAt(own, 'title'),
      reasons: counts(own),
    })),
  };
}

const denominatorsOf = (element: XmlElement | undefined) =>
  all(element, 'analyzed_list', 'analyzed').map((own) => ({
    units: textAt(own, 'units'),
    counts: all(own, 'count_list', 'count').map(({ attributes }) => ({
      groupId: attributes.group_id,
      value: attributes.value,
    })),
  }));

function measureOf(measure: XmlElement): object {
  const classes = all(measure, 'class_list', 'class');
  return {
    title: textAt(measure, 'title'),
    description: textAt(measure, 'description'),
    populationDescription: textAt(measure, 'population'),
    paramType: textAt(measure, 'param'),
    dispersionType: textAt(measure, 'dispersion'),
    unitOfMeasure: textAt(measure, 'units'),
    typeUnitsAnalyzed: textAt(measure, 'units_analyzed'),
    denoms: denominatorsOf(measure),
    // Until 2017 a measure had categories and no classes.
    classes: (classes.length > 0 ? classes : [measure]).map((own) => ({
      title: own === measure ? undefined : textAt(own, 'title'),
      denoms: own === measure ? [] : denominatorsOf(own),
      categories: all(own, 'category_list', 'category').map((category) => ({
        title: textAt(category, 'title') ?? textAt(category, 'sub_title'),
        measurements: all(category, 'measurement_list', 'measurement').map(measurementOf),
      })),
    })),
  };
}

function measurementOf(own: XmlElement): object {
  const {
    group_id: groupId,
    value,
    spread,
    lower_limit: lowerLimit,
    upper_limit: upperLimit,
  } = own.attributes;
  return { groupId, value, spread, lowerLimit, upperLimit, comment: textOf(own) };
}

function outcomeOf(outcome: XmlElement): object {
  const [measure, second] = [...all(outcome, 'measure'), ...all(outcome, 'measure_list', 'measure')].toSorted(
    (a, b) => Number(isOfPeople(b)) - Number(isOfPeople(a)),
  );
  // Until 2017 the number of those who were analysed was a measure of its own.
  const own = measure && second && isOfPeople(measure) ? second : measure;
  const measured = own ? measureOf(own) : {};
  const analysed = own === second && measure ? { denoms: numbersOf(measure) } : {};
  return {
    ...measured,
    ...analysed,
    type: textAt(outcome, 'type')
      ?.trim()
      .toUpperCase()
      .replace(/[^A-Z]+/g, '_'),
    title: textAt(outcome, 'title'),
    description: textAt(outcome, 'description') ?? textAt(own, 'description'),
    timeFrame: textAt(outcome, 'time_frame'),
    populationDescription: textAt(outcome, 'population') ?? textAt(own, 'population'),
    groups: groupsOf(outcome),
    analyses: all(outcome, 'analysis_list', 'analysis').map(analysisOf),
  };
}

const isOfPeople = (measure: XmlElement) =>
  /^number of participants$/i.test(textAt(measure, 'title')?.trim() ?? '');

const numbersOf = (measure: XmlElement) => [
  {
    units: 'Participants',
    counts: all(measure, 'category_list', 'category', 'measurement_list', 'measurement').map(
      ({ attributes }) => ({
        groupId: attributes.group_id,
        value: attributes.value,
      }),
    ),
  },
];

function analysisOf(own: XmlElement): object {
  const text = (name: string) => textAt(own, name);
  const sides = text('ci_n_sides');
  return {
    groupIds: texts(own, 'group_id_list', 'group_id').map((id) => id.trim()),
    groupDescription: text('groups_desc'),
    nonInferiorityType: text('non_inferiority_type'),
    nonInferiorityComment: text('non_inferiority_desc'),
    pValue: text('p_value'),
    pValueComment: text('p_value_desc'),
    statisticalMethod: text('method'),
    statisticalComment: text('method_desc'),
    paramType: text('param_type'),
    paramValue: text('param_value'),
    dispersionType: text('dispersion_type'),
    dispersionValue: text('dispersion_value'),
    ciPctValue: text('ci_percent'),
    ciNumSides: sides === undefined ? undefined : sides.trim().startsWith('1') ? 'ONE_SIDED' : 'TWO_SIDED',
    ciLowerLimit: text('ci_lower_limit'),
    ciUpperLimit: text('ci_upper_limit'),
    ciLowerLimitComment: text('ci_lower_limit_na_comment'),
    ciUpperLimitComment: text('ci_upper_limit_na_comment'),
    estimateComment: text('estimate_desc'),
    otherAnalysisDescription: text('other_analysis_desc'),
  };
}

/** Adverse events; the first category has the totals, which the API has with the groups. */
function eventsOf(events: XmlElement): object {
  const kinds = ['serious', 'other'] as const;
  const rows = kinds.map((kind) =>
    all(events, `${kind}_events`, 'category_list', 'category').flatMap((category) =>
      all(category, 'event_list', 'event').map((event) => ({
        organSystem: textAt(category, 'title'),
        term: textAt(event, 'sub_title'),
        stats: all(event, 'counts').map(({ attributes }) => ({
          groupId: attributes.group_id,
          numAffected: attributes.subjects_affected,
          numAtRisk: attributes.subjects_at_risk,
          numEvents: attributes.events,
        })),
      })),
    ),
  );
  const isTotal = (row: { organSystem: string | undefined }) =>
    row.organSystem?.trim().toLowerCase() === 'total';
  const totalOf = (place: number, group: string | undefined) =>
    rows[place]?.filter(isTotal).flatMap(({ stats }) => stats.filter(({ groupId }) => groupId === group))[0];
  const [serious, other] = rows.map((own) => own.filter((row) => !isTotal(row)));
  return {
    timeFrame: textAt(events, 'time_frame'),
    description: textAt(events, 'desc'),
    frequencyThreshold: kinds
      .map((kind) => textAt(events, `${kind}_events`, 'frequency_threshold'))
      .findLast(Boolean),
    eventGroups: groupsOf(events).map((group) => ({
      ...group,
      seriousNumAffected: totalOf(0, group.id)?.numAffected,
      seriousNumAtRisk: totalOf(0, group.id)?.numAtRisk,
      otherNumAffected: totalOf(1, group.id)?.numAffected,
      otherNumAtRisk: totalOf(1, group.id)?.numAtRisk,
    })),
    seriousEvents: serious,
    otherEvents: other,
  };
}
