import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const mark = 'almanac answers 1\n';
const hashLength = 32;
/** Of bases that nobody checks any more nothing need stay. */
const mostFiles = 8;
const ending = '.answers';

/** A table of text on disk: columns by name, each with a line a row. */
export type Columns = Map<string, readonly string[]>;

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();

/** Where the table of a content folder lies. */
export const fileFor = (root: string, folder: string): string =>
  path.join(folder, `${sha256(path.resolve(root)).toString('hex').slice(0, 16)}${ending}`);

/**
 * A table as it was written whole: columns are divided into lines when they are asked for.
 *
 * @returns undefined where there is none, it is broken, or it was written by another version
 */
export function readColumns(file: string, version: string): ((name: string) => readonly string[]) | undefined {
  try {
    const whole = fs.readFileSync(file);
    const rest = whole.subarray(mark.length + hashLength);
    if (whole.toString('latin1', 0, mark.length) !== mark) return undefined;
    if (!sha256(rest).equals(whole.subarray(mark.length, mark.length + hashLength))) return undefined;
    const end = rest.indexOf('\n');
    const head = JSON.parse(rest.toString('utf8', 0, end)) as { version: string; columns: [string, number][] };
    if (head.version !== version) return undefined;
    const places = new Map<string, [from: number, to: number]>();
    let at = end + 1;
    for (const [name, length] of head.columns) places.set(name, [at, (at += length)]);
    return (name) => {
      const place = places.get(name);
      return place ? rest.toString('utf8', ...place).split('\n') : [];
    };
  } catch {
    return undefined;
  }
}

/** Writes a table whole and puts it in place; where nothing can be written, nothing is kept. */
export function writeColumns(file: string, version: string, columns: Columns): void {
  const texts = [...columns].map(([name, lines]) => [name, Buffer.from(lines.join('\n'))] as const);
  const head = { version, columns: texts.map(([name, { length }]) => [name, length]) };
  const rest = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...texts.map(([, text]) => text)]);
  const draft = `${file}-${process.pid}`;
  const folder = path.dirname(file);
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(draft, Buffer.concat([Buffer.from(mark), sha256(rest), rest]));
    fs.renameSync(draft, file);
    removeOld(folder);
  } catch {
    remove(draft);
  }
}

function removeOld(folder: string): void {
  const kept = fs
    .readdirSync(folder)
    .filter((name) => name.includes(ending))
    .map((name) => path.join(folder, name))
    .map((file) => ({ file, time: fs.statSync(file).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { file } of kept.slice(mostFiles)) remove(file);
}

function remove(file: string): void {
  try {
    fs.rmSync(file, { force: true });
  } catch {
    // Where nothing can be removed, nothing was written.
  }
}
