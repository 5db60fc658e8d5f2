import { synthesisWords } from '../i18n/synthesis.ts';
import { intervalText, valueText } from './words.ts';
import { unstatedText } from './study-data.ts';
import { saferThan, type Result, type Study, type Synthesis } from './pool.ts';

/** What a reader should know of a result before using it, each in a sentence or two. */
export function hintsOn(synthesis: Synthesis): string[] {
  const { result, state, studies } = synthesis;
  if (typeof result === 'string') return [];
  const { pooled, read } = result;
  const { measure } = state;
  const words = synthesisWords.hints;
  const narrow = narrowness(synthesis);
  const hints: (string | false | undefined)[] = [
    narrow,
    pooled.k === 2 && words.twoStudies,
    pooled.k === 2 && pooled.test !== 'z' && narrow === undefined && words.oneDegree(pooled.test === 't'),
    pooled.k < 3 && words.tooFew,
    pooled.k >= 3 && state.method === 'FE' && words.fixed,
    measure === 'PR' &&
      [read.ci, read.prediction ?? read.ci].some(({ low, high }) => low < 0 || high > 1) &&
      words.pastLimits,
    unstated(synthesis),
    corrected(studies, measure !== 'PAS' && measure !== 'GEN' && state.method !== 'GLMM'),
    inferred(studies),
    sources(studies),
  ];
  return hints.filter((hint) => typeof hint === 'string');
}

/** Where Hartung–Knapp is narrower than the normal interval, the safer variant is given beside it. */
function narrowness({ result, state, studies }: Synthesis): string | undefined {
  if (typeof result === 'string') return undefined;
  const safer = saferThan(result, studies, state.measure);
  if (!safer) return undefined;
  const { plain, safe } = safer;
  const text = ({ read }: Result) => intervalText(state.measure, read.ci);
  const value = valueText(state.measure, safe.read.estimate);
  return synthesisWords.hints.narrow(result.pooled.tau2 === 0, text(plain), value, text(safe));
}

function unstated(synthesis: Synthesis): string | undefined {
  const unstated = unstatedText(synthesis);
  return unstated && synthesisWords.hints.unstated(unstated);
}

function corrected(studies: readonly Study[], corrects: boolean): string | undefined {
  const zero = studies.filter(
    ({ figure }) => figure.kind === 'counts' && (figure.events === 0 || figure.events === figure.total),
  );
  if (!corrects || zero.length === 0) return undefined;
  return synthesisWords.hints.corrected(named(zero));
}

function inferred(studies: readonly Study[]): string | undefined {
  const guessed = studies.filter(({ fact }) => fact.counts?.inferred);
  if (guessed.length === 0) return undefined;
  return synthesisWords.hints.inferred(named(guessed));
}

function sources(studies: readonly Study[]): string | undefined {
  const words = synthesisWords.hints;
  const odd = studies.filter(({ level, figure }) => figure.kind === 'ratio' && level !== 95);
  const approximate = studies.filter(({ origin }) => origin === 'approximate');
  const hints = [
    ...(odd.length > 0
      ? [
          words.otherLevel(
            named(odd),
            odd.map(({ level }) => level),
          ),
        ]
      : []),
    ...(approximate.length > 0 ? [words.approximate(named(approximate))] : []),
  ];
  return hints.length > 0 ? synthesisWords.sentences(hints) : undefined;
}

const named = (studies: readonly Study[]) =>
  studies.length > 4
    ? synthesisWords.hints.studies(studies.length)
    : synthesisWords.parts(studies.map(({ name }) => name));
