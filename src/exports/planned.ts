import type { PlannedNode } from '../evidence/library.ts';
import { plannedRoles, reportKinds } from '../model/trial.ts';
import { key, oneOf, required, text } from './field.ts';
import { keyOf } from './keys.ts';
import { table, type Column } from './table.ts';

const columns: readonly Column<PlannedNode>[] = [
  ['planned_id', key, 'Permanent id: trial/planned endpoint', ({ uid }) => uid],
  ['trial_id', required(text), 'The study: trial_id of trials.csv', ({ trial }) => trial.id],
  [
    'report',
    required(text),
    'Where it was registered: reference_id of references.csv, or the id of a review',
    ({ report }) => keyOf(report),
  ],
  ['report_kind', required(oneOf(reportKinds)), 'Kind of that report', ({ report }) => report.data.kind],
  [
    'endpoint',
    required(text),
    'What is to be measured: an id of the endpoint glossary',
    ({ endpoint }) => endpoint.id,
  ],
  ['role', required(oneOf(plannedRoles)), 'Role of the endpoint in the plan', ({ data }) => data.role],
  ['measure', required(text), 'The measure in words', ({ data }) => data.measure],
  ['time_frame', required(text), 'When it is to be measured, as registered', ({ data }) => data.timeFrame],
  ['definition', text, 'How it is defined there', ({ data }) => data.definition],
  ['population', text, 'Whom it counts, where only some of the participants', ({ data }) => data.population],
  ['locator', required(text), 'Where in the report', ({ data }) => data.locator],
  [
    'url',
    required(text),
    'Permanent address of the planned endpoint',
    ({ path }, { address }) => address(path),
  ],
];

export const planned = table({
  name: 'planned',
  description: 'One row for each endpoint that a study registered, to be held against what it reports',
  columns,
  primaryKey: ['planned_id'],
  foreignKeys: [{ fields: 'trial_id', table: 'trials', reference: 'trial_id' }],
  rows: (library) => library.trials.flatMap((trial) => trial.planned),
});
