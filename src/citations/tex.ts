import { accents, asciiForms, symbols } from './symbols.ts';
import { tidy } from './text.ts';

export interface TexOptions {
  /**
   * Accents, dashes and quotation marks as TeX commands. For old styles of classic BibTeX that cut given
   * names to initials byte by byte. A character that TeX has no name for, such as every Chinese one, stays as
   * it is.
   */
  ascii?: boolean | undefined;
}

const specials: Record<string, string> = {
  '\\': '\\textbackslash{}',
  // `\{` would still count as a brace to BibTeX, and one without its partner would swallow the rest of the
  // file.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  // In TeX's oldest encoding, which is still the default, these three print as ¡, ¿ and a dash.
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
};

// TeX joins these pairs into one character: -- is a dash, ?` is ¿.
const twin = /([-'`,])(?=\1)|[?!](?=`)/u;
const special = /[\\{}~^<>|]/u;
const escaped = /[&%$#_]/u;
const foreign = /\P{ASCII}\p{M}*|[A-Za-z]\p{M}+/u;
const written = new RegExp([twin, special, escaped, foreign].map((one) => one.source).join('|'), 'gu');

/** Plain text → TeX that prints it, and that BibTeX, biber and citation-js read back as it was. */
export function toTex(text: string, options: TexOptions = {}): string {
  return escapeTex(tidy(text), options);
}

/** The same for a part of a text that is tidy already: its outer spaces count. */
export function escapeTex(text: string, options: TexOptions): string {
  return text.replace(written, (found) => {
    const own = specials[found];
    if (own !== undefined) return own;
    if (escaped.test(found)) return `\\${found}`;
    if (/^[-'`,?!]$/.test(found)) return `${found}{}`;
    const plain = options.ascii ? asciiForm(found) : undefined;
    return plain ?? [...found].map((character) => symbols.get(character) ?? character).join('');
  });
}

/** é → {\'{e}}; undefined where TeX has no such form. */
function asciiForm(character: string): string | undefined {
  const [base = '', mark = '', ...more] = character.normalize('NFD');
  // Of two accents on one letter biber makes something that pdfLaTeX stops at.
  const accented = /^[A-Za-z]$/.test(base) && mark in accents && more.length === 0;
  return accented ? `{\\${accents[mark]}{${base}}}` : asciiForms.get(character);
}

/** A DOI or address: TeX's own reader of addresses takes all but braces and the backslash as they are. */
export function verbatim(address: string): string {
  return tidy(address).replace(/[{}\\]/g, encodeURIComponent);
}

/** An address in the characters that addresses may have. */
export function webAddress(address: string): string {
  return tidy(address).replace(/[^\x21-\x7e]|[{}\\^`|"<>]/gu, encodeURIComponent);
}
