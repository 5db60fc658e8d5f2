import { words } from '../i18n/words.ts';
import type { RiskOfBias } from '../model/appraisal-tools.ts';

/** A judgement of the whole with its tool: `some concerns (RoB 2)`. */
export function riskOfBiasText({ tool, overall }: RiskOfBias): string {
  return words.judged(words.judgement[overall], words.tool[tool]);
}
