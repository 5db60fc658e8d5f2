import type { PooledNode } from '../evidence/library.ts';
import { bounds, figureOfP, timeUnits, type Figure, type Interval, type PValue } from '../model/figure.ts';
import { readKinds } from '../model/read-kinds.ts';
import { certainties, pooledMeasures, poolingModels } from '../model/synthesis.ts';
import { count, figure, key, limit, list, oneOf, required, saying, text, within } from './field.ts';
import { joined, table, whole, type Column } from './table.ts';

const bare = (one: Figure | undefined) => one?.printed.replace(/^[<>≤≥]\s*/, '');
const end = (one: Interval | undefined, side: 'low' | 'high') => {
  const value = one?.[side];
  return typeof value === 'string' ? value : value?.printed;
};
const sign = (p: PValue | undefined) => p?.comparator;
const number = (p: PValue | undefined) => p && figureOfP(p)?.printed;
const signs = ['=', '<', '>', '≤', '≥', 'ns'];

const about: readonly Column<PooledNode>[] = [
  ['result_id', key, 'Permanent id: synthesis/result', ({ uid }) => uid],
  ['synthesis', required(text), 'The published synthesis that states it', ({ synthesis }) => synthesis.id],
  [
    'reference',
    required(text),
    'The work: reference_id of references.csv',
    ({ synthesis }) => synthesis.reference.id,
  ],
  [
    'endpoint',
    required(text),
    'What was pooled: an id of the endpoint glossary',
    ({ endpoint }) => endpoint.id,
  ],
  [
    'population',
    required(text),
    'In whom, of the whole synthesis',
    ({ synthesis }) => synthesis.data.question.population,
  ],
  ['group', text, 'Which part of these patients or studies, where it is not all', ({ data }) => data.group],
  [
    'age_group',
    text,
    'Its age group: an id of the vocabulary',
    ({ data, synthesis }) => data.ageGroup ?? synthesis.data.question.ageGroup,
  ],
  [
    'therapies',
    list,
    'Therapies of this base that it is about',
    ({ therapies }) => joined(therapies.map(({ id }) => id)),
  ],
  [
    'classes',
    list,
    'Classes of therapy that it is about',
    ({ classes }) => joined(classes.map(({ id }) => id)),
  ],
  ['targets', list, 'What these are aimed at', ({ targets }) => joined(targets.map(({ id }) => id))],
  ['against', text, 'With what it is compared', ({ data }) => data.against],
  ['term', text, 'Of an event: as printed, where the endpoint is wider', ({ data }) => data.term],
  ['grade', text, 'Grades counted, as printed', ({ data }) => data.grade?.printed],
  ['grade_scale', text, 'Grading scale: an id of the vocabulary, or unstated', ({ data }) => data.scale],
  ['at_value', figure, 'Time of the figure as printed', ({ data }) => bare(data.at?.value)],
  ['at_unit', oneOf(timeUnits), 'Unit of at_value', ({ data }) => data.at?.unit],
  [
    'definition',
    text,
    'The definition of the work, where it differs from the endpoint’s',
    ({ data }) => data.definition,
  ],
  [
    'measure',
    required(oneOf(pooledMeasures)),
    'percent (56) or share of one (0.56), as printed; HR, OR, RR; difference; median, mean',
    ({ data }) => data.measure,
  ],
  ['unit', text, 'Unit of value and limits, where the measure has one', ({ data }) => data.unit],
];

const said: readonly Column<PooledNode>[] = [
  [
    'value',
    saying(figure),
    'The pooled estimate as printed, without its inequality sign',
    ({ data }) => bare(data.estimate),
  ],
  ['bound', saying(oneOf(bounds)), 'Inequality sign printed before it', ({ data }) => data.estimate?.bound],
  [
    'interval_kind',
    saying(oneOf(['confidence', 'credible', 'range', 'iqr'])),
    'What ci_low and ci_high are; a range is that of the studies, and no interval of the estimate',
    ({ data }) => data.interval?.kind,
  ],
  ['ci_level', saying(figure), 'Level in percent, as printed', ({ data }) => data.interval?.level?.printed],
  ['ci_low', saying(limit), 'Lower limit as printed', ({ data }) => end(data.interval, 'low')],
  ['ci_high', saying(limit), 'Upper limit as printed', ({ data }) => end(data.interval, 'high')],
  [
    'prediction_level',
    saying(figure),
    'Level in percent of the prediction interval',
    ({ data }) => data.prediction?.level?.printed,
  ],
  ['prediction_low', saying(limit), 'Its lower limit as printed', ({ data }) => end(data.prediction, 'low')],
  [
    'prediction_high',
    saying(limit),
    'Its upper limit as printed',
    ({ data }) => end(data.prediction, 'high'),
  ],
  [
    'events',
    saying(count),
    'Patients with the outcome in all studies together, as printed',
    ({ data }) => whole(data.events),
  ],
  ['total', saying(count), 'Of how many', ({ data }) => whole(data.total)],
  ['studies', saying(count), 'Studies pooled for this result, as printed', ({ data }) => whole(data.studies)],
  ['patients', saying(count), 'Patients of these, as printed', ({ data }) => whole(data.patients)],
  [
    'p_comparator',
    saying(oneOf(signs)),
    'Sign before the P value of the estimate',
    ({ data }) => sign(data.p),
  ],
  [
    'p_value',
    saying(within(figure, 0, 1)),
    'P value of the estimate as printed',
    ({ data }) => number(data.p),
  ],
  ['i2', saying(figure), 'I² in percent, as printed', ({ data }) => bare(data.i2)],
  ['tau2', saying(figure), 'τ², as printed', ({ data }) => bare(data.tau2)],
  [
    'heterogeneity_p_comparator',
    saying(oneOf(signs)),
    'Sign before the P value of heterogeneity',
    ({ data }) => sign(data.heterogeneity),
  ],
  [
    'heterogeneity_p',
    saying(within(figure, 0, 1)),
    'That P value, as printed',
    ({ data }) => number(data.heterogeneity),
  ],
  [
    'differs_from',
    saying(text),
    'The result of another group from which the difference was tested: result_id',
    ({ data, synthesis }) => data.differs && `${synthesis.id}/${data.differs.from}`,
  ],
  [
    'differs_p',
    saying(within(figure, 0, 1)),
    'P value of that difference',
    ({ data }) => number(data.differs?.p),
  ],
  [
    'certainty',
    saying(oneOf(certainties)),
    'Certainty by GRADE, as the authors judge it',
    ({ data }) => data.certainty?.grade,
  ],
];

const rest: readonly Column<PooledNode>[] = [
  [
    'model',
    required(oneOf(poolingModels)),
    'random or common effect, as far as the text says',
    ({ data }) => data.model,
  ],
  ['method', text, 'Estimator and transformation, as far as they are named', ({ data }) => data.method],
  [
    'synthesis_studies',
    count,
    'Studies of the whole synthesis',
    ({ synthesis }) => whole(synthesis.data.size?.studies),
  ],
  [
    'synthesis_patients',
    count,
    'Patients of the whole synthesis',
    ({ synthesis }) => whole(synthesis.data.size?.patients),
  ],
  ['searched_until', text, 'Last day of its search', ({ synthesis }) => synthesis.data.search.until],
  [
    'included',
    list,
    'Studies of this base that the text read names among the included: trial_id of trials.csv',
    ({ synthesis }) => joined(synthesis.included.map(({ trial }) => trial.id)),
  ],
  ['read_in', required(oneOf(readKinds)), 'What was read of the work', ({ source }) => source.read],
  ['source', required(text), 'Address of the page on which it was read', ({ source }) => source.url],
  ['locator', required(text), 'Where in the work', ({ data }) => data.locator],
  [
    'traced',
    required(oneOf(['traced', 'partly', 'not-indexed', 'no-figure'])),
    'As in outcomes.csv',
    ({ traced }) => traced,
  ],
  ['note', text, 'What must be known to read the figure', ({ data }) => data.note],
  [
    'findings',
    list,
    'Codes of the checks that found something',
    ({ path }, { findings }) => joined(findings(path)),
  ],
  ['url', required(text), 'Permanent address of the result', ({ path }, { address }) => address(path)],
];

export const pooledResults = table<PooledNode>({
  name: 'syntheses',
  description: 'One row for each result of a published systematic review that pools, as printed',
  primaryKey: ['result_id'],
  columns: [...about, ...said, ...rest],
  foreignKeys: [{ fields: 'reference', table: 'references', reference: 'reference_id' }],
  rows: ({ syntheses }) => syntheses.flatMap(({ pooled }) => pooled),
});
