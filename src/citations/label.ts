import { dateParts } from './dates.ts';
import type { Citable } from './entry.ts';
import { tidy } from './text.ts';
import { plainTitle } from './title.ts';

const eastAsian = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/**
 * The work as prose names it: `Smith 2018`, `Ali & Moreau 2020`, `Muster et al. 2016`; `花京剩等 2020` and
 * `糜坚青和田洁 2021` where the item has no label of its own. Where nobody is named, the publisher or the beginning
 * of the title; `n.d.` without a year. Plain text.
 */
export function shortLabel(item: Citable): string {
  return item.custom?.['short-label'] ?? `${whose(item)} ${dateParts(item.issued).year ?? 'n.d.'}`;
}

function whose(item: Citable): string {
  const names = firstNames(item.author ?? []);
  const [first, second] = names;
  if (first === undefined) return item.publisher ?? beginning(plainTitle(item.title));
  const chinese = eastAsian.test(first);
  if (names.length > 2 || item.custom?.['authors-truncated'])
    return chinese ? `${first}等` : `${first} et al.`;
  if (second === undefined) return first;
  return chinese ? `${first}和${second}` : `${first} & ${second}`;
}

/** Of many authors three are enough to know that there are more than two. */
function firstNames(authors: NonNullable<Citable['author']>): string[] {
  const names: string[] = [];
  for (const author of authors) {
    const name = shortName(author);
    if (name !== '' && names.push(name) > 2) break;
  }
  return names;
}

// Chinese authors go by their whole name: a family name alone says little where so many share it.
function shortName(name: NonNullable<Citable['author']>[number]): string {
  if ('literal' in name) return tidy(name.literal);
  if (eastAsian.test(name.family)) return tidy(name.family + (name.given ?? ''));
  const particle = tidy(name['non-dropping-particle'] ?? '');
  return tidy(/['’-]$/.test(particle) ? particle + name.family : `${particle} ${name.family}`);
}

/** Five words at most. */
function beginning(title: string): string {
  const words = title.split(' ');
  return words.length > 5 ? `${words.slice(0, 5).join(' ')} …` : title;
}
