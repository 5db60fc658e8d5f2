import {
  begins,
  chineseCounted,
  counted,
  findAll,
  number,
  people,
  space,
  valueOf,
  人,
  type Found,
} from './lexical.ts';
import type { Printed } from './result.ts';

/** Events among all, with the percentage where it stands between them. */
export interface Fraction {
  type: 'fraction';
  from: number;
  to: number;
  events: Printed;
  total: Printed;
  percent?: Printed | undefined;
}
export interface Percent {
  type: 'percent';
  from: number;
  to: number;
  percent: Printed;
  /** What is printed behind ±, or as the standard error. */
  spread?: { figure: Printed; kind: 'standard-error' | 'standard-deviation' | 'unstated' } | undefined;
}
/** A span of percentages that no word makes an interval. */
export interface PercentSpan {
  type: 'percent-span';
  from: number;
  to: number;
  low: Printed;
  high: Printed;
}
/** A number of patients, or what may be one. */
export interface Count {
  type: 'count';
  from: number;
  to: number;
  value: Printed;
  /** Whether a word says that patients are counted. */
  ofPatients: boolean;
}
/** Those of whom the next figures speak: `Of 34 patients,`, `34例患者中`. */
export interface Base {
  type: 'base';
  from: number;
  to: number;
  total: Printed;
}

const percentSign = '(?:%|per ?cent(?![A-Za-z]))';
const adjectives =
  '(?:[ ](?!of|in|and|or|to|with|had|were|was|who|that|from|by|at|for)[A-Za-z][A-Za-z/-]{1,20}){0,4}';
const notPeople =
  '(?:doses?|cycles?|arms?|cent(?:er|re)s?|sites?|studies|trials|courses?|lesions?|samples?|reports?|therapies|years?|months?|weeks?|days?|%)';

const slash = new RegExp(
  `${begins}(?<!/${space})${number('events')}${space}例?${space}/${space}(?<total>\\d{1,6})(?![\\d/.]|-?[A-Za-z]|${space}(?:年|[A-Za-zµμ]{1,4}/))${space}例?`,
  'dgu',
);
const inWords = new RegExp(
  `(?<![\\p{Script=Latin}\\d.,-])${counted('events')}(?: (?:${people}))?(?:${space}[([]${number('percent')}${space}${percentSign}[)\\]])?` +
    ` (?:out )?of (?:a total of |the |all |these )?${counted('total')}(?!${adjectives} ${notPeople}|${space}%)(?:${adjectives} ${people})?`,
  'dgu',
);
const ofAll = new RegExp(
  `(?<![\\p{Script=Latin}\\d-])(?<word>[Aa]ll|[Bb]oth|[Nn]one)(?: (?:of )?(?:the )?)${counted('total')}${adjectives}(?: ${people})`,
  'dgu',
);
const chinese = new RegExp(
  `(?<![\\d.])${chineseCounted('total')}${space}例[^,;.。\\d]{0,14}?中${space},?${space}(?:有|共有?|仅)?${space}(?<![第])${chineseCounted('events')}${space}例${人}?`,
  'dgu',
);
const span = new RegExp(
  `${begins}${number('low')}${space}%?${space}(?:-|–|~|to|至|到|and)${space}${number('high')}${space}${percentSign}`,
  'dgu',
);
const percents = new RegExp(
  `(?<![>≥]${space})(?<bound>[<≤])?${space}${begins}${number('percent')}${space}-?${percentSign}(?!-?(?:free|specific)| CI| ?(?:以上|以下)| or (?:more|less|higher|lower|greater))`,
  'dgu',
);
const spreadPercents = new RegExp(
  `${begins}${number('percent')}${space}%?${space}(?:±|\\+/-)${space}${number('spread')}${space}%(?:${space}[(]?(?:SEM?|SD|标准误|标准差)[)]?)?` +
    `|[([]${space}${number('percent')}${space}±${space}${number('spread')}${space}[)\\]]${space}%` +
    `|${begins}${number('percent')}${space}%${space}[(,]${space}(?:SE|standard error|标准误)[ ,:=]{0,3}${number('spread')}${space}%?${space}[)]?`,
  'dgu',
);
const patients = new RegExp(
  `(?<![\\p{Script=Latin}\\d.,-])${counted('value')}(?:${adjectives} ${people}(?![A-Za-z-])|${space}例${人}?)|${begins}(?:(?<![A-Za-z])[nN]${space}=${space})${number('value')}`,
  'dgu',
);
const chinesePatients = new RegExp(
  `(?<![\\d.第一二两三四五六七八九十百])${chineseCounted('value')}${space}[例名]${人}?`,
  'dgu',
);
const plain = new RegExp(
  `${begins}(?<![<>≤≥=]${space})${number('value')}|(?<![\\p{Script=Latin}\\d-])${counted('value')}(?=(?: [a-z-]{3,20}){0,3} ?[([]\\d)`,
  'dgu',
);
const bases = new RegExp(
  `(?:(?<![A-Za-z])(?:[Oo]f|[Aa]mong|[Ii]n)(?: the| all| these| a total of)? ${counted('total')}${adjectives} ${people}[^,;:.()]{0,80}(?:[(][^()]{1,40}[)])?,` +
    `|(?<![\\d.])${chineseCounted('total')}${space}[例名][^,;.。\\d]{0,16}中${space},)`,
  'dgu',
);

export const basesIn = (text: string): Base[] =>
  findAll(bases, text).flatMap((found) => {
    const total = found.printed('total');
    return total && valueOf(total) > 0
      ? [{ type: 'base', from: found.from, to: found.to, total } as const]
      : [];
  });

export function fractionsIn(text: string): Fraction[] {
  const all = findAll(ofAll, text).flatMap((found): Fraction[] => {
    const total = found.printed('total');
    if (!total || (/both/i.test(found.group('word') ?? '') && total.text !== '2')) return [];
    const from = found.from;
    const none = /none/i.test(found.group('word') ?? '');
    const events = none ? { text: '0', from, to: from + 4 } : total;
    return [{ type: 'fraction', from, to: found.to, events, total }];
  });
  return [
    ...[slash, inWords, chinese].flatMap((pattern) => findAll(pattern, text).flatMap(fractionOf)),
    ...all,
  ];
}

function fractionOf(found: Found): Fraction[] {
  const [events, total, percent] = [
    found.printed('events'),
    found.printed('total'),
    found.printed('percent'),
  ];
  if (
    !events ||
    !total ||
    !/^\d+$/.test(events.text) ||
    valueOf(total) < 1 ||
    valueOf(events) > valueOf(total)
  )
    return [];
  return [{ type: 'fraction', from: found.from, to: found.to, events, total, percent }];
}

export const percentSpansIn = (text: string): PercentSpan[] =>
  findAll(span, text).flatMap((found) => {
    const [low, high] = [found.printed('low'), found.printed('high')];
    const joined =
      /and/.test(found.text) && !/between\s*$/.test(text.slice(Math.max(0, found.from - 10), found.from));
    if (!low || !high || joined || valueOf(low) >= valueOf(high) || valueOf(high) > 100) return [];
    return [{ type: 'percent-span', from: found.from, to: found.to, low, high } as const];
  });

export const percentsIn = (text: string): Percent[] => [
  ...findAll(spreadPercents, text).flatMap((found) => {
    const [percent, figure] = [found.printed('percent'), found.printed('spread')];
    if (!percent || !figure || valueOf(percent) > 100) return [];
    const kind = /SE|标准误/.test(found.text)
      ? 'standard-error'
      : /SD|标准差/.test(found.text)
        ? 'standard-deviation'
        : 'unstated';
    return [{ type: 'percent', from: found.from, to: found.to, percent, spread: { figure, kind } } as const];
  }),
  ...findAll(percents, text).flatMap((found) => {
    const percent = found.printed('percent', found.group('bound') ?? '');
    return percent && valueOf(percent) <= 100
      ? [{ type: 'percent', from: found.from, to: found.to, percent } as const]
      : [];
  }),
];

export const countsIn = (text: string): Count[] =>
  [
    ...[patients, chinesePatients].map((pattern) => [pattern, true] as const),
    [plain, false] as const,
  ].flatMap(([pattern, ofPatients]) =>
    findAll(pattern, text).flatMap((found) => {
      const value = found.printed('value');
      return value ? [{ type: 'count', from: found.from, to: found.to, value, ofPatients } as const] : [];
    }),
  );
