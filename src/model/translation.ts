import { z } from 'astro/zod';
import { locales, type Locale } from '../i18n/locale.ts';
import { text } from './text.ts';

/**
 * Frontmatter of `ID.zh.mdx`, which stands beside the entry `ID.mdx` and holds its text in another language.
 */
export const translation = z.strictObject({
  summary: text.meta({ description: 'One sentence for lists, without figures' }),
  extent: z.enum(['full', 'summary']).meta({
    description:
      'full: all that the English text says, with the same facts and citations; summary: what matters most',
  }),
  follows: z
    .string()
    .regex(/^[0-9a-f]{8}$/, {
      error: 'expected eight hexadecimal digits in quotes; almanac check prints them',
    })
    .meta({ description: 'The English text that it was written after: the first digits of its SHA-256' }),
});
export type Translation = z.infer<typeof translation>;

/** Languages of translations. */
export type OtherLocale = Exclude<Locale, 'en'>;
const others = locales.filter((language) => language !== 'en');

/** The id and language of a file that holds a translation; undefined for any other. */
export function translationNamed(file: string): { id: string; language: OtherLocale } | undefined {
  const language = others.find((one) => file.endsWith(`.${one}.mdx`));
  return language && { id: file.slice(0, -`.${language}.mdx`.length), language };
}
