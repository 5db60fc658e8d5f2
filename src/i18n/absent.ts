import { absent as en } from './en/absent.ts';
import type { Locale, Translated } from './locale.ts';
import { absent as zh } from './zh/absent.ts';

/**
 * The words of the page that is shown for every address without one, whose language nobody knows: it speaks
 * all of them.
 */
export const absentIn: Readonly<Record<Locale, Translated<typeof en>>> = { en, zh };
