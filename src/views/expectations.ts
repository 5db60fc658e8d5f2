import { expected } from '../i18n/expected.ts';
import type { Trial } from '../model/trial.ts';
import { isComparator } from '../model/roles.ts';

/** What a reader of a study of some design looks for, and whether its entry has it. */
interface Expectation {
  name: keyof typeof expected;
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
  { name: 'registry', isMet: ({ registry }) => registry.length > 0, designs: registered },
  { name: 'phase', isMet: ({ phase }) => phase !== 'not-reported', designs: registered },
  { name: 'status', isMet: ({ status }) => status !== 'not-reported' },
  { name: 'planned', isMet: ({ planned }) => planned.length > 0, designs: registered },
  { name: 'masking', isMet: ({ masking }) => masking !== 'not-reported', designs: ['randomised'] },
  { name: 'comparator', isMet: ({ arms }) => arms.some(({ role }) => isComparator(role)), designs: compared },
  { name: 'regimens', isMet: ({ arms }) => arms.every(({ regimen }) => regimen !== undefined) },
  {
    name: 'randomised',
    isMet: ({ populations }) => populations.some(({ kind, n }) => kind === 'randomised' && n !== undefined),
    designs: ['randomised'],
  },
  { name: 'size', isMet: ({ populations }) => populations.some(({ n }) => n !== undefined) },
  { name: 'source', isMet: ({ reports }) => reports.some(({ sources }) => sources.length > 0) },
  { name: 'result', isMet: (trial) => results(trial).length > 0 },
  {
    name: 'primary',
    isMet: (trial) => results(trial).some(({ role }) => role === 'primary'),
    designs: registered,
  },
  {
    name: 'contrast',
    isMet: (trial) => results(trial).some((one) => one.kind === 'contrast' && one.interval !== undefined),
    designs: compared,
  },
  { name: 'denominator', isMet: (trial) => results(trial).some(hasDenominator) },
  { name: 'survival', isMet: (trial) => has(trial, 'landmark') || has(trial, 'median') },
  { name: 'followUp', isMet: (trial) => has(trial, 'follow-up') },
  { name: 'adverseEvents', isMet: (trial) => has(trial, 'adverse-event') },
  { name: 'trace', isMet: (trial) => results(trial).some(({ trace }) => trace !== undefined) },
  { name: 'rob2', isMet: (trial) => isJudgedBy(trial, 'rob-2'), designs: ['randomised'] },
  { name: 'robinsI', isMet: (trial) => isJudgedBy(trial, 'robins-i'), designs: ['non-randomised'] },
];

const hasDenominator = (one: Trial['outcomes'][number]) =>
  one.kind === 'proportion' && one.total !== undefined;

/** What is expected of a study of its design, in the order in which it is read. */
export const expectedOf = (trial: Trial): { name: string; isMet: boolean }[] =>
  expectations
    .filter(({ designs }) => designs === undefined || designs.includes(trial.design))
    .map(({ name, isMet }) => ({ name: expected[name], isMet: isMet(trial) }));
