import type { Reference } from '../model/reference.ts';

type CslDate = Reference['issued'];

// Macros that every BibTeX style and biber define; styles print them in the language of the document.
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A date to the precision known; a month or day that no calendar has is left out. */
export function dateParts(date: CslDate): { year?: number; month?: number; day?: number } {
  const [year, month, day] = date?.['date-parts'][0] ?? [];
  if (year === undefined) return {};
  if (month === undefined || month < 1 || month > 12) return { year };
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day === undefined || day < 1 || day > lastDay) return { year, month };
  return { year, month, day };
}

/** [['year', '2016'], ['month', 'aug'], ['day', '25']] */
export function dateFields(date: CslDate): [name: string, value: string][] {
  const { year, month, day } = dateParts(date);
  return [
    ['year', year === undefined ? '' : String(year)],
    ['month', month === undefined ? '' : months[month - 1]!],
    ['day', day === undefined ? '' : String(day)],
  ];
}

/** 2016-08-25, 2016-08 or 2016; '' where the date is unknown. */
export function isoDate(date: CslDate): string {
  const { year, month, day } = dateParts(date);
  return [year?.toString().padStart(4, '0'), month?.toString().padStart(2, '0'), day?.toString().padStart(2, '0')]
    .filter((part) => part !== undefined)
    .join('-');
}
