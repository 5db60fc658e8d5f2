import { quality as en } from './en/quality.ts';
import { spoken } from './locale.ts';
import { quality as zh } from './zh/quality.ts';

/** The words of the page of the checks. */
export const quality = spoken({ en, zh });
