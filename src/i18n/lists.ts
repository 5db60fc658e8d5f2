import { listWords as en } from './en/lists.ts';
import { spoken } from './locale.ts';
import { listWords as zh } from './zh/lists.ts';

/** What lists and the selection say as a reader narrows and chooses. */
export const listWords = spoken({ en, zh });
