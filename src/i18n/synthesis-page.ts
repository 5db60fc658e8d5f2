import { spoken } from './locale.ts';
import { synthesisPage as en } from './en/synthesis-page.ts';
import { synthesisPage as zh } from './zh/synthesis-page.ts';

/** The words of the page of syntheses that stand there before anything is asked. */
export const synthesisPage = spoken({ en, zh });
