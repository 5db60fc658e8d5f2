import { headline as en } from './en/headline.ts';
import { spoken } from './locale.ts';
import { headline as zh } from './zh/headline.ts';

/** What a study found, in one sentence. */
export const headline = spoken({ en, zh });
