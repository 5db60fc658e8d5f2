import { outcomes as en } from './en/outcomes.ts';
import { spoken } from './locale.ts';
import { outcomes as zh } from './zh/outcomes.ts';

/** Tables of outcomes, the plot of what leads a page, and the card of a figure. */
export const outcomes = spoken({ en, zh });
