/** A JSON Schema of draft 2020-12, as far as these files use it. */
export interface Schema {
  [keyword: string]: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  oneOf?: Schema[];
}

export const dialect = 'https://json-schema.org/draft/2020-12/schema';

export const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
export const list = (items: Schema): Schema => ({ type: 'array', items });
export const object = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

export const url: Schema = { type: 'string', format: 'uri', description: 'Permanent address' };

/**
 * The schema of an object, or of each of its kinds, with properties that every one has, and others that it
 * may have.
 */
export function adding(
  schema: Schema,
  properties: Record<string, Schema>,
  optional: Record<string, Schema> = {},
): Schema {
  if (schema.oneOf)
    return { ...schema, oneOf: schema.oneOf.map((kind) => adding(kind, properties, optional)) };
  return {
    ...schema,
    properties: { ...schema.properties, ...properties, ...optional },
    required: [...new Set([...Object.keys(properties), ...(schema.required ?? [])])],
  };
}
