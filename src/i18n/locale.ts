/**
 * The languages of the site. Entries are written in the first, whose pages stand at the root; the others in a
 * folder of their name.
 */
export const locales = ['en', 'zh'] as const;
export type Locale = (typeof locales)[number];

/** What `lang` calls them. */
export const languageTags: Readonly<Record<Locale, string>> = { en: 'en', zh: 'zh-CN' };
/** What they call themselves. */
export const languageNames: Readonly<Record<Locale, string>> = { en: 'English', zh: '中文' };

const shared = globalThis as unknown as {
  document?: { documentElement: { lang: string; dataset?: { basePath?: string } } } | undefined;
};
/**
 * The language that is spoken now. A build makes one page after the other, each in one language; in a browser
 * it is that of the page.
 */
const state: { now: Locale } = {
  now: shared.document?.documentElement.lang === languageTags.zh ? 'zh' : 'en',
};

export const locale = (): Locale => state.now;

/** Makes something in a language. Nothing else may be made meanwhile. */
export async function inLocale<T>(language: Locale, make: () => T | Promise<T>): Promise<T> {
  const before = state.now;
  state.now = language;
  try {
    return await make();
  } finally {
    state.now = before;
  }
}

/** Makes something at once in a language. */
export function speaking<T>(language: Locale, make: () => T): T {
  const before = state.now;
  state.now = language;
  try {
    return make();
  } finally {
    state.now = before;
  }
}

/** Makes something at once in English: names that are compared and kept, whatever page is being made. */
export const inEnglish = <T>(make: () => T): T => speaking('en', make);

/** A label of the content in the language that is spoken; in English where it has no other. */
export const inWords = (label: { en: string; zh?: string | undefined }): string =>
  label[state.now] ?? label.en;

/**
 * `lang` of a text that is in English on every page, or in the language that it says; undefined where the
 * page says it already.
 */
export const langOf = (language = 'en'): string | undefined =>
  language.startsWith('en') && state.now === 'en' ? undefined : language;

/** The address of a page of the site in a language. */
export const pathIn = (language: Locale, path: string): string =>
  language === 'en' ? path : `/${language}${path}`;

/** The address of the same page in English. */
export const englishPath = (path: string): string =>
  locales.reduce((known, one) => (known.startsWith(`/${one}/`) ? known.slice(one.length + 1) : known), path);

/**
 * What leads to an address within the site. In a browser that is the address below the path at which the page
 * says that the site lies; a build names all addresses from the root of the site, and `site/below.ts` puts
 * them below the path when a page is made.
 */
export const sitePath = (path: string): string =>
  (shared.document?.documentElement.dataset?.basePath ?? '') + path;

/** What leads to a page of the site in the language that is spoken. */
export const localPath = (path: string): string => sitePath(pathIn(state.now, path));

/** What another language must have of a table of words: the same keys, and texts of the same shape. */
export type Translated<T> = T extends string
  ? string
  : T extends (...given: infer G) => string
    ? (...given: G) => string
    : { readonly [K in keyof T]: Translated<T[K]> };

/** The words of an interface in the language that is spoken at the time when one is read. */
export function spoken<T extends object>(
  tables: { en: T } & { [L in Exclude<Locale, 'en'>]: Translated<T> },
): Translated<T> {
  const words = {};
  for (const key of Object.keys(tables.en))
    Object.defineProperty(words, key, {
      enumerable: true,
      get: () => (tables[state.now] as Translated<T>)[key as keyof Translated<T>],
    });
  return words as Translated<T>;
}

/**
 * The same of a large table: a browser fetches the words of another language only where the page speaks it. A
 * build knows all of them, for it makes pages in each.
 */
export async function spokenWhereAsked<T extends object>(
  en: T,
  { zh }: { zh: () => Promise<Translated<T>> },
): Promise<Translated<T>> {
  const isAsked = shared.document === undefined || locale() === 'zh';
  return spoken({ en, zh: isAsked ? await zh() : (en as unknown as Translated<T>) });
}
