import { escapeTex, type TexOptions } from './tex.ts';
import { splitRich, type Mark } from './text.ts';

const commands: Record<Mark, string> = {
  i: '\\emph{',
  b: '\\textbf{',
  sup: '\\textsuperscript{',
  sub: '\\textsubscript{',
};

// Letters that have a case: Chinese and Arabic words are none of its business.
const word = /[\p{Lu}\p{Ll}\p{N}\p{M}]+(?:['’][\p{Lu}\p{Ll}]+)*/gu;
const opening = /(?:^|:\s+)[\s"'“‘([]*$/u;

/**
 * A title as TeX, with braces around capitals that must stay when a style sets the title in lower case:
 * `{CD19}`, `{CAR}`, `{B}-cell`, `{mRNA}`, and names in a title that is itself in sentence case (`{Philadelphia}`).
 * Nothing else is braced, so that styles can still change the case of a Title in Title Case.
 */
export function titleToTex(title: string, options: TexOptions = {}): string {
  const sentenceCase = isSentenceCase(plainTitle(title));
  let before = '';
  let tex = '';
  for (const piece of splitRich(title)) {
    if ('mark' in piece) {
      tex += piece.opens ? commands[piece.mark] : '}';
      continue;
    }
    let from = 0;
    for (const match of piece.text.matchAll(word)) {
      const opens = opening.test(before + piece.text.slice(0, match.index));
      if (!keepsCapitals(match[0], opens, sentenceCase)) continue;
      tex += `${escapeTex(piece.text.slice(from, match.index), options)}{${escapeTex(match[0], options)}}`;
      from = match.index + match[0].length;
    }
    tex += escapeTex(piece.text.slice(from), options);
    before += piece.text;
  }
  return tex;
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
