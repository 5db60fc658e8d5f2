import { figures as en } from './en/figures.ts';
import { spoken } from './locale.ts';
import { figures as zh } from './zh/figures.ts';

/** A figure in words. */
export const figures = spoken({ en, zh });
