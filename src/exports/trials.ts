import type { TrialNode } from '../evidence/library.ts';
import { joined, table, type Column } from './table.ts';

/** The works that report a study itself; a review that states its figures is not one of them. */
const ownReferences = ({ reports }: TrialNode) => reports.filter(({ review }) => !review).map(({ reference }) => reference.data);

const columns: readonly Column<TrialNode>[] = [
  ['trial_id', 'Permanent id of the study', ({ id }) => id],
  ['title', 'Descriptive title in English', ({ data }) => data.title.en],
  ['acronym', 'Acronym', ({ data }) => data.acronym],
  ['registry_ids', 'Registry numbers', ({ data }) => joined(data.registry.map(({ id }) => id))],
  ['status', 'Recruitment status', ({ data }) => data.status],
  ['phase', 'Phase: 1, 1/2, 2 …', ({ data }) => data.phase],
  ['design', 'Design', ({ data }) => data.design],
  ['setting', 'Clinical setting: an id of the vocabulary', ({ data }) => data.setting],
  ['age_group', 'Age group: an id of the vocabulary', ({ data }) => data.population.ageGroup],
  ['enrolled', 'Patients of the widest population with a number, summed over arms', ({ enrolled }) => enrolled?.printed],
  ['therapies', 'Therapies given in any arm', ({ therapies }) => joined(therapies.map(({ id }) => id))],
  ['targets', 'Targets of those therapies', ({ targets }) => joined(targets.map(({ id }) => id))],
  ['year', 'Year of the primary report, else of the earliest', ({ year }) => year],
  ['dois', 'DOIs of its reports, reviews left out', (trial) => joined(ownReferences(trial).map(({ DOI }) => DOI))],
  ['pmids', 'PMIDs of its reports, reviews left out', (trial) => joined(ownReferences(trial).map(({ PMID }) => PMID))],
  ['url', 'Permanent address of the entry', ({ path }, { address }) => address(path)],
];

export const trials = table({
  name: 'trials',
  description: 'One row for each study: trial, cohort or registered protocol.',
  columns,
  rows: (library) => library.trials,
});
