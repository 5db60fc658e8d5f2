import { z } from 'astro/zod';

/** Permanent identifier: lower-case ASCII words joined by hyphens, short enough for the name of a file. */
export const id = z.string().regex(/^(?=.{1,100}$)[a-z0-9]+(?:-[a-z0-9]+)*$/, {
  error:
    'expected at most 100 lower-case ASCII letters and digits joined by single hyphens, such as some-study',
});

/** A single line or paragraph in your own words. */
export const text = z
  .string()
  .trim()
  .min(1, { error: 'expected some text; leave the key out where there is nothing to say' });

/** A label in English and, where there is one, in Chinese. */
export const label = z.strictObject({
  en: text.meta({ description: 'In English' }),
  zh: text.optional().meta({ description: 'In Chinese (zh-CN)' }),
});
export type Label = z.infer<typeof label>;

/** Text that YAML may take for a number, such as a volume; what is left empty is neither. */
export const numeral = z
  .union([z.string(), z.number()], {
    error: 'expected some text or a number; leave the key out where there is none',
  })
  .transform((value) => String(value).trim())
  .refine((value) => value !== '', {
    error: 'expected some text; leave the key out where there is nothing to say',
  });

/** An address that programs can open: `https://[bad` and `https://x.example:99999` only look like one. */
export const webAddress = z
  .string()
  .regex(/^https?:\/\/[^\s<>"]+$/, {
    error: 'expected an address that begins with https:// or http://',
    abort: true,
  })
  .refine((address) => URL.canParse(address), {
    error: 'expected an address that can be opened, such as https://doi.org/',
    abort: true,
  });

/** A date to the precision known: 2022, 2022-03 or 2022-03-31. */
export const date = z
  .union([z.string(), z.number()], { error: 'expected a date such as 2022, 2022-03 or 2022-03-31' })
  .transform(String)
  .refine((d) => /^\d{4}(-\d\d(-\d\d)?)?$/.test(d) && isOnCalendar(d.split('-').map(Number)), {
    error: 'expected a date such as 2022, 2022-03 or 2022-03-31',
  });

/** A date to the day: 2022-03-31. */
export const day = date.refine((d) => d.length === 10, { error: 'expected a full date such as 2026-11-21' });

/** Whether a year of four digits, its month and its day exist: the year 0 and 2026-02-30 do not. */
export function isOnCalendar([year, month = 1, day = 1]: readonly number[]): boolean {
  if (year === undefined || year < 1000 || year > 9999) return false;
  const found = new Date(Date.UTC(year, month - 1, day));
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === day;
}

/** What every entry carries about itself, so that it can be cited. */
export const edition = {
  version: z
    .string()
    .regex(/^\d+\.\d+$/, { error: 'expected a version in quotes, such as "1.0"' })
    .meta({
      description:
        'Version of this entry, in quotes: raise the first number when a figure changes, the second otherwise',
    }),
  updated: day.meta({ description: 'Day of this version' }),
};

/** An exception to a check, shown in public with its reason. */
export const waiver = z.strictObject({
  check: z.string().meta({ description: 'The code of the check, such as arithmetic/percent' }),
  reason: text.meta({ description: 'Why the finding stands: usually that the source prints it so' }),
});
export type Waiver = z.infer<typeof waiver>;
