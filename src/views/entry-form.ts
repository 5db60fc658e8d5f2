import { z } from 'astro/zod';
import { entrySchemas, type Collection } from '../model/collections.ts';

/** A key that an entry may have. */
interface FormField {
  key: string;
  /** What it holds, in the words of its schema. */
  description: string | undefined;
  isRequired: boolean;
  /** What stands there, in short; undefined where nothing does. */
  value: string | undefined;
}

const longest = 160;

/** Every key that an entry of a collection may have, in the order of the schema, with what it holds. */
export function fieldsOf(collection: Collection, data: object | undefined): FormField[] {
  const { properties = {}, required = [] } = z.toJSONSchema(entrySchemas[collection], {
    io: 'input',
    unrepresentable: 'any',
  }) as { properties?: Record<string, { description?: string }>; required?: string[] };
  return Object.entries(properties).map(([key, { description }]) => ({
    key,
    description,
    isRequired: required.includes(key),
    value: shortOf((data as Record<string, unknown> | undefined)?.[key]),
  }));
}

/** A value in one line; nothing for an empty one. */
function shortOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : listed(value);
  if (typeof value === 'object') {
    const parts = Object.entries(value).flatMap(([key, part]) => {
      const text = shortOf(part);
      return text === undefined ? [] : `${key}: ${text}`;
    });
    return parts.length === 0 ? undefined : cut(parts.join('; '));
  }
  return cut(typeof value === 'string' ? value : JSON.stringify(value));
}

/** A list by the names of what is in it. */
function listed(list: readonly unknown[]): string {
  const names = list.map((one) =>
    typeof one === 'object' && one !== null && 'id' in one ? String(one.id) : (shortOf(one) ?? ''),
  );
  return cut(`${list.length}: ${names.join(', ')}`);
}

const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
