import { en } from './en/words.ts';
import { spoken, type Translated } from './locale.ts';
import { zh } from './zh/words.ts';

/** The words for what the model knows: kinds, roles, states. Words of the disease are in the content's vocabulary. */
export const words = spoken({ en, zh });
export type Words = Translated<typeof en>;
