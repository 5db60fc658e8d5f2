import type { CopyOf } from '../evidence/copies.ts';
import type { Fact, Library } from '../evidence/library.ts';
import { readIn } from '../evidence/read-in.ts';
import { overallJudgements, toolIds } from '../model/appraisal-tools.ts';
import { outcomeKinds, outcomeRoles } from '../model/outcome.ts';
import { populationKinds } from '../model/population.ts';
import { readKinds } from '../model/read-kinds.ts';
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
  [
    'read_in',
    oneOf(readKinds),
    'What was read for it: the report itself (full-text, abstract), an official record of it (registry, regulator), or what others print of it; empty where no page is named',
    (fact) => readIn(fact),
  ],
  [
    'read_in_work',
    text,
    'The other work in which it was read, where the base has it: reference_id of references.csv',
    ({ sourceWork }) => sourceWork?.id,
  ],
  [
    'endpoint',
    required(text),
    'What is measured: an id of the endpoint glossary',
    ({ endpoint }) => endpoint.id,
  ],
  ['kind', required(oneOf(outcomeKinds)), 'Shape of the fact', ({ outcome }) => outcome.kind],
  [
    'role',
    required(oneOf(outcomeRoles)),
    'Role of the endpoint in the report',
    ({ outcome }) => outcome.role,
  ],
  ['arm', text, 'The arm it belongs to: arm_id of arms.csv; empty for the whole study', ({ arm }) => arm?.id],
  [
    'comparator',
    text,
    'The other side of a contrast: an arm, or the population it is held against',
    ({ comparator, versus }) => joined([comparator?.id, versus?.id]),
  ],
  [
    'versus',
    text,
    'The population on the other side alone, where populations are compared',
    ({ versus }) => versus?.id,
  ],
  [
    'population',
    required(text),
    'Analysis population, by its id in the study',
    ({ population }) => population.id,
  ],
  [
    'population_kind',
    required(oneOf(populationKinds)),
    'What kind of population that is',
    ({ population }) => population.kind,
  ],
];

const after: readonly Column<Row>[] = [
  [
    'source',
    text,
    'Address at which it was read; empty where the report itself is the source',
    ({ source }) => source?.url,
  ],
  [
    'source_copy',
    oneOf(copyKinds),
    'What that address leads to where it is not the page itself: a copy, which pages do not link',
    ({ copy }) => copy?.kind,
  ],
  ['locator', required(text), 'Where in the report', ({ outcome }) => outcome.locator],
  [
    'cites',
    list,
    'What a review cites for it: reference_id of references.csv',
    ({ cites }) => joined(cites.map(({ id }) => id)),
  ],
  [
    'traced',
    required(oneOf(['traced', 'partly', 'not-indexed', 'no-figure'])),
    'Whether its figures are matched to their places in an index of its source: all (traced), partly, not-indexed, or no-figure',
    ({ traced }) => traced,
  ],
  ['note', text, 'What must be known to read the figure', ({ outcome }) => outcome.note],
  [
    'risk_of_bias',
    oneOf(overallJudgements),
    'Overall judgement of the risk of bias that stands for it, in the words of the tool; empty where nobody judged',
    ({ riskOfBias }) => riskOfBias?.data.overall,
  ],
  [
    'risk_of_bias_tool',
    oneOf(toolIds),
    'The tool of that judgement',
    ({ riskOfBias }) => riskOfBias?.data.tool,
  ],
  [
    'appraisal',
    text,
    'The appraisal that it comes from: appraisal_id of appraisals.csv',
    ({ riskOfBias }) => riskOfBias?.uid,
  ],
  [
    'findings',
    list,
    'Codes of the checks that found something',
    ({ path }, { findings }) => joined(findings(path)),
  ],
  ['url', required(text), 'Permanent address of the fact', ({ path }, { address }) => address(path)],
];

export const outcomes = table<Row>({
  name: 'outcomes',
  description: 'One row for each fact of a trial, as one report states it',
  primaryKey: ['outcome_id'],
  foreignKeys: [{ fields: 'trial_id', table: 'trials', reference: 'trial_id' }],
  columns: [...before, ...figureColumns, ...after],
  rows: (library) => library.trials.flatMap(({ facts }) => outcomeRows(facts, library)),
});

/** Facts as rows of that table. */
export const outcomeRows = (facts: readonly Fact[], { copyAt }: Pick<Library, 'copyAt'>): Row[] =>
  facts.map((fact) => ({ ...fact, fact: fact.outcome, copy: fact.source && copyAt(fact.source.url) }));
