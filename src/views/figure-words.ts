import type { Fact, Library } from '../evidence/library.ts';
import { scaleOf } from '../evidence/rows.ts';
import { words } from '../i18n/words.ts';
import { sizeFor } from '../model/trial.ts';
import { gradeText, statisticText, word } from '../wording/figures.ts';

type Vocabulary = Pick<Library, 'vocabulary'>;

/** The arm of a figure, or the two that it compares; undefined where its study has one arm and its page is about the study. */
export function armsOf({ arm, comparator, trial }: Fact, acrossTrials: boolean): string | undefined {
  const other = comparator && comparator !== arm ? comparator.label : undefined;
  if (trial.data.arms.length === 1 && !acrossTrials && !other) return undefined;
  const side = arm?.label ?? 'All arms';
  return other ? `${side} against ${other}` : side;
}

/** The population of a figure, or the two that it compares. */
export const populationsOf = ({ population, versus }: Fact): string =>
  versus ? `${population.label} against ${versus.label}` : population.label;

/** What tells a figure from others of its endpoint, besides arm, population and time: grade and scale, assay, definition. */
export function qualifiersOf({ outcome }: Fact, { vocabulary }: Vocabulary): string[] {
  return [
    'term' in outcome ? outcome.term : undefined,
    'grade' in outcome && outcome.grade
      ? [gradeText(outcome.grade.printed), scaleOf(outcome, vocabulary)].filter(Boolean).join(', ')
      : undefined,
    'agent' in outcome ? outcome.agent : undefined,
    'schedule' in outcome ? outcome.schedule : undefined,
    'factor' in outcome ? `${outcome.factor}: ${words.association[outcome.direction]}` : undefined,
    'assay' in outcome ? outcome.assay : undefined,
    'threshold' in outcome && outcome.threshold ? `threshold ${outcome.threshold.printed}%` : undefined,
    'statistic' in outcome && !['median', 'planned'].includes(outcome.statistic) ? statisticText(outcome.statistic) : undefined,
    outcome.kind === 'contrast' && outcome.favours === 'neither' ? 'no significant difference, says the report' : undefined,
    outcome.definition,
  ].filter((part): part is string => Boolean(part));
}

/** What else a reader must know: the role of the endpoint in its report, and the note of the entry. */
export const remarksOf = ({ outcome }: Fact): string[] =>
  [words.outcomeRole[outcome.role], outcome.note].filter((part): part is string => Boolean(part));

/** How many patients a figure is of, as printed or summed over the arms that it is of; undefined where nobody says. */
export function patientsIn({ outcome, population, arm, comparator, trial }: Fact): string | undefined {
  if ('total' in outcome && outcome.total) return outcome.total.printed;
  const { n } = population;
  if (n === undefined) return undefined;
  if (n.kind === 'together') return arm && !comparator ? sizeFor(arm.id, n, trial.data)?.printed : n.figure.printed;
  if (arm && !comparator) return sizeFor(arm.id, n, trial.data)?.printed;
  const arms = arm && comparator ? [...new Set([arm, comparator])] : trial.data.arms;
  const sizes = arms.flatMap(({ id }) => sizeFor(id, n, trial.data)?.value ?? []);
  return sizes.length < arms.length ? undefined : String(sizes.reduce((sum, size) => sum + size, 0));
}

/** A figure in the terms of its source: `47%`, and ` of 75 patients (Infused patients): cytokine release, grade ≥3, Penn scale`. */
export function sentenceOf(fact: Fact, library: Vocabulary): { value: string; isComputed: boolean; rest: string } {
  const { outcome, derived, endpoint } = fact;
  const { value, valueComputed, interval, p, at } = word(outcome, derived);
  const isShare = /^(proportion|adverse-event|landmark)$/.test(outcome.kind) && value.endsWith('%');
  const size = patientsIn(fact);
  const whom = [populationsOf(fact), armsOf(fact, false)].filter((part) => part !== undefined).join('; ');
  const what = [
    endpoint.data.label.en,
    outcome.kind === 'median' && outcome.statistic === 'median' ? 'median' : undefined,
    at,
    ...qualifiersOf(fact, library),
  ].filter((part) => part !== undefined);
  const beside = [valueComputed ? 'computed' : undefined, interval, p === value ? undefined : p].filter(Boolean);
  const patients = size === '1' ? '1 patient' : `${size} patients`;
  const counted = size === undefined ? '' : `${beside.length > 0 ? ',' : ''} ${isShare ? 'of' : 'in'} ${patients}`;
  return {
    value,
    isComputed: valueComputed,
    rest: beside.map((part) => `, ${part}`).join('') + `${counted} (${whom}): ${what.join(', ').replace(/\.$/, '')}`,
  };
}
