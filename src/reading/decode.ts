import { isUtf8 } from 'node:buffer';

/** A file as text, and in what letters it was written where that is not UTF-8. */
export interface DecodedText {
  text: string;
  encoding: 'UTF-8' | 'UTF-16' | 'GBK' | 'Windows-1252' | 'UTF-8 with Windows-1252';
}

/**
 * Reads the bytes of a file that another program wrote by what they are: UTF-8 or UTF-16 with or without a
 * mark, GBK as Chinese databases write it, or the letters of Windows. Content itself is UTF-8 (`text.ts`).
 */
export function decode(bytes: Buffer): DecodedText {
  const { text, encoding } = decoded(bytes);
  return { text: text.replace(/^\uFEFF/, ''), encoding };
}

function decoded(bytes: Buffer): DecodedText {
  const wide = wideOrder(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: 'UTF-16' };
  if (isUtf8(bytes)) return { text: new TextDecoder().decode(bytes), encoding: 'UTF-8' };
  if (isGbk(bytes)) return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'GBK' };
  return byLine(bytes);
}

/** The order of bytes of UTF-16: by its mark, or where every other byte of the beginning is 0. */
export function wideOrder(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 200);
  const zeros = (from: number) => head.filter((byte, i) => i % 2 === from && byte === 0).length;
  if (head.length < 4) return undefined;
  if (zeros(1) > head.length * 0.4) return 'utf-16le';
  return zeros(0) > head.length * 0.4 ? 'utf-16be' : undefined;
}

/**
 * Chinese letters of GBK are pairs of bytes, the first of which is above 0x80 and in running text nearly
 * always the second, too; accented letters of Windows stand alone between plain ones.
 */
export function isGbk(bytes: Buffer): boolean {
  let [high, paired] = [0, 0];
  for (let i = 0; i < bytes.length; i += 1) {
    if ((bytes[i] ?? 0) < 0x80) continue;
    const next = bytes[i + 1] ?? 0;
    high += 1;
    if (next >= 0xa1) {
      paired += 1;
      i += 1;
    } else if (next >= 0x40 && (bytes[i] ?? 0) >= 0x81 && (bytes[i + 2] ?? 0) >= 0x80) i += 1;
  }
  if (paired < high * 0.8) return false;
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return paired > high * 0.95;
  }
}

/** Files put together of several, or edited by hand, are UTF-8 in some lines and not in others. */
export function byLine(bytes: Buffer): DecodedText {
  const parts: string[] = [];
  const [utf8, windows] = [new TextDecoder('utf-8', { ignoreBOM: true }), new TextDecoder('windows-1252')];
  let some = false;
  for (let from = 0; from < bytes.length;) {
    const found = bytes.indexOf(0x0a, from);
    const end = found < 0 ? bytes.length : found + 1;
    const line = bytes.subarray(from, end);
    const own = isUtf8(line);
    some ||= own && line.some((byte) => byte > 0x7f);
    parts.push((own ? utf8 : windows).decode(line));
    from = end;
  }
  return { text: parts.join(''), encoding: some ? 'UTF-8 with Windows-1252' : 'Windows-1252' };
}
