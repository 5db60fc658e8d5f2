import { z } from 'astro/zod';
import { date, edition, id, label, text, webAddress } from './text.ts';

/** What an agency approved, as a page of the agency or news of the decision states it. */
const approval = z
  .strictObject({
    agency: text.meta({ description: 'Who approved it, by its short name' }),
    date: date.optional().meta({ description: 'Day of the decision' }),
    indication: text.meta({ description: 'For whom, in your own words' }),
    report: id.optional().meta({ description: 'Reference or review that states it' }),
    source: webAddress.optional().meta({
      description:
        'Page that states it: of the agency, a label, an approval summary, or news of the decision',
    }),
    locator: text.meta({ description: 'Where in the report, or what page it is' }),
    claims: z
      .array(
        z.strictObject({
          report: id.meta({ description: 'Reference or review that says so' }),
          locator: text.meta({ description: 'Where in it' }),
          says: text.meta({ description: 'In your own words' }),
        }),
      )
      .default([])
      .meta({
        description: 'What reviews and other reports say of the approval, where they say it otherwise',
      }),
  })
  .refine(({ report, source }) => report !== undefined || source !== undefined, {
    error: 'expected report: KEY, or source: ADDRESS of a page that states it',
    path: ['report'],
  });

/** Frontmatter of content/therapies/ID.mdx: an agent or product. */
export const therapy = z.strictObject({
  ...edition,
  name: label.meta({
    description: 'International nonproprietary name, or a plain name for a class of products',
  }),
  brand: z.array(text).default([]).meta({ description: 'Brand names' }),
  code: z.array(text).default([]).meta({ description: 'Development codes' }),
  synonyms: z
    .array(text)
    .default([])
    .meta({ description: 'Other names and spellings that readers search for' }),
  class: id.meta({ description: 'From vocabulary.yaml, therapyClasses' }),
  targets: z.array(id).default([]).meta({ description: 'From vocabulary.yaml, targets' }),
  developer: text.optional().meta({ description: 'Who develops or makes it' }),
  attributes: z
    .record(id, z.array(id).min(1))
    .default({})
    .meta({ description: 'Facets of vocabulary.yaml, attributes' }),
  approvals: z.array(approval).default([]).meta({
    description: 'What agencies approved it for, each from a page of the agency or news of the decision',
  }),
  unlinked: text.optional().meta({ description: 'Why no trial of the base uses it, where none does' }),
});
export type Therapy = z.infer<typeof therapy>;
