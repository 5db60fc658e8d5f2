import type { Reference } from '../../model/reference.ts';
import { need } from '../../model/need.ts';

/** Letters that no decomposition divides into a plain one and a mark. */
const plainLetters: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

/**
 * A text as names and titles are compared: small letters without marks and apostrophes, every other sign a
 * space.
 */
export function folded(text: string): string {
  // Of plain letters most texts are, and these take a fifth of the time.
  if (/^[\x20-\x7E]*$/.test(text))
    return text
      .replace(/['`]/g, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ`]/gu, '')
    .toLowerCase()
    .replace(/[łøđðıßæœþ]/g, (letter) => need(plainLetters[letter]))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

type Name = NonNullable<Reference['author']>[number];
export const isHan = (text: string) => /\p{Script=Han}/u.test(text);

/**
 * What an author may be called, folded: by the family name alone, or with the given name on either side of
 * it.
 */
export function namesOf(author: Name): string[] {
  if ('literal' in author) return [folded(author.literal)];
  const particles = [author['dropping-particle'], author['non-dropping-particle']].filter(
    (part) => part !== undefined,
  );
  const families = [author.family, [...particles, author.family].join(' ')];
  // German sources write ö as oe where their letters have no marks.
  const spelt = families.flatMap((family) => [
    family,
    family.replace(/[äöü]/gi, (vowel) => `${folded(vowel)}e`),
  ]);
  const given = author.given ?? '';
  const join = isHan(author.family) ? '' : ' ';
  const all = spelt.flatMap((family) => [family, `${family}${join}${given}`, `${given}${join}${family}`]);
  return [...new Set(all.map(folded))];
}

/**
 * The names of a work's authors: one list an author, with those that its own label gives in Latin letters.
 */
export function authorsOf({ author = [], custom }: Pick<Reference, 'author' | 'custom'>): string[][] {
  const label = custom?.['short-label']?.replace(/\bet al\b.*|\d.*$/, '') ?? '';
  const inLabel = label.split('&').map(folded);
  return author.map((name, i) => [...namesOf(name), ...(inLabel[i] ? [inLabel[i]] : [])]);
}

/**
 * Every name that a text may end with, folded: its last words, or last characters in Chinese. Initials behind
 * do not count.
 */
export function endings(text: string): string[] {
  const tails = [folded(text), folded(text.replace(/(?:[\s,]+(?:\p{Lu}\.?[-\s]?){1,3})$/u, ''))];
  return tails.flatMap((tail) => {
    const parts = isHan(tail) ? [...tail] : tail.split(' ');
    return parts.map((_, i) => parts.slice(i).join(isHan(tail) ? '' : ' '));
  });
}

/** Whether a text ends with one of the names of an author. */
export const endsWithName = (text: string, names: readonly string[]): boolean =>
  endings(text).some((ending) => names.includes(ending));

/** The authors of a work as a finding names them. */
export function authorsText({ author = [], custom }: Reference): string {
  const families = author.map((name) => ('literal' in name ? name.literal : name.family));
  const more = custom?.['authors-truncated'] || families.length > 3;
  return `${families.slice(0, 3).join(', ')}${more ? ' and others' : ''}`;
}
