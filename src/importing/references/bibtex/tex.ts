import { exponent } from '../text.ts';
import { accents, asciiForms, symbols } from '../../../citations/symbols.ts';

/** The names of TeX's commands for single characters, from those that the writer of BibTeX uses. */
const commands = new Map<string, string>([
  ...[...symbols, ...asciiForms].flatMap(([character, tex]): [string, string][] => {
    const name = /^\{?\$?\\([A-Za-z]+)(?:\{\})?\$?\}?$/.exec(tex)?.[1];
    return name === undefined ? [] : [[name, character]];
  }),
  ...Object.entries({
    aa: 'å',
    AA: 'Å',
    i: 'i',
    j: 'j',
    ng: 'ŋ',
    dh: 'ð',
    th: 'þ',
    TH: 'Þ',
    DH: 'Ð',
    dj: 'đ',
    DJ: 'Đ',
    ss: 'ß',
  }),
  ...Object.entries({
    textbackslash: '\\',
    textasciitilde: '~',
    textasciicircum: '^',
    textbraceleft: '{',
    textbraceright: '}',
  }),
  ...Object.entries({
    textless: '<',
    textgreater: '>',
    textbar: '|',
    textquotesingle: "'",
    textquotedblleft: '“',
  }),
  ...Object.entries({
    textquotedblright: '”',
    textquoteleft: '‘',
    textquoteright: '’',
    textendash: '–',
    textemdash: '—',
  }),
  ...Object.entries({
    textunderscore: '_',
    textpm: '±',
    texttimes: '×',
    textmu: 'μ',
    textonehalf: '½',
    ldots: '…',
    dots: '…',
  }),
  ...Object.entries({
    textellipsis: '…',
    cdots: '…',
    S: '§',
    P: '¶',
    pounds: '£',
    euro: '€',
    texteuro: '€',
    copyright: '©',
  }),
  ...Object.entries({
    ge: '≥',
    le: '≤',
    ne: '≠',
    leqslant: '≤',
    geqslant: '≥',
    lt: '<',
    gt: '>',
    pm: '±',
    times: '×',
    div: '÷',
  }),
  ...Object.entries({
    cdot: '·',
    circ: '°',
    degree: '°',
    epsilon: 'ε',
    to: '→',
    rightarrow: '→',
    leftarrow: '←',
    simeq: '≃',
  }),
  ...Object.entries({
    star: '*',
    ast: '*',
    prime: '′',
    mid: '|',
    ell: 'ℓ',
    uparrow: '↑',
    downarrow: '↓',
    ll: '≪',
    gg: '≫',
  }),
  ...Object.entries({
    quad: ' ',
    qquad: ' ',
    space: ' ',
    newline: ' ',
    linebreak: ' ',
    thinspace: ' ',
    nobreakspace: ' ',
  }),
  ...Object.entries({
    LaTeX: 'LaTeX',
    TeX: 'TeX',
    textalpha: 'α',
    textbeta: 'β',
    textgamma: 'γ',
    textdelta: 'δ',
    textkappa: 'κ',
  }),
]);
/** Commands that draw a letter, after which TeX passes over a space: `\L ukasik`. */
const isLetter = (character: string) => /^\p{L}$/u.test(character) && !/\p{Script=Greek}/u.test(character);

const marks = new Map<string, string>([
  ...Object.entries(accents).map(([mark, name]): [string, string] => [name, mark]),
  ['b', '\u0331'],
]);
/** Of these the argument says nothing to a reader. */
const silent = new Set([
  'noopsort',
  'label',
  'cite',
  'footnote',
  'index',
  'vspace',
  'hspace',
  'phantom',
  'relax',
]);
/** Of these only the last argument is text. */
const two = new Set(['href', 'textcolor', 'foreignlanguage', 'fontsize', 'selectlanguage']);
const spaces = /[ \t\n]+/y;

/**
 * A value of BibTeX as plain text: accents and commands as the characters that they stand for, mathematics on
 * one line (`H$_2$O` → `H2O`), quotes and dashes as printed, every other brace and command gone.
 */
export function texToText(tex: string): string {
  if (!/[\\{}$~`'^_-]/.test(tex)) return tex;
  const powers = tex.replace(
    /(?<=\d)(?:\{?\$\s?\^\{?(\d{1,3})\}?\s?\$\}?|\{?\\textsuperscript\{(\d{1,3})\}\}?|(?<=\$[^$]*)\^\{?(\d{1,3})\}?)/g,
    (_, ...digits: string[]) => exponent(digits.slice(0, 3).find(Boolean) ?? ''),
  );
  return new TexReader(powers).all().normalize('NFC');
}

/** The same of an address or a DOI, which TeX takes as it stands but for a few escapes. */
export function texToAddress(tex: string): string {
  return tex
    .replace(/\\(?:url|href|path|nolinkurl)\s*\{([^{}]*)\}(?:\{[^{}]*\})?/g, '$1')
    .replace(/\{?\\(?:textunderscore|_)(?:\{\})?\s?\}?/g, '_')
    .replace(/\{?\\(?:textasciitilde|sim)(?:\{\})?\}?|\$\\sim\$/g, '~')
    .replace(/\\([%&#$~{}])/g, '$1')
    .replace(/\{([^\s{}]*)\}/g, '$1');
}

class TexReader {
  readonly #tex: string;
  #at = 0;
  #math = false;
  #depth = 0;

  constructor(tex: string) {
    this.#tex = tex;
  }

  all(): string {
    let text = '';
    while (this.#at < this.#tex.length) text += this.#next();
    return text;
  }

  #next(): string {
    const sign = this.#tex.charAt(this.#at);
    if (sign === '\\') return this.#command();
    this.#at += 1;
    switch (sign) {
      case '{':
      case '}':
        return '';
      case '$':
        this.#math = !this.#math;
        if (this.#tex.charAt(this.#at) === '$') this.#at += 1;
        return '';
      case '~':
        return ' ';
      case '^':
      case '_':
        return this.#math ? '' : sign;
      case '-':
        if (this.#math) return '-';
        return this.#run('-', ['-', '–', '—']);
      case '`':
        return this.#run('`', ['‘', '“']);
      case "'":
        return this.#math ? '′' : this.#run("'", ["'", '”']);
      default:
        return sign;
    }
  }

  /** A sign, or what TeX makes of two or three of it. */
  #run(sign: string, made: readonly string[]): string {
    let more = 0;
    while (more < made.length - 1 && this.#tex.charAt(this.#at + more) === sign) more += 1;
    this.#at += more;
    return made[more] ?? sign;
  }

  #command(): string {
    const [whole = '\\', name = ''] =
      /^\\([A-Za-z]+|[^A-Za-z])?\*?/.exec(this.#tex.slice(this.#at, this.#at + 60)) ?? [];
    this.#at += whole.endsWith('*') && name === '*' ? 2 : whole.length;
    const mark = marks.get(name);
    if (
      mark !== undefined &&
      (/^[^A-Za-z]$/.test(name) || /^(?:\{|\s)/.test(this.#tex.slice(this.#at, this.#at + 1)))
    )
      return this.#accented(mark) || (/^[~^]$/.test(name) ? name : '');
    if (/^[^A-Za-z]$/.test(name) || name === '') return this.#sign(name);
    const character = commands.get(name);
    if (character !== undefined) {
      this.#skipEmpty();
      if (!this.#math && isLetter(character)) this.#skipSpace();
      return character;
    }
    if (silent.has(name)) {
      this.#argument();
      return '';
    }
    if (two.has(name)) this.#argument();
    if (name === 'enquote' || name === 'mkbibquote') return `“${this.#argument()}”`;
    // Whatever else it is, its argument follows as text; a switch such as \it or \scshape takes the space
    // behind it.
    if (this.#tex.charAt(this.#at) !== '{') this.#skipSpace();
    return '';
  }

  #sign(name: string): string {
    if (name === '\\') return ' ';
    if (name === '(' || name === ')' || name === '[' || name === ']') {
      this.#math = name === '(' || name === '[';
      return '';
    }
    if (name === '-' || name === '/' || name === '!' || name === '@') return '';
    return /^[,;:> \n]$/.test(name) ? ' ' : name;
  }

  /** A letter with a mark: `\"u`, `\"{u}`, `\v C`, `\'{\i}`; nothing for `\~{}`, which is the sign itself. */
  #accented(mark: string): string {
    this.#skipSpace();
    const base = this.#tex.charAt(this.#at) === '{' ? this.#argument() : this.#next();
    const [first = '', ...rest] = base;
    return first === '' ? '' : (first + mark).normalize('NFC') + rest.join('');
  }

  /** What stands in the braces that follow, or the next sign. */
  #argument(): string {
    this.#skipSpace();
    if (this.#tex.charAt(this.#at) !== '{') return this.#next();
    const end = closingBrace(this.#tex, this.#at);
    const inner = this.#tex.slice(this.#at + 1, end);
    this.#at = end + 1;
    // Nobody nests accents and quotes so deeply; a file that does shall not end the run.
    if (this.#depth > 30) return inner.replace(/[\\{}$]/g, '');
    const reader = new TexReader(inner);
    reader.#math = this.#math;
    reader.#depth = this.#depth + 1;
    return reader.all();
  }

  #skipSpace(): void {
    spaces.lastIndex = this.#at;
    this.#at += spaces.exec(this.#tex)?.[0].length ?? 0;
  }

  #skipEmpty(): void {
    if (this.#tex.startsWith('{}', this.#at)) this.#at += 2;
  }
}

/** Where the brace at a place is closed; the end of the text where it is not. */
export function closingBrace(tex: string, from: number): number {
  let depth = 0;
  for (let at = from; at < tex.length; at += 1) {
    const sign = tex.charAt(at);
    if (sign === '\\') at += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return tex.length;
}
