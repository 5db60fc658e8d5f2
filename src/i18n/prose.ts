import { prose as en } from './en/prose.ts';
import { spoken } from './locale.ts';
import { prose as zh } from './zh/prose.ts';

/** The words around the text of an entry. */
export const proseWords = spoken({ en, zh });
