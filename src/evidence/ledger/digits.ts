import type { Figure } from '../../model/figure.ts';
import { isCut, isRounded } from '../../stats/proportion.ts';

type Printed = Pick<Figure, 'value' | 'decimals'>;

/** How one number becomes the other where it loses digits: 0.988 is rounded to 0.99 and cut to 0.98. */
export function lossOfDigits(a: Printed, b: Printed): 'rounding' | 'truncation' | undefined {
  if (a.decimals === b.decimals) return undefined;
  const [fine, coarse] = a.decimals > b.decimals ? [a, b] : [b, a];
  const unit = 10 ** -coarse.decimals;
  if (Math.abs(fine.value - coarse.value) <= unit / 2 + 1e-9) return 'rounding';
  const rest = Math.abs(fine.value) - Math.abs(coarse.value);
  return fine.value * coarse.value >= 0 && rest >= 0 && rest < unit - 1e-9 ? 'truncation' : undefined;
}

/**
 * Whether two percentages are one number of n patients, rounded in one and cut in the other: 35 of 75 is
 * 46.67%, so 47 and 46. Proved by printed events; else where only one number of patients gives both, and
 * none rounds to the lower.
 */
export function isOneShare(a: Printed, b: Printed, n: number, events: number | undefined): boolean {
  const [cut, rounded] = a.value < b.value ? [a, b] : [b, a];
  const isBoth = (x: number) => isCut(x, n, cut) && isRounded(x, n, rounded);
  if (events !== undefined) return isBoth(events);
  const near = Math.floor((cut.value * n) / 100);
  const counts = [near - 1, near, near + 1, near + 2].filter((x) => x >= 0 && x <= n);
  return counts.filter(isBoth).length === 1 && !counts.some((x) => isRounded(x, n, cut));
}
