import { isDeepStrictEqual } from 'node:util';

/** One thing that is not as it was: `status recruiting → completed`, `arms.control new`. */
export interface Difference {
  /** What it is, as the file names it: `status`, `population.ages`, `arms.control`. */
  what: string;
  change: 'new' | 'changed' | 'gone';
  /** Both sides, where they are short enough to be quoted. */
  before?: string;
  after?: string;
}

/**
 * What differs between two values of one schema: by key, in lists by the ids of their items. In the order of
 * the later one, with what is gone at the end. The order of a list says nothing.
 *
 * @param what names the value; keys and ids stand behind it
 */
export function differences(before: unknown, after: unknown, what = ''): Difference[] {
  if (isDeepStrictEqual(before, after)) return [];
  const [old, now] = [partsOf(before), partsOf(after)];
  if (old && now)
    return [...new Set([...now.keys(), ...old.keys()])].flatMap((key) =>
      differences(old.get(key), now.get(key), what === '' ? key : `${what}.${key}`),
    );
  const change = before === undefined ? 'new' : after === undefined ? 'gone' : 'changed';
  const [from, to] = [quoted(before), quoted(after)];
  return [
    {
      what,
      change,
      ...(from === undefined ? {} : { before: from }),
      ...(to === undefined ? {} : { after: to }),
    },
  ];
}

/** A longer text is said to have changed, and is not quoted. */
const longest = 60;

/** A value in few words; undefined where it has none. */
function quoted(value: unknown): string | undefined {
  const single = isMap(value) && typeof value.printed === 'string' ? value.printed : value;
  const isSingle = ['string', 'number', 'boolean'].includes(typeof single);
  return isSingle && String(single).length <= longest ? String(single) : undefined;
}

type Values = Readonly<Record<string, unknown>>;
const isMap = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/**
 * The parts of a value by key or id; undefined of what is one thing: a figure, a word, a list of what has no
 * names.
 */
function partsOf(value: unknown): Map<string, unknown> | undefined {
  if (isMap(value)) return typeof value.printed === 'string' ? undefined : new Map(Object.entries(value));
  if (!Array.isArray(value)) return undefined;
  const named = value.flatMap((item: unknown) => {
    const name = nameOf(item);
    return name === undefined ? [] : [[name, item] as const];
  });
  const items = new Map(named);
  return items.size === value.length ? items : undefined;
}

const names = ['id', 'trial', 'abbreviation', 'host', 'domain', 'number', 'url'];

function nameOf(item: unknown): string | undefined {
  if (!isMap(item)) return typeof item === 'string' ? item : undefined;
  return names.map((key) => quoted(item[key])).find((one) => one !== undefined);
}
