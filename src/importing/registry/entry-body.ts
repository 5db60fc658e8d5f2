import { dateOf } from './dates.ts';
import type { StudyRecord } from './record.ts';
import { inWords, standingOf, termOf } from './terms.ts';

/**
 * The text of an entry: sentences of terms, dates and facts. No text of a record stands in it, so that
 * whatever a record holds is data, and nothing of it is read as markup.
 */
export function bodyOf(
  record: StudyRecord,
  { report, hasEnrolment, works }: { report: string; hasEnrolment: boolean; works: readonly string[] },
): string {
  const { design, masking } = standingOf(record);
  const of = (text: string | undefined) => (text === undefined || termOf(text) === 'NA' ? '' : inWords(text));
  const type = of(record.studyType) || 'study';
  const how = [
    design === 'not-reported' ? '' : design.replaceAll('-', ' '),
    masking === 'not-reported' ? '' : masking.replaceAll('-', ' '),
    isImpliedBy(design, of(record.model)) ? '' : `${of(record.model)} model`,
  ].filter((part) => part !== '');
  const isPlanned = termOf(record.enrolment?.type ?? '') === 'ESTIMATED';
  const start = dateOf(record.dates.start?.date ?? '');
  const end = dateOf(record.dates.completion?.date ?? record.dates.primaryCompletion?.date ?? '');
  const phrases = [
    hasEnrolment ? `<Fact id="enrolled-registry" />${isPlanned ? ' as planned' : ''}` : '',
    start === undefined ? '' : `a start ${onOrIn(start)}`,
    end === undefined ? '' : `an end ${onOrIn(end)}`,
  ].filter((part) => part !== '');
  const sentences = [
    `The registry calls it ${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}${type.endsWith('study') ? '' : ' study'} [@${report}].`,
    how.length > 0 ? `Its design: ${how.join(', ')}.` : 'The record says nothing of its design.',
    phrases.length > 0 ? `The registry gives ${inSeries(phrases)}.` : '',
    record.whyStopped === undefined
      ? ''
      : 'Why it was stopped stands below, with what else the registry says.',
  ];
  const cited = [...new Set(works)].sort();
  const reports =
    cited.length > 0 ? `\n\nThe record names as reports ${cited.map((key) => `[@${key}]`).join(', ')}.` : '';
  return `## Design\n\n${sentences.filter((one) => one !== '').join(' ')}${reports}\n`;
}

/** Whether the name of a design says the model, too. */
const isImpliedBy = (design: string, model: string) =>
  model === '' || design.includes(model) || (design === 'single-arm' && model === 'single group');

/** A day is `on`, a month or year is `in`. */
const onOrIn = (date: string) => `${date.length === 10 ? 'on' : 'in'} ${date}`;

/** `a`, `a and b`, `a, b and c`. */
const inSeries = (parts: readonly string[]) =>
  parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : parts.join('');
