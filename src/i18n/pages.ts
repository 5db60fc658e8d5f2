import { pages as en } from './en/pages.ts';
import { spoken } from './locale.ts';
import { pages as zh } from './zh/pages.ts';

/** The words of lists and of the pages of works, endpoints, therapies and published syntheses. */
export const pages = spoken({ en, zh });
