import { plots as en } from './en/plots.ts';
import { spoken } from './locale.ts';
import { plots as zh } from './zh/plots.ts';

/** The words of plots. */
export const plots = spoken({ en, zh });
