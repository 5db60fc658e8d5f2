import type { TrialNode } from '../evidence/library.ts';
import { patientsOf } from '../evidence/standing.ts';
import { armRoles } from '../model/roles.ts';
import type { Arm } from '../model/trial.ts';
import { count, list, oneOf, required, text } from './field.ts';
import { joined, table, whole, type Column } from './table.ts';

interface Row {
  trial: TrialNode;
  arm: Arm;
}

const columns: readonly Column<Row>[] = [
  ['trial_id', required(text), 'The study: trial_id of trials.csv', ({ trial }) => trial.id],
  ['arm_id', required(text), 'Permanent id of the arm within the study', ({ arm }) => arm.id],
  ['label', required(text), 'Name of the arm', ({ arm }) => arm.label],
  ['role', required(oneOf(armRoles)), 'Role of the arm', ({ arm }) => arm.role],
  ['therapies', list, 'Therapies of this base that it receives', ({ arm }) => joined(arm.therapies)],
  ['regimen', text, 'What is given, in words', ({ arm }) => arm.regimen],
  [
    'n',
    count,
    'Patients of the arm in the widest population that counts them',
    ({ trial, arm }) => whole(patientsOf(trial.data, arm)),
  ],
];

export const arms = table({
  name: 'arms',
  description: 'One row for each arm of a study',
  columns,
  primaryKey: ['trial_id', 'arm_id'],
  foreignKeys: [{ fields: 'trial_id', table: 'trials', reference: 'trial_id' }],
  rows: (library) => library.trials.flatMap((trial) => trial.data.arms.map((arm) => ({ trial, arm }))),
});
