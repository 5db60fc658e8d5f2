import { z } from 'astro/zod';
import { count } from './figure.ts';
import { date, id, text } from './text.ts';

/** A date of a record, and whether it has come or is expected. */
const recordDate = z.strictObject({
  date: date.meta({ description: 'To the precision of the record: 2031, 2031-04 or 2031-04-30' }),
  type: z
    .enum(['actual', 'estimated', 'unstated'])
    .default('unstated')
    .meta({ description: 'Whether it has come, or is expected' }),
});

/**
 * What the record of a registry says of a study beside its figures, in the terms of the registry. An import
 * writes it; status, phase and design of the entry are the same in the terms of this base.
 */
export const registered = z.strictObject({
  report: id.meta({ description: 'The report that is the record' }),
  studyType: text.optional().meta({ description: 'interventional, observational, expanded access …' }),
  status: text.optional().meta({ description: 'Where the record has another status than this base knows' }),
  whyStopped: text.optional().meta({ description: 'Why it was stopped, in the words of the record' }),
  allocation: text.optional().meta({ description: 'randomized, non randomized' }),
  model: text.optional().meta({ description: 'parallel, crossover, factorial, single group, cohort …' }),
  timePerspective: text
    .optional()
    .meta({ description: 'prospective, retrospective, of an observational study' }),
  purpose: text.optional().meta({ description: 'treatment, prevention …' }),
  masking: text.optional().meta({ description: 'The masking and, in brackets, who is masked' }),
  enrolment: z
    .strictObject({
      count: count.meta({ description: 'As the record has it; 0 is 0' }),
      type: z
        .enum(['actual', 'estimated', 'unstated'])
        .default('unstated')
        .meta({ description: 'Whether they were enrolled, or are to be' }),
    })
    .optional()
    .meta({ description: 'Participants enrolled, or to be enrolled' }),
  start: recordDate.optional().meta({ description: 'When it began' }),
  primaryCompletion: recordDate
    .optional()
    .meta({ description: 'When the last figure for a primary endpoint was collected' }),
  completion: recordDate.optional().meta({ description: 'When it ended' }),
  resultsPosted: recordDate.optional().meta({ description: 'When results were first posted' }),
  lastUpdate: recordDate.optional().meta({ description: 'When the record was last changed' }),
  conditions: z.array(text).optional().meta({ description: 'As the record lists them' }),
  interventions: z.array(text).optional().meta({ description: 'With their type, as the record lists them' }),
  sponsor: text.optional().meta({ description: 'Lead sponsor' }),
  sites: z.number().int().nonnegative().optional().meta({ description: 'How many places the record lists' }),
  otherIds: z
    .array(text)
    .optional()
    .meta({ description: 'Numbers of sponsors and others that are no registrations' }),
  references: z
    .array(
      z.strictObject({
        kind: text.optional().meta({ description: 'result, background, derived' }),
        pmid: text.optional().meta({ description: 'As the record lists it' }),
        doi: text.optional().meta({ description: 'Bare, as it stands in the citation' }),
        citation: text.optional().meta({ description: 'As the record prints it, where it has no number' }),
        key: id.optional().meta({ description: 'The work in references.yaml' }),
      }),
    )
    .optional()
    .meta({ description: 'Works that the record lists' }),
});
