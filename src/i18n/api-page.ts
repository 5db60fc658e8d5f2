import { apiPage as en } from './en/api-page.ts';
import { spoken } from './locale.ts';
import { apiPage as zh } from './zh/api-page.ts';

/** The words of the page of the addresses for programs. */
export const apiPage = spoken({ en, zh });
