import type { Trial } from '../model/trial.ts';
import { isComparator } from '../model/roles.ts';

/** What a reader of a study of some design looks for, and whether its entry has it. */
interface Expectation {
  name: string;
  isMet: (trial: Trial) => boolean;
  /** The designs that it is asked of; every one where left out. */
  designs?: readonly Trial['design'][];
}

const compared: readonly Trial['design'][] = ['randomised', 'non-randomised'];
const registered: readonly Trial['design'][] = [
  'randomised',
  'non-randomised',
  'single-arm',
  'dose-escalation',
];

const results = ({ outcomes }: Trial) => outcomes.filter(({ role }) => role !== 'planned');
const has = (trial: Trial, kind: Trial['outcomes'][number]['kind']) =>
  results(trial).some((one) => one.kind === kind);
const isJudgedBy = (trial: Trial, tool: Trial['appraisals'][number]['tool']) =>
  trial.appraisals.some((one) => one.tool === tool);

/**
 * In the order of CONSORT: registration, design, arms, participants, results, harms; then what this base
 * adds.
 */
const expectations: readonly Expectation[] = [
  { name: 'A registry number', isMet: ({ registry }) => registry.length > 0, designs: registered },
  { name: 'Phase', isMet: ({ phase }) => phase !== 'not-reported', designs: registered },
  { name: 'Status', isMet: ({ status }) => status !== 'not-reported' },
  {
    name: 'Planned endpoints, with their time frames',
    isMet: ({ planned }) => planned.length > 0,
    designs: registered,
  },
  { name: 'Who was masked', isMet: ({ masking }) => masking !== 'not-reported', designs: ['randomised'] },
  {
    name: 'An arm that the others are compared with',
    isMet: ({ arms }) => arms.some(({ role }) => isComparator(role)),
    designs: compared,
  },
  { name: 'What each arm received', isMet: ({ arms }) => arms.every(({ regimen }) => regimen !== undefined) },
  {
    name: 'The patients as randomised, with their number in each arm',
    isMet: ({ populations }) => populations.some(({ kind, n }) => kind === 'randomised' && n !== undefined),
    designs: ['randomised'],
  },
  {
    name: 'The size of a population',
    isMet: ({ populations }) => populations.some(({ n }) => n !== undefined),
  },
  {
    name: 'A page on which a report was read',
    isMet: ({ reports }) => reports.some(({ sources }) => sources.length > 0),
  },
  { name: 'A result', isMet: (trial) => results(trial).length > 0 },
  {
    name: 'The result of a primary endpoint',
    isMet: (trial) => results(trial).some(({ role }) => role === 'primary'),
    designs: registered,
  },
  {
    name: 'A ratio or difference between the arms, with its interval',
    isMet: (trial) => results(trial).some((one) => one.kind === 'contrast' && one.interval !== undefined),
    designs: compared,
  },
  { name: 'A proportion with its denominator', isMet: (trial) => results(trial).some(hasDenominator) },
  {
    name: 'Survival at a time, or its median',
    isMet: (trial) => has(trial, 'landmark') || has(trial, 'median'),
  },
  { name: 'Length of follow-up', isMet: (trial) => has(trial, 'follow-up') },
  { name: 'Adverse events with their grade', isMet: (trial) => has(trial, 'adverse-event') },
  {
    name: 'Figures traced to an index of the text (almanac trace)',
    isMet: (trial) => results(trial).some(({ trace }) => trace !== undefined),
  },
  {
    name: 'A RoB 2 judgement of a result',
    isMet: (trial) => isJudgedBy(trial, 'rob-2'),
    designs: ['randomised'],
  },
  {
    name: 'A ROBINS-I judgement',
    isMet: (trial) => isJudgedBy(trial, 'robins-i'),
    designs: ['non-randomised'],
  },
];

const hasDenominator = (one: Trial['outcomes'][number]) =>
  one.kind === 'proportion' && one.total !== undefined;

/** What is expected of a study of its design, in the order in which it is read. */
export const expectedOf = (trial: Trial): { name: string; isMet: boolean }[] =>
  expectations
    .filter(({ designs }) => designs === undefined || designs.includes(trial.design))
    .map(({ name, isMet }) => ({ name, isMet: isMet(trial) }));
