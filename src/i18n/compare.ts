import { compareWords as en } from './en/compare.ts';
import { spokenWhereAsked } from './locale.ts';

/** What a comparison says in a browser. */
export const compareWords = await spokenWhereAsked(en, {
  zh: async () => (await import('./zh/compare.ts')).compareWords,
});
