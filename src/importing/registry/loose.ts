/*
 * Reading data that may have any shape: what is not there, or is of another type than expected, is nothing.
 * No record can make these functions fail.
 */

type Loose = Record<string, unknown>;

const isMap = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at a path of keys: `designModule.designInfo`. */
export function at(value: unknown, path: string): unknown {
  let found = value;
  for (const key of path.split('.')) {
    if (!isMap(found) || !Object.hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found;
}

/** The items of a list; none where it is no list. */
export function listAt(value: unknown, path: string): unknown[] {
  const found = at(value, path);
  return Array.isArray(found) ? (found as unknown[]) : [];
}

/** A text, or a number as text, made clean; nothing where it is empty or of another type. */
export function textAt(value: unknown, path: string): string | undefined {
  return cleanText(at(value, path));
}

/** The texts of a list. */
export const textsAt = (value: unknown, path: string): string[] =>
  listAt(value, path).flatMap((one) => cleanText(one) ?? []);

/** Characters that nobody sees, which no file of the base may hold; halves of characters; noughts. */
const unseen =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B\u2028\u2029\u2060\uFEFF\uFFFD\u{E0000}-\u{E007F}]|\p{Bidi_C}|\p{NChar}|\p{Cs}/gu;

/** An address of a person, which no entry holds. */
const mail = /[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/g;

/**
 * A text without invisible characters, addresses of mail and the backslashes that the registry puts before
 * marks of Markdown.
 */
export function cleanText(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  const clean = value
    .replace(/[\u2028\u2029]/g, ' ')
    .replace(unseen, '')
    .replace(mail, '(address left out)')
    .replace(/\\([\\<>[\]()*_~`#|+.!{}-])/g, '$1')
    .trim();
  return clean === '' ? undefined : clean;
}

/** The same as one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A key with its value; nothing where there is none. */
export const given = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<K, V>>;
