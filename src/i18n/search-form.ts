import { searchForm as en } from './en/search-form.ts';
import { spoken } from './locale.ts';
import { searchForm as zh } from './zh/search-form.ts';

/** The field that leads to the search. */
export const searchForm = spoken({ en, zh });
