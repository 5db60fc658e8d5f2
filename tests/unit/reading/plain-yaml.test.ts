import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPlainYaml } from '../../../src/reading/plain-yaml.ts';
import { readWholeYaml, readYaml, type Path } from '../../../src/reading/yaml.ts';
import { Draw } from '../../fuzz/draw.ts';
import { sample, some } from '../../support/sweep.ts';

/** Every key and item of some data by its path, and one that is absent from each. */
const pathsOf = (data: unknown, at: Path = []): Path[] => [
  at,
  [...at, 'absent'],
  ...(data !== null && typeof data === 'object'
    ? Object.entries(data).flatMap(([key, item]) => pathsOf(item, [...at, key]))
    : []),
];

/** All that can be asked about a text; the places by the whole parser, from a text that only it reads. */
function told(source: string, read: typeof readYaml) {
  const { data, errors, at, atKey } = read(source);
  return {
    json: JSON.stringify(data),
    data,
    errors,
    places: pathsOf(data).map((where) => [where, at(where), atKey(where)]),
  };
}

/**
 * An empty comment with a tab at the end of a text says nothing, and the plain reader leaves it to the other.
 */
const forWhole = (source: string) => `${source}\n#\t`;

/** Whether the plain reader read a text; what it read is what the whole parser reads, at the same places. */
function readAlike(source: string): boolean {
  if (!readPlainYaml(source)) {
    expect({ source, ...told(source, readYaml) }).toEqual({ source, ...told(source, readWholeYaml) });
    return false;
  }
  expect({ source, ...told(source, readYaml) }).toEqual({ source, ...told(forWhole(source), readWholeYaml) });
  return true;
}

const textsOf = (folder: string) =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(mdx|yaml)$/.test(name))
    .map((name) => path.join(folder, name))
    .filter((file) => fs.existsSync(file))
    .map((file) => {
      const text = fs.readFileSync(file, 'utf8');
      return file.endsWith('.mdx') ? (/^---\n([\s\S]*?)^---$/m.exec(text)?.[1] ?? '') : text;
    });

const parts = {
  indent: ['', '', '  ', '  ', '    ', ' ', '   ', '      '],
  dash: ['', '', '- ', '- - ', '-'],
  key: [
    'k: ',
    'b: ',
    '',
    '"q": ',
    "'q': ",
    '1: ',
    'k:',
    'x y: ',
    '? ',
    '<<: ',
    '__proto__: ',
    'null: ',
    '1.0: ',
    'k : ',
  ],
  value: [
    ...[
      '',
      'v',
      'v w',
      '[a, b]',
      '[a,',
      '{a: 1, b: [c]}',
      '{a: 1,',
      'b]',
      '}',
      ']',
      '1.50',
      '"s"',
      "'it''s'",
      '# c',
      'v # c',
    ],
    ...[
      'v#c',
      'null',
      '~',
      '&x v',
      '*x',
      '!t v',
      '| ',
      '>-',
      'true',
      'Yes',
      'x: y',
      'http://a/#b',
      'a, b',
      '-1',
      '- a',
      '{a}',
    ],
    ...[
      '[a: b]',
      '[a, ]',
      '{"a":1}',
      '{a :1}',
      '"a\\"b"',
      '"\\u202E"',
      '"a',
      '2020-01-01',
      '0o7',
      '0x1F',
      '1e3',
      '1e+21',
      '-0',
    ],
    ...[
      '.inf',
      '007',
      '1_000',
      '12:30',
      '中文',
      '\u2028',
      '\t',
      '%',
      '@',
      '`',
      '---',
      '...',
      '=',
      '-a',
      '?a',
      ':a',
      '\r',
      '\uFEFF',
    ],
  ],
  end: ['', '', '', ' ', ' # c', ',', ']', '}'],
};

/** Lines of YAML, and of what is none. */
const drawn = (draw: Draw) =>
  Array.from({ length: 1 + Math.floor(draw.next() * 7) }, () =>
    Object.values(parts)
      .map((some) => draw.of(some))
      .join(''),
  ).join('\n');

/** A few lines of a file, with up to three small changes. */
function changed(texts: readonly string[], draw: Draw): string {
  const lines = draw.of(texts).split('\n');
  const from = Math.floor(draw.next() * lines.length);
  const some = lines.slice(from, from + 4 + Math.floor(draw.next() * 20));
  const indent = /^ */.exec(some[0]!)![0];
  let text = some.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)).join('\n');
  for (let times = Math.floor(draw.next() * 4); times > 0; times -= 1) {
    const at = Math.floor(draw.next() * (text.length + 1));
    const put = draw.chance(0.6) ? draw.of(draw.of(Object.values(parts))) : '';
    text = text.slice(0, at) + put + text.slice(at + Math.floor(draw.next() * 3));
  }
  return text;
}

describe('YAML in plain form is read as by the whole parser: data, findings and places', () => {
  it('in every file of the content, or some of each sort, and nearly all are plain', () => {
    const texts = textsOf('content');
    expect(texts.filter((text) => readPlainYaml(text)).length).toBeGreaterThan(texts.length * 0.9);
    // The whole parser is the one that takes long.
    for (const text of sample(texts, 8)) readAlike(text);
  });

  it('in every fixture', () => {
    expect(textsOf('tests/fixtures').filter(readAlike).length).toBeGreaterThan(100);
  });

  it('in lines drawn at random, and in pieces of real files with small changes', () => {
    const draw = new Draw(20261129);
    const texts = textsOf('tests/fixtures/good');
    const plain = Array.from({ length: some(4000, 600) }, () =>
      readAlike(draw.chance(0.5) ? drawn(draw) : changed(texts, draw)),
    );
    expect(plain.filter(Boolean).length).toBeGreaterThan(50);
  });
});

it.each([
  ['a tag', 'a: !x 1'],
  ['an anchor', 'a: &x 1\nb: *x'],
  ['a key twice', 'a: 1\na: 2'],
  ['a folded text', 'a: >-\n  b\n  c'],
  ['words on two lines', 'a: b\n  c'],
  ['a value that is not written', 'a:\nb: 1'],
  ['an escape', 'a: "\\u202E"'],
  ['a Windows line end', 'a: 1\r\nb: 2\r\n'],
  ['a tab', 'a:\t1'],
  ['two documents', 'a: 1\n---\nb: 2'],
  ['a key that every object has', '__proto__: 1'],
  ['a key that is a number in another spelling', '1.0: a'],
  ['a merge', 'a: 1\n<<: {b: 2}'],
  ['a bracket that ends in the column of its key', 'a:\n  b: [\n    1\n  ]'],
])('%s is left to the whole parser', (_, source) => {
  expect(readPlainYaml(source)).toBeUndefined();
  expect(readAlike(source)).toBe(false);
});
