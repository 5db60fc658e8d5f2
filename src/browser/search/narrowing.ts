import { searchWords as words } from '../../i18n/search-words.ts';
import { marksOfConditions } from '../../search-index/condition-marks.ts';
import { completions, conditionsIn, isBegun } from '../../search-index/query/structured.ts';
import { engine } from './engine.ts';
import { goingOn } from './hints.ts';
import { make } from './render.ts';

/** What structured search makes of the words above a list. */
export interface Narrowed {
  /** What stands beside the conditions, in small letters. */
  words: string[];
  /**
   * Places that meet all conditions, among all pages of the kind in the order of their addresses; undefined
   * without conditions.
   */
  places: ReadonlySet<number> | undefined;
  /** How many pages of the kind there are. */
  of: number;
  /** Names that are not known, and how the query may go on. */
  hints: HTMLElement[];
}

/** Reads a query as the search does, for a list of the pages of one kind: `therapy:x n>20` and words. */
export async function narrowedBy(query: string, kind: string): Promise<Narrowed> {
  const { conditions, rest } = conditionsIn(query);
  const text = rest.toLowerCase().split(/\s+/).filter(Boolean);
  if (!marksOfConditions.test(query))
    return { words: text, places: undefined, of: 0, hints: goingOn(completions(query)) };
  const { reader } = engine();
  const [start, { names }] = await Promise.all([reader.start(), engine().understanding()]);
  const at = start.kinds.findIndex(([name]) => name === kind);
  const [first, end] = [start.kinds[at]?.[1] ?? 0, start.kinds[at + 1]?.[1] ?? start.pages];
  const { pages, unknown } = await engine().meeting(conditions);
  return {
    words: text.filter((word) => !isBegun(word)),
    places:
      pages &&
      new Set([...pages.keys()].filter((page) => page >= first && page < end).map((page) => page - first)),
    of: end - first,
    hints: [
      ...unknown.map((said) => make('li', {}, words.noResults(said))),
      ...goingOn(completions(query, names)),
    ],
  };
}
