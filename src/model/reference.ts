import { z } from 'astro/zod';
import { day as fullDay, id, isOnCalendar, numeral, text, webAddress } from './text.ts';

const name = z.union(
  [
    z.strictObject({
      family: text.meta({ description: 'Family name' }),
      given: text.optional().meta({ description: 'Given names or their initials' }),
      suffix: text.optional().meta({ description: 'Jr, III …' }),
      'non-dropping-particle': text
        .optional()
        .meta({ description: 'Part of the name that stays with it: van der' }),
      'dropping-particle': text
        .optional()
        .meta({ description: 'Part of the name that goes where it stands alone: von' }),
    }),
    z.strictObject({ literal: text.meta({ description: 'A group, or a name in one piece' }) }),
  ],
  { error: 'expected {family: …, given: …} or {literal: …}' },
);

const names = z.array(name).min(1);

const day = z.array(z.number().int()).min(1).max(3).refine(isOnCalendar, {
  error: 'expected a date of the calendar such as [2016, 8, 25], [2016, 8] or [2016]',
});

const date = z.strictObject({
  'date-parts': z
    .array(day)
    .min(1)
    .max(2)
    .refine(([from, to]) => from === undefined || to === undefined || isBefore(from, to), {
      error: 'expected the earlier of two dates first, and both to the same precision',
    })
    .meta({
      description: '[[2016, 8, 25]], to the precision known; [[2020, 12], [2021, 1]] for a span of time',
    }),
  season: z.int().min(1).max(4).optional().meta({
    description: 'Of a year, where the work names no month: 1 spring, 2 summer, 3 autumn, 4 winter',
  }),
  circa: z.literal(true).optional().meta({ description: 'Where the source gives the year as about right' }),
});

/** Whether one date comes before another of the same precision; citation processors know no other spans. */
function isBefore(from: readonly number[], to: readonly number[]): boolean {
  const sortable = (date: readonly number[]) => date.map((part) => String(part).padStart(4, '0')).join('-');
  return from.length === to.length && sortable(from) < sortable(to);
}

/**
 * A DOI names one work for good, so it holds nothing that programs take for an end or a way up: quotes,
 * backslashes, `..`.
 */
const doi = z.string().regex(/^10\.\d{4,9}(?:\/(?!\.{1,2}(?:\/|$))[^\s"\\/]*)+$/, {
  error: 'expected a bare DOI such as 10.1234/example.2026.1',
});

/** Why a work has no DOI, PubMed or PMC number. */
const lookedUp = ['not-found', 'meeting'] as const;
const ofKind = ['web-page', 'registry-record', 'regulator', 'book'] as const;
export const noIdentifierReasons = [...lookedUp, ...ofKind] as const;
const noIdentifier = z.discriminatedUnion('because', [
  z.strictObject({
    because: z.enum(lookedUp).meta({ description: 'None was found by the day of the look-up' }),
    looked: fullDay.meta({ description: 'Day on which it was last looked up' }),
  }),
  z.strictObject({ because: z.enum(ofKind).meta({ description: 'Works of this kind have none' }) }),
]);

/** One item of content/references.yaml, in CSL-YAML (the YAML form of CSL-JSON). */
export const reference = z.strictObject({
  id: id.meta({ description: 'Chosen once and never changed: family-year, such as smith-2016' }),
  type: z
    .enum([
      'article-journal',
      'article',
      'book',
      'chapter',
      'dataset',
      'paper-conference',
      'report',
      'thesis',
      'webpage',
    ])
    .meta({ description: 'What the work is, in the words of CSL' }),
  genre: text.optional().meta({ description: 'What sort of it, such as Press release' }),
  title: text.meta({ description: 'As the work prints it' }),
  author: names.optional().meta({
    description: 'All authors in their order; custom.authors-truncated where only the first are known',
  }),
  editor: names
    .optional()
    .meta({ description: 'Of the book that a chapter is part of, or of a book without authors' }),
  'container-title': text.optional().meta({ description: 'The journal, book or site, in full' }),
  'container-title-short': text.optional().meta({ description: 'Its abbreviation' }),
  publisher: text.optional().meta({ description: 'Of a book, report or page' }),
  'publisher-place': text.optional().meta({ description: 'Where the publisher of a book is' }),
  edition: numeral.optional().meta({ description: 'Of a book: its number, or words such as "2nd revised"' }),
  volume: numeral.optional().meta({ description: 'In quotes' }),
  issue: numeral.optional().meta({ description: 'In quotes' }),
  page: numeral.optional().meta({ description: 'First and last page: "740-753"' }),
  number: numeral.optional().meta({ description: 'Article number, or registry number' }),
  issued: date.optional().meta({ description: 'When it came out' }),
  accessed: date.optional().meta({ description: 'When a page was looked at' }),
  status: text.optional().meta({ description: 'Such as "ahead of print"' }),
  DOI: doi.optional().meta({ description: 'Without https://doi.org/, as a page prints it' }),
  PMID: z
    .string()
    .regex(/^\d{1,8}$/, { error: 'expected a PMID in quotes, 1 to 8 digits' })
    .optional()
    .meta({ description: 'PubMed number, in quotes' }),
  PMCID: z
    .string()
    .regex(/^PMC\d+$/, { error: 'expected a PMCID such as PMC1234567' })
    .optional()
    .meta({ description: 'Number in PubMed Central, such as PMC1234567' }),
  ISSN: z
    .string()
    .regex(/^\d{4}-\d{3}[\dX]$/, { error: 'expected an ISSN such as 0028-4793' })
    .optional()
    .meta({ description: 'Of the journal' }),
  ISBN: z
    .string()
    .regex(/^(?:97[89][- ]?)?(?:\d[- ]?){9}[\dX]$/, { error: 'expected an ISBN such as 978-3-16-148410-0' })
    .optional()
    .meta({ description: 'Of a book' }),
  URL: webAddress.optional().meta({ description: 'Of a page; a work with a DOI needs none' }),
  keyword: text
    .optional()
    .meta({ description: 'Words of the work or of its index about itself, separated by semicolons' }),
  language: z
    .string()
    .regex(/^[a-z]{2}(-[A-Z]{2})?$/, { error: 'expected a language such as en-US or zh-CN' })
    .meta({ description: 'Of the work: en-US, zh-CN' }),
  custom: z
    .strictObject({
      'authors-truncated': z
        .boolean()
        .optional()
        .meta({ description: 'Only the first authors are known; the rest are "et al."' }),
      'title-en': text
        .optional()
        .meta({ description: 'English title that a work in another language prints' }),
      'short-label': text.optional().meta({
        description: 'Author and year in Latin letters, for a work whose authors are printed otherwise',
      }),
      'no-identifier': noIdentifier.optional().meta({
        description:
          'Why it has none of DOI, PMID and PMCID, such as {because: not-found, looked: 2026-11-21}',
      }),
      aliases: z.array(id).optional().meta({ description: 'Former keys, which still resolve' }),
      unlinked: text.optional().meta({ description: 'Why nothing cites it, where nothing does' }),
      printed: z
        .array(
          z.strictObject({
            in: id.meta({ description: 'Id of the review that prints it' }),
            number: z.number().int().meta({ description: 'Its number in the list there' }),
            as: text.meta({ description: 'As it is printed there' }),
            issue: text.meta({ description: 'What differs' }),
            earlier: z.literal(true).optional().meta({
              description: 'Where that was right when it was printed, such as "ahead of print": no misprint',
            }),
          }),
        )
        .optional()
        .meta({
          description:
            'How a source prints it otherwise: where, its number there, the printed form, what differs',
        }),
      'read-at': z.array(webAddress).min(1).optional().meta({
        description: 'Where names and numbers were read that the reference lists of the reviews do not print',
      }),
    })
    .optional()
    .meta({ description: 'What CSL has no word for' }),
});
export type Reference = z.infer<typeof reference>;

export const references = z.array(reference);
