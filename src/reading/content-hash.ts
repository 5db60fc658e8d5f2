import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { filesBelow, kindOf } from './files.ts';

/**
 * One hash for everything in a content folder, so that a page and a file can say which evidence they were
 * made from.
 *
 * SHA-256 of a list with a line for each file, `HASH  PATH`, as `sha256sum` prints it: files by path (with
 * `/`, in the order of their bytes), those whose name or folder begins with a dot left out. Anyone can
 * compute it, in the folder:
 * `find . -type f | grep -v '/[.]' | sed 's|^\./||' | LC_ALL=C sort | xargs sha256sum | sha256sum`
 */
export function contentHash(root: string): string {
  const lines = filesBelow(root)
    .filter((file) => kindOf(file) === 'file')
    .map((file) => path.relative(root, file).replaceAll(path.sep, '/'))
    .map((name) => `${sha256(fs.readFileSync(path.join(root, name)))}  ${name}\n`);
  return sha256(lines.join(''));
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
