import type { Trial } from '../../model/trial.ts';
import { given } from './loose.ts';
import type { StudyRecord } from './record.ts';

/**
 * A term of the registry as its API writes it: `ACTIVE_NOT_RECRUITING` of "Active, not recruiting",
 * `PARALLEL` of "Parallel Assignment", `NONE` of "None (Open Label)".
 */
export const termOf = (written: string): string =>
  written
    .replace(/\(.*$/s, '')
    .trim()
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
    .replace(/_(?:ASSIGNMENT|STATUS)$/, '')
    .replace(/^(?:N_A|NOT_APPLICABLE)$/, 'NA')
    .replace(/PHASE_(?=\d)/, 'PHASE');

const statuses: Record<string, Trial['status']> = {
  NOT_YET_RECRUITING: 'not-yet-recruiting',
  RECRUITING: 'recruiting',
  ENROLLING_BY_INVITATION: 'enrolling-by-invitation',
  ACTIVE_NOT_RECRUITING: 'active-not-recruiting',
  COMPLETED: 'completed',
  SUSPENDED: 'suspended',
  TERMINATED: 'terminated',
  WITHDRAWN: 'withdrawn',
  UNKNOWN: 'unknown',
};

const phases: Record<string, Trial['phase']> = {
  EARLY_PHASE1: 'early-1',
  PHASE1: '1',
  'PHASE1 PHASE2': '1/2',
  PHASE2: '2',
  'PHASE2 PHASE3': '2/3',
  PHASE3: '3',
  PHASE4: '4',
  NA: 'not-applicable',
};

const maskings: Record<string, Trial['masking']> = {
  NONE: 'open-label',
  SINGLE: 'single-blind',
  DOUBLE: 'double-blind',
  // More than participants and investigators: at least two are masked, and the record says which.
  TRIPLE: 'double-blind',
  QUADRUPLE: 'double-blind',
};

const inTable = <T>(table: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/**
 * Status, phase, design and masking in the terms of this base: not reported where the record does not say.
 */
export function standingOf(record: StudyRecord): Pick<Trial, 'status' | 'phase' | 'design' | 'masking'> {
  const phase = [...new Set(record.phases.map(termOf))].sort().join(' ');
  return {
    status: inTable(statuses, termOf(record.status ?? '')) ?? 'not-reported',
    phase: inTable(phases, phase) ?? 'not-reported',
    design: designOf(record),
    masking: inTable(maskings, termOf(record.masking ?? '')) ?? 'not-reported',
  };
}

/**
 * How patients came to their treatment. In a crossover each has several, so that its arms are no parallel
 * groups.
 */
function designOf({
  studyType = '',
  allocation = '',
  model = '',
  timePerspective = '',
}: StudyRecord): Trial['design'] {
  const [type, how, shape, time] = [studyType, allocation, model, timePerspective].map(termOf);
  if (type === 'OBSERVATIONAL') {
    if (shape !== 'COHORT') return 'not-reported';
    if (time === 'PROSPECTIVE') return 'prospective-cohort';
    return time === 'RETROSPECTIVE' ? 'retrospective-cohort' : 'not-reported';
  }
  if (type === 'EXPANDED_ACCESS') return 'not-reported';
  if (shape === 'CROSSOVER') return 'crossover';
  if (how === 'RANDOMIZED') return 'randomised';
  if (how === 'NON_RANDOMIZED') return 'non-randomised';
  return shape === 'SINGLE_GROUP' ? 'single-arm' : 'not-reported';
}

/** A term as words: `single group` of `SINGLE_GROUP`. */
export const inWords = (written: string): string => termOf(written).toLowerCase().replaceAll('_', ' ');

const ofArms: Record<string, Trial['arms'][number]['role']> = {
  EXPERIMENTAL: 'experimental',
  ACTIVE_COMPARATOR: 'comparator',
  PLACEBO_COMPARATOR: 'comparator',
  SHAM_COMPARATOR: 'comparator',
  NO_INTERVENTION: 'comparator',
};

/**
 * The role of one of several arms; undefined where the record does not say whether it is tested or held
 * against.
 */
export const roleOf = (type: string | undefined) => inTable(ofArms, termOf(type ?? ''));

/** What the record says of design, in its own terms. */
export function designInWords(record: StudyRecord) {
  const { studyType, allocation, model, timePerspective, purpose, masking, whoMasked } = record;
  const who = whoMasked.map(inWords).sort().join(', ');
  const words = (text: string | undefined) =>
    text === undefined || termOf(text) === '' ? undefined : inWords(text);
  const masked = words(masking);
  return {
    ...given('studyType', words(studyType)),
    ...given('allocation', words(allocation)),
    ...given('model', words(model)),
    ...given('timePerspective', words(timePerspective)),
    ...given('purpose', words(purpose)),
    ...given('masking', masked && (who === '' ? masked : `${masked} (${who})`)),
  };
}
