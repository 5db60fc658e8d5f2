import { dataPage as en } from './en/data-page.ts';
import { spoken } from './locale.ts';
import { dataPage as zh } from './zh/data-page.ts';

/** The words of the page of the data. */
export const dataPage = spoken({ en, zh });
