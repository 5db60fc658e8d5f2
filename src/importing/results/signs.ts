/** Characters that papers print for one sign, and the sign they stand for. */
const sameSign: readonly (readonly [string, string])[] = [
  ['\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000\t', ' '],
  ['‐‑﹣－−', '-'],
  ['—―‒﹘', '–'],
  ['∼～〜˜⁓', '~'],
  ['≦⩽', '≤'],
  ['≧⩾', '≥'],
  ['【〔〖［', '['],
  ['】〕〗］', ']'],
  ['﹙', '('],
  ['﹚', ')'],
  ['﹪', '%'],
  ['*_', ' '],
];
const signOf = new Map(sameSign.flatMap(([from, to]) => [...from].map((sign) => [sign, to] as const)));

const blank = (text: string) => ' '.repeat(text.length);
const entities: Record<string, string> = {
  lt: '<',
  gt: '>',
  le: '≤',
  ge: '≥',
  nbsp: ' ',
  ndash: '–',
  mdash: '–',
  middot: '.',
};

/**
 * A text with one sign for each meaning: full-width forms, spaces, dashes, decimal points and tags of HTML
 * are those of plain text. It has the length of the text, so that a place in one is a place in the other.
 */
export function evened(text: string): string {
  return text
    .replace(/\r/g, ' ')
    .replace(/&(lt|gt|le|ge|nbsp|ndash|mdash|middot);/g, (all, name: string) =>
      (entities[name] ?? ' ').padStart(all.length),
    )
    .replace(/&#(?:160|8194|8195|8201|8239|xa0);/gi, blank)
    .replace(/&#(?:8211|8212|x2013);/gi, (all) => '–'.padStart(all.length))
    .replace(/&#(?:183|xb7);/gi, (all) => '.'.padEnd(all.length))
    .replace(/10<sup>(-?\d{1,2})<\/sup>/g, (all, power: string) => `10^${power}`.padEnd(all.length))
    .replace(/<sup>[\d,–~-]{1,20}<\/sup>|\^\[[^\]]{0,40}\]/g, blank)
    .replace(/<\/?(?:i|b|em|strong|sub|sup|p|br|span|td|tr|th)(?:\s[^<>]{0,80})?\/?>/gi, blank)
    .replace(/[^\n -~\p{sc=Han}]|[*_]/gu, (sign) =>
      sign.length > 1 ? sign : (signOf.get(sign) ?? narrow(sign)),
    )
    .replace(/(?<=\d ?)[·∙⋅‧・･](?= ?\d)/g, '.')
    .replace(/(\d) \. (?=\d)/g, '$1.  ')
    .replace(/<=/g, ' ≤')
    .replace(/>=/g, ' ≥');
}

/** A text with one space for each run of them, and where each of its characters stood. */
export function compact(text: string): { text: string; places: number[] } {
  const places: number[] = [];
  let plain = '';
  for (let i = 0; i < text.length; i += 1) {
    const isSpace = /\s/.test(text.charAt(i));
    if (isSpace && plain.endsWith(' ')) continue;
    plain += isSpace ? ' ' : text.charAt(i);
    places.push(i);
  }
  return { text: plain, places };
}

/** The plain form of a full-width sign. */
function narrow(sign: string): string {
  const code = sign.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : sign;
}
