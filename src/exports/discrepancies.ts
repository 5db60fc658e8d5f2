import type { Dispute } from '../evidence/library.ts';
import { keyOf } from './keys.ts';
import { table, type Column } from './table.ts';

const columns: readonly Column<Dispute>[] = [
  ['discrepancy_id', 'Stable while both facts are', ({ id }) => id],
  ['trial_id', 'The study', ({ facts: [a] }) => a.trial.id],
  ['endpoint', 'What is measured', ({ facts: [a] }) => a.endpoint.id],
  ['aspect', 'figure, interval, level, P value or sidedness', ({ aspect }) => aspect],
  ['outcome_a', 'The fact of the report listed first', ({ facts: [a] }) => a.uid],
  ['report_a', 'Its report', ({ facts: [a] }) => keyOf(a.report)],
  ['value_a', 'As printed there', ({ values }) => values[0]],
  ['outcome_b', 'The other fact', ({ facts: [, b] }) => b.uid],
  ['report_b', 'Its report', ({ facts: [, b] }) => keyOf(b.report)],
  ['value_b', 'As printed there', ({ values }) => values[1]],
  [
    'difference',
    'Size of the difference between two numbers',
    ({ difference }) => (difference === undefined ? undefined : Number(difference.toPrecision(6))),
  ],
  ['reason', 'rounding, denominator, data cut, definition or unexplained', ({ reason }) => reason],
];

/** The ledger: where two reports of one study print different figures for the same patients. */
export const discrepancies = table({
  name: 'discrepancies',
  description:
    'Where reports of one study print different figures for the same patients, with both values and the reason where one shows',
  columns,
  rows: ({ ledger }) => ledger,
});
