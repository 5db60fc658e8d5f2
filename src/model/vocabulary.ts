import { z } from 'astro/zod';
import { outcomeKinds } from './outcome.ts';
import { id, label, text, webAddress } from './text.ts';

const term = z.strictObject({
  id,
  label,
  definition: text.optional(),
  synonyms: z.array(text).default([]).meta({ description: 'Other spellings and names; search finds them' }),
});
export type Term = z.infer<typeof term>;

/** Families of endpoints, in the order in which pages show them. */
export const families = [
  'response',
  'residual-disease',
  'survival',
  'relapse',
  'safety',
  'pharmacology',
  'treatment',
  'participants',
  'follow-up',
  'context',
] as const;
export type Family = (typeof families)[number];

/** content/endpoints.yaml: what is measured, one term for each. */
export const endpoints = z.array(
  z
    .strictObject({
      ...term.shape,
      abbreviation: text.optional(),
      definition: text.meta({ description: 'In your own words, without figures of any study' }),
      family: z.enum(families),
      direction: z.enum(['higher', 'lower', 'neutral']).meta({ description: 'Which way is better for the patient' }),
      kinds: z
        .array(z.enum([...outcomeKinds, 'date', 'statement']))
        .min(1)
        .meta({ description: 'Outcome kinds allowed for it' }),
      atMost: z
        .array(id)
        .default([])
        .meta({ description: 'Endpoints that can never be lower than this one in the same patients' }),
      balance: z.enum(['benefit', 'severe-harm', 'harm']).optional().meta({
        description:
          'Its place in the plot of response against toxicity: benefit; severe-harm for events of which only severe ones count; harm for those that count at any grade',
      }),
      unlinked: text.optional().meta({ description: 'Why no fact uses it, where none does' }),
    })
    .refine(({ balance, direction }) => balance === undefined || direction === (balance === 'benefit' ? 'higher' : 'lower'), {
      error: 'expected benefit where higher is better, severe-harm or harm where lower is better',
      path: ['balance'],
    }),
);
export type Endpoint = z.infer<typeof endpoints>[number];

/** content/vocabulary.yaml: the controlled terms of this disease. */
export const vocabulary = z.strictObject({
  settings: z.array(term),
  ageGroups: z.array(term),
  targets: z.array(term),
  therapyClasses: z.array(term),
  scales: z.array(term).meta({ description: 'Grading scales of adverse events' }),
  attributes: z
    .array(z.strictObject({ id, label, applies: z.enum(['trial', 'therapy']), terms: z.array(term) }))
    .meta({ description: 'Further facets of trials or therapies, peculiar to this disease' }),
  abbreviations: z.array(z.strictObject({ abbreviation: text, en: text, zh: text.optional() })),
});
export type Vocabulary = z.infer<typeof vocabulary>;

/** content/base.yaml: what this base is. */
export const base = z.strictObject({
  name: text,
  tagline: label.meta({ description: 'One sentence: what this is' }),
  subject: label.meta({ description: 'The subject in a few words' }),
  url: webAddress.meta({ description: 'Where the base is published; permanent addresses begin with it' }),
  repository: webAddress.optional(),
  publisher: text.meta({ description: 'Author of the entries in citations' }),
  disclaimer: label,
  licence: z.strictObject({ name: text, url: webAddress }),
});
export type Base = z.infer<typeof base>;
