import type { TrialNode } from '../../evidence/library.ts';
import { en } from '../../i18n/en/words.ts';
import type { Arm, Trial } from '../../model/trial.ts';
import type { Edition } from '../edition.ts';
import { concept, fhirId, narrative, some, uuidOf, type Concept } from './terms.ts';

/** A trial as a resource `ResearchStudy` of FHIR R5. */
export function studyOf(trial: TrialNode, { context: { address } }: Edition) {
  const { id, path, data, reports, planned, enrolled } = trial;
  const works = [...new Map(reports.map((report) => [report.reference, report])).values()];
  const label = (type: string, words: string, value: string | undefined) =>
    value === undefined ? [] : [{ type: concept('title', words, type), value }];
  return {
    resourceType: 'ResearchStudy',
    id: fhirId(id),
    text: narrative(data.title.en),
    url: address(path),
    identifier: some(data.registry.map(registered)),
    version: data.version,
    title: data.title.en,
    label: some([
      ...label('acronym', 'Acronym', data.acronym),
      ...label('short-title', 'Short title', data.shortName),
      ...label('language', 'Title in Chinese', data.title.zh),
    ]),
    relatedArtifact: some(
      works.map(({ data: { kind }, reference }) => ({
        type: 'citation',
        label: en.report[kind],
        resourceReference: { reference: uuidOf(reference.path) },
      })),
    ),
    date: data.updated,
    status: 'active',
    phase: phases[data.phase] && concept('phase', en.phase[data.phase], phases[data.phase]),
    studyDesign: designOf(data),
    focus: some(trial.therapies.map(({ data: { name } }) => ({ concept: { text: name.en } }))),
    condition: [{ text: data.population.condition }],
    progressStatus: states[data.status] && [
      { state: concept('status', en.status[data.status], states[data.status]) },
    ],
    whyStopped: data.registered?.whyStopped === undefined ? undefined : { text: data.registered.whyStopped },
    period: periodOf(data),
    recruitment: enrolled && !enrolled.bound ? { actualNumber: enrolled.value } : undefined,
    comparisonGroup: data.arms.map(groupOf),
    outcomeMeasure: some(
      planned.map(({ data: { role, measure, timeFrame, definition }, endpoint }) => ({
        name: endpoint.data.label.en,
        type: [concept('objective', en.plannedRole[role], role === 'other' ? undefined : role)],
        description: [measure, timeFrame, definition].filter((part) => part !== undefined).join('. '),
      })),
    ),
    // Works alone: a study may not name its evidence, which names the study instead.
    result: some(works.map(({ reference }) => ({ reference: uuidOf(reference.path) }))),
  };
}

/** From its start to its end, to the precision of the registry. */
function periodOf({ registered: record }: Trial) {
  const [start, end] = [record?.start?.date, record?.completion?.date];
  return start === undefined && end === undefined ? undefined : { start, end };
}

function registered({ registry, id }: Trial['registry'][number]) {
  return {
    system: registry === 'ClinicalTrials.gov' ? 'https://clinicaltrials.gov' : undefined,
    value: id,
    assigner: { display: registry },
  };
}

const phases: Partial<Record<Trial['phase'], string>> = {
  'early-1': 'early-phase-1',
  '1': 'phase-1',
  '1/2': 'phase-1-phase-2',
  '2': 'phase-2',
  '2/3': 'phase-2-phase-3',
  '3': 'phase-3',
  '4': 'phase-4',
  'not-applicable': 'n-a',
};

const states: Partial<Record<Trial['status'], string>> = {
  'not-yet-recruiting': 'not-yet-recruiting',
  recruiting: 'recruiting',
  'enrolling-by-invitation': 'enrolling-by-invitation',
  'active-not-recruiting': 'active-but-not-recruiting',
  completed: 'completed',
  suspended: 'temporarily-closed-to-accrual',
  terminated: 'terminated',
  withdrawn: 'withdrawn',
};

/** Codes of the Scientific Evidence Code System, as FHIR R5 lists them. */
const designs: Record<Trial['design'], readonly string[]> = {
  randomised: ['SEVCO:01001', 'SEVCO:01003'],
  crossover: ['SEVCO:01001'],
  'non-randomised': ['SEVCO:01001', 'SEVCO:01005'],
  'single-arm': ['SEVCO:01001', 'SEVCO:01023'],
  'dose-escalation': ['SEVCO:01001'],
  'prospective-cohort': ['SEVCO:01002', 'SEVCO:01028'],
  'retrospective-cohort': ['SEVCO:01002'],
  'case-series': ['SEVCO:01002', 'SEVCO:01023'],
  'pooled-analysis': ['SEVCO:01049'],
  'not-reported': [],
};

const maskings: Record<Trial['masking'], readonly string[]> = {
  'double-blind': ['SEVCO:01060', 'SEVCO:01061'],
  'single-blind': ['SEVCO:01060'],
  'open-label': [],
  'not-reported': [],
};

export function designOf({ design, masking }: Trial): readonly Concept[] | undefined {
  return some([
    ...(design === 'not-reported' ? [] : [concept('design', en.design[design], ...designs[design])]),
    ...(masking === 'not-reported' ? [] : [concept('design', en.masking[masking], ...maskings[masking])]),
  ]);
}

const armTypes: Record<Arm['role'], string> = {
  experimental: 'experimental',
  comparator: 'active-comparator',
  // It is no control, and what it is given may be no experiment.
  single: 'other-arm-type',
  historical: 'other-arm-type',
};

function groupOf({ id, label, role, regimen }: Arm) {
  return {
    linkId: fhirId(id),
    name: label,
    type: concept('arm', en.armRole[role], armTypes[role]),
    description: regimen,
  };
}
