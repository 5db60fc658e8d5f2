import { shortLabel } from '../../citations/label.ts';
import type { AppraisalNode, Library } from '../../evidence/library.ts';
import { en } from '../../i18n/en/words.ts';
import { concept } from './terms.ts';

/**
 * The risk of bias as `Evidence.certainty`: the whole, and each domain as a part of it. Ratings are in the
 * words of the tool alone, for the codes of FHIR are those of GRADE, which rates many studies together.
 */
export function certaintyOf({ data, reference, domains }: AppraisalNode, { publisher }: Library['base']) {
  const type = concept('certainty', 'Risk of bias', 'RiskOfBias');
  return {
    description: `${en.tool[data.tool]}, judged from: ${data.basis.map((kind) => en.read[kind]).join(', ')}`,
    type,
    rating: { text: en.judgement[data.overall] },
    rater: reference ? shortLabel(reference.data) : publisher,
    subcomponent: domains.map(({ data: { domain, judgement, reason } }) => ({
      description: `${en.biasDomain[domain]}: ${reason}`,
      type,
      rating: { text: en.judgement[judgement] },
    })),
  };
}
