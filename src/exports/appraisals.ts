import type { AppraisalNode } from '../evidence/library.ts';
import { biasDomains, domainJudgements, overallJudgements, toolIds } from '../model/appraisal-tools.ts';
import { judges } from '../model/appraisal.ts';
import { list, oneOf, required, text } from './field.ts';
import { keyOf } from './keys.ts';
import { joined, table, type Column } from './table.ts';

interface Row {
  appraisal: AppraisalNode;
  domain: AppraisalNode['domains'][number];
}

const columns: readonly Column<Row>[] = [
  [
    'appraisal_id',
    required(text),
    'Permanent id of the appraisal: trial/appraisal',
    ({ appraisal }) => appraisal.uid,
  ],
  [
    'domain',
    required(oneOf(biasDomains)),
    'Domain of bias, or question, of the tool',
    ({ domain: { data } }) => data.domain,
  ],
  ['trial_id', required(text), 'The study: trial_id of trials.csv', ({ appraisal }) => appraisal.trial.id],
  ['tool', required(oneOf(toolIds)), 'By what it was judged', ({ appraisal }) => appraisal.data.tool],
  [
    'outcome',
    text,
    'The result that was judged: outcome_id of outcomes.csv; empty where all results of the endpoint were',
    ({ appraisal }) => appraisal.fact?.uid,
  ],
  [
    'endpoint',
    required(text),
    'Its endpoint: an id of the endpoint glossary',
    ({ appraisal }) => appraisal.endpoint.id,
  ],
  [
    'by',
    required(oneOf(judges)),
    'Who judged: base (this base) or reference (a published work)',
    ({ appraisal }) => appraisal.data.by,
  ],
  ['judged_on', text, 'Day of a judgement by this base', ({ appraisal }) => appraisal.data.on],
  [
    'reference',
    text,
    'The work that publishes it: reference_id of references.csv',
    ({ appraisal }) => appraisal.reference?.id,
  ],
  ['reference_locator', text, 'Where in that work', ({ appraisal }) => appraisal.data.locator],
  [
    'basis',
    required(list),
    'From what it was judged: words of read_in of outcomes.csv',
    ({ appraisal }) => joined(appraisal.data.basis),
  ],
  [
    'judgement',
    required(oneOf(domainJudgements)),
    'What the domain was judged to be, in the words of the tool',
    ({ domain: { data } }) => data.judgement,
  ],
  ['reason', required(text), 'Why', ({ domain: { data } }) => data.reason],
  [
    'report',
    required(text),
    'What that rests on: reference_id of references.csv, or the id of a review',
    ({ domain: { report } }) => keyOf(report),
  ],
  ['locator', text, 'Where in that report', ({ domain: { data } }) => data.locator],
  [
    'overall',
    required(oneOf(overallJudgements)),
    'The judgement of the whole, the same in each row of an appraisal',
    ({ appraisal }) => appraisal.data.overall,
  ],
  ['note', text, 'What must be known to read the appraisal', ({ appraisal }) => appraisal.data.note],
  [
    'url',
    required(text),
    'Permanent address of the appraisal',
    ({ appraisal }, { address }) => address(appraisal.path),
  ],
];

export const appraisals = table<Row>({
  name: 'appraisals',
  description: 'One row for each domain of each judgement of the risk of bias',
  columns,
  primaryKey: ['appraisal_id', 'domain'],
  foreignKeys: [
    { fields: 'trial_id', table: 'trials', reference: 'trial_id' },
    { fields: 'outcome', table: 'outcomes', reference: 'outcome_id' },
  ],
  rows: ({ trials }) =>
    trials.flatMap((trial) =>
      trial.appraisals.flatMap((appraisal) => appraisal.domains.map((domain) => ({ appraisal, domain }))),
    ),
});
