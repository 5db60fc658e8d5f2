import { escapeTex, type TexOptions } from './tex.ts';
import { splitRich, type Mark } from './text.ts';

// Those that Zotero's reader knows too.
const marks: Record<Mark, [opens: string, closes: string]> = {
  i: ['\\textit{', '}'],
  b: ['\\textbf{', '}'],
  sup: ['{$^{', '}$}'],
  sub: ['{$_{', '}$}'],
};

// Letters that have a case: Chinese and Arabic words are none of its business.
const word = /[\p{Lu}\p{Ll}\p{N}\p{M}]+(?:['’][\p{Lu}\p{Ll}]+)*/gu;
// A part between parentheses, so that `split` keeps it.
const letters = /([\p{Lu}\p{Ll}\p{M}'’]+)/u;
const opening = /(?:^|:\s+)[\s"'“‘([]*$/u;

/**
 * A title as TeX, with braces around capitals that must stay when a style sets the title in lower case:
 * `{CD}19`, `{CAR}`, `{B}-cell`, `{mRNA}`, and names in a title that is itself in sentence case
 * (`{Philadelphia}`). Nothing else is braced, so that styles can still change the case of a Title in Title
 * Case; digits stay outside, for pandoc makes `Gp41` of `{GP41}`.
 */
export function titleToTex(title: string, options: TexOptions = {}): string {
  const sentenceCase = isSentenceCase(plainTitle(title));
  const open: Mark[] = [];
  let before = '';
  let tex = '';
  for (const piece of splitRich(title)) {
    if ('mark' in piece) {
      if (piece.opens) open.push(piece.mark);
      else open.pop();
      tex += marks[piece.mark][piece.opens ? 0 : 1];
    } else {
      const opens = (at: number) => opening.test(before + piece.text.slice(0, at));
      const keeps = (found: string, at: number) => keepsCapitals(found, opens(at), sentenceCase);
      const raised = open.some((mark) => mark === 'sup' || mark === 'sub');
      tex += raised ? raisedToTex(piece.text, options) : protectedText(piece.text, keeps, open, options);
      before += piece.text;
    }
  }
  return tex.replace(/\\text(?:it|bf)\{\}/g, '');
}

/** What stands inside `$^{…}$`: signs and digits as they are, words in the font of text. */
function raisedToTex(text: string, options: TexOptions): string {
  return /^[\d+-]+$/.test(text) ? text : `\\textrm{${escapeTex(text, options)}}`;
}

type Keeps = (found: string, at: number) => boolean;

function protectedText(text: string, keeps: Keeps, open: readonly Mark[], options: TexOptions): string {
  // Zotero ends a mark at the first closing brace, so braces inside one take it with them:
  // `\textit{{IKZF}}\textit{1}`.
  const [opens, closes] = [open.map((mark) => marks[mark][0]).join(''), '}'.repeat(open.length)];
  const keep = (capitals: string) => `${closes}${opens}{${escapeTex(capitals, options)}}${closes}${opens}`;
  let from = 0;
  let tex = '';
  for (const { 0: found, index } of text.matchAll(word)) {
    if (!keeps(found, index)) continue;
    tex += escapeTex(text.slice(from, index), options);
    for (const part of found.split(letters))
      tex += /\p{Lu}/u.test(part) ? keep(part) : escapeTex(part, options);
    from = index + found.length;
  }
  return tex + escapeTex(text.slice(from), options);
}

/** A title without its marks. */
export function plainTitle(title: string): string {
  return splitRich(title)
    .map((piece) => ('text' in piece ? piece.text : ''))
    .join('');
}

function keepsCapitals(one: string, opens: boolean, sentenceCase: boolean): boolean {
  if (/.\p{Lu}/u.test(one) || /^\p{Lu}.*\p{N}/u.test(one)) return true;
  if (!/^\p{Lu}/u.test(one)) return false;
  // Without a vowel it is an abbreviation: Ph, for the Philadelphia chromosome.
  if (/^[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]+$/.test(one)) return true;
  if (/^\p{Lu}\p{M}*$/u.test(one)) return !(opens && one === 'A');
  return sentenceCase && !opens;
}

/** Whether most longer words begin small. A title that has none is left to its capitals. */
function isSentenceCase(title: string): boolean {
  const long = [...title.matchAll(word)].filter(
    (match) => /^\p{L}[\p{Ll}\p{M}]{3,}$/u.test(match[0]) && !opening.test(title.slice(0, match.index)),
  );
  return long.filter((match) => /^\p{Lu}/u.test(match[0])).length * 2 < long.length;
}
