import { figures as en } from './en/figures.ts';
import { spokenWhereAsked } from './locale.ts';

/** A figure in words. */
export const figures = await spokenWhereAsked(en, {
  zh: async () => (await import('./zh/figures.ts')).figures,
});
