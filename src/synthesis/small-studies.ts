import { backTransform } from '../stats/effect-sizes.ts';
import { studiesForEgger } from '../stats/egger.ts';
import { count, digits, pText, valueText } from './words.ts';
import type { Synthesis } from './pool.ts';

/** Whether small studies differ from large ones, in a sentence for the page and for a paper; why it was not asked. */
export function smallStudiesText({ egger, result, studies, state: { measure } }: Synthesis): string | undefined {
  if (typeof result === 'string') return undefined;
  if (studies.length < studiesForEgger)
    return `Egger’s test and a funnel plot need ${studiesForEgger} studies or more; here are ${count(studies.length, 'study', 'studies')}.`;
  if (!egger) return 'Egger’s test has no answer: all studies are of one size.';
  const { t, df, p, limit } = egger;
  const effect = valueText(measure, backTransform(measure, limit));
  return `Egger’s test of small-study effects: t ${digits(t)}, df ${df}, P ${pText(p)}; the effect of a study without error would be ${effect}.`;
}
