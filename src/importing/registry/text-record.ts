import { typedName } from './csv-record.ts';
import { listedOutcomes } from './listed-outcomes.ts';
import { cleanText, oneLine } from './loose.ts';
import type { StudyRecord } from './record.ts';
import { RefusedRecord } from './refused.ts';

const typed =
  /^(?:DRUG|BIOLOGICAL|DEVICE|PROCEDURE|RADIATION|BEHAVIORAL|GENETIC|DIETARY_SUPPLEMENT|COMBINATION_PRODUCT|DIAGNOSTIC_TEST|OTHER): /;
/** How an outcome ends: with a time frame, which is no sentence. */
const timeFrame =
  /, (?=[^,]*\b(?:days?|weeks?|months?|years?|hours?|minutes?|cycles?|baseline|visits?|study|time))[^,]*[^,.。]$/is;

/** Whether a text is a record whose fields stand one under the other, as an export without its head. */
export const isTextRecord = (text: string): boolean => fieldsOf(text).some((field) => typed.test(field));

/**
 * The fields of such a text. Each begins on a line of its own, while the paragraphs within one have an empty
 * line between them.
 */
const fieldsOf = (text: string): string[] =>
  text
    .trim()
    .split(/(?<!\n[^\S\n]*)\n(?![^\S\n]*\n)/)
    .flatMap((field) => field.trim() || []);

/**
 * Reads the text of a record: title, summary, conditions, interventions, primary outcomes, further outcomes,
 * description. It has no number, no status and no design.
 *
 * @throws RefusedRecord where it has no title
 */
export function recordOfText(text: string): StudyRecord {
  const fields = fieldsOf(text);
  const place = fields.findIndex((field) => typed.test(field));
  const title = cleanText(oneLine(fields[0] ?? ''));
  if (place < 1 || title === undefined) throw new RefusedRecord('no title before its interventions');
  const list = (field: string | undefined) =>
    (field ?? '').split('|').flatMap((one) => cleanText(oneLine(one)) ?? []);
  const behind = fields.slice(place + 1);
  const isList = (field: string) => field.includes('|') || timeFrame.test(field);
  const end = behind.findIndex((field) => !isList(field));
  const roles = ['primary', 'secondary', 'other'] as const;
  const outcomes = (end < 0 ? behind : behind.slice(0, end)).slice(0, roles.length);
  const description = behind.slice(outcomes.length);
  return {
    form: 'text',
    title,
    secondary: [],
    otherIds: [],
    dates: {},
    phases: [],
    whoMasked: [],
    conditions: place >= 2 ? list(fields[place - 1]) : [],
    interventions: list(fields[place]).map(typedName),
    arms: [],
    ages: { groups: [] },
    planned: outcomes.flatMap((field, i) => listedOutcomes(field, roles[i] ?? 'other')),
    references: [],
    hasResults: false,
    said: [
      'the text has no registry number, so it is unknown whether the study is in the base already',
      ...(place > 2 || description.length > 0
        ? ['summary and description are prose, and are not taken over']
        : []),
    ],
  };
}
