import { plots as en } from './en/plots.ts';
import { spokenWhereAsked } from './locale.ts';

/** The words of plots. */
export const plots = await spokenWhereAsked(en, { zh: async () => (await import('./zh/plots.ts')).plots });
