import { z } from 'astro/zod';
import { meaningOf } from './number-words.ts';
import { date, id, text, webAddress } from './text.ts';
import { need } from './need.ts';

/** A number without sign and unit, `5.0`, `0.0203`, `1.7e6`; or a number word, `two`, `全部`. */
const printedNumber = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((number) => /^\d*\.?\d+(?:e\d+)?$/.test(number) || meaningOf(number) !== undefined, {
    error: 'expected a number without sign and unit, such as 5.0 or 1.7e6, or a number word, such as two',
  });
const numbers = z.array(printedNumber);

const passage = z.strictObject({
  cites: z
    .array(z.union([z.number().int().positive(), id]))
    .default([])
    .meta({
      description:
        'The works that it speaks of: numbers in the bibliography of the review, or reference keys',
    }),
  numbers: numbers.meta({ description: 'Its numbers in order, as printed, without sign and unit' }),
});

/** A stretch of a section that speaks of one study, or one row of a table. */
export interface Passage {
  /** Numbers of the review's bibliography, or reference keys; none where it names no work. */
  cites: (number | string)[];
  /**
   * Place of its first and of its last number in the section, from 1; `last` is smaller where it has none.
   */
  first: number;
  last: number;
}

const section = z
  .strictObject({
    id: z.string().min(1).meta({ description: 'The locator that facts name it by: abstract, table 2, §2.1' }),
    numbers: numbers.optional().meta({ description: 'Its numbers in order, where it is one passage' }),
    passages: z
      .array(passage)
      .min(1)
      .optional()
      .meta({ description: 'Its passages in order; places count through all of them' }),
  })
  .refine((s) => (s.numbers === undefined) !== (s.passages === undefined), {
    error: 'expected numbers, or passages (one of the two)',
    path: ['numbers'],
  })
  .transform(({ id, numbers, passages = [{ cites: [], numbers: need(numbers) }] }) => {
    let last = 0;
    const placed = passages.map((own): Passage => {
      const first = last + 1;
      last += own.numbers.length;
      return { cites: own.cites, first, last };
    });
    return { id, numbers: passages.flatMap((own) => own.numbers), passages: placed };
  });

/**
 * content/sources/ID.yaml: the numbers that a source document prints, in order, section by section and
 * passage by passage. Numbers and number words only: the document itself is not kept. `almanac trace index`
 * writes it.
 */
export const sourceIndex = z.strictObject({
  of: id.meta({ description: 'The report whose figures stand in it: reference key, or id of a review' }),
  title: text.meta({ description: 'What was read, such as "abstract" or "full text"' }),
  url: webAddress.optional().meta({ description: 'Where it was read' }),
  read: date.optional().meta({ description: 'When it was read' }),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .meta({ description: 'Hash of the document, where it is a file' }),
  sections: z.array(section).min(1).meta({ description: 'Its sections in order' }),
});
export type SourceIndex = z.infer<typeof sourceIndex>;
export type IndexedSection = SourceIndex['sections'][number];
