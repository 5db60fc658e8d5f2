import { z } from 'astro/zod';
import { count } from './figure.ts';
import { date, id, text } from './text.ts';

/** A date of a record, and whether it has come or is expected. */
const recordDate = z.strictObject({
  date,
  type: z.enum(['actual', 'estimated', 'unstated']).default('unstated'),
});

/**
 * What the record of a registry says of a study beside its figures, in the terms of the registry. An import writes it;
 * status, phase and design of the entry are the same in the terms of this base.
 */
export const registered = z.strictObject({
  report: id.meta({ description: 'The report that is the record' }),
  studyType: text.optional().meta({ description: 'interventional, observational, expanded access …' }),
  status: text.optional().meta({ description: 'Where the record has another status than this base knows' }),
  whyStopped: text.optional(),
  allocation: text.optional(),
  model: text.optional().meta({ description: 'parallel, crossover, factorial, single group, cohort …' }),
  timePerspective: text.optional(),
  purpose: text.optional(),
  masking: text.optional().meta({ description: 'The masking and, in brackets, who is masked' }),
  enrolment: z
    .strictObject({ count, type: z.enum(['actual', 'estimated', 'unstated']).default('unstated') })
    .optional()
    .meta({ description: 'Participants enrolled, or to be enrolled' }),
  start: recordDate.optional(),
  primaryCompletion: recordDate.optional(),
  completion: recordDate.optional(),
  resultsPosted: recordDate.optional(),
  lastUpdate: recordDate.optional(),
  conditions: z.array(text).optional(),
  interventions: z.array(text).optional().meta({ description: 'With their type, as the record lists them' }),
  sponsor: text.optional(),
  sites: z.number().int().nonnegative().optional().meta({ description: 'How many places the record lists' }),
  otherIds: z.array(text).optional().meta({ description: 'Numbers of sponsors and others that are no registrations' }),
  references: z
    .array(
      z.strictObject({
        kind: text.optional().meta({ description: 'result, background, derived' }),
        pmid: text.optional(),
        doi: text.optional(),
        citation: text.optional().meta({ description: 'As the record prints it, where it has no number' }),
        key: id.optional().meta({ description: 'The work in references.yaml' }),
      }),
    )
    .optional(),
});
