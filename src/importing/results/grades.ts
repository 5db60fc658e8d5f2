import { findAll, space, type Found } from './lexical.ts';
import type { Printed } from './result.ts';

/** The grades of an event, in the form of the model: `any`, `3`, `3-4`, `≥3`, `severe`. */
export interface PrintedGrade {
  type: 'grade';
  from: number;
  to: number;
  grade: string;
  min?: Printed | undefined;
  max?: Printed | undefined;
}

const roman: Record<string, number> = { I: 1, II: 2, III: 3, IV: 4, V: 5, Ⅰ: 1, Ⅱ: 2, Ⅲ: 3, Ⅳ: 4, Ⅴ: 5 };
const one = (name: string) => `(?<${name}>[1-5](?![\\d.%])|IV|V|I{1,3}|[ⅠⅡⅢⅣⅤ])`;
const and = `${space}(?:-|–|~|to|or|and|/|至|或|、|和)${space}`;
const english = new RegExp(
  `(?:(?<before>≥|>|≤|<|(?:below|under|less than|lower than|above) )${space})?(?<![A-Za-z])[Gg](?:rades?|r\\.)[ -]?${space}(?<least>[≥>≤<])?${space}${one('min')}(?![A-Za-z])` +
    `(?:${and}(?:grade )?${one('max')}(?![A-Za-z])|(?<less>${space}or${space}(?:lower|less|below|under))|(?<more>${space}[+]|${space}(?:or|and)${space}(?:higher|greater|above|more|worse|over)|-or-(?:higher|greater)))?`,
  'dgu',
);
const chinese = new RegExp(
  `(?<![\\d.])(?<least>[≥>≤<])?${space}${one('min')}(?:${and}${one('max')})?${space}级(?<less>(?:及|或)?以下)?(?<more>${space}(?:及|或|和)?(?:其)?(?:以上|更高))?`,
  'dgu',
);
const words =
  /(?<any>(?<![A-Za-z])(?:[Aa]ny|[Aa]ll)[ -][Gg]rades?|任何级别|所有级别|任意级别|各级)|(?<severe>(?<![A-Za-z])[Ss]evere(?= [A-Za-z])|重度|严重)/dgu;

/** Every grade of a sentence. */
export const gradesIn = (text: string): PrintedGrade[] => [
  ...[...findAll(english, text), ...findAll(chinese, text)].flatMap(gradeOf),
  ...findAll(words, text).map((found): PrintedGrade => ({
    type: 'grade',
    from: found.from,
    to: found.to,
    grade: found.group('any') ? 'any' : 'severe',
  })),
];

function gradeOf(found: Found): PrintedGrade[] {
  const [min, max] = [printed(found, 'min'), printed(found, 'max')];
  const digits = (name: 'min' | 'max') => {
    const place = found.printed(name);
    return place && /^\d$/.test(place.text) ? place : undefined;
  };
  if (min === undefined) return [];
  const sign = found.group('least') ?? found.group('before');
  const isOpen = sign === '≥' || found.group('more') !== undefined;
  const isOther =
    (sign !== undefined && sign !== '≥') ||
    found.group('less') !== undefined ||
    (max !== undefined && max <= min);
  // The model has no form for below grade 3; the event must not stand there as one of any grade.
  if (isOther) return [{ type: 'grade', from: found.from, to: found.to, grade: '?' }];
  const grade = isOpen ? `≥${min}` : max === undefined ? String(min) : `${min}-${max}`;
  return [{ type: 'grade', from: found.from, to: found.to, grade, min: digits('min'), max: digits('max') }];
}

function printed(found: Found, name: 'min' | 'max'): number | undefined {
  const text = found.group(name);
  return text === undefined ? undefined : (roman[text] ?? Number(text));
}
