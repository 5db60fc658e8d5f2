import { pathIn, type Locale } from '../i18n/locale.ts';

/** A link to another language says which: it leads where it says. */
const link = /(?<!hreflang="[A-Za-z-]*" )\b(href|action)="(\/[^"#?]*)/g;

/**
 * A page whose links lead to pages of its own language. Modules name all pages as they are in English; files
 * to download are the same in all languages.
 *
 * @param pages the addresses of pages in English
 */
export const linkedIn = (language: Locale, html: string, pages: ReadonlySet<string>): string =>
  language === 'en'
    ? html
    : html.replace(link, (whole, name: string, path: string) =>
        pages.has(path) ? `${name}="${pathIn(language, path)}` : whole,
      );
