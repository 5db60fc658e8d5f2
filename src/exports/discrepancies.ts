import { aspects } from '../evidence/ledger/compare.ts';
import { reasons } from '../evidence/ledger/reason.ts';
import type { Dispute } from '../evidence/library.ts';
import { key, number, oneOf, required, text } from './field.ts';
import { keyOf } from './keys.ts';
import { table, type Column } from './table.ts';

const columns: readonly Column<Dispute>[] = [
  ['discrepancy_id', key, 'Stable while both facts are', ({ id }) => id],
  ['trial_id', required(text), 'The study', ({ facts: [a] }) => a.trial.id],
  ['endpoint', required(text), 'What is measured', ({ facts: [a] }) => a.endpoint.id],
  ['aspect', required(oneOf(aspects)), 'What differs', ({ aspect }) => aspect],
  ['outcome_a', required(text), 'The fact of the report listed first', ({ facts: [a] }) => a.uid],
  ['report_a', required(text), 'Its report', ({ facts: [a] }) => keyOf(a.report)],
  ['value_a', required(text), 'As printed there', ({ values }) => values[0]],
  ['outcome_b', required(text), 'The other fact', ({ facts: [, b] }) => b.uid],
  ['report_b', required(text), 'Its report', ({ facts: [, b] }) => keyOf(b.report)],
  ['value_b', required(text), 'As printed there', ({ values }) => values[1]],
  [
    'difference',
    number,
    'Size of the difference between two numbers',
    ({ difference }) => (difference === undefined ? undefined : Number(difference.toPrecision(6))),
  ],
  ['reason', required(oneOf(reasons)), 'What explains it, if anything does', ({ reason }) => reason],
];

/** The ledger: where two reports of one study print different figures for the same patients. */
export const discrepancies = table({
  name: 'discrepancies',
  description:
    'Where reports of one study print different figures for the same patients, with both values and the reason where one shows',
  columns,
  primaryKey: ['discrepancy_id'],
  foreignKeys: [
    { fields: 'trial_id', table: 'trials', reference: 'trial_id' },
    { fields: 'outcome_a', table: 'outcomes', reference: 'outcome_id' },
    { fields: 'outcome_b', table: 'outcomes', reference: 'outcome_id' },
  ],
  rows: ({ ledger }) => ledger,
});
