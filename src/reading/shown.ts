import path from 'node:path';

/** A path as people see it: relative to where they stand, where it lies below. */
export function shown(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return (relative.startsWith('..') ? path.resolve(file) : relative).replaceAll(path.sep, '/') || '.';
}

/** Characters of what was read that would break a line or drive a terminal, written out. */
export function visible(line: string): string {
  return line.replace(
    /\p{Cc}|\p{Bidi_C}|[\u2028\u2029]/gu,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
