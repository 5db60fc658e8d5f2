import { z } from 'astro/zod';
import { date, edition, id, label, text } from './text.ts';

/** Frontmatter of content/therapies/ID.mdx: an agent or product. */
export const therapy = z.strictObject({
  ...edition,
  name: label.meta({ description: 'International nonproprietary name, or a plain name for a class of products' }),
  brand: z.array(text).default([]).meta({ description: 'Brand names' }),
  code: z.array(text).default([]).meta({ description: 'Development codes' }),
  synonyms: z.array(text).default([]).meta({ description: 'Other names and spellings that readers search for' }),
  class: id.meta({ description: 'From vocabulary.yaml, therapyClasses' }),
  targets: z.array(id).default([]).meta({ description: 'From vocabulary.yaml, targets' }),
  developer: text.optional(),
  attributes: z.record(id, z.array(id).min(1)).default({}).meta({ description: 'Facets of vocabulary.yaml, attributes' }),
  approvals: z
    .array(
      z.strictObject({
        agency: text,
        date: date.optional(),
        indication: text.meta({ description: 'In your own words' }),
        report: id.meta({ description: 'Reference or review that states it' }),
        locator: text,
      }),
    )
    .default([]),
  unlinked: text.optional().meta({ description: 'Why no trial of the base uses it, where none does' }),
});
export type Therapy = z.infer<typeof therapy>;
