import { endsOf, exact, type Figure } from '../model/figure.ts';
import { isRatioOfSides, isShare, wholeOf, type Pooled } from '../model/synthesis.ts';
import { evenScales } from '../stats/even.ts';
import { spanOf, type Span } from '../stats/ratio.ts';
import type { Check } from './check.ts';
import { halfUnit } from './facts.ts';

/** The figures of a result that lie on its own scale, by the key they stand under. */
function onScale({ estimate, interval, prediction }: Pooled): { where: string[]; figure: Figure }[] {
  const limits = Object.entries({ interval, prediction }).flatMap(([key, own]) =>
    (['low', 'high'] as const).flatMap((end) => {
      const limit = own?.[end];
      return typeof limit === 'object' ? [{ where: [key, end], figure: limit }] : [];
    }),
  );
  return [...(estimate ? [{ where: ['estimate'], figure: estimate }] : []), ...limits];
}

const bounds: Check<'pooled'> = {
  code: 'pooled/bounds',
  scope: 'pooled',
  run({ fact }, ask) {
    if (fact.measure === 'difference') return;
    const most = isShare(fact) ? wholeOf(fact) : Number.POSITIVE_INFINITY;
    // A ratio of nothing to something is printed nowhere but by mistake.
    const isPossible = ({ value }: Figure) =>
      (isRatioOfSides(fact) ? value > 0 : value >= 0) && value <= most;
    const figures = onScale(fact);
    const wrong = figures.find(({ figure }) => !isPossible(figure));
    if (!wrong) {
      ask.pass();
      return;
    }
    ask.fault({
      where: wrong.where,
      message: `${wrong.figure.printed} cannot be ${nameOf(fact)}`,
      actual: wrong.figure.printed,
      expected: isShare(fact) ? `a figure between 0 and ${most}` : 'a figure above 0',
      help: 'compare with the source; if it prints the figure so, waive the check with the reason',
    });
  },
};

function nameOf(fact: Pooled): string {
  if (fact.measure === 'percent') return 'a percentage of patients';
  if (fact.measure === 'share') return 'a share of patients';
  return isRatioOfSides(fact) ? 'a ratio' : `a ${fact.measure}`;
}

const sides: Check<'pooled'> = {
  code: 'pooled/sides',
  scope: 'pooled',
  run({ fact }, ask) {
    if (!isShare(fact) && !isRatioOfSides(fact)) return;
    const compares = fact.against !== undefined;
    ask.expect(compares === isRatioOfSides(fact), () => ({
      where: ['measure'],
      message: compares
        ? `the source compares two groups, and calls the result ${nameOf(fact)}, which one group has`
        : `the source calls the result ${fact.measure}, and names no second group that it could be a ratio to`,
      actual: fact.measure,
      expected: compares ? 'a ratio or a difference' : 'percent, share, or a ratio with against',
      help: 'compare with the source; if it prints it so, waive the check with the reason',
    }));
  },
};

const prediction: Check<'pooled'> = {
  code: 'pooled/prediction',
  scope: 'pooled',
  run({ fact }, ask) {
    const [own, wider] = [endsOf(fact.interval), endsOf(fact.prediction)];
    const isOfOneLevel = fact.interval?.level?.value === fact.prediction?.level?.value;
    if (!own || !wider || !isOfOneLevel) return;
    const reaches = (outer: Figure, inner: Figure) =>
      outer.value <= inner.value + halfUnit(outer) + halfUnit(inner);
    const holds = reaches(wider.low, own.low) && reaches(own.high, wider.high);
    ask.expect(holds, () => ({
      where: ['prediction'],
      message: `the prediction interval ${wider.low.printed}–${wider.high.printed} does not hold the confidence interval ${own.low.printed}–${own.high.printed}`,
      actual: `${wider.low.printed}–${wider.high.printed}`,
      expected: `at least from ${own.low.printed} to ${own.high.printed}`,
      help: 'compare both intervals with the source; they may be exchanged',
    }));
  },
};

const heterogeneity: Check<'pooled'> = {
  code: 'pooled/heterogeneity',
  scope: 'pooled',
  run({ fact }, ask) {
    const { i2, tau2 } = fact;
    if (i2)
      ask.expect(i2.value >= 0 && i2.value <= 100, () => ({
        where: ['i2'],
        message: `I² of ${i2.printed}% cannot be`,
        actual: i2.printed,
        expected: 'a percentage between 0 and 100',
        help: 'compare with the source; it may be Q or another figure',
      }));
    if (tau2)
      ask.expect(tau2.value >= 0, () => ({
        where: ['tau2'],
        message: `τ² of ${tau2.printed} cannot be: it is a variance`,
        actual: tau2.printed,
        expected: 'a figure of 0 or more',
        help: 'compare with the source',
      }));
  },
};

const counts: Check<'pooled'> = {
  code: 'pooled/counts',
  scope: 'pooled',
  run({ fact, synthesis: { size } }, ask) {
    const among: [keyof Pooled, Figure | undefined, string, Figure | undefined][] = [
      ['events', fact.events, 'total', fact.total],
      ['total', fact.total, 'patients pooled', fact.patients],
      ['studies', fact.studies, 'studies of the whole', size?.studies],
      ['patients', fact.patients, 'patients of the whole', size?.patients],
      ['total', fact.total, 'patients of the whole', size?.patients],
    ];
    for (const [key, part, name, whole] of among) {
      if (!part || !whole || !exact(part) || !exact(whole)) continue;
      ask.expect(part.value <= whole.value, () => ({
        where: [key],
        message: `${key} ${part.printed} is more than the ${whole.printed} ${name}`,
        actual: part.printed,
        expected: `at most ${whole.printed}`,
        help: 'compare both numbers with the source; they may be exchanged',
      }));
    }
  },
};

const crude: Check<'pooled'> = {
  code: 'pooled/crude',
  scope: 'pooled',
  run({ fact }, ask) {
    const [events, total, estimate] = [exact(fact.events), exact(fact.total), exact(fact.estimate)];
    if (!isShare(fact) || !events || !total || !estimate || total.value === 0 || events.value > total.value)
      return;
    const share = (wholeOf(fact) * events.value) / total.value;
    const ends = endsOf(fact.interval);
    // Weights move a pooled share away from that of the counts, but hardly beyond its own interval.
    const isNear = ends
      ? share >= ends.low.value - halfUnit(ends.low) && share <= ends.high.value + halfUnit(ends.high)
      : Math.abs(share - estimate.value) <= halfUnit(estimate);
    ask.expect(isNear, () => ({
      where: ['estimate'],
      message: `${events.printed} of ${total.printed} are ${share.toFixed(Math.max(1, estimate.decimals))}, ${ends ? `outside the interval ${ends.low.printed}–${ends.high.printed}` : `not ${estimate.printed}`}`,
      actual: estimate.printed,
      expected: `about ${share.toFixed(Math.max(1, estimate.decimals))}`,
      help: 'compare the counts and the figure with the source; they may belong to different results',
    }));
  },
};

const even: Check<'pooled'> = {
  code: 'pooled/even',
  scope: 'pooled',
  run({ fact }, ask) {
    const [estimate, ends] = [exact(fact.estimate), endsOf(fact.interval)];
    if (!isShare(fact) || !estimate || !ends || fact.interval?.kind !== 'confidence') return;
    const whole = wholeOf(fact);
    const parts = [estimate, ends.low, ends.high].map(({ value, decimals }) => {
      const { low, high } = spanOf(value, decimals);
      return { low: low / whole, high: high / whole };
    }) as [Span, Span, Span];
    // Impossible values are handled by other checks.
    if (
      parts.some(({ low, high }) => high < 0 || low > 1) ||
      parts[0].high < parts[1].low ||
      parts[0].low > parts[2].high
    )
      return;
    ask.expect(evenScales(...parts).length > 0, () => ({
      where: ['interval'],
      message: `${estimate.printed} is not the middle of ${ends.low.printed}–${ends.high.printed} on any scale on which shares are pooled (plain, logit, arcsine, log), even within rounding`,
      actual: `${estimate.printed} (${ends.low.printed}–${ends.high.printed})`,
      expected: 'an estimate in the middle of its interval on one of these scales',
      help: 'compare the estimate and both limits with the source; an exact or profile interval may be uneven',
    }));
  },
};

export const pooledChecks: Check[] = [bounds, sides, prediction, heterogeneity, counts, crude, even];
