import type { Reference } from '../model/reference.ts';
import { toTex, type TexOptions } from './tex.ts';
import { tidy } from './text.ts';

export type Name = NonNullable<Reference['author']>[number];

/** The family name with its particles: `van der Berg`, `d'Arcy`. */
export function wholeFamily(name: Exclude<Name, { literal: string }>): string {
  const particles = [name['dropping-particle'], name['non-dropping-particle']].filter(Boolean).join(' ');
  return join(particles, name.family);
}

const han = /\p{sc=Han}/u;

/** A name as it is searched: the family name before the given name, in one word where it is Chinese. */
export function searchedName(name: Name): string {
  if ('literal' in name) return name.literal;
  const { family, given = '', 'non-dropping-particle': particle } = name;
  return han.test(family) ? `${family}${given}` : [particle, family, given].filter(Boolean).join(' ');
}

const eastAsian = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u;
// What BibTeX's reader of names takes apart as it should: words and initials, single hyphens, apostrophes
// inside.
const plain = /^[\p{L}][\p{L}\p{M}.’']*(?:[ -][\p{L}][\p{L}\p{M}.’']*)*$/u;
const smallWord = /^\p{Ll}[^ -]*[ -]|[ -]\p{Ll}/u;

/** `Garcia, Ann and {World Health Organization} and others`; '' where there is no author. */
export function authorsToTex(item: Reference, options: TexOptions = {}): string {
  const names = namesToTex(item.author, options);
  return names !== '' && item.custom?.['authors-truncated'] ? `${names} and others` : names;
}

/** `Garcia, Ann and Poe, P`; '' where nobody is named. */
export function namesToTex(names: readonly Name[] = [], options: TexOptions = {}): string {
  return names
    .map((name) => nameToTex(name, options))
    .filter((name) => name !== '')
    .join(' and ');
}

function nameToTex(name: Name, options: TexOptions): string {
  if ('literal' in name) return braced(plainSpaces(name.literal), options);

  const [given, family, suffix] = [name.given, name.family, name.suffix].map(plainSpaces) as [
    string,
    string,
    string,
  ];
  const particles = [name['dropping-particle'], name['non-dropping-particle']].map(plainSpaces);
  const before = particles.filter((one) => one !== '').join(' ');
  // Chinese, Japanese and Korean names stand whole and in their order, as their own bibliographies have them:
  // taken apart, every Western style would print the family name last.
  if (before === '' && eastAsian.test(family)) return braced(family + given + suffix, options);

  const whole = [join(before, family), given, suffix].filter((one) => one !== '').join(' ');
  if (given === '' || family === '') return braced(whole, options);
  const parts = [
    lastName(before, family, options),
    ...(suffix === '' ? [] : [part(suffix, options)]),
    part(given, options),
  ];
  // biber drops an entry with a name of more than two commas, be they inside braces.
  return parts.join().split(',').length > 3 ? braced(whole, options) : parts.join(', ');
}

// biber makes initials of what follows a tie, and broken TeX of what it finds there.
function plainSpaces(text: string | undefined): string {
  return tidy(text ?? '').replaceAll('\u00a0', ' ');
}

function lastName(particles: string, family: string, options: TexOptions): string {
  const whole = join(particles, family);
  // BibTeX takes words in small letters for particles. Where the item names none, they are part of the name.
  const ownSmallWord = (particles === '' || particles.endsWith('-')) && smallWord.test(whole);
  return ownSmallWord ? braced(whole, options) : part(whole, options);
}

/** `van der` + `Berg`, but `d'` + `Arcy` and `al-` + `Sawaf` without a space. */
function join(particles: string, family: string): string {
  return particles === '' || /['’-]$/.test(particles) ? particles + family : `${particles} ${family}`;
}

function part(text: string, options: TexOptions): string {
  return plain.test(text) && !/(?:^| )(?:and|others)(?:$| )/i.test(text)
    ? toTex(text, options)
    : braced(text, options);
}

function braced(text: string, options: TexOptions): string {
  // biber takes `family=…` for its own way of writing names,
  const tex = toTex(text, options).replaceAll('=', '{=}');
  // and `{others}` for "et al." as it does `others` itself.
  if (/^others$/i.test(tex)) return `{${tex[0]}}${tex.slice(1)}`;
  return tex === '' ? '' : `{${tex}}`;
}
