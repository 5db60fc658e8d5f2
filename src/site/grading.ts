import { unstatedScale } from '../comparison/sheet.ts';
import { termOf, type Library } from '../evidence/library.ts';
import type { Outcome } from '../model/outcome.ts';

/** The scale on which an outcome is graded, by name; undefined where it is not graded. */
export function scaleOf(outcome: Outcome, { vocabulary }: Library): string | undefined {
  if (!('scale' in outcome) || !outcome.scale) return undefined;
  return outcome.scale === 'unstated' ? unstatedScale : termOf(vocabulary.scales, outcome.scale).label.en;
}
