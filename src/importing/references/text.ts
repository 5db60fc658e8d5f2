import { tidy } from '../../citations/text.ts';
import { hiddenCharacter } from '../../reading/hidden.ts';

const named: Record<string, string> = {
  ...{
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    middot: '·',
  },
  ...{
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    laquo: '«',
    raquo: '»',
    deg: '°',
    plusmn: '±',
    times: '×',
    micro: 'µ',
  },
  ...{
    ge: '≥',
    le: '≤',
    ne: '≠',
    asymp: '≈',
    infin: '∞',
    minus: '−',
    bull: '•',
    dagger: '†',
    sect: '§',
    para: '¶',
    euro: '€',
  },
  ...{
    reg: '®',
    copy: '©',
    trade: '™',
    szlig: 'ß',
    aelig: 'æ',
    AElig: 'Æ',
    oelig: 'œ',
    OElig: 'Œ',
    oslash: 'ø',
    Oslash: 'Ø',
  },
  ...{
    alpha: 'α',
    beta: 'β',
    gamma: 'γ',
    delta: 'δ',
    epsilon: 'ε',
    kappa: 'κ',
    lambda: 'λ',
    mu: 'μ',
    pi: 'π',
    sigma: 'σ',
  },
  ...{
    tau: 'τ',
    chi: 'χ',
    omega: 'ω',
    Gamma: 'Γ',
    Delta: 'Δ',
    Omega: 'Ω',
    thinsp: ' ',
    ensp: ' ',
    emsp: ' ',
    eth: 'ð',
    thorn: 'þ',
  },
  ...{
    sup1: '¹',
    sup2: '²',
    sup3: '³',
    frac12: '½',
    aring: 'å',
    Aring: 'Å',
    ccedil: 'ç',
    Ccedil: 'Ç',
    iexcl: '¡',
    iquest: '¿',
  },
};
const marks: Record<string, string> = {
  ...{
    acute: '\u0301',
    grave: '\u0300',
    circ: '\u0302',
    tilde: '\u0303',
    uml: '\u0308',
    caron: '\u030c',
    cedil: '\u0327',
  },
};

const entity = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,8}\d?));/g;

/** A text in which entities of HTML are the characters that they stand for; unknown ones stay. */
function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(entity, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined || hex !== undefined) {
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    }
    const known = Object.hasOwn(named, name ?? '') ? named[name ?? ''] : undefined;
    if (known !== undefined) return known;
    const [, letter = '', mark = ''] = /^([A-Za-z])([a-z]+)$/.exec(name ?? '') ?? [];
    return Object.hasOwn(marks, mark) ? `${letter}${marks[mark]}`.normalize('NFC') : whole;
  });
}

// Only what is known as markup: `P < 0.01`, `<scan.pdf>` and `cells<low>` are text.
const inline =
  'i|b|em|strong|u|sub|sup|small|span|font|sc|scp|smallcaps|italic|bold|underline|monospace|tt|code|a|nobr|inf|it|bdi|wbr|' +
  '(?:mml|m|jats):[a-z-]+|math|m(?:i|o|n|row|sup|sub|text|style|frac)|inline-formula|xref|style|emph';
const block = 'p|br|div|title|sec|li|ul|ol|h[1-6]|table|tr|td|abstract';
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Digits behind another digit as an exponent: `10` and `6` would read 106. */
export const exponent = (digits: string): string =>
  digits.replace(/\d/g, (digit) => raised.charAt(Number(digit)));

const inlineTag = new RegExp(`</?(?:${inline})(?:\\s[^<>]{0,300})?/?>`, 'gi');
const blockTag = new RegExp(`</?(?:${block})(?:\\s[^<>]{0,300})?/?>`, 'gi');

/** One line of plain letters without an ampersand, an angle bracket or a second space: most texts are so. */
const untouched = /^[!-%'-;=-~]+(?: [!-%'-;=-~]+)*$/;

/**
 * A text of another program as one line of plain text: entities read, markup, invisible characters and the
 * line breaks of Chinese databases (`(#br)`) gone.
 */
export function plainText(text: string): string {
  if (untouched.test(text) && !text.includes('(#br)')) return text;
  const decoded = withoutEntities(withoutEntities(text));
  const bare = decoded.includes('<')
    ? decoded
        .replace(/(?<=\d)<sup>(\d{1,3})<\/sup>/gi, (_, digits: string) => exponent(digits))
        .replace(inlineTag, '')
        .replace(blockTag, ' ')
    : decoded;
  return withoutHidden(
    tidy(
      bare
        .replaceAll('(#br)', ' ')
        .replace(/\u00ad/g, '')
        .replaceAll('\u00a0', ' '),
    ),
  );
}

function withoutHidden(text: string): string {
  let left = text;
  for (let found = hiddenCharacter(left); found; found = hiddenCharacter(left)) {
    const code = left.codePointAt(found.offset) ?? 0;
    left = left.slice(0, found.offset) + left.slice(found.offset + String.fromCodePoint(code).length);
  }
  return tidy(left);
}

/** What programs write where they have nothing. */
const nothing =
  /^(?:n\.?\/?a\.?|null|none|nil|undefined|not available|not applicable|unknown|no data|[-–—?.,;:]+)$/i;

/** Whether a text is more than a placeholder. */
export const saysSomething = (text: string): boolean => text.trim() !== '' && !nothing.test(text.trim());

/** The same where there is something: nothing for an empty text, `NA`, `null` and their like. */
export function said(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const plain = plainText(text);
  return plain === '' || nothing.test(plain) ? undefined : plain;
}

/**
 * A title: without the full stop that databases put behind it, and without quotes or braces around the whole.
 */
export function titleText(text: string | undefined): string | undefined {
  const plain = said(text);
  if (plain === undefined) return undefined;
  const unquoted = /^"[^"]+"$/.test(plain) ? plain.slice(1, -1) : plain;
  // Not after an abbreviation (`vs.`, `U.S.`) or an ellipsis.
  return /(?:^|[\s.])(?:\p{L}|vs|al|etc|inc|ltd|jr|sr|no|st|dr)\.$|\.\.$/iu.test(unquoted)
    ? unquoted
    : unquoted.replace(/(?<=\S)\s*\.$/, '');
}

/** Whether a text is nothing but the name of a file. */
export const isFileName = (text: string): boolean =>
  /^<?[^<>\s]{1,200}(?: [^<>\s]{1,80}){0,4}\.(?:pdf|docx?|html?|txt|rtf|epub|pptx?|xlsx?|caj|kdh|ps)>?$/i.test(
    text,
  );

/** Whether a text has Chinese letters. */
export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
