import path from 'node:path';

/** A path as people see it: relative to where they stand, where it lies below. */
export function shown(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return (relative.startsWith('..') ? path.resolve(file) : relative).replaceAll(path.sep, '/') || '.';
}
