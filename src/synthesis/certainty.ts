import { synthesisWords } from '../i18n/synthesis.ts';
import type { RiskOfBias } from '../model/appraisal-tools.ts';
import type { Measure } from '../stats/effect-sizes.ts';
import type { Interval } from '../stats/pooling.ts';
import { domainRules, importantOf } from './certainty-domains.ts';
import { itemIn } from '../model/need.ts';

/** The four grades of certainty, the lowest first. */
export const grades = ['very-low', 'low', 'moderate', 'high'] as const;
export type Grade = (typeof grades)[number];

/** What certainty is lowered for, in the order of GRADE. */
export const domains = [
  'risk-of-bias',
  'inconsistency',
  'imprecision',
  'indirectness',
  'publication-bias',
] as const;
export type Domain = (typeof domains)[number];

/** By how many levels a domain lowers the certainty. */
export const levelsDown = [0, -1, -2] as const;
export type LevelsDown = (typeof levelsDown)[number];

/** What the certainty of a pooled effect is judged from. */
export interface Evidence {
  measure: Measure;
  /** Whether chance made the groups that are compared. */
  randomised: boolean;
  /** Each study with its share of the pooled effect; the shares, 0 to 1, add up to 1. */
  studies: readonly { weight: number; riskOfBias?: RiskOfBias | undefined }[];
  /**
   * 95% intervals as people read them, proportions (0 to 1) or ratios; no prediction interval for a fixed
   * effect or k < 3.
   */
  ci: Interval;
  prediction: Interval | null;
  /** Both are of the ad hoc variant, as those of Hartung–Knapp are narrower than the normal ones. */
  isAdHoc?: boolean;
  tau2: number;
  /** in percent */
  i2: number;
  /**
   * Comparability rules, by title: those overridden although studies differ, and those that some do not
   * state.
   */
  gate: { differs: readonly string[]; unstated: readonly string[] };
}

/** What the evidence says of a domain. */
export interface Finding {
  levels: LevelsDown;
  /** false where there is nothing by which the domain could be judged */
  judged: boolean;
  /** sentences with the numbers that they rest on */
  reason: string;
  /**
   * What was not looked at, where it is for want of that alone that the certainty is lowered; within a
   * sentence.
   */
  lacking?: string;
  /** the same numbers by name, for programs */
  figures: Record<string, number>;
}

export interface Step {
  domain: Domain;
  /** What counts: the reader's judgement, else the computed one. */
  levels: LevelsDown;
  byReader: boolean;
  computed: Finding;
}

export interface Certainty {
  grade: Grade;
  /** The grade without the reader's judgements. */
  computed: Grade;
  start: { grade: Grade; reason: string };
  steps: Step[];
  /**
   * Of imprecision: the change of a ratio in percent, or the half-width of a proportion in percentage points.
   */
  threshold: { value: number; of: 'change' | 'half-width'; byReader: boolean };
}

/** A reader's own judgements, and the threshold of imprecision in percent. */
export interface Judged {
  levels: Partial<Record<Domain, LevelsDown>>;
  important?: number | undefined;
}

/**
 * Where certainty starts: evidence from randomised comparisons is high, observational evidence low. Guyatt
 * GH, Oxman AD, Vist GE, et al. BMJ 2008;336:924–926. Balshem H, Helfand M, Schünemann HJ, et al. J Clin
 * Epidemiol 2011;64:401–406.
 */
const starts = { randomised: 'high', observational: 'low' } as const;

/**
 * The certainty of a pooled effect by GRADE, with each step from the start to the grade: every domain lowers
 * it by its levels, never below very low. Nothing raises it: whether an effect is large, follows the dose or
 * withstands all plausible confounding (the reasons of GRADE to rate up) cannot be read from the figures.
 */
export function certaintyOf(evidence: Evidence, judged: Judged = { levels: {} }): Certainty {
  const from = starts[evidence.randomised ? 'randomised' : 'observational'];
  const start = { grade: from, reason: synthesisWords.certainty.starts[from] };
  const steps = domains.map((domain): Step => {
    const computed = domainRules[domain](evidence, judged.important);
    const own = judged.levels[domain];
    return { domain, levels: own ?? computed.levels, byReader: own !== undefined, computed };
  });
  const lowered = (levels: readonly number[]) =>
    itemIn(grades, Math.max(0, grades.indexOf(start.grade) + levels.reduce((sum, one) => sum + one, 0)));
  return {
    grade: lowered(steps.map(({ levels }) => levels)),
    computed: lowered(steps.map(({ computed }) => computed.levels)),
    start,
    steps,
    threshold: {
      value: importantOf(evidence, judged.important),
      of: evidence.measure === 'GEN' ? 'change' : 'half-width',
      byReader: judged.important !== undefined,
    },
  };
}
