import { studiesForEgger } from '../stats/egger.ts';
import { doubtOf, type Doubt } from '../model/appraisal-tools.ts';
import type { Interval } from '../stats/pooling.ts';
import type { Domain, Evidence, Finding } from './certainty.ts';
import { synthesisWords } from '../i18n/synthesis.ts';
import { computed, digits, shareText } from '../wording/computed.ts';
import { intervalText } from './words.ts';
import { itemIn } from '../model/need.ts';

/** The thresholds of the domains, each with its reason. */
export const thresholds = {
  /**
   * The share of the weight that is most of it: "most information" of the Cochrane Handbook 5.1, table
   * 12.2.d, by which GRADE goes from the risk of bias in studies to that across them.
   */
  most: 0.5,
  /**
   * The share of the weight at high risk of bias that is "sufficient to affect the interpretation" (same
   * table). The Handbook gives no number; a quarter is the convention of this page.
   */
  sufficient: 0.25,
  /** I² in percent that is considerable: 75 to 100% of the Cochrane Handbook 6, section 10.10.2. */
  considerable: 75,
  /**
   * The smallest relative change of a ratio that matters, in percent: appreciable benefit or harm is below
   * 0.75 or above 1.25. Guyatt GH, Oxman AD, Kunz R, et al. J Clin Epidemiol 2011;64:1283–1293.
   */
  ratio: 25,
  /**
   * The half-width of an interval of a proportion, in percentage points, up to which it is precise. GRADE has
   * none; ten points, the interval of about a hundred patients with a rate of 50%, is the convention of this
   * page.
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
    studies.reduce(
      (sum, { weight, riskOfBias: own }) =>
        doubts.includes(own && doubtOf[own.overall]) ? sum + weight : sum,
      0,
    );
  const [low, concerns, high, notAppraised] = [
    share('none'),
    share('some', 'unknown'),
    share('grave'),
    share(undefined),
  ];
  const { most, sufficient } = thresholds;
  const levels = high > most ? -2 : high >= sufficient || low <= most ? -1 : 0;
  const words = synthesisWords.domains;
  const notMost = levels === -1 ? words.notMostLow : words.mostLow;
  const notHigh = high >= sufficient ? words.sufficient(shareText(sufficient)) : notMost;
  const why = levels === -2 ? words.mostHigh : notHigh;
  const shares = words.shares(shareText(low), shareText(concerns), shareText(high), shareText(notAppraised));
  const none = studies.every((study) => study.riskOfBias === undefined);
  const unclear = notAppraised > 0 ? [words.unclear] : [];
  const reason = synthesisWords.sentences([none ? words.noneAppraised : shares, ...unclear, why]);
  // Had all the rest been found at low risk, nothing would be lowered.
  const isForWant = levels === -1 && high < sufficient && low + notAppraised > most;
  const lacking = none ? words.noneWasAppraised : words.wasNotAppraised(shareText(notAppraised));
  return {
    levels,
    judged: true,
    reason,
    ...(isForWant && { lacking }),
    figures: { low, concerns, high, notAppraised },
  };
}

/**
 * One level where the prediction interval is less precise, by the steps of imprecision, than the confidence
 * interval: what the mean rules out, the next study may show. A second where I² is considerable.
 */
function inconsistency(evidence: Evidence, important?: number): Finding {
  const words = synthesisWords.domains;
  const { studies, prediction, ci, tau2, i2 } = evidence;
  if (studies.length < 2) return unjudged(words.oneStudy);
  const yardstick = yardstickOf(evidence, important);
  const scatters = prediction !== null && yardstick.steps(prediction) > yardstick.steps(ci);
  const isConsiderable = i2 >= thresholds.considerable;
  const { text, says } = yardstick;
  const predicted = prediction
    ? words.predicted(text(prediction), says(prediction), text(ci), says(ci))
    : words.noPrediction;
  return {
    levels: down(Number(scatters) + Number(isConsiderable)),
    judged: true,
    reason: words.inconsistency(
      digits(tau2),
      predicted,
      computed(i2),
      isConsiderable,
      thresholds.considerable,
    ),
    figures: {
      tau2,
      i2,
      ...(prediction && { predictionLow: prediction.low, predictionHigh: prediction.high }),
    },
  };
}

function imprecision(evidence: Evidence, important?: number): Finding {
  const { ci } = evidence;
  const { steps, text, says, threshold } = yardstickOf(evidence, important);
  return {
    levels: down(steps(ci)),
    judged: true,
    reason: synthesisWords.domains.imprecision(evidence.isAdHoc ?? false, text(ci), says(ci), threshold),
    figures: { low: ci.low, high: ci.high, important: importantOf(evidence, important) },
  };
}

/**
 * The threshold of imprecision that counts, in percent (of a ratio) or percentage points (of a proportion).
 */
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
 * A ratio that excludes 1 is precise, and so is one that excludes every important effect; each side on which
 * it includes both is a step. A proportion is judged by half the width of its interval: above the threshold,
 * and above twice of it.
 */
function yardstickOf(evidence: Evidence, own?: number): Yardstick {
  const important = importantOf(evidence, own);
  const words = synthesisWords.domains;
  const whose = own === undefined ? '' : words.readers;
  const text = (interval: Interval) =>
    words.interval(`${intervalText(evidence.measure, interval)}${evidence.measure === 'GEN' ? '' : '%'}`);
  if (evidence.measure !== 'GEN') {
    const half = ({ low, high }: Interval) => 50 * (high - low);
    return {
      steps: (interval) => (half(interval) > 2 * important ? 2 : half(interval) > important ? 1 : 0),
      text,
      says: (interval) => words.halfWidth(computed(half(interval))),
      threshold: words.shareThreshold(important, whose, 2 * important),
    };
  }
  const [benefit, harm] = [1 - important / 100, 1 + important / 100];
  const excludesNull = ({ low, high }: Interval) => low > 1 || high < 1;
  const sides = ({ low, high }: Interval) => Number(low <= benefit) + Number(high >= harm);
  return {
    steps: (interval) => (excludesNull(interval) ? 0 : (sides(interval) as 0 | 1 | 2)),
    text,
    says: (interval) => (excludesNull(interval) ? words.excludes : itemIn(words.includes, sides(interval))),
    threshold: words.ratioThreshold(Number(benefit.toFixed(3)), Number(harm.toFixed(3)), whose),
  };
}

/**
 * Each rule of comparability that is known not to hold is one step from the question; what is not stated only
 * warns.
 */
function indirectness({ gate: { differs, unstated } }: Evidence): Finding {
  const words = synthesisWords.domains;
  const list = synthesisWords.titles;
  const statements = [
    ...(differs.length > 0 ? [words.although(differs.length, list(differs))] : []),
    ...(unstated.length > 0 ? [words.unstated(list(unstated))] : []),
    ...(differs.length + unstated.length === 0 ? [words.allHold] : []),
  ];
  return {
    levels: down(differs.length),
    judged: true,
    reason: synthesisWords.sentences(statements),
    figures: { differs: differs.length, unstated: unstated.length },
  };
}

function publicationBias({ studies }: Evidence): Finding {
  const k = studies.length;
  return unjudged(
    k < thresholds.funnel
      ? synthesisWords.domains.fewStudies(thresholds.funnel, k)
      : synthesisWords.domains.funnel(k),
  );
}

const unjudged = (reason: string): Finding => ({ levels: 0, judged: false, reason, figures: {} });

const down = (steps: number) => itemIn([0, -1, -2] as const, Math.min(2, steps));
