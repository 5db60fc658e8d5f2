import { comparePage as en } from './en/compare-page.ts';
import { spoken } from './locale.ts';
import { comparePage as zh } from './zh/compare-page.ts';

/** The words of the page of comparisons that stand there before anything is asked. */
export const comparePage = spoken({ en, zh });
