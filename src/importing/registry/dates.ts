import { date as shape } from '../../model/text.ts';

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

/**
 * A date to the precision that is written: `2031-04` of "2031-04" and "April 2031"; nothing where it is none.
 */
export function dateOf(written: string): string | undefined {
  const text = written.trim();
  const [, month = '', day, year] = /^([A-Za-z]+)\s+(?:(\d{1,2}),?\s+)?(\d{4})$/.exec(text) ?? [];
  const place = months.findIndex((name) => month.length > 2 && name.startsWith(month.toLowerCase()));
  const found =
    year === undefined || place < 0
      ? text.replace(/T.*$/, '')
      : [year, String(place + 1).padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-');
  return shape.safeParse(found).success ? found : undefined;
}
