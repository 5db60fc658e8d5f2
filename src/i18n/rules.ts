import { ruleWords as en } from './en/rules.ts';
import { spokenWhereAsked } from './locale.ts';

/** The words of the comparability rules. */
export const ruleWords = await spokenWhereAsked(en, {
  zh: async () => (await import('./zh/rules.ts')).ruleWords,
});
