import { splitRich, tidy, type Mark } from './text.ts';

/*
 * citeproc sees plain text only. Tags that a title may have go in as private characters and come out as tags;
 * what lies between is escaped here, so no title, name or address can bring markup of its own into a page.
 */
const marks: Record<Mark, [opens: string, closes: string]> = {
  i: ['\ue000', '\ue001'],
  b: ['\ue002', '\ue003'],
  sup: ['\ue004', '\ue005'],
  sub: ['\ue006', '\ue007'],
};
// Angle brackets, which citeproc would read as markup.
const less = '\ue008';
const more = '\ue009';

/**
 * Stands for the authors who are not known, as one more author: a style then cuts the list where it would
 * anyway.
 */
export const unnamed = '\ue00a';

// Prints as nothing.
const padding = '\ue00b';

// citeproc puts texts together by `String.replace`, for which `$&` is what was found.
const dollar = '\ue00c';

const opening = new Map(Object.entries(marks).map(([tag, [opens]]) => [tag, opens]));
const closing = new Map(Object.entries(marks).map(([tag, [, closes]]) => [tag, closes]));

const html = new Map<string, string>([
  ...Object.entries(marks).flatMap(([tag, [opens, closes]]): [string, string][] => [
    [opens, `<${tag}>`],
    [closes, `</${tag}>`],
  ]),
  ...Object.entries({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }),
  ...Object.entries({ [less]: '&lt;', [more]: '&gt;', [dollar]: '$' }),
]);
const plain = new Map([
  [less, '<'],
  [more, '>'],
  [dollar, '$'],
]);

/** Text in which citeproc finds no markup. */
export function guarded(text: string): string {
  const known = withoutSigns(tidy(text));
  // citeproc looks names up in plain objects: an author called `constructor` would end the program.
  return known in Object.prototype ? known + padding : known;
}

/** A title in which citeproc finds no markup, and `guardedToHtml` finds the title's own. */
export function guardedTitle(title: string): string {
  return splitRich(title)
    .map((piece) => ('text' in piece ? withoutSigns(piece.text) : marks[piece.mark][piece.opens ? 0 : 1]))
    .join('');
}

/**
 * What citeproc made of guarded text, as guarded text: its tags become marks, the number of the entry goes,
 * and so does everything else that is markup. No text of an item has a tag in it, so every tag is citeproc's
 * own.
 */
export function markedFromHtml(text: string): string {
  return text
    .replace(/<div class="csl-left-margin">[^<]*<\/div>/, '')
    .replace(
      /<(\/?)([a-z]+)[^>]*>/g,
      (_, slash: string, tag: string) => (slash ? closing : opening).get(tag) ?? '',
    )
    .replace(/&(?:amp|#38);/g, '&')
    .trim();
}

/** HTML in which nothing but `<i>`, `<b>`, `<sup>` and `<sub>`, in pairs, is markup. */
export function guardedToHtml(text: string): string {
  return text.replace(/[&<>"'\ue000-\ue00f]/g, (character) => html.get(character) ?? '');
}

export function guardedToText(text: string): string {
  return text.replace(/[\ue000-\ue00f]/g, (character) => plain.get(character) ?? '');
}

function withoutSigns(text: string): string {
  return text.replaceAll('<', less).replaceAll('>', more).replaceAll('$', dollar);
}
