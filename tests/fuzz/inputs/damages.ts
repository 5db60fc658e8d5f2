import fc, { type Arbitrary } from 'fast-check';
import { bombs, characters, floods, keys, nests, signs, values } from './hostile.ts';

/** One kind of damage to bytes. `others` are inputs of other forms. */
export type Damage = (bytes: Buffer, others: readonly Buffer[]) => Buffer;

const place = fc.double({ min: 0, max: 1, noNaN: true });
const at = (length: number, where: number) => Math.min(length, Math.floor(where * (length + 1)));
/**
 * Letters of files are of one, two and more bytes; halves of characters are written as three, as some
 * programs do.
 */
const bytesOf = (text: string) =>
  Buffer.concat(
    [...text].map((one) =>
      /^[\ud800-\udfff]$/.test(one)
        ? Buffer.from([0xed, 0xa0 + ((one.charCodeAt(0) >> 10) & 0x1f), 0x80])
        : Buffer.from(one),
    ),
  );
const hostile = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...signs) },
  { weight: 3, arbitrary: fc.constantFrom(...values) },
  { weight: 2, arbitrary: fc.constantFrom(...characters) },
  { weight: 1, arbitrary: fc.constantFrom(...keys) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
);

const spliced = (bytes: Buffer, from: number, to: number, by: Uint8Array) =>
  Buffer.concat([bytes.subarray(0, from), by, bytes.subarray(to)]);

const ofBytes = fc
  .tuple(place, fc.nat(12), fc.uint8Array({ maxLength: 8 }))
  .map(([where, gone, by]): Damage => (bytes) => {
    const from = at(bytes.length, where);
    return spliced(bytes, from, from + gone, by);
  });

const ofTokens = fc.tuple(place, fc.nat(2), hostile).map(([where, gone, by]): Damage => (bytes) => {
  const all = [...bytes.toString('latin1').matchAll(/[\w.-]+|[^\w.-]/g)];
  const from = all[at(all.length - 1, where)]?.index ?? 0;
  const next = all[at(all.length - 1, where) + gone];
  return spliced(bytes, from, next?.index ?? bytes.length, bytesOf(by));
});

/** A name of a key or field becomes one that every object has. */
const ofKeys = fc.tuple(place, fc.constantFrom(...keys)).map(([where, key]): Damage => (bytes) => {
  const all = [...bytes.toString('latin1').matchAll(/[\w-]+(?="?\s*[:=>,])/g)];
  const found = all[at(all.length - 1, where)];
  return found ? spliced(bytes, found.index, found.index + found[0].length, Buffer.from(key)) : bytes;
});

const lineChanges: ((lines: string[], one: number, other: number, by: string) => void)[] = [
  (lines, one) => void lines.splice(one, 1),
  (lines, one) => void lines.splice(one, 0, lines[one] ?? ''),
  (lines, one, other) => void lines.splice(other, 0, ...lines.splice(one, 5)),
  (lines, one) => (lines[one] = ` ${lines[one] ?? ''}`),
  (lines, one) => (lines[one] = (lines[one] ?? '').trimStart()),
  (lines, one) => void lines.splice(one, 2, `${lines[one] ?? ''}${lines[one + 1] ?? ''}`),
  (lines, one) => void lines.splice(one),
  (lines, one, _, by) => void lines.splice(one, 0, by),
  (lines, one, other) => void lines.splice(one, 0, ...lines.slice(other)),
];
const ofLines = fc
  .tuple(fc.constantFrom(...lineChanges), place, place, hostile)
  .map(([change, one, other, by]): Damage => (bytes) => {
    const lines = bytes.toString('latin1').split('\n');
    change(lines, at(lines.length - 1, one), at(lines.length - 1, other), bytesOf(by).toString('latin1'));
    return Buffer.from(lines.join('\n'), 'latin1');
  });

const ofFloods = fc
  .tuple(
    place,
    fc.constantFrom(...floods),
    fc.constantFrom(40, 40, 400, 400, 4_000, 4_000, 40_000, 200_000),
    fc.constantFrom('', 'x', '"', '}', '!'),
  )
  .map(([where, piece, size, end]): Damage => (bytes) => {
    const from = at(bytes.length, where);
    return spliced(bytes, from, from, Buffer.from(`${piece.repeat(Math.ceil(size / piece.length))}${end}`));
  });

const ofNests = fc
  .tuple(place, place, fc.constantFrom(...nests), fc.constantFrom(3, 40, 400, 4_000), fc.boolean())
  .map(([one, other, [opens, closes], depth, isClosed]): Damage => (bytes) => {
    const [from = 0, to = 0] = [at(bytes.length, one), at(bytes.length, other)].sort((a, b) => a - b);
    const inner = bytes.subarray(from, to);
    return spliced(
      bytes,
      from,
      to,
      Buffer.concat([
        Buffer.from(opens.repeat(depth)),
        inner,
        Buffer.from(isClosed ? closes.repeat(depth) : ''),
      ]),
    );
  });

const ofOthers = fc
  .tuple(place, fc.nat(40), place, fc.integer({ min: 20, max: 600 }))
  .map(([where, which, start, length]): Damage => (bytes, others) => {
    const other = others[which % Math.max(1, others.length)] ?? Buffer.alloc(0);
    const [from, begin] = [at(bytes.length, where), at(other.length, start)];
    return spliced(bytes, from, from, other.subarray(begin, begin + length));
  });

const swapped = (bytes: Buffer) =>
  Buffer.from(bytes.length % 2 === 0 ? bytes : bytes.subarray(0, -1)).swap16();
/** The whole in other letters or line ends, cut off, twice, or behind a head that defines much. */
const wholes: Damage[] = [
  (bytes) => Buffer.from(bytes.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1'),
  (bytes) => Buffer.from(bytes.toString('latin1').replace(/\r?\n/g, '\r'), 'latin1'),
  (bytes) => Buffer.concat([Buffer.from('\ufeff'), bytes]),
  (bytes) => Buffer.from(`\ufeff${bytes.toString('utf8')}`, 'utf16le'),
  (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'),
  (bytes) => swapped(Buffer.from(`\ufeff${bytes.toString('utf8')}`, 'utf16le')),
  (bytes) => Buffer.from(bytes.toString('utf8'), 'latin1'),
  (bytes) => Buffer.concat([bytes, bytes]),
  (bytes) => Buffer.from(bytes.toString('latin1').replaceAll(' ', '\u00a0'), 'latin1'),
  (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('\n', ' '), 'latin1'),
  (bytes) => Buffer.from(bytes).reverse(),
  (bytes) => Buffer.concat([Buffer.from([0x1f, 0x8b, 0x08, 0]), bytes]),
];
const ofWhole = fc.oneof(
  fc.constantFrom(...wholes),
  fc.constantFrom(...bombs).map(
    (bomb): Damage =>
      (bytes) =>
        Buffer.concat([Buffer.from(bomb), bytes]),
  ),
  place.map(
    (where): Damage =>
      (bytes) =>
        bytes.subarray(0, at(bytes.length, where)),
  ),
);

/**
 * One to three kinds of damage, the mild ones most often: what is spoilt throughout is refused at its first
 * line.
 */
export const damages: Arbitrary<Damage[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: ofTokens },
    { weight: 3, arbitrary: ofLines },
    { weight: 3, arbitrary: ofBytes },
    { weight: 2, arbitrary: ofKeys },
    { weight: 2, arbitrary: ofFloods },
    { weight: 1, arbitrary: ofNests },
    { weight: 1, arbitrary: ofOthers },
    { weight: 1, arbitrary: ofWhole },
  ),
  { minLength: 1, maxLength: 3 },
);

/** Bytes with all of some damage. */
export const damaged = (bytes: Buffer, all: readonly Damage[], others: readonly Buffer[]): Buffer =>
  all.reduce((left, damage) => damage(left, others), bytes);

/** Words of a command line that no command expects. */
export const words: Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: hostile },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...floods).map((piece) => piece.repeat(Math.ceil(5_000 / piece.length))),
  },
);
