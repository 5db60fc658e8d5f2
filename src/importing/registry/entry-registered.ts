import { dateOf } from './dates.ts';
import type { DataMap, Known } from './entry.ts';
import { given, oneLine } from './loose.ts';
import { printedCount } from './printed.ts';
import type { DateName, StudyRecord } from './record.ts';
import { designInWords, inWords, standingOf, termOf } from './terms.ts';

/** The works that a record lists, by their numbers; those without one as the record prints them. */
export function referencesOf({ references }: StudyRecord, work: Known['work']) {
  return references.map(({ kind, pmid, doi, citation }) => {
    const key = work({ pmid, doi });
    const isNumbered = pmid !== undefined || doi !== undefined;
    return {
      ...given('kind', inWords(kind ?? '') || undefined),
      ...given('pmid', pmid),
      ...given('doi', doi),
      ...given('citation', isNumbered ? undefined : citation),
      ...given('key', key),
    };
  });
}

/**
 * What the record says beside its figures, in its own terms.
 *
 * @param said takes what was left out, with its reason
 */
export function registeredOf(
  record: StudyRecord,
  report: string,
  references: ReturnType<typeof referencesOf>,
  said: string[],
): DataMap {
  const type = (written: string | undefined) =>
    ({ ACTUAL: 'actual', ESTIMATED: 'estimated', ANTICIPATED: 'estimated' })[termOf(written ?? '')];
  const dates = (Object.entries(record.dates) as [DateName, { date: string; type?: string }][]).flatMap(
    ([name, one]) => {
      const date = dateOf(one.date);
      if (date === undefined) said.push(`the date ${name} is "${one.date}", which is no date; left out`);
      return date === undefined ? [] : [[name, { date, ...given('type', type(one.type)) }] as const];
    },
  );
  const count = printedCount(record.enrolment?.count);
  if (record.enrolment && count === undefined)
    said.push(`the enrolment is "${record.enrolment.count}", which is no number; left out`);
  const isKnownStatus = record.status === undefined || standingOf(record).status !== 'not-reported';
  return {
    report,
    ...given('status', isKnownStatus ? undefined : inWords(record.status ?? '') || undefined),
    ...given('whyStopped', record.whyStopped && oneLine(record.whyStopped)),
    ...designInWords(record),
    ...given(
      'enrolment',
      count === undefined ? undefined : { count, ...given('type', type(record.enrolment?.type)) },
    ),
    ...(Object.fromEntries(dates) as DataMap),
    ...given('conditions', record.conditions.length > 0 ? record.conditions : undefined),
    ...given(
      'interventions',
      record.interventions.length > 0
        ? record.interventions.map(({ type: kind, name }) =>
            [inWords(kind ?? ''), name].filter((part) => part !== '').join(': '),
          )
        : undefined,
    ),
    ...given('sponsor', record.sponsor),
    ...given('sites', record.sites),
    ...given('otherIds', record.otherIds.length > 0 ? record.otherIds : undefined),
    ...given('references', references.length > 0 ? references : undefined),
  };
}
