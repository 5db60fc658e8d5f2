import type { Fact, Library } from '../evidence/library.ts';
import { scaleText } from '../evidence/rows.ts';
import { figures } from '../i18n/figures.ts';
import { inWords } from '../i18n/locale.ts';
import { outcomes as said } from '../i18n/outcomes.ts';
import { words } from '../i18n/words.ts';
import { sizeFor } from '../model/trial.ts';
import { phrase } from '../model/phrases.ts';
import { gradeText, statisticText, word } from '../wording/figures.ts';

type Vocabulary = Pick<Library, 'vocabulary'>;

/**
 * The arm of a figure, or the two that it compares; undefined where its study has one arm and its page is
 * about the study.
 */
export function armsOf({ arm, comparator, trial }: Fact, acrossTrials: boolean): string | undefined {
  const other = comparator && comparator !== arm ? phrase(comparator.label) : undefined;
  if (trial.data.arms.length === 1 && !acrossTrials && !other) return undefined;
  const side = arm ? phrase(arm.label) : said.allArms;
  return other ? said.against(side, other) : side;
}

/** The population of a figure, or the two that it compares. */
export const populationsOf = ({ population, versus }: Fact): string =>
  versus ? said.against(phrase(population.label), phrase(versus.label)) : phrase(population.label);

const translated = (text: string | undefined) => (text === undefined ? undefined : phrase(text));

/**
 * What distinguishes a figure from others of its endpoint, besides arm, population and time: grade and
 * scale, assay, definition.
 */
export function qualifiersOf({ outcome }: Fact, { vocabulary }: Vocabulary): string[] {
  return [
    'term' in outcome ? translated(outcome.term) : undefined,
    'grade' in outcome && outcome.grade
      ? said.listed(
          [gradeText(outcome.grade.printed), scaleText(outcome, vocabulary)].filter(
            (part) => part !== undefined,
          ),
        )
      : undefined,
    'agent' in outcome ? translated(outcome.agent) : undefined,
    'schedule' in outcome ? translated(outcome.schedule) : undefined,
    'factor' in outcome
      ? said.row.factor(phrase(outcome.factor), words.association[outcome.direction])
      : undefined,
    'assay' in outcome ? translated(outcome.assay) : undefined,
    'threshold' in outcome && outcome.threshold ? figures.threshold(outcome.threshold.printed) : undefined,
    'statistic' in outcome && !['median', 'planned'].includes(outcome.statistic)
      ? statisticText(outcome.statistic)
      : undefined,
    outcome.kind === 'contrast' && outcome.favours === 'neither' ? said.row.noDifference : undefined,
    translated(outcome.definition),
  ].filter((part): part is string => Boolean(part));
}

/** What else a reader must know: the role of the endpoint in its report, and the note of the entry. */
export const remarksOf = ({ outcome }: Fact): string[] =>
  [words.outcomeRole[outcome.role], translated(outcome.note)].filter((part): part is string => Boolean(part));

/**
 * How many patients a figure is of, as printed or summed over the arms that it is of; undefined where nobody
 * says.
 */
export function patientsIn({ outcome, population, arm, comparator, trial }: Fact): string | undefined {
  if ('total' in outcome && outcome.total) return outcome.total.printed;
  const { n } = population;
  if (n === undefined) return undefined;
  if (n.kind === 'together')
    return arm && !comparator ? sizeFor(arm.id, n, trial.data)?.printed : n.figure.printed;
  if (arm && !comparator) return sizeFor(arm.id, n, trial.data)?.printed;
  const arms = arm && comparator ? [...new Set([arm, comparator])] : trial.data.arms;
  const sizes = arms.flatMap(({ id }) => sizeFor(id, n, trial.data)?.value ?? []);
  return sizes.length < arms.length ? undefined : String(sizes.reduce((sum, size) => sum + size, 0));
}

/** `of 71 patients` of a share, `in 71 patients` of anything else; undefined where nobody says how many. */
export function patientsOf(fact: Fact): string | undefined {
  const size = patientsIn(fact);
  if (size === undefined) return undefined;
  const { outcome, derived } = fact;
  const isShare =
    /^(proportion|adverse-event|landmark)$/.test(outcome.kind) && word(outcome, derived).value.endsWith('%');
  return said.sentence.patients(size, isShare);
}

/**
 * A figure in the terms of its source: `47%`, and
 * ` of 75 patients (treated patients): fever, grade ≥3, CTCAE`.
 */
export function sentenceOf(
  fact: Fact,
  library: Vocabulary,
): { value: string; isComputed: boolean; rest: string } {
  const { outcome, derived, endpoint } = fact;
  const { value, valueComputed, interval, p, at } = word(outcome, derived);
  const patients = patientsOf(fact);
  const whom = [populationsOf(fact), armsOf(fact, false)].filter((part) => part !== undefined);
  const what = [
    inWords(endpoint.data.label),
    outcome.kind === 'median' && outcome.statistic === 'median' ? said.sentence.median : undefined,
    at,
    ...qualifiersOf(fact, library),
  ].filter((part) => part !== undefined);
  const beside = [
    valueComputed ? said.sentence.computed : undefined,
    interval,
    p === value ? undefined : p,
  ].filter((part) => part !== undefined);
  return {
    value,
    isComputed: valueComputed,
    rest: said.sentence.rest(beside, patients, said.apart(whom), said.listed(what)),
  };
}
