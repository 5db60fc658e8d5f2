import type { CopyOf } from '../evidence/copies.ts';
import type { Fact } from '../evidence/library.ts';
import { outcomeKinds, outcomeRoles } from '../model/outcome.ts';
import { populationKinds } from '../model/population.ts';
import { reportKinds } from '../model/trial.ts';
import { copyKinds } from '../model/vocabulary.ts';
import { key, list, oneOf, required, text } from './field.ts';
import { figureColumns, type Figured } from './figures.ts';
import { keyOf } from './keys.ts';
import { joined, table, type Column } from './table.ts';

type Row = Fact & Figured & { copy: CopyOf | undefined };

const before: readonly Column<Row>[] = [
  ['outcome_id', key, 'Permanent id: trial/outcome', ({ uid }) => uid],
  ['trial_id', required(text), 'The study: trial_id of trials.csv', ({ trial }) => trial.id],
  [
    'report',
    required(text),
    'Who states the figure: reference_id of references.csv, or the id of a review',
    ({ report }) => keyOf(report),
  ],
  [
    'report_kind',
    required(oneOf(reportKinds)),
    'Kind of that report; facts of different reports of one study overlap',
    ({ report }) => report.data.kind,
  ],
  ['endpoint', required(text), 'What is measured: an id of the endpoint glossary', ({ endpoint }) => endpoint.id],
  ['kind', required(oneOf(outcomeKinds)), 'Shape of the fact', ({ outcome }) => outcome.kind],
  ['role', required(oneOf(outcomeRoles)), 'Role of the endpoint in the report', ({ outcome }) => outcome.role],
  ['arm', text, 'The arm it belongs to: arm_id of arms.csv; empty for the whole study', ({ arm }) => arm?.id],
  [
    'comparator',
    text,
    'The other side of a contrast: an arm, or the population it is held against',
    ({ comparator, versus }) => joined([comparator?.id, versus?.id]),
  ],
  ['population', required(text), 'Analysis population, by its id in the study', ({ population }) => population.id],
  ['population_kind', required(oneOf(populationKinds)), 'What kind of population that is', ({ population }) => population.kind],
];

const after: readonly Column<Row>[] = [
  ['source', text, 'Address at which it was read; empty where the report itself is the source', ({ source }) => source?.url],
  [
    'source_copy',
    oneOf(copyKinds),
    'What that address leads to where it is not the page itself: a copy, which pages do not link',
    ({ copy }) => copy?.kind,
  ],
  ['locator', required(text), 'Where in the report', ({ outcome }) => outcome.locator],
  ['findings', list, 'Codes of the checks that found something', ({ path }, { findings }) => joined(findings(path))],
  ['url', required(text), 'Permanent address of the fact', ({ path }, { address }) => address(path)],
];

export const outcomes = table<Row>({
  name: 'outcomes',
  description: 'One row for each fact of a trial, as one report states it',
  primaryKey: ['outcome_id'],
  foreignKeys: [{ fields: 'trial_id', table: 'trials', reference: 'trial_id' }],
  columns: [...before, ...figureColumns, ...after],
  rows: ({ trials, copyAt }) =>
    trials.flatMap(({ facts }) =>
      facts.map((fact) => ({ ...fact, fact: fact.outcome, copy: fact.source && copyAt(fact.source.url) })),
    ),
});
