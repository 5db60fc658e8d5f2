import { trial as en } from './en/trial.ts';
import { spoken } from './locale.ts';
import { trial as zh } from './zh/trial.ts';

/** The page of a study, and that of its figures. */
export const trial = spoken({ en, zh });
