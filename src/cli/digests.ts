import { hash } from 'node:crypto';
import path from 'node:path';
import { filesOf } from '../checks/built-links.ts';
import { textOf } from '../model/once.ts';
import type { Watched } from '../model/watched.ts';
import { stampOf } from './build-record.ts';

/** Short enough for hundreds of thousands, long enough that no two values share it. */
export const digestOf = (text: string | undefined): string =>
  text === undefined ? '' : hash('sha256', text, 'base64').slice(0, 20);

/** The same as a number of 52 bits: of one thing, two values do not share it. */
const numberDigestOf = (text: string | undefined): number =>
  text === undefined ? -1 : parseInt(hash('sha256', text).slice(0, 13), 16);

/** The digests of the values of this build, by number, each worked out once. */
export class Values {
  readonly #watched: Watched;
  readonly #known: (number | undefined)[] = [];

  constructor(watched: Watched) {
    this.#watched = watched;
  }

  of(read: number): number {
    return (this.#known[read] ??= numberDigestOf(textOf(read, this.#watched)));
  }
}

/** The names, sizes and times of all files below a folder, as one digest. */
export function stateOf(folder: string): string {
  const stamped = filesOf(folder).map((file) => {
    const { size, time } = stampOf(path.join(folder, file));
    return `${file}\t${size}\t${time}`;
  });
  return digestOf(stamped.sort().join('\n'));
}
