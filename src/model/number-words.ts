/**
 * Numbers that a source writes as words. The list is closed: it holds what counts patients or time, in
 * English and Chinese, and no other word of a source can enter an index.
 */

const units = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const digits = '零一二三四五六七八九';

const english = new Map<string, number>([
  ...units.map((word, i) => [word, i + 1] as const),
  ...teens.map((word, i) => [word, i + 10] as const),
  ...tens.map((word, i) => [word, 10 * (i + 2)] as const),
]);

/** Words for a whole, for nothing and for a half. */
const all = ['all', '全部', '所有', '均'];
const none = ['no', 'none', 'zero', '均未', '未'];
const half = ['half', '半数'];

const below100 = `(?:${tens.join('|')})(?:[-‑ ](?:${units.join('|')}))?|${teens.join('|')}|${units.join('|')}`;
const latin = `(?:${units.join('|')}) hundred(?: and)?(?: (?:${below100}))?|${below100}|all|both|half|none|no|single|zero`;
const numeral =
  '(?=[一二两三四五六七八九十百])(?:[一二两三四五六七八九]百零?)?(?:[一二两三四五六七八九]?十)?[一二两三四五六七八九]?';
const share = '全部|所有|半数|均未|均|未';

/**
 * Finds number words in a text. A capital may begin one, so that the disease ALL is no word for a whole. A
 * Chinese numeral counts only before what it counts, so that 一般 and 第二代 are no numbers.
 */
export const numberWords = new RegExp(
  `(?<![\\p{L}\\d]|\\p{L}[-‑])(?:${anyCapital(latin)})(?![\\p{L}\\d]|[-‑](?!year|month|week|day)\\p{L}|(?<=No)[.:])` +
    `|(?<![第一二两三四五六七八九十百])${numeral}(?=\\s*[例名位人个項项年月周天日次岁])` +
    '|全部|所有|半数|(?<!平)均未|(?<!平)均|未(?=观察到|出现|发生|见)',
  'gu',
);
const numberWord = new RegExp(`^(?:${latin}|${numeral}|${share})$`, 'u');

/** The words with a small or a capital letter at the beginning of the first. */
function anyCapital(words: string): string {
  return words.replace(/(?<=^|[|:(])([a-z])/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

/**
 * What a number word can stand for: digits, `all` (the whole of those counted) or `half`; nothing where it is
 * none.
 */
export function meaningOf(word: string): string | undefined {
  const plain = word.toLowerCase();
  if (!numberWord.test(plain)) return undefined;
  if (all.includes(plain)) return 'all';
  if (none.includes(plain)) return '0';
  if (half.includes(plain)) return 'half';
  if (plain === 'both') return '2';
  if (plain === 'single') return '1';
  return String(/^[a-z]/.test(plain) ? englishValue(plain) : chineseValue(plain));
}

function englishValue(words: string): number {
  let value = 0;
  for (const word of words.split(/[-‑ ]/))
    value = word === 'hundred' ? 100 * value : value + (english.get(word) ?? 0);
  return value;
}

function chineseValue(numeral: string): number {
  let [value, digit] = [0, 0];
  for (const character of numeral.replaceAll('两', '二')) {
    if (character === '十' || character === '百') {
      value += (digit || 1) * (character === '十' ? 10 : 100);
      digit = 0;
    } else digit = Math.max(0, digits.indexOf(character));
  }
  return value + digit;
}
