import { citeWords as en } from './en/cite.ts';
import { spoken } from './locale.ts';
import { citeWords as zh } from './zh/cite.ts';

/** The words of boxes that cite. */
export const citeWords = spoken({ en, zh });
