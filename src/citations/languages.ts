// By the names that babel, polyglossia and biblatex know them by. BibLaTeX warns of others only where a document asks
// it to hyphenate by language, so a language that is not here goes without `langid`.
const names: Record<string, string> = {
  ...{ ar: 'Arabic', de: 'German', en: 'English', es: 'Spanish', fr: 'French', it: 'Italian', ja: 'Japanese' },
  ...{ ko: 'Korean', nl: 'Dutch', pl: 'Polish', pt: 'Portuguese', ru: 'Russian', zh: 'Chinese' },
};

/** `zh-CN` → `Chinese`; an unlisted language keeps its code. */
export function languageName(code: string): string {
  return names[code.slice(0, 2)] ?? code;
}

/** `zh-CN` → `chinese`, the language as LaTeX packages call it; '' for an unlisted one. */
export function langid(code: string): string {
  return names[code.slice(0, 2)]?.toLowerCase() ?? '';
}
