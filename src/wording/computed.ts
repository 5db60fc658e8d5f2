/**
 * Numbers that are computed here, in the digits that help a reader. What a report prints stays as printed
 * (`figures.ts`).
 */

/** With so many decimals, and a minus sign as figures have it. */
export const computed = (value: number, decimals = 1): string => signed(value.toFixed(decimals));

/** `80.7%`; a share is from 0 to 1. */
export const shareText = (share: number): string => `${computed(100 * share)}%`;

/** Two decimals, two digits where they would be zeros, and powers of ten where numbers get long. */
export function ratioText(ratio: number): string {
  if (ratio >= 0.1 && ratio < 1000) return ratio.toFixed(2);
  const text = Number(ratio.toPrecision(2));
  return text >= 0.001 && text < 1e6 ? String(text) : text.toExponential();
}

interface Computed {
  /** In percent. */
  level: number;
  low: number;
  high: number;
}

/** `95% CI 72.1–87.7`, of percentages; the same in all languages. */
export const computedInterval = ({ level, low, high }: Computed): string =>
  `${level}% CI ${computed(low)}–${computed(high)}`;

/** The usual interval without its level and name; any other is named in full. */
export const briefInterval = (interval: string): string => interval.replace(/^95% CI /, '');

/** Four digits, for figures such as τ². */
export const digits = (value: number): string => signed(String(Number(value.toPrecision(4))));

/** `P = 0.034`, `P < 0.001`. */
export const computedP = (p: number): string => (p < 0.001 ? 'P < 0.001' : `P = ${p.toFixed(3)}`);

/** What rounds to zero has no sign. */
export const signed = (text: string): string => text.replace(/^-/, '−').replace(/^−(0(?:\.0+)?)$/, '$1');
