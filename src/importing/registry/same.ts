import { isDeepStrictEqual } from 'node:util';
import { oneLine } from './loose.ts';
import type { Data } from '../yaml-text.ts';

/**
 * Data as it is read from a file: what is undefined is not there, 5 is as good as "5", a text stands in one
 * line.
 */
export const asRead = (data: Data | undefined): unknown =>
  data === undefined ? undefined : JSON.parse(JSON.stringify(data, (_, value: unknown) => asWritten(value)));

const asWritten = (value: unknown) => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? oneLine(value) : value;
};

/** Whether two files would hold the same. */
export const isSame = (one: Data | undefined, other: Data | undefined): boolean =>
  isDeepStrictEqual(asRead(one), asRead(other));
