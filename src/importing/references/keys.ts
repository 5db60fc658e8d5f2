import { folded } from '../../checks/identity/folded.ts';
import type { Reference } from '../../model/reference.ts';
import { id as idSchema } from '../../model/text.ts';
import { yearOf } from './dates.ts';
import { pinyin } from './pinyin.ts';
import { hasHan } from './text.ts';

/**
 * Keys for new works, made once: `example-2034`; of a second such work `example-a-2034`, by the initial of
 * the first author, and of a third `example-2034-inventumab`, by the first telling word of its title.
 */
export class Keys {
  readonly #taken: Set<string>;
  /** Stem → the next number to try. */
  readonly #next = new Map<string, number>();

  /** @param taken all keys that are or ever were in use, with those of addresses that were given up */
  constructor(taken: Iterable<string>) {
    this.#taken = new Set([...taken].map((key) => key.toLowerCase()));
  }

  /** @param given the key in the file, which is kept where it has the form of the keys of a library */
  make(work: Reference, given: string | undefined): string {
    const own = given !== undefined && isLibraryKey(given) ? [given] : [];
    const candidates = [...own, ...candidatesFor(work)];
    const free =
      candidates.find((key) => idSchema.safeParse(key).success && !this.#taken.has(key)) ??
      this.#numbered(candidates.at(-1) ?? 'work');
    this.#taken.add(free);
    return free;
  }

  #numbered(stem: string): string {
    let number = this.#next.get(stem) ?? 2;
    while (this.#taken.has(`${stem}-${number}`)) number += 1;
    this.#next.set(stem, number + 1);
    return `${stem}-${number}`;
  }
}

/** `smith-2026`, `smith-a-2026-phase-1`: words with a year among them, as keys of a library are. */
const isLibraryKey = (key: string) =>
  idSchema.safeParse(key).success && /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*-\d{4}(?:-[a-z0-9]+)*$/.test(key);

function candidatesFor(work: Reference): string[] {
  const year = yearOf(work.issued);
  const named = familyOf(work);
  const words = titleWords(work);
  const stem = named?.family ?? (words.slice(0, 3).join('-') || 'work');
  const telling = words.find(
    (word) => word.length > 3 && !/^\d+$/.test(word) && !stem.split('-').includes(word),
  );
  // For a work without a year the title says more than a bare name would.
  const dated =
    year === undefined && named
      ? joined(stem, telling)
      : stem.endsWith(`-${year}`)
        ? stem
        : joined(stem, year);
  return [
    dated,
    ...(named?.initial ? [joined(stem, named.initial, year)] : []),
    ...(telling ? [joined(dated, telling)] : []),
  ];
}

const joined = (...parts: (string | number | undefined)[]): string =>
  parts
    .filter((part) => part !== undefined && part !== '')
    .join('-')
    .slice(0, 90);

/** The name that a work goes by, in small plain letters: that of its first author, editor or publisher. */
function familyOf({ author, editor, custom }: Reference): { family: string; initial: string } | undefined {
  const [first] = author ?? editor ?? [];
  if (!first) return undefined;
  const label = latin(custom?.['short-label']?.replace(/\bet al\b.*|\d.*$/, '') ?? '');
  const literal = 'literal' in first ? first.literal : first.family;
  const chinese = hasHan(literal) ? pinyin(literal) : undefined;
  const family =
    label ||
    chinese ||
    ('literal' in first
      ? groupKey(latin(literal).split('-'))
      : latin(literal).split('-').slice(0, 4).join('-'));
  if (family === '') return undefined;
  return { family, initial: 'literal' in first ? '' : latin(first.given ?? '').slice(0, 1) };
}

/**
 * The first telling words of a group's name: `working-group-heart` of the Working Group for Heart Failure.
 */
function groupKey(words: readonly string[]): string {
  const telling = words.filter((word) => !small.has(word));
  return (telling.length > 0 ? telling : words).slice(0, 3).join('-');
}

const small = new Set('the a an of and in with for to on by from after at as is or'.split(' '));

/** The telling words of a title in Latin letters. */
function titleWords({ title, custom }: Reference): string[] {
  return latin(custom?.['title-en'] ?? title)
    .split('-')
    .filter((word, i, all) => word !== '' && !small.has(word) && all.indexOf(word) === i);
}

/** Text in plain small letters, its words joined by hyphens; other writings are left out. */
const latin = (text: string): string =>
  folded(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/ +/g, '-');
