import type { TrialNode } from '../evidence/library.ts';
import type { Trial } from '../model/trial.ts';
import { count, key, list, oneOf, required, text } from './field.ts';
import { joined, table, type Column } from './table.ts';

type Registered = NonNullable<Trial['registered']>;
interface Row {
  trial: TrialNode;
  record: Registered;
}

const types = oneOf(['actual', 'estimated', 'unstated']);
const dates = [
  ['start', 'Day or month on which it began, or is to begin', ({ start }) => start],
  [
    'primary_completion',
    'When the last figure for a primary endpoint was collected, or is to be',
    (record) => record.primaryCompletion,
  ],
  ['completion', 'Day or month on which it ended, or is to end', ({ completion }) => completion],
  ['results_posted', 'When results were first posted', ({ resultsPosted }) => resultsPosted],
  ['last_update', 'When the record was last changed', ({ lastUpdate }) => lastUpdate],
] as const satisfies readonly (readonly [string, string, (record: Registered) => Registered['start']])[];

const columns: readonly Column<Row>[] = [
  ['trial_id', key, 'The study: trial_id of trials.csv', ({ trial }) => trial.id],
  ['report', required(text), 'The record: reference_id of references.csv', ({ record }) => record.report],
  [
    'status',
    text,
    'Its status in the registry, where trials.csv has no word for it',
    ({ record }) => record.status,
  ],
  ['why_stopped', text, 'Why it was stopped, in the words of the record', ({ record }) => record.whyStopped],
  ['study_type', text, 'Type of study, in the terms of the registry', ({ record }) => record.studyType],
  ['allocation', text, 'Allocation, in the terms of the registry', ({ record }) => record.allocation],
  ['model', text, 'Model, in the terms of the registry', ({ record }) => record.model],
  [
    'time_perspective',
    text,
    'Time perspective, of an observational study',
    ({ record }) => record.timePerspective,
  ],
  ['purpose', text, 'Purpose, in the terms of the registry', ({ record }) => record.purpose],
  ['masking', text, 'Masking and, in brackets, who is masked', ({ record }) => record.masking],
  [
    'enrolment',
    count,
    'Participants enrolled, or to be enrolled',
    ({ record }) => record.enrolment?.count.printed,
  ],
  [
    'enrolment_type',
    types,
    'Whether they were enrolled, or are to be',
    ({ record }) => record.enrolment?.type,
  ],
  ...dates.flatMap(([name, what, of]): Column<Row>[] => [
    [name, text, what, ({ record }) => of(record)?.date],
    [`${name}_type`, types, 'Whether that date has come, or is expected', ({ record }) => of(record)?.type],
  ]),
  [
    'conditions',
    list,
    'Conditions, as the record lists them',
    ({ record }) => joined(record.conditions ?? []),
  ],
  [
    'interventions',
    list,
    'Interventions with their type, as the record lists them',
    ({ record }) => joined(record.interventions ?? []),
  ],
  ['sponsor', text, 'Lead sponsor', ({ record }) => record.sponsor],
  ['sites', count, 'How many places the record lists', ({ record }) => record.sites],
  [
    'other_ids',
    list,
    'Numbers of sponsors and others that are no registrations',
    ({ record }) => joined(record.otherIds ?? []),
  ],
  ['url', required(text), 'Permanent address of the entry', ({ trial }, { address }) => address(trial.path)],
];

export const registered = table({
  name: 'registered',
  description:
    'One row for each study whose registry record was imported: what the registry says beside figures, in its own terms',
  columns,
  primaryKey: ['trial_id'],
  foreignKeys: [{ fields: 'trial_id', table: 'trials', reference: 'trial_id' }],
  rows: (library) =>
    library.trials.flatMap((trial) =>
      trial.data.registered ? [{ trial, record: trial.data.registered }] : [],
    ),
});
