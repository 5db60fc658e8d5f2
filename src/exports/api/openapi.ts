import type { Edition } from '../edition.ts';
import { definitions } from '../evidence-schema.ts';
import { apiAddress } from './lists.ts';
import { mediaTypeAt, resources, type Resource } from './resources.ts';
import { apiSchemas } from './schemas.ts';

/**
 * All addresses as OpenAPI 3.1, with the schemas of `schemas/` in it, since many programs follow no reference
 * to another file: https://spec.openapis.org/oas/v3.1.1.html
 */
export function openApi(edition: Edition, example: (resource: Resource) => string | undefined): string {
  const { base } = edition.library;
  const described = {
    openapi: '3.1.1',
    info: {
      title: base.name,
      summary: base.tagline.en,
      description: `Static files; every address answers GET and HEAD alike for everyone. ${base.disclaimer.en}`,
      version: edition.version,
      license: { name: base.licence.name, url: base.licence.url },
    },
    externalDocs: {
      url: edition.context.address('/data/api/'),
      description: 'What stands where, with examples',
    },
    servers: [{ url: apiAddress(edition, '').replace(/\/$/, '') }],
    paths: Object.fromEntries(
      resources.map((resource) => [`/${resource.path}`, pathItem(resource, example(resource))]),
    ),
    components: { schemas: componentsOf(edition) },
  };
  return `${JSON.stringify(described, null, 1)}\n`;
}

/** The schemas with what they share beside them, where they find it in this file. */
function componentsOf(edition: Edition): Record<string, unknown> {
  const bodyOf = (schema: object) =>
    Object.fromEntries(Object.entries(schema).filter(([keyword]) => !keyword.startsWith('$')));
  const own = Array.from(apiSchemas(edition), ({ name, schema }) => [name, bodyOf(schema)] as const);
  const all = { ...definitions(), ...Object.fromEntries(own) };
  return JSON.parse(JSON.stringify(all).replaceAll('"#/$defs/', '"#/components/schemas/')) as Record<
    string,
    unknown
  >;
}

function pathItem(resource: Resource, example: string | undefined): object {
  const { name, path, description, schema } = resource;
  const isNamed = path.includes('{id}');
  const content = {
    [mediaTypeAt(resource)]: { schema: schema ? { $ref: `#/components/schemas/${schema}` } : {} },
  };
  return {
    ...(isNamed ? { parameters: [parameter(example)] } : {}),
    get: {
      operationId: name,
      summary: description,
      responses: {
        200: { description, content },
        ...(isNamed ? { 404: { description: 'Nothing has this id, or there is no such file for it' } } : {}),
      },
    },
  };
}

const parameter = (example: string | undefined) => ({
  name: 'id',
  in: 'path',
  required: true,
  description: 'A permanent id, as the lists give it',
  schema: { type: 'string' },
  ...(example === undefined ? {} : { example }),
});
