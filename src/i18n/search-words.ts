import { searchWords as en } from './en/search-words.ts';
import { spoken } from './locale.ts';
import { searchWords as zh } from './zh/search-words.ts';

/** The words of the search. */
export const searchWords = spoken({ en, zh });
