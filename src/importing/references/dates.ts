import { isOnCalendar } from '../../model/text.ts';
import type { WorkDate } from './draft.ts';

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const foreignMonths: Record<string, number> = {
  ...{
    januar: 1,
    janvier: 1,
    enero: 1,
    januari: 1,
    februar: 2,
    février: 2,
    febrero: 2,
    märz: 3,
    mars: 3,
    marzo: 3,
  },
  ...{
    avril: 4,
    abril: 4,
    mai: 5,
    mayo: 5,
    juni: 6,
    juin: 6,
    junio: 6,
    juli: 7,
    juillet: 7,
    julio: 7,
    août: 8,
    agosto: 8,
  },
  ...{ septiembre: 9, oktober: 10, octobre: 10, octubre: 10, dezember: 12, décembre: 12, diciembre: 12 },
};
/** What languages call the seasons, in their order. */
const seasonNames = [
  /^(?:spr(?:ings?)?|frühling|frühjahr|printemps|primavera|春季?)$/u,
  /^(?:sum(?:mers?)?|sommer|été|verano|estate|夏季?)$/u,
  /^(?:autumns?|falls?|fal|aut|herbst|automne|otoño|autunno|秋季?)$/u,
  /^(?:win(?:ters?)?|hiver|invierno|inverno|冬季?)$/u,
];
const word = /[\p{L}\p{M}]+\.?/gu;
/** Four digits that are a year of print, and no part of a longer number. */
const year = /(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)/;

type Parts = number[];

/**
 * The month that a word or number names: `Jan`, `january`, `Sept.`, `01`; nothing for a season or anything
 * else.
 */
export function monthOf(text: string): number | undefined {
  const small = text.trim().toLowerCase().replace(/\.$/, '');
  if (/^\d{1,2}$/.test(small)) return Number(small) >= 1 && Number(small) <= 12 ? Number(small) : undefined;
  if (Object.hasOwn(foreignMonths, small)) return foreignMonths[small];
  if (
    !/^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/.test(
      small,
    )
  )
    return undefined;
  return monthNames.indexOf(small.slice(0, 3)) + 1;
}

/**
 * The season that a word or number names, from 1 for spring: `Winter`, `fall`; of programs 21 to 24, or 13 to
 * 16 as months.
 */
export function seasonOf(text: string): number | undefined {
  const small = text.trim().toLowerCase().replace(/\.$/, '');
  const number = /^\d{1,2}$/.test(small) ? Number(small) : undefined;
  if (number !== undefined)
    return [1, 13, 21].map((first) => number - first + 1).find((place) => place >= 1 && place <= 4);
  const place = seasonNames.findIndex((names) => names.test(small));
  return place < 0 ? undefined : place + 1;
}

/** A date of which only the year and the season are known. */
export const withSeason = (date: WorkDate | undefined, season: number | undefined): WorkDate | undefined =>
  date && season !== undefined && date['date-parts'][0]?.length === 1
    ? { 'date-parts': date['date-parts'].slice(0, 1), season }
    : date;

/** A date of the model, or a span of time where both ends are known to the same precision and in order. */
export function dateFrom(from: Parts | undefined, to?: Parts): WorkDate | undefined {
  const [start, end] = [onCalendar(from), onCalendar(to)];
  if (!start) return undefined;
  const length = Math.min(start.length, end?.length ?? 0);
  const [first, last] = [start.slice(0, length), end?.slice(0, length)];
  const sortable = (parts: Parts) => parts.map((part) => String(part).padStart(4, '0')).join('-');
  const spans = length > 0 && length === start.length && last && sortable(first) < sortable(last);
  return { 'date-parts': spans ? [first, last] : [start] };
}

/** The parts of a date as far as they are on the calendar: the 30th of February is only a February. */
function onCalendar(parts: Parts | undefined): Parts | undefined {
  if (!parts || !isOnCalendar(parts.slice(0, 1))) return undefined;
  for (const length of [3, 2])
    if (parts.length >= length && isOnCalendar(parts.slice(0, length))) return parts.slice(0, length);
  return parts.slice(0, 1);
}

/**
 * Reads a date as files write it: `2034-01-05`, `2034/1//`, `2034 Jan-Feb`, `2034 Nov-2035 Jan`,
 * `5 January 2034`, `Jan. 5, 2034`, `2034-03/2034-05`, `2034年3月5日`, `c2034`. A season stays beside its year,
 * of two the first; of what could be the month or the day, as in 05/01/2034, the year is left.
 *
 * @param known the year where the text has only month and day
 */
export function readDate(text: string | undefined, known?: number): WorkDate | undefined {
  const plain =
    text?.trim().slice(0, 200).replace(/[{}]/g, '').replace(/[–—−]/g, '-').replace(/\s+/g, ' ') ?? '';
  if (plain === '') return undefined;
  const ends = /^([\d~?%-]{4,11})\s?\/\s?([\d~?%-]{4,11})$/.exec(plain);
  if (ends?.[1]?.match(/^\d{4}-|^\d{4}$/) && ends[2]?.match(/^\d{4}/))
    return dateFrom(isoParts(ends[1]), isoParts(ends[2]));
  const years = /^(\d{4})-(\d{4})$/.exec(plain);
  if (years) return dateFrom([Number(years[1])], [Number(years[2])]);
  const iso = isoParts(plain);
  if (iso)
    return withSeason(
      dateFrom(iso),
      iso.length === 2 && (iso[1] ?? 0) > 20 ? seasonOf(String(iso[1])) : undefined,
    );
  return dateInWords(plain, known);
}

/**
 * `2034`, `2034-01`, `2034/01/05/`, `2034.1.5`, `20340105`, `2034年1月5日`, each with what may follow a day (a
 * time).
 */
function isoParts(text: string): Parts | undefined {
  const packed = /^(1[4-9]\d\d|20\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])$/.exec(text);
  const found =
    packed ??
    /^[(［[]?(\d{4})[\])］]?(?:[~?%]|\s?年)?(?:[-/.]?\s?(\d{1,2})?(?:\s?月)?(?:[-/.]?\s?(\d{1,2})?日?\/?)?)?$/.exec(
      text.replace(/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})[T /].*$/, '$1-$3-$4'),
    );
  const [, inYear, month, day] = found ?? [];
  if (inYear === undefined || !year.test(inYear)) return undefined;
  return [inYear, month, day].filter((part) => part !== undefined && part !== '').map(Number);
}

function dateInWords(text: string, known: number | undefined): WorkDate | undefined {
  const years = [...text.matchAll(new RegExp(year, 'g'))].map((match) => ({
    value: Number(match[1]),
    at: match.index,
  }));
  const [first, second] = years;
  const inYear = first?.value ?? known;
  if (inYear === undefined) return undefined;
  const months = [...text.matchAll(word)].flatMap((match) => {
    const month = monthOf(match[0]);
    return month === undefined ? [] : [{ month, at: match.index, end: match.index + match[0].length }];
  });
  const [one, other] = months;
  if (!one)
    return withSeason(
      dateFrom([inYear]),
      text
        .replace(/[年月]/g, ' ')
        .match(word)
        ?.map(seasonOf)
        .find(Boolean),
    );
  if (other) {
    const through = second?.value ?? (other.month < one.month ? undefined : inYear);
    return dateFrom([inYear, one.month], through === undefined ? undefined : [through, other.month]);
  }
  // The day stands beside the month: `Jan 5`, `5 Jan`; of a span of days (`5-7`) the first.
  const after = /^[\s,-]{0,3}(\d{1,2})(?!\d)/.exec(text.slice(one.end));
  const before = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.)?(?:\s*[-/]\s*\d{1,2}\.?)?\s*(?:of\s+|de\s+)?$/.exec(
    text.slice(0, one.at),
  );
  const day = Number(after?.[1] ?? before?.[1] ?? Number.NaN);
  return dateFrom(Number.isNaN(day) ? [inYear, one.month] : [inYear, one.month, day]);
}

/** The more precise of two dates where the second lies in the first; else the first. */
export function finer(coarse: WorkDate | undefined, fine: WorkDate | undefined): WorkDate | undefined {
  if (!coarse || !fine) return coarse ?? fine;
  const [own = []] = coarse['date-parts'];
  const [other = []] = fine['date-parts'];
  const isFiner =
    other.length > own.length ||
    (fine.season !== undefined && coarse.season === undefined && own.length === 1);
  return isFiner && own.every((part, i) => part === other[i]) ? fine : coarse;
}

/** Whether the words where a date should be say that the work is not out yet, or has none. */
export function statusInDate(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (/in\s*press|im druck|sous presse|forthcoming|accepted|待刊|印刷中/i.test(text)) return 'in press';
  if (/ahead of print|e-?pub|online first|网络首发/i.test(text)) return 'ahead of print';
  return /submitted|in preparation|unpublished/i.exec(text)?.[0].toLowerCase();
}

export const yearOf = (date: WorkDate | undefined): number | undefined => date?.['date-parts'][0]?.[0];
