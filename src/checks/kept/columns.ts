import type { KeptFile } from '../../reading/kept-file.ts';

/** A table of text on disk: columns by name, each with a line a row. */
export type Columns = Map<string, readonly string[]>;

/** The version of a table stands in its first line, as part of what wrote it. */
const writerOf = (version: string) => `almanac answers 2 ${version}`;

/**
 * A table as it was written whole: columns are divided into lines when they are asked for.
 *
 * @param version on one line
 * @returns undefined where there is none, it is broken, or it was written by another version
 */
export function readColumns(
  file: KeptFile,
  version: string,
): ((name: string) => readonly string[]) | undefined {
  const kept = file.read(writerOf(version));
  if (!kept) return undefined;
  const end = kept.indexOf('\n');
  const places = new Map<string, [from: number, to: number]>();
  let at = end + 1;
  for (const [name, length] of JSON.parse(kept.toString('utf8', 0, end)) as [string, number][])
    places.set(name, [at, (at += length)]);
  return (name) => {
    const place = places.get(name);
    return place ? kept.toString('utf8', ...place).split('\n') : [];
  };
}

export function writeColumns(file: KeptFile, version: string, columns: Columns): void {
  const texts = [...columns].map(([name, lines]) => [name, Buffer.from(lines.join('\n'))] as const);
  const head = JSON.stringify(texts.map(([name, { length }]) => [name, length]));
  file.write(writerOf(version), [Buffer.from(`${head}\n`), ...texts.map(([, text]) => text)]);
}
