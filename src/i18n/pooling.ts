import { pooling as en } from './en/pooling.ts';
import { spoken } from './locale.ts';
import { pooling as zh } from './zh/pooling.ts';

/** The words around what is pooled here and what others pooled. */
export const pooling = spoken({ en, zh });
