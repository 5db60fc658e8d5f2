import { certaintySentence } from './certainty-words.ts';
import { overriddenText, readElsewhereText, unstatedText, type Origin } from './study-data.ts';
import { count, intervalText, pText, synthesisWords as words, valueText } from './words.ts';
import type { Synthesis } from './pool.ts';

const scales = {
  PLO: 'logit-transformed proportions',
  PR: 'untransformed proportions',
  PAS: 'arcsine-transformed proportions',
  GEN: 'logarithms of the ratios',
};
const models = {
  REML: 'a random-effects model (τ² by restricted maximum likelihood)',
  ML: 'a random-effects model (τ² by maximum likelihood)',
  DL: 'a random-effects model (τ² by DerSimonian and Laird)',
  PM: 'a random-effects model (τ² by Paule and Mandel)',
  FE: 'a fixed-effect model (inverse variance)',
  GLMM: 'a binomial–normal model (a generalised linear mixed model with a random intercept, by maximum likelihood)',
};
const intervals = {
  knha: 'by Hartung and Knapp',
  adhoc: 'by Hartung and Knapp with a variance never below the normal one',
  z: 'from the normal distribution',
  t: 'from the t distribution with k − 1 degrees of freedom',
};

/** Sentences for the methods and results of a paper; undefined where nothing is pooled. */
export function methodsSentence(synthesis: Synthesis, { base, version, link, title }: Origin): string | undefined {
  const { studies, result, state, verdict, groups, certainty } = synthesis;
  if (typeof result === 'string') return undefined;
  const { pooled, read } = result;
  const { measure, level, by } = state;
  const [unstated, elsewhere] = [unstatedText(synthesis), readElsewhereText(synthesis)];
  const patients = studies.reduce((sum, { figure }) => sum + (figure.kind === 'counts' ? figure.total : 0), 0);
  const arms = `${count(studies.length, 'study arm', 'study arms')}${patients > 0 ? ` with ${patients} patients` : ''}`;
  const prediction = read.prediction && `; ${level}% prediction interval ${intervalText(measure, read.prediction)}`;
  const sentences = [
    `We pooled ${title} from ${arms}, with the figures of ${base} ${version}, as ${scales[measure]} in ${models[state.method]}, with ${level}% confidence intervals ${intervals[pooled.test]}.`,
    `The pooled ${measure === 'GEN' ? 'ratio' : 'proportion'} was ${valueText(
      measure,
      read.estimate,
    )} (${level}% CI ${intervalText(measure, read.ci)}${prediction ?? ''}); τ² was ${pooled.tau2.toPrecision(
      3,
    )}, I² ${pooled.i2.toFixed(1)}%, and Q ${pooled.q.value.toFixed(2)} with ${pooled.q.df} df.`,
    by &&
      groups &&
      typeof groups.between !== 'string' &&
      `Subgroups by ${words.partition[by]}, each with a τ² of its own, were compared with Q ${groups.between.q.toFixed(
        2,
      )}, ${groups.between.df} df, P ${pText(groups.between.p)}.`,
    verdict.overridden.length > 0 &&
      `These rules of comparability did not hold, and were overridden: ${overriddenText(synthesis)}.`,
    unstated && `${unstated}.`,
    certainty && certaintySentence(certainty),
    elsewhere && `${elsewhere}.`,
    `Computed in the browser by ${base}, whose formulas agree with the R package metafor 3.8; the synthesis is at ${link}`,
  ];
  return sentences.filter((sentence) => typeof sentence === 'string').join(' ');
}
