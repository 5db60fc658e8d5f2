import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a build leaves behind, in bytes where nothing else is said. */
export interface Output {
  files: number;
  total: number;
  /** The page of the study in the middle of the base, compressed. */
  entryPage: number;
  /** The list of all trials, as it is and compressed. */
  listPage: { plain: number; compressed: number };
  /** The largest page, by its address. */
  largestPage: { address: string; plain: number };
  /** The files of `data/` and `cite/`. */
  data: number;
  /** What a browser loads before it can look for a word, compressed. */
  searchStart: number;
  /** What it loads for one word and its first five pages, on average. */
  searchWord: number;
}

export function outputOf(folder: string, trials: number): Output {
  const sizes = new Map(
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((found) => found.isFile())
      .map((found) => path.join(found.parentPath, found.name))
      .map((file) => [path.relative(folder, file).replaceAll(path.sep, '/'), fs.statSync(file).size]),
  );
  const named = (pattern: RegExp) => [...sizes].filter(([name]) => pattern.test(name));
  const sum = (found: [string, number][]) => found.reduce((total, [, size]) => total + size, 0);
  const compressed = (name: string) => gzipSync(fs.readFileSync(path.join(folder, name))).length;
  const meanCompressed = (pattern: RegExp) => {
    const found = named(pattern);
    return found.length > 0 ? found.reduce((total, [name]) => total + compressed(name), 0) / found.length : 0;
  };
  const [page, plain] = named(/\.html$/).reduce((largest, other) =>
    other[1] > largest[1] ? other : largest,
  );
  const list = 'trials/index.html';
  return {
    files: sizes.size,
    total: sum([...sizes]),
    entryPage: compressed(`trials/study-${Math.ceil(trials / 2)}/index.html`),
    listPage: { plain: sizes.get(list)!, compressed: compressed(list) },
    largestPage: { address: `/${page.replace(/index\.html$/, '')}`, plain },
    data: sum(named(/^(data|cite)\//)),
    searchStart: named(/^search-index\/(en\.json|en-\w+\/names\.json)$/).reduce(
      (total, [name]) => total + compressed(name),
      0,
    ),
    searchWord:
      4 * meanCompressed(/^search-index\/en-\w+\/terms\//) +
      5 * meanCompressed(/^search-index\/en-\w+\/pages\//),
  };
}
