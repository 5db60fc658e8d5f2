import type { Reference } from '../model/reference.ts';

type CslDate = Reference['issued'];

// Macros that every BibTeX style and biber define; styles print them in the language of the document.
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A date to the precision known, of a span of time its beginning (`at` 0) or its end; a month or day that no
 * calendar has is left out.
 */
export function dateParts(date: CslDate, at: 0 | 1 = 0): { year?: number; month?: number; day?: number } {
  const [year, month, day] = date?.['date-parts'][at] ?? [];
  if (year === undefined) return {};
  if (month === undefined || month < 1 || month > 12) return { year };
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day === undefined || day < 1 || day > lastDay) return { year, month };
  return { year, month, day };
}

/** Whether a date is a span of time, such as that of a double issue. */
export const isSpan = (date: CslDate): boolean => (date?.['date-parts'].length ?? 0) > 1;

/** The season of a date, as citations name it; nothing where it has none. */
export const seasonName = (date: CslDate): string | undefined =>
  date?.season === undefined ? undefined : ['Spring', 'Summer', 'Autumn', 'Winter'][date.season - 1];

/** [['year', '2016'], ['month', 'aug'], ['day', '25']] */
export function dateFields(date: CslDate): [name: string, value: string][] {
  const { year, month, day } = dateParts(date);
  return [
    ['year', year === undefined ? '' : String(year)],
    ['month', month === undefined ? '' : (months[month - 1] ?? '')],
    ['day', day === undefined ? '' : String(day)],
  ];
}

/**
 * 2016-08-25, 2016-08 or 2016; 2020-12/2021-01 for a span of time (ISO 8601); '' where the date is unknown.
 */
export function isoDate(date: CslDate): string {
  return isSpan(date) ? `${isoStart(date)}/${isoOf(dateParts(date, 1))}` : isoStart(date);
}

/** The same; of a span of time its beginning. */
export const isoStart = (date: CslDate): string => isoOf(dateParts(date));

function isoOf({ year, month, day }: ReturnType<typeof dateParts>): string {
  return [
    year?.toString().padStart(4, '0'),
    month?.toString().padStart(2, '0'),
    day?.toString().padStart(2, '0'),
  ]
    .filter((part) => part !== undefined)
    .join('-');
}
