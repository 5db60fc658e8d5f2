import type { AppraisalNode } from '../evidence/library.ts';
import { word } from '../wording/figures.ts';
import { words } from '../i18n/words.ts';
import { doubtOf, type Doubt, type Judgement } from '../model/appraisal-tools.ts';

/** The signs of plots of the risk of bias, so that colour is not needed: after robvis (McGuinness and Higgins 2021). */
const signs: Record<Doubt, string> = { none: '+', some: '−', grave: '×', unknown: '?' };

/** A judgement in words, with the sign that goes before it. */
export const judged = (judgement: Judgement) => ({
  text: words.judgement[judgement],
  sign: signs[doubtOf[judgement]],
  doubt: doubtOf[judgement],
});

/** What was judged: `Overall survival: HR 0.75, Drug against usual care`; of an endpoint its name alone. */
export function subjectOf({ fact, endpoint }: AppraisalNode): string {
  const label = endpoint.data.label.en;
  if (!fact) return `${label}, all results`;
  const sides = [fact.arm?.label, fact.comparator?.label].filter((side) => side !== undefined);
  return [`${label}: ${word(fact.outcome, fact.derived).value}`, sides.join(' against ')].filter(Boolean).join(', ');
}
