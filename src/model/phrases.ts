import { z } from 'astro/zod';
import { locale } from '../i18n/locale.ts';
import { noteRead } from './reads.ts';
import { text } from './text.ts';

/**
 * `phrases.zh.yaml`: short texts of entries in Chinese, by their English: labels of arms and populations,
 * definitions, notes. Many entries say the same in the same words, so each is translated once.
 */
export const phrases = z.array(
  z.strictObject({
    en: text.meta({ description: 'As entries write it' }),
    zh: text.meta({ description: 'In Chinese' }),
  }),
);
export type Phrases = z.infer<typeof phrases>;

let chinese: ReadonlyMap<string, string> = new Map();

/** From now on these are known. */
export function teachPhrases(known: Phrases | undefined): void {
  chinese = new Map(known?.map(({ en, zh }) => [en, zh]));
}

/** What a phrase is in Chinese now; for the watch of what pages read. */
export const chineseOf = (english: string): string | undefined => chinese.get(english);

/** A short text of an entry in the language that is spoken; in English where it is in no other. */
export function phrase(english: string): string {
  if (locale() === 'en') return english;
  noteRead('phrase', english);
  return chineseOf(english) ?? english;
}
