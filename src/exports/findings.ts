import { table, type Column, type FindingRow } from './table.ts';

const columns: readonly Column<FindingRow>[] = [
  ['entry', 'Entry or file of the base', ({ entry }) => entry],
  ['fact', 'The fact or claim at fault, where there is one', ({ fact }) => fact],
  ['code', 'The check', ({ code }) => code],
  ['severity', 'error, warning or note', ({ severity }) => severity],
  ['message', 'What was found', ({ message }) => message],
  ['actual', 'As it stands', ({ actual }) => actual],
  ['expected', 'What the check expected', ({ expected }) => expected],
  ['waived', 'Why a fault stands, where it is waived', ({ waived }) => waived],
  ['line', 'Line in the file of the entry', ({ line }) => line],
];

/** Every finding of the checks. */
export const findings = table({
  name: 'findings',
  description: 'What the checks found: errors are impossible in a build, warnings and notes are shown with the figures',
  columns,
  rows: (_library, { allFindings }) => allFindings,
});
