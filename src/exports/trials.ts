import type { TrialNode } from '../evidence/library.ts';
import { designs, phases, statuses } from '../model/trial.ts';
import { count, key, list, oneOf, required, text } from './field.ts';
import { joined, table, whole, type Column } from './table.ts';

/** The works that report a study itself; a review that states its figures is not one of them. */
const ownReferences = ({ reports }: TrialNode) =>
  reports.filter(({ review }) => !review).map(({ reference }) => reference.data);

const columns: readonly Column<TrialNode>[] = [
  ['trial_id', key, 'Permanent id of the study', ({ id }) => id],
  ['title', required(text), 'Descriptive title in English', ({ data }) => data.title.en],
  ['acronym', text, 'Acronym', ({ data }) => data.acronym],
  ['registry_ids', list, 'Registry numbers', ({ data }) => joined(data.registry.map(({ id }) => id))],
  ['status', required(oneOf(statuses)), 'Recruitment status', ({ data }) => data.status],
  ['phase', required(oneOf(phases)), 'Phase', ({ data }) => data.phase],
  ['design', required(oneOf(designs)), 'Design', ({ data }) => data.design],
  ['setting', required(text), 'Clinical setting: an id of the vocabulary', ({ data }) => data.setting],
  ['age_group', required(text), 'Age group: an id of the vocabulary', ({ data }) => data.population.ageGroup],
  [
    'enrolled',
    count,
    'Patients of the widest population with a number, summed over arms; empty where only an inequality is printed',
    ({ enrolled }) => whole(enrolled),
  ],
  ['therapies', list, 'Therapies given in any arm', ({ therapies }) => joined(therapies.map(({ id }) => id))],
  ['targets', list, 'Targets of those therapies', ({ targets }) => joined(targets.map(({ id }) => id))],
  ['year', count, 'Year of the primary report, else of the earliest', ({ year }) => year],
  [
    'dois',
    list,
    'DOIs of its reports, reviews left out',
    (trial) => joined(ownReferences(trial).map(({ DOI }) => DOI)),
  ],
  [
    'pmids',
    list,
    'PMIDs of its reports, reviews left out',
    (trial) => joined(ownReferences(trial).map(({ PMID }) => PMID)),
  ],
  ['url', required(text), 'Permanent address of the entry', ({ path }, { address }) => address(path)],
];

export const trials = table({
  name: 'trials',
  description: 'One row for each study: trial, cohort or registered protocol',
  columns,
  primaryKey: ['trial_id'],
  rows: (library) => library.trials,
});
