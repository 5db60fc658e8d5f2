import { synthesisWords as en } from './en/synthesis.ts';
import { spokenWhereAsked } from './locale.ts';

/** What a synthesis says in a browser and in its files. */
export const synthesisWords = await spokenWhereAsked(en, {
  zh: async () => (await import('./zh/synthesis.ts')).synthesisWords,
});
