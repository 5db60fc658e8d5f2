import { searchWords as words } from '../../i18n/search-words.ts';
import { isSameName } from '../../search-index/fold.ts';
import type { Answer } from './answer.ts';
import { engine } from './engine.ts';

/** What is said of an answer, on the page and by screen readers. */
export async function noteOn({ found, hits }: Answer, query: string, filtered: boolean): Promise<string> {
  const { understood, met, of } = found;
  if (hits.length === 0) {
    const isFiltered = filtered && understood.missing.length === 0 && found.alone.length === 0;
    if (isFiltered) return words.noneFiltered;
    return found.alone.length > 0 ? words.tooLittle(query) : words.noResults(query);
  }
  const notes = [words.count(hits.length)];
  if (understood.corrected !== undefined) notes.push(words.showing(understood.corrected));
  notes.push(...(await takenIn(found)));
  if (understood.missing.length > 0) notes.push(words.missing(understood.missing));
  if (met < of) notes.push(words.partly(met, of));
  return words.notes(notes);
}

/** Names that are not what their page is called: "Matched X, a brand name of …". */
async function takenIn({ understood }: Answer['found']): Promise<string[]> {
  const { names } = await engine().understanding();
  const chinese = document.documentElement.lang.startsWith('zh');
  return understood.parts.flatMap(({ named: [first], taken }) => {
    if (!first || taken === 'corrected') return [];
    const [, en = '', zh = ''] = names.entities[first.entity] ?? [];
    const label = chinese && zh ? zh : en;
    const role = words.roles[first.role];
    return role === undefined || isSameName(first.name, label) ? [] : [words.taken(first.name, role, label)];
  });
}

/** What was asked for, in the words of the query and of the names that were taken, for marks in results. */
export const askedIn = ({ found: { understood } }: Answer): string[] => [
  ...new Set(
    understood.parts
      .filter(({ faint }) => !faint)
      .flatMap(({ said, instead, named }) => [said, instead ?? '', named[0]?.name ?? '']),
  ),
];
