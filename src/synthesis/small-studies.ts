import { backTransform } from '../stats/effect-sizes.ts';
import { studiesForEgger } from '../stats/egger.ts';
import { synthesisWords } from '../i18n/synthesis.ts';
import { computedP, digits } from '../wording/computed.ts';
import { valueText } from './words.ts';
import type { Synthesis } from './pool.ts';

/**
 * Whether small studies differ from large ones, in a sentence for the page and for a paper; why it was not
 * asked.
 */
export function smallStudiesText({
  egger,
  result,
  studies,
  state: { measure },
}: Synthesis): string | undefined {
  if (typeof result === 'string') return undefined;
  if (studies.length < studiesForEgger) return synthesisWords.small.tooFew(studiesForEgger, studies.length);
  if (!egger) return synthesisWords.small.oneSize;
  const { t, df, p, limit } = egger;
  const effect = valueText(measure, backTransform(measure, limit));
  return synthesisWords.small.egger(digits(t), df, computedP(p), effect);
}
