import { at, given, listAt, oneLine, textAt, textsAt } from './loose.ts';
import type { DateName, PlannedMeasure, RecordDate, RecordReference, StudyRecord } from './record.ts';
import { resultsOf } from './results.ts';
import { NoStudy, RefusedRecord } from './refused.ts';
import { doiIn, registrationOf } from './numbers.ts';

/**
 * Reads a study of the API v2 of ClinicalTrials.gov. Whatever is missing or of another type is left out.
 *
 * @throws NoStudy where the registry withholds it
 * @throws RefusedRecord where it is no study, or has no number of the registry or no title
 */
export function recordOf(study: unknown): StudyRecord {
  const protocol = at(study, 'protocolSection');
  const identification = at(protocol, 'identificationModule');
  const nct = textAt(identification, 'nctId')?.toUpperCase();
  const officialTitle = lineAt(identification, 'officialTitle');
  const title = lineAt(identification, 'briefTitle') ?? officialTitle;
  if (protocol === undefined) throw new RefusedRecord('no study: it has no protocolSection');
  if (nct === undefined || !/^NCT\d{8}$/.test(nct))
    throw new RefusedRecord(
      `no registry number${nct === undefined ? '' : ` (found ${nct})`}; expected NCT and eight digits`,
    );
  if (title === undefined) throw new RefusedRecord(`${nct} has no title`);
  if (textAt(protocol, 'statusModule.overallStatus') === 'WITHHELD')
    throw new NoStudy(`${nct} is withheld by the registry: no study to import yet`);
  const design = at(protocol, 'designModule');
  const status = at(protocol, 'statusModule');
  const said: string[] = [];
  const hasResults = at(study, 'hasResults') === true;
  const results = resultsOf(at(study, 'resultsSection'), said);
  if (hasResults && !results) said.push('the record says that it has results, and carries none');
  return {
    form: 'json',
    nct,
    title,
    ...given('officialTitle', officialTitle === title ? undefined : officialTitle),
    ...given('acronym', lineAt(identification, 'acronym')),
    ...numbersOf(identification),
    ...given('status', textAt(status, 'overallStatus')),
    ...given('whyStopped', textAt(status, 'whyStopped')),
    dates: datesOf(status),
    ...given('studyType', textAt(design, 'studyType')),
    phases: textsAt(design, 'phases'),
    ...given('allocation', textAt(design, 'designInfo.allocation')),
    ...given(
      'model',
      textAt(design, 'designInfo.interventionModel') ?? textAt(design, 'designInfo.observationalModel'),
    ),
    ...given('timePerspective', textAt(design, 'designInfo.timePerspective')),
    ...given('purpose', textAt(design, 'designInfo.primaryPurpose')),
    ...given('masking', textAt(design, 'designInfo.maskingInfo.masking')),
    whoMasked: textsAt(design, 'designInfo.maskingInfo.whoMasked'),
    ...enrolmentOf(design),
    conditions: textsAt(protocol, 'conditionsModule.conditions').map(oneLine),
    ...armsOf(at(protocol, 'armsInterventionsModule'), said),
    ages: {
      ...given('minimum', textAt(protocol, 'eligibilityModule.minimumAge')),
      ...given('maximum', textAt(protocol, 'eligibilityModule.maximumAge')),
      groups: textsAt(protocol, 'eligibilityModule.stdAges'),
    },
    ...given('sponsor', lineAt(protocol, 'sponsorCollaboratorsModule.leadSponsor.name')),
    ...given('sites', listAt(protocol, 'contactsLocationsModule.locations').length || undefined),
    planned: plannedOf(at(protocol, 'outcomesModule'), said),
    references: listAt(protocol, 'referencesModule.references').flatMap((one) => referenceOf(one, said)),
    hasResults,
    ...given('results', results),
    said,
  };
}

const lineAt = (value: unknown, path: string) => {
  const text = textAt(value, path);
  return text === undefined ? undefined : oneLine(text);
};

function numbersOf(identification: unknown): Pick<StudyRecord, 'secondary' | 'otherIds'> {
  const secondary: StudyRecord['secondary'] = [];
  const otherIds = [textAt(identification, 'orgStudyIdInfo.id') ?? []].flat();
  for (const one of listAt(identification, 'secondaryIdInfos')) {
    const id = textAt(one, 'id');
    if (id === undefined) continue;
    const found = registrationOf(id, textAt(one, 'type'), textAt(one, 'domain'));
    if (found) secondary.push(found);
    else otherIds.push(oneLine(id));
  }
  otherIds.push(...textsAt(identification, 'nctIdAliases').map(oneLine));
  return { secondary, otherIds: [...new Set(otherIds)] };
}

const dateModules: Record<DateName, string> = {
  start: 'startDateStruct',
  primaryCompletion: 'primaryCompletionDateStruct',
  completion: 'completionDateStruct',
  resultsPosted: 'resultsFirstPostDateStruct',
  lastUpdate: 'lastUpdatePostDateStruct',
};

function datesOf(status: unknown): StudyRecord['dates'] {
  const dates: Partial<Record<DateName, RecordDate>> = {};
  for (const [name, key] of Object.entries(dateModules) as [DateName, string][]) {
    const date = textAt(status, `${key}.date`);
    if (date !== undefined) dates[name] = { date, ...given('type', textAt(status, `${key}.type`)) };
  }
  return dates;
}

function enrolmentOf(design: unknown): Pick<StudyRecord, 'enrolment'> {
  const count = textAt(design, 'enrollmentInfo.count');
  return count === undefined
    ? {}
    : { enrolment: { count, ...given('type', textAt(design, 'enrollmentInfo.type')) } };
}

function armsOf(module: unknown, said: string[]): Pick<StudyRecord, 'arms' | 'interventions'> {
  const arms = listAt(module, 'armGroups').flatMap((one, i) => {
    const label = lineAt(one, 'label');
    if (label === undefined) {
      said.push(`arm ${i + 1} has no label and was left out`);
      return [];
    }
    return {
      label,
      ...given('type', textAt(one, 'type')),
      ...given('description', textAt(one, 'description')),
      interventions: textsAt(one, 'interventionNames').map(oneLine),
    };
  });
  const interventions = listAt(module, 'interventions').flatMap((one) => {
    const name = lineAt(one, 'name');
    return name === undefined
      ? []
      : { name, ...given('type', textAt(one, 'type')), others: textsAt(one, 'otherNames').map(oneLine) };
  });
  return { arms, interventions };
}

function plannedOf(module: unknown, said: string[]): PlannedMeasure[] {
  const lists = {
    primary: 'primaryOutcomes',
    secondary: 'secondaryOutcomes',
    other: 'otherOutcomes',
  } as const;
  return Object.entries(lists).flatMap(([role, key]) =>
    listAt(module, key).flatMap((one, i): PlannedMeasure[] => {
      const description = textAt(one, 'description');
      const measure = lineAt(one, 'measure') ?? (description && oneLine(description));
      if (measure === undefined) {
        said.push(`${role} outcome ${i + 1} has no name and was left out`);
        return [];
      }
      return [
        {
          role: role as PlannedMeasure['role'],
          measure,
          ...given('description', description === measure ? undefined : description),
          ...given('timeFrame', lineAt(one, 'timeFrame')),
        },
      ];
    }),
  );
}

function referenceOf(one: unknown, said: string[]): RecordReference[] {
  const citation = lineAt(one, 'citation');
  const pmid = textAt(one, 'pmid');
  const doi = citation === undefined ? undefined : doiIn(citation);
  const hasNumber = pmid !== undefined && /^\d{1,8}$/.test(pmid);
  if (citation === undefined && !hasNumber) {
    said.push('a reference without text and number was left out');
    return [];
  }
  return [
    {
      ...given('kind', textAt(one, 'type')),
      ...given('pmid', hasNumber ? pmid : undefined),
      ...given('doi', doi),
      ...given('citation', citation),
    },
  ];
}
