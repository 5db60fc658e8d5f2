import { timeUnits, type TimePoint } from '../../model/figure.ts';

/** A time of a figure as an entry has it. */
export interface WrittenTime {
  value: string;
  unit: TimePoint['unit'];
  basis?: 'within';
}

const unit = '(days?|weeks?|months?|years?)';
const amount = String.raw`(\d+(?:\.\d+)?)`;
const namedFirst = new RegExp(`^${unit} ${amount}$`, 'i');
const countedFirst = new RegExp(`^${amount}[ -]?${unit}$`, 'i');

/**
 * The time that a time frame or the name of a class says and nothing beside it: `Day 28`, `12 months`,
 * `Up to 3 months`. More than that is words, in which only a reader can find the time.
 */
export function timeOf(text: string | undefined): WrittenTime | undefined {
  const plain = (text ?? '').trim().replace(/\s+/g, ' ').replace(/\.$/, '');
  const isWithin = /^(?:up to|within) /i.test(plain);
  const time = plain.replace(/^(?:up to|within|at|on) /i, '');
  const [, first, second] = namedFirst.exec(time) ?? countedFirst.exec(time) ?? [];
  const [value, name] = /^\d/.test(first ?? '') ? [first, second] : [second, first];
  const of = timeUnits.find((one) => one === name?.toLowerCase().replace(/s?$/, 's'));
  return value === undefined || of === undefined
    ? undefined
    : { value, unit: of, ...(isWithin ? { basis: 'within' } : {}) };
}
