type Random = (below: number) => number;

/** What breaks parsers, or means something to one of them. */
const hostile = [
  ...[
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '[[',
    '{{',
    '&a',
    '*a',
    '!!x',
    '!',
    '|',
    '>',
    '>-',
    '---',
    '...',
    '\t',
    '#',
    ': ',
    '- ',
    '? ',
  ],
  ...[
    '\0',
    '\b',
    '\u202E',
    '\uFFFE',
    '\uFEFF',
    '\u2028',
    '\r',
    '\\',
    '\\u202E',
    '&#x202E;',
    '😀',
    'e\u0301',
    '完',
  ],
  ...[
    '<Fact',
    '/>',
    '</',
    '<script>',
    '{/*',
    '*/}',
    '{a}',
    '[@',
    '[@a; @b]',
    '](',
    '![',
    '`',
    '```',
    '| - |',
    '~~',
    '<!--',
  ],
  ...[
    '0',
    '-1',
    '1e309',
    '1.7e6',
    '.nan',
    '.inf',
    'null',
    '~',
    'true',
    '0x10',
    '0o7',
    '5.0',
    '<0.001',
    '≥',
    '100',
    '9'.repeat(400),
  ],
  ...[
    '2026-02-31',
    '0000-00-00',
    '../',
    'https://[::1',
    '%zz',
    'javascript:x',
    '/nowhere/',
    '10.1000/x',
    '__proto__',
    'constructor',
  ],
  ...[
    '*'.repeat(3000),
    '['.repeat(3000),
    '{'.repeat(300),
    '- '.repeat(300),
    '> '.repeat(300),
    'a'.repeat(100_000),
  ],
];

/** One kind of damage to a file. */
type Damage = (bytes: Buffer, random: Random) => Buffer;

const pick = <T>(list: readonly T[], random: Random): T => list[random(list.length)]!;

const ofBytes: Damage = (bytes, random) => {
  const at = random(bytes.length + 1);
  const some = Buffer.from(Array.from({ length: random(8) }, () => random(256)));
  return Buffer.concat([bytes.subarray(0, at), some, bytes.subarray(at + random(8))]);
};

const lineChanges: ((lines: string[], at: number, random: Random) => void)[] = [
  (lines, at) => lines.splice(at, 1),
  (lines, at) => lines.splice(at, 0, lines[at]!),
  (lines, at, random) => lines.splice(random(lines.length), 0, ...lines.splice(at, 1 + random(5))),
  (lines, at) => (lines[at] = ` ${lines[at]}`),
  (lines, at) => (lines[at] = lines[at]!.replace(/^ {1,2}/, '')),
  (lines, at) => lines.splice(at, 2, `${lines[at]}${lines[at + 1] ?? ''}`),
  (lines, at) => lines.splice(at),
  (lines, at, random) => lines.splice(at, 0, pick(hostile, random)),
];

const ofLines: Damage = (bytes, random) => {
  const lines = bytes.toString('utf8').split('\n');
  pick(lineChanges, random)(lines, random(lines.length), random);
  return Buffer.from(lines.join('\n'));
};

const ofTokens: Damage = (bytes, random) => {
  const tokens = bytes.toString('utf8').split(/([\w.-]+|[^\w.-])/);
  const at = random(tokens.length);
  const with_ = random(2) === 0 ? pick(hostile, random) : pick(tokens, random);
  tokens.splice(at, random(3), with_);
  return Buffer.from(tokens.join(''));
};

/** The bytes of a file with one to three kinds of damage. */
export function damaged(bytes: Buffer, random: Random): Buffer {
  let result = bytes;
  for (let times = 1 + random(3); times > 0; times -= 1)
    result = pick([ofBytes, ofLines, ofTokens], random)(result, random);
  return result;
}
