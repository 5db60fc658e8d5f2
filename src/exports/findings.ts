import { count, oneOf, required, text } from './field.ts';
import { table, type Column, type FindingRow } from './table.ts';

const columns: readonly Column<FindingRow>[] = [
  ['entry', text, 'Entry or file of the base', ({ entry }) => entry],
  ['fact', text, 'The fact or claim at fault, where there is one', ({ fact }) => fact],
  ['code', required(text), 'The check', ({ code }) => code],
  [
    'severity',
    required(oneOf(['error', 'warning', 'note'])),
    'How much it weighs',
    ({ severity }) => severity,
  ],
  ['message', required(text), 'What was found', ({ message }) => message],
  ['actual', text, 'As it stands', ({ actual }) => actual],
  ['expected', text, 'What the check expected', ({ expected }) => expected],
  ['waived', text, 'Why a fault stands, where it is waived', ({ waived }) => waived],
  ['line', count, 'Line in the file of the entry', ({ line }) => line],
];

/** Every finding of the checks. */
export const findings = table({
  name: 'findings',
  description:
    'What the checks found: errors are impossible in a build, warnings and notes are shown with the figures',
  columns,
  rows: (_library, { allFindings }) => allFindings,
});
