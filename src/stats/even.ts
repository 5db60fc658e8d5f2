import type { Span } from './ratio.ts';

/**
 * Scales on which shares of patients are pooled; an interval of the normal or the t distribution is even on
 * the scale on which it was made: https://www.metafor-project.org/doku.php/tips:model_proportions
 */
const scales = {
  plain: (share: number) => share,
  logit: (share: number) => Math.log(share / (1 - share)),
  arcsine: (share: number) => Math.asin(Math.sqrt(share)),
  log: (share: number) => Math.log(share),
} as const;

/** Of floating point. */
const rounding = 1e-9;

/**
 * The scales on which an estimate may lie in the middle of its interval, given how each was rounded; all are
 * shares of one.
 */
export function evenScales(estimate: Span, low: Span, high: Span): (keyof typeof scales)[] {
  const within = (share: number) => Math.min(1, Math.max(0, share));
  return (Object.keys(scales) as (keyof typeof scales)[]).filter((name) => {
    const on = (share: number) => scales[name](within(share));
    // A limit that was cut off at 0 or 1 may have lain anywhere beyond it.
    const cutLow = low.low <= 0;
    const cutHigh = high.high >= 1;
    const below: Span = {
      low: on(estimate.low) - on(low.high),
      high: cutLow ? Infinity : on(estimate.high) - on(low.low),
    };
    const above: Span = {
      low: on(high.low) - on(estimate.high),
      high: cutHigh ? Infinity : on(high.high) - on(estimate.low),
    };
    return below.low <= above.high + rounding && above.low <= below.high + rounding;
  });
}
