import { trialList as en } from './en/trial-list.ts';
import { spoken } from './locale.ts';
import { trialList as zh } from './zh/trial-list.ts';

/** The list of studies and what it is filtered by. */
export const trialList = spoken({ en, zh });
