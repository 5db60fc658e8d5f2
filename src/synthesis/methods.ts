import { certaintySentence } from './certainty-words.ts';
import { overriddenText, readElsewhereText, unstatedText, type Origin } from './study-data.ts';
import { synthesisWords } from '../i18n/synthesis.ts';
import { inSentence } from '../wording/sentence.ts';
import { computed, computedP, digits } from '../wording/computed.ts';
import { intervalText, valueText } from './words.ts';
import type { Synthesis } from './pool.ts';

/** Sentences for the methods and results of a paper; undefined where nothing is pooled. */
export function methodsSentence(
  synthesis: Synthesis,
  { base, version, link, title }: Origin,
): string | undefined {
  const { studies, result, state, verdict, groups, certainty } = synthesis;
  if (typeof result === 'string') return undefined;
  const { pooled, read } = result;
  const { measure, level, by } = state;
  const isRatio = measure === 'GEN';
  const [unstated, elsewhere] = [unstatedText(synthesis), readElsewhereText(synthesis)];
  const patients = studies.reduce(
    (sum, { figure }) => sum + (figure.kind === 'counts' ? figure.total : 0),
    0,
  );
  const words = synthesisWords.methods;
  const whose = `${base} ${version}`;
  const asked = {
    title: inSentence(title),
    arms: words.arms(studies.length, patients, isRatio),
    base: whose,
    scale: words.scales[measure],
    model: words.models[state.method],
    interval: words.intervals[pooled.test],
  };
  const found = {
    value: valueText(measure, read.estimate),
    interval: intervalText(measure, read.ci),
    prediction: read.prediction ? intervalText(measure, read.prediction) : undefined,
    tau2: digits(pooled.tau2),
    i2: computed(pooled.i2),
    q: digits(pooled.q.value),
    df: pooled.q.df,
  };
  const between = by && groups && typeof groups.between !== 'string' ? groups.between : undefined;
  const inGroups = (groups?.groups ?? []).flatMap(({ name, result: own, studies: { length: arms } }) =>
    typeof own === 'string'
      ? []
      : [
          {
            name,
            value: valueText(measure, own.read.estimate),
            interval: intervalText(measure, own.read.ci),
            arms,
          },
        ],
  );
  return synthesisWords.sentences([
    words.how(asked, level),
    words.result(isRatio, level, found),
    ...(inGroups.length > 1 ? [words.inGroups(isRatio, level, inGroups)] : []),
    ...(by && between
      ? [words.subgroups(synthesisWords.partition[by], digits(between.q), between.df, computedP(between.p))]
      : []),
    ...(verdict.overridden.length > 0 ? [words.overridden(overriddenText(synthesis))] : []),
    ...(unstated ? [synthesisWords.stop(unstated)] : []),
    ...(certainty ? [certaintySentence(certainty)] : []),
    ...(elsewhere ? [synthesisWords.stop(elsewhere)] : []),
    words.computed(base, link),
  ]);
}
