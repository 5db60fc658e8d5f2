import { synthesisWords as words } from '../i18n/synthesis.ts';
import type { Measure } from '../stats/effect-sizes.ts';
import { computed, ratioText, shareText, signed } from '../wording/computed.ts';
import type { Domain, LevelsDown, Step } from './certainty.ts';

/** `74.2%`, `0.45`; `value` on the scale that people read, a proportion from 0 to 1. */
export function valueText(measure: Measure, value: number): string {
  return measure === 'GEN' ? ratioText(value) : shareText(value);
}

/** `53.9–87.6`, `−2.0 to 31.4`. */
export function intervalText(measure: Measure, { low, high }: { low: number; high: number }): string {
  const text = measure === 'GEN' ? ratioText : (share: number) => computed(100 * share);
  return `${text(low)}${low < 0 ? words.to : '–'}${text(high)}`;
}

/** `serious (−1)`, as GRADE words what a domain lowers the certainty by. */
export function judgementText(domain: Domain, levels: LevelsDown): string {
  const { usual, publication, lowered } = words.judgement;
  const [none, one, two] = domain === 'publication-bias' ? publication : usual;
  return levels === 0 ? none : lowered(levels === -1 ? one : two, loweringText(levels));
}

/** What was computed of a domain; where nothing could be, that. */
export const computedText = ({ domain, computed }: Step): string =>
  computed.judged ? judgementText(domain, computed.levels) : words.notJudged;

/** `−1`, `0`. */
export const loweringText = (levels: LevelsDown): string => signed(String(levels));
