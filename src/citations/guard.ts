import { splitRich, tidy, type Mark } from './text.ts';

/*
 * citeproc sees plain text only. Tags that a title may have go in as private characters and come out as tags; what
 * lies between is escaped here, so no title, name or address can bring markup of its own into a page.
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

/** Stands for the authors who are not known, as one more author: a style then cuts the list where it would anyway. */
export const unnamed = '\ue00a';

// Prints as nothing.
const padding = '\ue00b';

const html = new Map<string, string>([
  ...Object.entries(marks).flatMap(([tag, [opens, closes]]): [string, string][] => [
    [opens, `<${tag}>`],
    [closes, `</${tag}>`],
  ]),
  ...Object.entries({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }),
  ...Object.entries({ [less]: '&lt;', [more]: '&gt;', [unnamed]: 'et al' }),
]);
const plain = new Map([
  [less, '<'],
  [more, '>'],
  [unnamed, 'et al'],
]);

/** Text in which citeproc finds no markup. */
export function guarded(text: string): string {
  const known = withoutBrackets(tidy(text));
  // citeproc looks names up in plain objects: an author called `constructor` would end the program.
  return known in Object.prototype ? known + padding : known;
}

/** A title in which citeproc finds no markup, and `guardedToHtml` finds the title's own. */
export function guardedTitle(title: string): string {
  return splitRich(title)
    .map((piece) => ('text' in piece ? withoutBrackets(piece.text) : marks[piece.mark][piece.opens ? 0 : 1]))
    .join('');
}

/** HTML in which nothing but `<i>`, `<b>`, `<sup>` and `<sub>`, in pairs, is markup. */
export function guardedToHtml(text: string): string {
  return text.replace(/[&<>"'\ue000-\ue00f]/g, (character) => html.get(character) ?? '');
}

export function guardedToText(text: string): string {
  return text.replace(/[\ue000-\ue00f]/g, (character) => plain.get(character) ?? '');
}

function withoutBrackets(text: string): string {
  return text.replaceAll('<', less).replaceAll('>', more);
}
