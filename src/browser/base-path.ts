/** The same as `sitePath` of `i18n/locale.ts` knows, for what every page loads: it needs no words, so it loads no module of languages. */
export const basePath = (): string => document.documentElement.dataset['basePath'] ?? '';
