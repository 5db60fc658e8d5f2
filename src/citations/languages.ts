const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

// The languages that babel, polyglossia and biblatex call by their English names. BibLaTeX warns of others
// only where a document asks it to hyphenate by language, so a language that is not here goes without
// `langid`.
const known = new Set(
  'ar bg ca cs da de el en es et fi fr hr hu is it ja ko lt lv nl pl pt ro ru sk sl sr sv tr uk zh'.split(
    ' ',
  ),
);

/** `zh-CN` → `Chinese`; what names no language keeps its code. */
export function languageName(code: string): string {
  return english.of(code.slice(0, 2)) ?? code;
}

/** `zh-CN` → `chinese`, the language as LaTeX packages call it; '' for an unlisted one. */
export function langid(code: string): string {
  return known.has(code.slice(0, 2)) ? languageName(code).toLowerCase() : '';
}
