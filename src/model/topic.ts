import { z } from 'astro/zod';
import { date, edition, id, label, text } from './text.ts';

/** Frontmatter of content/topics/ID.mdx: a short overview, with the facts it rests on. */
export const topic = z.strictObject({
  ...edition,
  title: label.meta({ description: 'The subject' }),
  summary: text.meta({ description: 'One sentence for lists, without figures' }),
  question: text.optional().meta({ description: 'What it answers, as one question' }),
  search: text.optional().meta({ description: 'Where and how the evidence was looked for' }),
  searched: date.optional().meta({ description: 'The day to which it was looked for' }),
  endpoints: z.array(id).default([]).meta({ description: 'Endpoints whose facts belong to the subject' }),
  therapies: z.array(id).default([]).meta({ description: 'Therapies that it is about' }),
});
export type Topic = z.infer<typeof topic>;
