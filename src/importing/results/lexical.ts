import { meaningOf } from '../../model/number-words.ts';
import type { Printed } from './result.ts';

/**
 * Parts of patterns. Each repetition has an end, so that no text takes long; two spaces never stand together
 * (`compact`).
 */
export const space = ' ?';
const numeral = '(?:\\d{1,3}(?:,\\d{3}){1,3}(?!\\d)|\\d{1,9})(?:\\.\\d{1,9})?|\\.\\d{1,9}';
/** Behind it no number goes on. */
const ends = '(?!\\d|\\.\\d|,\\d{3}(?!\\d))';
/** Before it no name goes on: a number behind letters, or behind letters and a hyphen, is part of a name. */
export const begins =
  '(?:(?<=[vV][sS]\\.?)|(?<![\\p{Script=Latin}\\d.]|\\d,(?=\\d{3}(?!\\d))|\\p{Script=Latin}-))';

/** A number under a name; the caller says what may stand before it. */
export const number = (name: string) => `(?<${name}>${numeral})${ends}(?!-?BB|-\\d+[A-Z])`;
const word =
  '(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive) hundred(?: and)?(?: (?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?| (?:one|two|three|four(?:teen)?|five|six(?:teen)?|seven(?:teen)?|eight(?:een)?|nine(?:teen)?|ten|eleven|twelve|thirteen|fifteen))?' +
  '|(?:[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?' +
  '|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our(?:teen)?|[Ff]ive|[Ss]ix(?:teen)?|[Ss]even(?:teen)?|[Ee]ight(?:een)?|[Nn]ine(?:teen)?|[Tt]en|[Ee]leven' +
  '|[Tt]welve|[Tt]hirteen|[Ff]ifteen|[Nn]one|[Nn]o';
/** A whole number in digits or in words. */
export const counted = (name: string) =>
  `(?<${name}>(?:\\d{1,3}(?:,\\d{3}){1,3}(?!\\d)|\\d{1,9})(?!\\d|\\.\\d)|(?<!hundred |hundred and |thousand )(?:${word})(?![A-Za-z]))`;
export const chineseCounted = (name: string) =>
  `(?<${name}>\\d{1,9}(?![\\d.])|[一二两三四五六七八九十百]{1,5})`;

export const people =
  '(?:patients?|pts|participants?|subjects?|children|adults?|infants?|recipients?|individuals|persons?|people|cases|women|men)';
export const 人 = '(?:患者|病人|受试者|患儿|病例)';

/** Units of time as texts print them. */
const unitsOfTime: readonly (readonly [RegExp, string])[] = [
  [/^(?:days?|d|天|日)$/i, 'days'],
  [/^(?:weeks?|wks?|周)$/i, 'weeks'],
  [/^(?:months?|mos?|mths?|个月|月)$/i, 'months'],
  [/^(?:years?|yrs?|y|年|岁)$/i, 'years'],
  [/^(?:hours?|hrs?|h|小时)$/i, 'hours'],
];
export const unitOfTime =
  '(?:(?:days?|weeks?|wks?|months?|mos?|mths?|years?|yrs?|hours?|hrs?|y)(?![A-Za-z])|个月|月|周|天|日|年|岁|小时)';
export const unitOf = (printed: string | undefined): string | undefined =>
  printed === undefined ? undefined : unitsOfTime.find(([pattern]) => pattern.test(printed))?.[1];

/** What a pattern found in a text, with places in the whole of it. */
export class Found {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly #match: RegExpExecArray;

  constructor(match: RegExpExecArray) {
    this.#match = match;
    this.text = match[0];
    this.from = match.index;
    this.to = match.index + match[0].length;
  }

  /** The words of a group; nothing where it is empty. */
  group(name: string): string | undefined {
    return this.#match.groups?.[name] || undefined;
  }

  /** The number of a group as the model writes it. */
  printed(name: string, before = ''): Printed | undefined {
    const place = this.#match.indices?.groups?.[name];
    const text = this.group(name);
    if (place === undefined || text === undefined) return undefined;
    const plain = text.replaceAll(',', '');
    const digits = /^\.?\d/.test(plain) ? plain : meaningOf(plain);
    return digits === undefined ? undefined : { text: before + digits, from: place[0], to: place[1] };
  }
}

/** Every place at which a pattern fits. */
export const findAll = (pattern: RegExp, text: string): Found[] =>
  [...text.matchAll(pattern)].map((match) => new Found(match));

export const valueOf = ({ text }: Pick<Printed, 'text'>): number => Number(text.replace(/^[<>≤≥]/, ''));
export const decimalsOf = ({ text }: Pick<Printed, 'text'>): number => /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
