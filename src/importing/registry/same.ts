import { isDeepStrictEqual } from 'node:util';
import type { Data } from '../yaml-text.ts';

/** Data as it is read from a file: what is undefined is not there, and 5 is as good as "5". */
export const asRead = (data: Data | undefined): unknown =>
  data === undefined
    ? undefined
    : JSON.parse(JSON.stringify(data, (_, value: unknown) => (typeof value === 'number' ? String(value) : value)));

/** Whether two files would hold the same. */
export const isSame = (one: Data | undefined, other: Data | undefined): boolean => isDeepStrictEqual(asRead(one), asRead(other));
