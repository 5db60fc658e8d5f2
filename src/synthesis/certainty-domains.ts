import { studiesForEgger } from '../stats/egger.ts';
import { doubtOf, type Doubt } from '../model/appraisal-tools.ts';
import type { Interval } from '../stats/pooling.ts';
import type { Domain, Evidence, Finding } from './certainty.ts';
import { count, digits, intervalText } from './words.ts';
import { itemIn } from '../model/need.ts';

/** The thresholds of the domains, each with its reason. */
export const thresholds = {
  /**
   * The share of the weight that is most of it: "most information" of the Cochrane Handbook 5.1, table 12.2.d, by which
   * GRADE goes from the risk of bias in studies to that across them.
   */
  most: 0.5,
  /**
   * The share of the weight at high risk of bias that is "sufficient to affect the interpretation" (same table). The
   * Handbook gives no number; a quarter is the convention of this page.
   */
  sufficient: 0.25,
  /** I² in percent that is considerable: 75 to 100% of the Cochrane Handbook 6, section 10.10.2. */
  considerable: 75,
  /**
   * The smallest relative change of a ratio that matters, in percent: appreciable benefit or harm is below 0.75 or above
   * 1.25. Guyatt GH, Oxman AD, Kunz R, et al. J Clin Epidemiol 2011;64:1283–1293.
   */
  ratio: 25,
  /**
   * The half-width of an interval of a proportion, in percentage points, up to which it is precise. GRADE has none; ten
   * points, the interval of about a hundred patients with a rate of 50%, is the convention of this page.
   */
  proportion: 10,
  /** Studies below which no test of a funnel plot can tell. */
  funnel: studiesForEgger,
} as const;

/** How each domain is judged. @param important the reader's threshold of imprecision, in percent */
export const domainRules: Record<Domain, (evidence: Evidence, important?: number) => Finding> = {
  'risk-of-bias': riskOfBias,
  inconsistency,
  imprecision,
  indirectness,
  'publication-bias': publicationBias,
};

function riskOfBias({ studies }: Evidence): Finding {
  const share = (...doubts: (Doubt | undefined)[]) =>
    studies.reduce((sum, { weight, riskOfBias: own }) => (doubts.includes(own && doubtOf[own.overall]) ? sum + weight : sum), 0);
  const [low, concerns, high, notAppraised] = [share('none'), share('some', 'unknown'), share('grave'), share(undefined)];
  const { most, sufficient } = thresholds;
  const levels = high > most ? -2 : high >= sufficient || low <= most ? -1 : 0;
  const notMost = `Most of the weight is ${levels === -1 ? 'not ' : ''}at low risk.`;
  const notHigh = high >= sufficient ? `At high risk is ${percent(sufficient)} of the weight or more.` : notMost;
  const why = levels === -2 ? 'Most of the weight is at high risk.' : notHigh;
  const shares = `Share of the pooled weight at low risk of bias ${percent(low)}, with some concerns ${percent(concerns)}, at high risk ${percent(high)}, not appraised ${percent(notAppraised)}.`;
  const unclear = 'What is not appraised counts as some concerns.';
  const reason = studies.every((study) => study.riskOfBias === undefined)
    ? `No study is appraised. ${unclear}`
    : [shares, notAppraised > 0 && unclear, why].filter(Boolean).join(' ');
  return { levels, judged: true, reason, figures: { low, concerns, high, notAppraised } };
}

/**
 * One level where the prediction interval is less precise, by the steps of imprecision, than the confidence interval: what
 * the mean rules out, the next study may show. A second where I² is considerable.
 */
function inconsistency(evidence: Evidence, important?: number): Finding {
  const { studies, prediction, ci, tau2, i2 } = evidence;
  if (studies.length < 2) return unjudged('One study: there is nothing for it to agree with.');
  const yardstick = yardstickOf(evidence, important);
  const scatters = prediction !== null && yardstick.steps(prediction) > yardstick.steps(ci);
  const isConsiderable = i2 >= thresholds.considerable;
  const { text, says } = yardstick;
  const predicted = prediction
    ? `The 95% prediction interval ${text(prediction)} ${says(prediction)}; the confidence interval ${text(ci)} ${says(ci)}.`
    : 'There is no prediction interval, which needs random effects and three studies.';
  const limit = `${isConsiderable ? 'considerable' : 'below what is considerable'} (${thresholds.considerable}%)`;
  return {
    levels: down(Number(scatters) + Number(isConsiderable)),
    judged: true,
    reason: `τ² ${digits(tau2)}. ${predicted} I² is ${i2.toFixed(1)}%, ${limit}.`,
    figures: { tau2, i2, ...(prediction && { predictionLow: prediction.low, predictionHigh: prediction.high }) },
  };
}

function imprecision(evidence: Evidence, important?: number): Finding {
  const { ci } = evidence;
  const { steps, text, says, threshold } = yardstickOf(evidence, important);
  return {
    levels: down(steps(ci)),
    judged: true,
    reason: `The 95% confidence interval${evidence.isAdHoc ? ' by the ad hoc variant' : ''} ${text(ci)} ${says(ci)}. ${threshold}`,
    figures: { low: ci.low, high: ci.high, important: importantOf(evidence, important) },
  };
}

/** The threshold of imprecision that counts, in percent (of a ratio) or percentage points (of a proportion). */
export function importantOf({ measure }: Pick<Evidence, 'measure'>, own?: number): number {
  return own ?? (measure === 'GEN' ? thresholds.ratio : thresholds.proportion);
}

/** How far an interval is from being precise, from 0 to 2 steps; a wider one is never nearer. */
interface Yardstick {
  steps: (interval: Interval) => 0 | 1 | 2;
  text: (interval: Interval) => string;
  says: (interval: Interval) => string;
  threshold: string;
}

/**
 * A ratio that excludes 1 is precise, and so is one that excludes every important effect; each side on which it includes
 * both is a step. A proportion is judged by half the width of its interval: above the threshold, and above twice of it.
 */
function yardstickOf(evidence: Evidence, own?: number): Yardstick {
  const important = importantOf(evidence, own);
  const whose = own === undefined ? '' : ' (the reader’s threshold)';
  const text = (interval: Interval) => `(${intervalText(evidence.measure, interval)}${evidence.measure === 'GEN' ? '' : '%'})`;
  if (evidence.measure !== 'GEN') {
    const half = ({ low, high }: Interval) => 50 * (high - low);
    return {
      steps: (interval) => (half(interval) > 2 * important ? 2 : half(interval) > important ? 1 : 0),
      text,
      says: (interval) => `has a half-width of ${half(interval).toFixed(1)} percentage points`,
      threshold: `Up to ${important}${whose} it is precise, above ${2 * important} very imprecise.`,
    };
  }
  const [benefit, harm] = [1 - important / 100, 1 + important / 100];
  const excludesNull = ({ low, high }: Interval) => low > 1 || high < 1;
  const sides = ({ low, high }: Interval) => Number(low <= benefit) + Number(high >= harm);
  return {
    steps: (interval) => (excludesNull(interval) ? 0 : (sides(interval) as 0 | 1 | 2)),
    text,
    says: (interval) =>
      excludesNull(interval)
        ? 'excludes 1'
        : `includes 1 and ${itemIn(
            ['no important effect', 'an important effect on one side', 'important effects on both sides'],
            sides(interval),
          )}`,
    threshold: `Important is a ratio up to ${Number(benefit.toFixed(3))} or from ${Number(harm.toFixed(3))}${whose}.`,
  };
}

/** Each rule of comparability that is known not to hold is one step from the question; what is not stated only warns. */
function indirectness({ gate: { differs, unstated } }: Evidence): Finding {
  const list = (titles: readonly string[]) =>
    titles.map((title) => title.replace(/^[A-Z]/, (first) => first.toLowerCase())).join('; ');
  const statements = [
    differs.length > 0 &&
      `Pooled although ${count(
        differs.length,
        'rule of comparability does',
        'rules of comparability do',
      )} not hold: ${list(differs)}.`,
    unstated.length > 0 && `Not stated by every study, which warns and does not lower: ${list(unstated)}.`,
    differs.length + unstated.length === 0 && 'All rules of comparability hold.',
  ];
  return {
    levels: down(differs.length),
    judged: true,
    reason: statements.filter(Boolean).join(' '),
    figures: { differs: differs.length, unstated: unstated.length },
  };
}

function publicationBias({ studies }: Evidence): Finding {
  const k = studies.length;
  return unjudged(
    k < thresholds.funnel
      ? `With fewer than ${thresholds.funnel} studies (here ${k}) no test of the funnel plot can tell.`
      : `The funnel plot and Egger’s test of these ${k} studies are for the reader to judge by.`,
  );
}

const unjudged = (reason: string): Finding => ({ levels: 0, judged: false, reason, figures: {} });

const down = (steps: number) => itemIn([0, -1, -2] as const, Math.min(2, steps));

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
