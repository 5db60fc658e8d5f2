import { home as en } from './en/home.ts';
import { spoken } from './locale.ts';
import { home as zh } from './zh/home.ts';

/** The words of the first page. */
export const home = spoken({ en, zh });
