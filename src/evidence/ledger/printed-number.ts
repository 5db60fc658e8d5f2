import type { Bound, Figure, Interval, PValue } from '../../model/figure.ts';
import { partOf, type Outcome } from '../../model/outcome.ts';
import { deriveShare } from '../derive.ts';

/** A number to hold against another of its measure. */
export interface PrintedNumber {
  measure: 'percent' | 'patients' | 'value';
  value: number;
  decimals: number;
  bound?: Bound | undefined;
  /**
   * Whether it follows from counts and is printed nowhere: it has then all the digits that one could want.
   */
  computed?: true;
  text: string;
}

/** The number that a fact stands for, with the digits it was printed with. */
export function numberOf(fact: Outcome): PrintedNumber | undefined {
  const loose = fact as unknown as Partial<Record<'percent' | 'value' | 'estimate' | 'events', Figure>>;
  const number = (
    measure: PrintedNumber['measure'],
    { value, decimals, bound, printed }: Figure,
  ): PrintedNumber => ({
    measure,
    value,
    decimals,
    bound,
    text: `${printed}${measure === 'percent' ? '%' : ''}`,
  });
  if (loose.percent) return number('percent', loose.percent);
  const figure = loose.estimate ?? loose.value;
  if (figure) return number('value', figure);
  const { counts, percent } = deriveShare(fact);
  if (counts && percent !== undefined)
    return {
      measure: 'percent',
      value: percent,
      decimals: 6,
      computed: true,
      text: `${counts.events}/${counts.total}`,
    };
  return loose.events && number('patients', loose.events);
}

export const intervalOf = (fact: Outcome): Interval | undefined => partOf(fact, 'interval');
export const pOf = (fact: Outcome): PValue | undefined => partOf(fact, 'p');

/** Whether two numbers count the same thing, and both exactly or both under one inequality. */
export function isAlike(a: PrintedNumber | undefined, b: PrintedNumber | undefined): boolean {
  return a !== undefined && b !== undefined && a.measure === b.measure && a.bound === b.bound;
}

/** Whether two numbers can both be right: they are one, or the inequality of one holds for the other. */
export function canBothHold(a: PrintedNumber, b: PrintedNumber): boolean {
  const span = ({ bound, value }: PrintedNumber): [number, number] =>
    bound === '<' || bound === '≤'
      ? [Number.NEGATIVE_INFINITY, value]
      : bound
        ? [value, Number.POSITIVE_INFINITY]
        : [value, value];
  const [s, t] = [span(a), span(b)];
  return a.value === b.value || (Boolean(a.bound ?? b.bound) && s[0] <= t[1] && t[0] <= s[1]);
}
