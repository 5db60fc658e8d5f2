import type { Measure } from '../stats/effect-sizes.ts';
import type { Model, Pooled, Test } from '../stats/pooling.ts';
import type { Domain, Grade, LevelsDown, Step } from './certainty.ts';
import type { Partition } from './state.ts';

/** The words of syntheses; one table a language, like those of the interface. */
export const synthesisWords = {
  measure: {
    PLO: 'logit (PLO)',
    PR: 'untransformed (PR)',
    PAS: 'arcsine (PAS)',
    GEN: 'logarithm (GEN)',
  } satisfies Record<Measure, string>,
  method: {
    REML: 'random, REML',
    ML: 'random, ML',
    DL: 'random, DerSimonian–Laird',
    PM: 'random, Paule–Mandel',
    FE: 'fixed effect',
    GLMM: 'random, binomial–normal (GLMM)',
  } satisfies Record<Model, string>,
  model: {
    REML: 'Random effects, τ² by REML',
    ML: 'Random effects, τ² by ML',
    DL: 'Random effects, τ² by DerSimonian–Laird',
    PM: 'Random effects, τ² by Paule–Mandel',
    FE: 'Fixed effect',
    GLMM: 'Random effects, binomial–normal model (GLMM)',
  } satisfies Record<Model, string>,
  test: {
    knha: 'Hartung–Knapp',
    adhoc: 'Hartung–Knapp, ad hoc',
    z: 'normal',
  } satisfies Record<Test, string>,
  /** How an interval was made; Hartung–Knapp asks for the t quantile alone where the model has no variance by residuals. */
  interval: {
    knha: 'Hartung–Knapp',
    adhoc: 'Hartung–Knapp, ad hoc',
    z: 'normal',
    t: 't with k − 1 degrees of freedom',
  } satisfies Record<Pooled['test'], string>,
  partition: {
    setting: 'setting',
    age: 'age group',
    class: 'therapy class',
    target: 'target',
    design: 'design',
  } satisfies Record<Partition, string>,
  /** The words of GRADE. Balshem H, Helfand M, Schünemann HJ, et al. J Clin Epidemiol 2011;64:401–406, tables 2 and 3. */
  grade: {
    high: 'high',
    moderate: 'moderate',
    low: 'low',
    'very-low': 'very low',
  } satisfies Record<Grade, string>,
  meaning: {
    high: 'We are very confident that the true effect lies close to that of the estimate of the effect.',
    moderate:
      'We are moderately confident in the effect estimate: the true effect is likely to be close to the estimate of the effect, but there is a possibility that it is substantially different.',
    low: 'Our confidence in the effect estimate is limited: the true effect may be substantially different from the estimate of the effect.',
    'very-low':
      'We have very little confidence in the effect estimate: the true effect is likely to be substantially different from the estimate of effect.',
  } satisfies Record<Grade, string>,
  domain: {
    'risk-of-bias': 'risk of bias',
    inconsistency: 'inconsistency',
    imprecision: 'imprecision',
    indirectness: 'indirectness',
    'publication-bias': 'publication bias',
  } satisfies Record<Domain, string>,
} as const;

/** `74.2%`, `0.45`; `value` on the scale that people read, a proportion from 0 to 1. */
export function valueText(measure: Measure, value: number): string {
  return measure === 'GEN' ? ratioText(value) : `${percentText(value)}%`;
}

/** `53.9–87.6`, `−2.0 to 31.4`. */
export function intervalText(measure: Measure, { low, high }: { low: number; high: number }): string {
  const text = measure === 'GEN' ? ratioText : percentText;
  return `${text(low)}${low < 0 ? ' to ' : '–'}${text(high)}`;
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
  const [none, one, two] =
    domain === 'publication-bias' ? ['undetected', 'likely', 'very likely'] : ['not serious', 'serious', 'very serious'];
  return levels === 0 ? none : `${levels === -1 ? one : two} (${loweringText(levels)})`;
}

/** What was computed of a domain; where nothing could be, that. */
export const computedText = ({ domain, computed }: Step): string =>
  computed.judged ? judgementText(domain, computed.levels) : 'not judged';

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

/** `one study`, `3 studies`. */
export function count(n: number, one: string, many: string): string {
  return n === 1 ? `one ${one}` : `${n} ${many}`;
}
