import type { AppraisalNode } from '../evidence/library.ts';
import { word } from '../wording/figures.ts';
import { inWords } from '../i18n/locale.ts';
import { outcomes as said } from '../i18n/outcomes.ts';
import { words } from '../i18n/words.ts';
import { doubtOf, type Doubt, type Judgement } from '../model/appraisal-tools.ts';
import { phrase } from '../model/phrases.ts';

/**
 * The signs of plots of the risk of bias, so that colour is not needed: after robvis (McGuinness and Higgins
 * 2021).
 */
const signs: Record<Doubt, string> = { none: '+', some: '−', grave: '×', unknown: '?' };

/** A judgement in words, with the sign that goes before it. */
export const judged = (judgement: Judgement) => ({
  text: words.judgement[judgement],
  sign: signs[doubtOf[judgement]],
  doubt: doubtOf[judgement],
});

/** What was judged: `Overall survival: HR 0.75, Drug against usual care`; of an endpoint its name alone. */
export function subjectOf({ fact, endpoint }: AppraisalNode): string {
  const label = inWords(endpoint.data.label);
  if (!fact) return said.appraised.all(label);
  const figure = said.appraised.figure(label, word(fact.outcome, fact.derived).value);
  const [arm, comparator] = [fact.arm, fact.comparator].map((side) => side && phrase(side.label));
  const sides = arm && comparator ? said.against(arm, comparator) : (arm ?? comparator);
  return sides ? said.listed([figure, sides]) : figure;
}
