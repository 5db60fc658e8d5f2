import type { PlannedNode } from '../evidence/library.ts';
import { keyOf } from './keys.ts';
import { table, type Column } from './table.ts';

const columns: readonly Column<PlannedNode>[] = [
  ['planned_id', 'Permanent id: trial/planned endpoint', ({ uid }) => uid],
  ['trial_id', 'The study: trial_id of trials.csv', ({ trial }) => trial.id],
  ['report', 'Where it was registered: reference_id of references.csv, or the id of a review', ({ report }) => keyOf(report)],
  ['report_kind', 'Kind of that report', ({ report }) => report.data.kind],
  ['endpoint', 'What is to be measured: an id of the endpoint glossary', ({ endpoint }) => endpoint.id],
  ['role', 'primary, secondary or other', ({ data }) => data.role],
  ['measure', 'The measure in words', ({ data }) => data.measure],
  ['time_frame', 'When it is to be measured, as registered', ({ data }) => data.timeFrame],
  ['definition', 'How it is defined there', ({ data }) => data.definition],
  ['population', 'Whom it counts, where only some of the participants', ({ data }) => data.population],
  ['locator', 'Where in the report', ({ data }) => data.locator],
  ['url', 'Permanent address of the planned endpoint', ({ path }, { address }) => address(path)],
];

export const planned = table({
  name: 'planned',
  description: 'One row for each endpoint that a study registered, to be held against what it reports.',
  columns,
  rows: (library) => library.trials.flatMap((trial) => trial.planned),
});
