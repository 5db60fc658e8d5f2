import { z } from 'astro/zod';
import { date, id, text, webAddress } from './text.ts';

/** The characters of a number, without sign and unit: `5.0`, `0.0203`, `1.7e6`. */
const printedNumber = z.union([z.string(), z.number()]).transform(String);

/**
 * content/sources/ID.yaml: the numbers that a source document prints, in order, section by section. Numbers only:
 * the document itself is not kept. `almanac trace index` writes it.
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
  sections: z.array(z.strictObject({ id: z.string().min(1), numbers: z.array(printedNumber) })).min(1),
});
export type SourceIndex = z.infer<typeof sourceIndex>;
