import { z } from 'astro/zod';
import { id, text, webAddress } from './text.ts';

const name = z.union(
  [
    z.strictObject({
      family: text,
      given: text.optional(),
      suffix: text.optional(),
      'non-dropping-particle': text.optional(),
      'dropping-particle': text.optional(),
    }),
    z.strictObject({ literal: text }),
  ],
  { error: 'expected {family: …, given: …} or {literal: …}' },
);

const dateParts = z.strictObject({
  'date-parts': z
    .array(z.array(z.number().int()).min(1).max(3))
    .length(1)
    .meta({ description: '[[2016, 8, 25]], to the precision known' }),
});

/** One item of content/references.yaml, in CSL-YAML (the YAML form of CSL-JSON). */
export const reference = z.strictObject({
  id: id.meta({ description: 'Chosen once and never changed: family-year, such as kantarjian-2016' }),
  type: z.enum(['article-journal', 'article', 'book', 'chapter', 'dataset', 'paper-conference', 'report', 'thesis', 'webpage']),
  genre: text.optional(),
  title: text.meta({ description: 'As the work prints it' }),
  author: z.array(name).min(1).optional(),
  'container-title': text.optional(),
  'container-title-short': text.optional(),
  publisher: text.optional(),
  volume: z.coerce.string().optional(),
  issue: z.coerce.string().optional(),
  page: z.coerce.string().optional(),
  number: z.coerce.string().optional().meta({ description: 'Article number, or registry number' }),
  issued: dateParts.optional(),
  accessed: dateParts.optional(),
  status: text.optional().meta({ description: 'Such as "ahead of print"' }),
  DOI: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/, { error: 'expected a bare DOI such as 10.1056/NEJMoa1509277' })
    .optional(),
  PMID: z
    .string()
    .regex(/^\d{1,8}$/, { error: 'expected a PMID in quotes, 1 to 8 digits' })
    .optional(),
  PMCID: z
    .string()
    .regex(/^PMC\d+$/, { error: 'expected a PMCID such as PMC5996391' })
    .optional(),
  ISSN: z
    .string()
    .regex(/^\d{4}-\d{3}[\dX]$/, { error: 'expected an ISSN such as 0028-4793' })
    .optional(),
  URL: webAddress.optional(),
  language: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, { error: 'expected a language such as en-US or zh-CN' }),
  custom: z
    .strictObject({
      'authors-truncated': z
        .boolean()
        .optional()
        .meta({ description: 'Only the first authors are known; the rest are "et al."' }),
      'title-en': text.optional().meta({ description: 'English title that a work in another language prints' }),
      'short-label': text
        .optional()
        .meta({ description: 'Author and year in Latin letters, for a work whose authors are printed otherwise' }),
      aliases: z.array(id).optional().meta({ description: 'Former keys, which still resolve' }),
      unlinked: text.optional().meta({ description: 'Why nothing cites it, where nothing does' }),
      printed: z
        .array(z.strictObject({ in: id, number: z.number().int(), as: text, issue: text }))
        .optional()
        .meta({ description: 'How a source misprints it: where, its number there, the printed form, what differs' }),
      'read-at': z
        .array(webAddress)
        .min(1)
        .optional()
        .meta({ description: 'Where names and numbers were read that the reference lists of the reviews do not print' }),
    })
    .optional(),
});
export type Reference = z.infer<typeof reference>;

export const references = z.array(reference);
