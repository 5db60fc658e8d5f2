import { languageTags, locale } from '../i18n/locale.ts';

/** A number of things, as the language that is spoken groups its digits: 83,761. */
export const count = (n: number): string => n.toLocaleString(languageTags[locale()]);
