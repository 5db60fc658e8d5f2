import type { Reference } from '../../model/reference.ts';
import { folded } from './folded.ts';
import { itemIn } from '../../model/need.ts';

/**
 * A journal's name as it is compared: J. Clin. Oncol. and J Clin Oncol are one, and so is the one with an
 * article.
 */
export const plainJournal = (name: string) => folded(name.replaceAll('.', '')).replace(/^the /, '');

/** The full and the short name of the journal of a work. */
export const journalsOf = (item: Reference) =>
  [item['container-title'], item['container-title-short']].filter((name) => name !== undefined);

/**
 * Whether two names are those of one journal, in full or with words cut short: J Clin Oncol, but not Cancer
 * and Cancers.
 */
function isShortFor(a: string, b: string): boolean {
  const [one, other] = [a, b].map((name) =>
    plainJournal(name)
      .split(' ')
      .filter((word) => !/^(?:of|the|and|in|for|on)$/.test(word)),
  ) as [string[], string[]];
  const isCut = (short: string, long: string) => long.startsWith(short) && long.length - short.length !== 1;
  return (
    one.length === other.length &&
    one.every((word, i) => isCut(word, itemIn(other, i)) || isCut(itemIn(other, i), word))
  );
}

/** Whether two works are in one journal; `undefined` where one of them names none. */
export function inOneJournal(a: Reference, b: Reference): boolean | undefined {
  const [own, others] = [journalsOf(a), journalsOf(b)];
  if (own.length === 0 || others.length === 0) return undefined;
  return own.some((name) => others.some((other) => isShortFor(name, other)));
}
