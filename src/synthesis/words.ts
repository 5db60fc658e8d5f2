import { synthesisWords as words } from '../i18n/synthesis.ts';
import type { Measure } from '../stats/effect-sizes.ts';
import type { Domain, LevelsDown, Step } from './certainty.ts';

/** `74.2%`, `0.45`; `value` on the scale that people read, a proportion from 0 to 1. */
export function valueText(measure: Measure, value: number): string {
  return measure === 'GEN' ? ratioText(value) : `${percentText(value)}%`;
}

/** `53.9–87.6`, `−2.0 to 31.4`. */
export function intervalText(measure: Measure, { low, high }: { low: number; high: number }): string {
  const text = measure === 'GEN' ? ratioText : percentText;
  return `${text(low)}${low < 0 ? words.to : '–'}${text(high)}`;
}

function percentText(proportion: number): string {
  return signed((100 * proportion).toFixed(1));
}

/** Two decimals, two digits where they would be zeros, and powers of ten where numbers get long. */
function ratioText(ratio: number): string {
  if (ratio >= 0.1 && ratio < 1000) return ratio.toFixed(2);
  const text = Number(ratio.toPrecision(2));
  return text >= 0.001 && text < 1e6 ? String(text) : text.toExponential();
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

/** `0.034`, `< 0.001`. */
export function pText(p: number): string {
  return p < 0.001 ? '< 0.001' : p.toFixed(3);
}

/** Four digits, for figures such as τ². */
export function digits(value: number): string {
  return signed(String(Number(value.toPrecision(4))));
}

const signed = (text: string) => text.replace(/^-/, '−').replace(/^−(0\.0)$/, '$1');
