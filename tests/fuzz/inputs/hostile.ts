/** What breaks programs that read files of others, or means something to one of them. */

/** Names that every object has. */
export const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'length'];

/** Characters that nobody sees, that turn the direction of writing, or that are half of one. */
export const characters = [
  ...['\0', '\b', '\x1b[31m', '\x7f', '\u0085', '\u00a0', '\u00ad', '\u200b', '\u2028', '\u2029', '\u202e', '\u2066', '\ufeff'],
  ...['\ufffd', '\ufffe', '\ud800', '\udfff', '\u{e0001}', '\u{10ffff}', '\r', '\r\n', '\t', '\v', 'e\u0301', '👩‍⚕️', '𠮷', 'İ', 'ﬁ'],
];

/** What formats open, close, name and escape with. */
export const signs = [
  ...['"', "'", '`', '[', ']', '{', '}', '(', ')', '<', '>', '/>', '</', '<!--', ']]>', '<![CDATA[', '<?xml', '&', '&amp;', '&#0;'],
  ...['&#xD800;', '&#x202E;', '&a;', '*a', '&a', '!!js/function', '!', '|', '>-', '---', '...', ': ', '- ', '? ', '#', '%', '\\', '@'],
  ...['@article{', '@string{', '{{', '}}', '$', '\\"', '\\"{', '~', '^', ',', ';', '""', '"",', '=', '\\u0000', '\\ud800', 'ER  - ', 'TY  - JOUR'],
  ...['PMID- 1', '%0 Journal Article', '{Reference Type}: ', 'RT Journal Article', 'PT J', 'EF', '<Fact', '[@a; @b]', '](', '![', '```', '{/*'],
  ...['\n', '\n\n', '\n ', '\n      ', ' '],
];

/** Values that are another kind of thing than the one that stands there. */
export const values = [
  ...['0', '-1', '-0', '00', '1e309', '-1e-400', 'NaN', 'Infinity', '.inf', 'null', 'undefined', 'true', '~', '0x10', '0o7', '1_000', '１２'],
  ...['1,5', '1.234,5', '99.9%', '<0.001', '≥', '≤ 3', '9'.repeat(30), '9'.repeat(400), '0.' + '0'.repeat(400) + '1', '2026-02-31'],
  ...['0000-00-00', '9999-99-99', '99999', '1e6', '10^6', '../../x', '/dev/zero', 'C:\\x', 'https://[::1', 'https://%zz', 'javascript:x'],
  ...['10.5555/', '10.1000/<a>"b', '10.1000/../../x', 'NCT00000000', 'NCT99990001', 'PMC', '=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', '=cmd|x!A0'],
  ...['NA', 'not reached', 'Winter', 'in press', '{"a":1}', '[]', '{}', '[[]]', '""'],
];

/** What makes an expression that goes back, a list that is searched for each of its items, or a stack go on and on. */
export const floods = [
  ...[' ', '\t', '\n', '\r', '(', ')', '[', '{', '<', '"', "'", '\\', '*', '-', '.', ',', ';', '&', '&amp;', '=', '#', '@', '%', '/', ':'],
  ...['1', '1.', '1.1', '1-', '1,', '1/', '1 ', 'a', 'a ', 'a.', 'a,', 'A. ', 'and ', 'ab, ', 'é', '中', '中，', '\u0301', '\u{1f600}'],
  ...['95% CI ', '10.1000/', 'https://', 'doi:', 'PMID ', 'et al. ', 'grade ≥3 ', '12-month ', '<i>', '</i>', '<a ', '<sup>1</sup>', '\\"{'],
  ...['{}', '[]', '()', '- ', '> ', '| ', '\n- ', '\n  ', '\nAU  - a', '\n%A a', '\n,', '""', '","', 'and and ', ' # ', '$$', '{a}', '[@a]', '`'],
];

/** What opens and closes, to be put inside itself. */
export const nests: readonly (readonly [opens: string, closes: string])[] = [
  ['{', '}'],
  ['[', ']'],
  ['(', ')'],
  ['{"a":', '}'],
  ['[[', ']]'],
  ['<a>', '</a>'],
  ['<i>', '</i>'],
  ['<record>', '</record>'],
  ['\\"{', '}'],
  ['\\emph{', '}'],
  ['"', '"'],
  ['> ', ''],
  ['- ', ''],
  ['*', '*'],
  ['<Fact>', '</Fact>'],
  ['a: {', '}'],
];

/** Heads that define entities of entities; no reader may unfold them. */
export const bombs = [
  `<!DOCTYPE x [<!ENTITY a "${'b'.repeat(50)}">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i} "${`&a${i - 1};`.repeat(10)}">`).join('')}]>`,
  '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY % b SYSTEM "http://localhost:9/x"> %b;]>',
  `a: &a [x,x,x]\n${Array.from({ length: 9 }, (_, i) => `b${i}: &b${i} [${`*${i ? `b${i - 1}` : 'a'},`.repeat(9)}]`).join('\n')}\n`,
  `${Array.from({ length: 60 }, (_, i) => `@string{s${i} = s${i + 1} # s${i + 1}}`).join('\n')}\n`,
];
