import { count, intervalText, valueText } from './words.ts';
import { unstatedText } from './study-data.ts';
import { saferThan, type Result, type Study, type Synthesis } from './pool.ts';

/** What a reader should know of a result before using it, each in a sentence or two. */
export function hintsOn(synthesis: Synthesis): string[] {
  const { result, state, studies } = synthesis;
  if (typeof result === 'string') return [];
  const { pooled, read } = result;
  const { measure } = state;
  const narrow = narrowness(synthesis);
  const hints: (string | false | undefined)[] = [
    narrow,
    pooled.k === 2 && 'Two studies: a pooled effect of so few says little, whatever its interval.',
    pooled.k === 2 &&
      pooled.test !== 'z' &&
      narrow === undefined &&
      `With one degree of freedom ${pooled.test === 't' ? 'the t interval' : 'a Hartung–Knapp interval'} is very wide.`,
    pooled.k < 3 && 'No prediction interval: it needs three studies.',
    pooled.k >= 3 &&
      state.method === 'FE' &&
      'No prediction interval: a fixed effect assumes that all studies have the same one.',
    measure === 'PR' &&
      [read.ci, read.prediction ?? read.ci].some(({ low, high }) => low < 0 || high > 1) &&
      'On this scale an interval can pass 0% or 100%; the logit and the arcsine keep within.',
    unstated(synthesis),
    corrected(studies, measure !== 'PAS' && measure !== 'GEN' && state.method !== 'GLMM'),
    inferred(studies),
    sources(studies),
  ];
  return hints.filter((hint) => typeof hint === 'string');
}

/** Where Hartung–Knapp is narrower than the normal interval, the safer variant is told beside it. */
function narrowness({ result, state, studies }: Synthesis): string | undefined {
  if (typeof result === 'string') return undefined;
  const safer = saferThan(result, studies, state.measure);
  if (!safer) return undefined;
  const { plain, safe } = safer;
  const text = ({ read }: Result) => intervalText(state.measure, read.ci);
  const why = result.pooled.tau2 === 0 ? 'No variance between studies was found (τ² = 0): they' : 'The studies';
  return `${why} agree more closely than chance would have it, and Hartung–Knapp is narrower than the normal interval (${text(plain)}). The ad hoc variant, whose variance is never below the normal one, gives ${valueText(
    state.measure,
    safe.read.estimate,
  )} (${text(safe)}).`;
}

function unstated(synthesis: Synthesis): string | undefined {
  const unstated = unstatedText(synthesis);
  return unstated && `${unstated}. What is stated agrees.`;
}

function corrected(studies: readonly Study[], corrects: boolean): string | undefined {
  const zero = studies.filter(
    ({ figure }) => figure.kind === 'counts' && (figure.events === 0 || figure.events === figure.total),
  );
  if (!corrects || zero.length === 0) return undefined;
  return `Where none or all of the patients had the event (${named(zero)}), ½ is added to events and non-events; nowhere else.`;
}

function inferred(studies: readonly Study[]): string | undefined {
  const guessed = studies.filter(({ fact }) => fact.counts?.inferred);
  if (guessed.length === 0) return undefined;
  return `The number of events in ${named(guessed)} is computed: it is the only whole number that rounds to the printed percentage.`;
}

function sources(studies: readonly Study[]): string | undefined {
  const odd = studies.filter(({ level, figure }) => figure.kind === 'ratio' && level !== 95);
  const approximate = studies.filter(({ origin }) => origin === 'approximate');
  const hints = [
    odd.length > 0 &&
      `The standard error of ${named(odd)} comes from an interval at ${odd
        .map(({ level }) => `${level}%`)
        .join(', ')}, by its own level.`,
    approximate.length > 0 &&
      `The report of ${named(approximate)} gives no complete interval; its large-sample interval is drawn.`,
  ].filter(Boolean);
  return hints.length > 0 ? hints.join(' ') : undefined;
}

const named = (studies: readonly Study[]) =>
  studies.length > 4 ? count(studies.length, 'study', 'studies') : studies.map(({ name }) => name).join('; ');
