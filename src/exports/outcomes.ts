import type { Fact } from '../evidence/library.ts';
import { figureColumns, type Figured } from './figures.ts';
import { keyOf } from './keys.ts';
import { joined, table, type Column } from './table.ts';

type Row = Fact & Figured;

const before: readonly Column<Row>[] = [
  ['outcome_id', 'Permanent id: trial/outcome', ({ uid }) => uid],
  ['trial_id', 'The study: trial_id of trials.csv', ({ trial }) => trial.id],
  ['report', 'Who states the figure: reference_id of references.csv, or the id of a review', ({ report }) => keyOf(report)],
  [
    'report_kind',
    'primary, update, final, abstract, subgroup, ancillary, registry or review; facts of different reports of one study overlap',
    ({ report }) => report.data.kind,
  ],
  ['endpoint', 'What is measured: an id of the endpoint glossary', ({ endpoint }) => endpoint.id],
  [
    'kind',
    'Shape of the fact: proportion, median, landmark, contrast, association, adverse-event, range, count, dose or follow-up',
    ({ outcome }) => outcome.kind,
  ],
  ['role', 'Role of the endpoint in the report', ({ outcome }) => outcome.role],
  ['arm', 'The arm it belongs to: arm_id of arms.csv; empty for the whole study', ({ arm }) => arm?.id],
  [
    'comparator',
    'The other side of a contrast: an arm, or the population it is held against',
    ({ comparator, versus }) => joined([comparator?.id, versus?.id]),
  ],
  ['population', 'Analysis population, by its id in the study', ({ population }) => population.id],
  [
    'population_kind',
    'screened, enrolled, randomised, treated, evaluable, responders, safety or subgroup',
    ({ population }) => population.kind,
  ],
];

const after: readonly Column<Row>[] = [
  ['source', 'Address at which it was read; empty where the report itself is the source', ({ source }) => source?.url],
  ['locator', 'Where in the report', ({ outcome }) => outcome.locator],
  ['findings', 'Codes of the checks that found something', ({ path }, { findings }) => joined(findings(path))],
  ['url', 'Permanent address of the fact', ({ path }, { address }) => address(path)],
];

export const outcomes = table<Row>({
  name: 'outcomes',
  description: 'One row for each fact of a trial, as one report states it.',
  columns: [...before, ...figureColumns, ...after],
  rows: (library) => library.trials.flatMap((trial) => trial.facts.map((fact) => ({ ...fact, fact: fact.outcome }))),
});
