import { guide as en } from './en/guide.ts';
import { spoken } from './locale.ts';
import { guide as zh } from './zh/guide.ts';

/** The words of the guide around its chapters. */
export const guide = spoken({ en, zh });
