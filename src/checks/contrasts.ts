import { fits, isComparison, ratioOf, spanOfP } from '../evidence/ratio.ts';
import type { Figure } from '../model/figure.ts';
import type { Outcome } from '../model/outcome.ts';
import { sumOfSize, type Trial } from '../model/trial.ts';
import { impliedZ, isLogSymmetric, largestLandmarkP } from '../stats/ratio.ts';
import type { Check } from './check.ts';
import { endsOf, exact, halfUnit } from './facts.ts';
import { need } from '../model/need.ts';

const symmetry: Check<'fact'> = {
  code: 'contrasts/symmetry',
  scope: 'fact',
  run({ fact }, ask) {
    const ratio = ratioOf(fact);
    const ends = isComparison(fact) && endsOf(fact.interval);
    if (!ratio || !ends || !fact.estimate) return;
    const [{ printed: estimate }, { low, high }] = [fact.estimate, ends];
    ask.expect(isLogSymmetric(ratio), () => ({
      where: ['interval'],
      message: `${estimate} is not the middle of ${low.printed}–${high.printed} on the log scale, even within rounding`,
      actual: `${estimate} (${low.printed}–${high.printed})`,
      expected: `about ${Math.sqrt(low.value * high.value).toFixed(2)} in the middle`,
      help: 'compare the estimate and both limits with the source; an exact or profile-likelihood interval may be uneven',
    }));
  },
};

const pValue: Check<'fact'> = {
  code: 'contrasts/p-value',
  scope: 'fact',
  run({ fact }, ask) {
    const ratio = ratioOf(fact);
    if (!ratio || !isComparison(fact) || fact.p?.value === undefined) return;
    const implied = impliedZ(ratio);
    const { p } = fact;
    const either =
      p.sides === 'unknown' ? fits(p, implied, 2) || fits(p, implied, 1) : fits(p, implied, p.sides);
    ask.expect(either, () => ({
      where: ['p'],
      message: `P ${p.comparator} ${p.value} could not be reproduced from the printed estimate and interval`,
      actual: p.printed,
      expected: `z between ${implied.low.toFixed(2)} and ${implied.high.toFixed(2)}`,
      help: 'compare estimate, interval, its level and P with the source; they may belong to different comparisons',
    }));
  },
};

const oneSided: Check<'fact'> = {
  code: 'contrasts/one-sided',
  scope: 'fact',
  run({ fact }, ask) {
    const ratio = ratioOf(fact);
    if (!ratio || !isComparison(fact) || fact.p?.value === undefined || fact.p.sides !== 'unknown') return;
    const implied = impliedZ(ratio);
    const { p } = fact;
    ask.expect(fits(p, implied, 2) || !fits(p, implied, 1), () => ({
      where: ['p'],
      message: `P ${p.comparator} ${p.value} fits the printed interval only as a one-sided P, and the report does not say so`,
      actual: p.printed,
      expected: 'a two-sided P, or the word one-sided',
      help: 'look in the source for the sidedness of the test, and record sides: 1 where it says so',
    }));
  },
};

const conclusion: Check<'outcome'> = {
  code: 'contrasts/conclusion',
  scope: 'outcome',
  run({ fact }, ask) {
    const ratio = ratioOf(fact);
    if (!ratio || fact.kind !== 'contrast' || !fact.favours) return;
    const { low, high } = need(endsOf(fact.interval));
    // A limit printed as 1.00 may lie on either side of 1.
    const crosses = ratio.low.high <= 1 && ratio.high.low >= 1;
    const excludes = ratio.low.low > 1 || ratio.high.high < 1;
    const claimed = fact.favours !== 'neither';
    const interval = () => `its ${fact.interval?.level?.printed}% interval ${low.printed}–${high.printed}`;
    ask.expect(!(claimed ? crosses : excludes), () => ({
      where: ['favours'],
      message: claimed
        ? `the report calls this a difference, but ${interval()} includes 1`
        : `the report sees no difference, but ${interval()} excludes 1`,
      actual: `favours ${fact.favours}`,
      expected: claimed ? 'favours neither' : 'a difference',
      help: 'compare with the wording of the source; if it says so, waive the check with the reason',
    }));
  },
};

const landmark: Check<'outcome'> = {
  code: 'contrasts/landmark',
  scope: 'outcome',
  run({ fact, trial }, ask) {
    if (fact.kind !== 'contrast' || fact.measure !== 'p-only' || !fact.p?.value || fact.p.comparator !== '=')
      return;
    const { p } = fact;
    // A P reported without a time is usually that of a test of the whole curves.
    if (p.sides === 1 || !fact.at) return;
    const pairs = ratesCompared(fact, trial);
    const [a, b] = pairs[0] ?? [];
    const total = totalOf(trial, fact);
    // Of several times or definitions, the P may belong to any, or to the whole curves.
    if (pairs.length !== 1 || !a || !b || total === undefined || total < 2) return;
    const largest = largestLandmarkP(...closest(a, b), total);
    ask.expect(spanOfP(p).low <= largest, () => ({
      where: ['p'],
      message: `two rates of ${a.printed}% and ${b.printed}% cannot give P = ${p.value}, however the ${total} patients are split; a log-rank test of the whole curves may`,
      actual: p.printed,
      expected: `at most ${largest.toFixed(2)}`,
      help: 'compare both rates and P with the source; where it says that the test is of the whole curves, leave out at',
    }));
  },
};

/** The rates at one time on the two sides of a contrast, pair by pair, as its report gives them. */
function ratesCompared(fact: Extract<Outcome, { kind: 'contrast' }>, trial: Trial): (Figure | undefined)[][] {
  const rates = (arm: string | undefined, population: string) =>
    trial.outcomes.filter(
      (o): o is Extract<Outcome, { kind: 'landmark' }> =>
        o.kind === 'landmark' &&
        o.report === fact.report &&
        o.endpoint === fact.endpoint &&
        o.arm === arm &&
        o.population === population &&
        sameTime(o, fact),
    );
  const others = rates(fact.comparator ?? fact.arm, fact.versus ?? fact.population);
  return rates(fact.arm, fact.population).flatMap((first) =>
    others
      .filter((other) => sameTime(first, other))
      .map((other) => [exact(first.percent), exact(other.percent)]),
  );
}

/** The two proportions that lie closest together among those that two printed percentages may stand for. */
function closest(a: Figure, b: Figure): [number, number] {
  const [small, large] = a.value < b.value ? [a, b] : [b, a];
  const gap = Math.max(0, large.value - halfUnit(large) - (small.value + halfUnit(small)));
  const low = Math.min(small.value + halfUnit(small), 100 - gap);
  return [low / 100, (low + gap) / 100];
}

function sameTime(
  a: { at?: { value: { value: number }; unit: string } | undefined },
  b: { at?: { value: { value: number }; unit: string } | undefined },
): boolean {
  return !b.at || (a.at?.value.value === b.at.value.value && a.at.unit === b.at.unit);
}

/** The patients of a comparison of subgroups: those of the population that both belong to. */
function totalOf(trial: Trial, fact: Extract<Outcome, { kind: 'contrast' }>): number | undefined {
  const own = trial.populations.find(({ id }) => id === fact.population);
  const wider = fact.versus ? trial.populations.find(({ id }) => id === own?.of) : own;
  return wider?.n && sumOfSize(wider.n);
}

export const contrastChecks: Check[] = [symmetry, pValue, oneSided, conclusion, landmark];
