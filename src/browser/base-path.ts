/**
 * What `sitePath` of `i18n/locale.ts` puts before an address, for what every page loads: it needs no words,
 * so it loads no module of languages.
 */
export const basePath = document.documentElement.dataset['basePath'] ?? '';
