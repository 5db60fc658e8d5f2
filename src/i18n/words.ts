import { en } from './en/words.ts';
import { spokenWhereAsked, type Translated } from './locale.ts';

/**
 * The words for what the model knows: kinds, roles, states. Words of the disease are in the content's
 * vocabulary.
 */
export const words = await spokenWhereAsked(en, { zh: async () => (await import('./zh/words.ts')).zh });
export type Words = Translated<typeof en>;
