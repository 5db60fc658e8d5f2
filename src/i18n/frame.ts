import { frame as en } from './en/frame.ts';
import { spoken } from './locale.ts';
import { frame as zh } from './zh/frame.ts';

/** The words around every page. */
export const frame = spoken({ en, zh });
