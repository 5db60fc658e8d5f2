import { datasets as en } from './en/datasets.ts';
import { spoken } from './locale.ts';
import { datasets as zh } from './zh/datasets.ts';

/** The words of what comparison and synthesis know of studies. */
export const datasets = spoken({ en, zh });
