import { z } from 'astro/zod';
import { claim } from './outcome.ts';
import { edition, id, label, text } from './text.ts';

/** Frontmatter of content/reviews/ID.mdx: a secondary source whose statements the base structures. */
export const review = z.strictObject({
  ...edition,
  title: label.meta({ description: 'A descriptive title of your own' }),
  reference: id.meta({ description: 'Key of the review itself in references.yaml' }),
  scope: text.meta({ description: 'What it covers, in your own words' }),
  sections: z
    .array(
      z.strictObject({
        number: z.string().meta({ description: 'As printed: "2.1"' }),
        title: text.meta({ description: 'In your own words' }),
      }),
    )
    .default([])
    .meta({ description: 'Its numbered sections, for locators' }),
  bibliography: z
    .array(
      z.strictObject({
        number: z.number().int().positive().meta({ description: 'As printed' }),
        key: id.meta({ description: 'In references.yaml' }),
      }),
    )
    .default([])
    .meta({ description: 'Its reference list: printed number and key' }),
  claims: z.array(claim).default([]).meta({ description: 'Statements that belong to no single study' }),
});
export type Review = z.infer<typeof review>;
