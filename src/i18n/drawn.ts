import { drawn as en } from './en/drawn.ts';
import { spoken } from './locale.ts';
import { drawn as zh } from './zh/drawn.ts';

/** The words beside a text: figures that are drawn of it, and how those of a review compare. */
export const drawn = spoken({ en, zh });
