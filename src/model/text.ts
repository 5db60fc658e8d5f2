import { z } from 'astro/zod';

/** Permanent identifier: lower-case ASCII words joined by hyphens. */
export const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
  error: 'expected lower-case ASCII letters and digits joined by single hyphens, such as ino-vate',
});

/** A single line or paragraph in your own words. */
export const text = z.string().trim().min(1, { error: 'expected some text; leave the key out where there is nothing to say' });

/** A label in English and, where there is one, in Chinese. */
export const label = z.strictObject({
  en: text.meta({ description: 'In English' }),
  zh: text.optional().meta({ description: 'In Chinese (zh-CN)' }),
});
export type Label = z.infer<typeof label>;

export const webAddress = z
  .string()
  .regex(/^https?:\/\/[^\s<>"]+$/, { error: 'expected an address that begins with https:// or http://' });

/** A date to the precision known: 2022, 2022-03 or 2022-03-31. */
export const date = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((d) => /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(d) && isOnCalendar(d), {
    error: 'expected a date such as 2022, 2022-03 or 2022-03-31',
  });

/** Whether a day exists: 2026-02-30 does not. */
function isOnCalendar(date: string): boolean {
  return new Date(date).toISOString().startsWith(date);
}

/** What every entry carries about itself, so that it can be cited. */
export const edition = {
  version: z
    .string()
    .regex(/^\d+\.\d+$/, { error: 'expected a version in quotes, such as "1.0"' })
    .meta({
      description: 'Version of this entry, in quotes: raise the first number when a figure changes, the second otherwise',
    }),
  updated: date
    .refine((d) => d.length === 10, { error: 'expected a full date such as 2026-11-21' })
    .meta({ description: 'Day of this version' }),
};

/** An exception to a check, shown in public with its reason. */
export const waiver = z.strictObject({
  check: z.string().meta({ description: 'The code of the check, such as arithmetic/percent' }),
  reason: text.meta({ description: 'Why the finding stands: usually that the source prints it so' }),
});
export type Waiver = z.infer<typeof waiver>;
