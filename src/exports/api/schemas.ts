import type { Edition } from '../edition.ts';
import {
  definitions,
  endpointSchema,
  entrySchemas,
  vocabularySchema,
  worksSchema,
} from '../evidence-schema.ts';
import { adding, dialect, list, object, url, type Schema } from '../json-schema.ts';
import { metaforColumns } from '../metafor.ts';
import { outcomes } from '../outcomes.ts';
import { references } from '../references.ts';
import { trials } from '../trials.ts';
import { apiAddress } from './lists.ts';
import { entryKinds, resources, type EntryList } from './resources.ts';
import { rowSchema } from './rows.ts';

const text = (description: string): Schema => ({ type: 'string', description });
const words: Schema = {
  type: 'object',
  additionalProperties: { type: 'string' },
  description: 'In each language that it has',
};
const amount: Schema = { type: 'integer', minimum: 0 };
const links = (...names: string[]): Schema => object(Object.fromEntries(names.map((name) => [name, url])));

const origin: Schema = {
  description: 'Where it comes from',
  ...object(
    {
      name: text('What the base is called'),
      url: { ...url, description: 'Where it is' },
      version: text('Version of the base'),
      contentHash: {
        type: 'string',
        pattern: '^sha256:[0-9a-f]{64}$',
        description: 'Hash of the content that it was made from',
      },
      licence: object({ name: text('Short name'), url }),
    },
    ['name', 'url', 'version', 'licence'],
  ),
};

const enveloped = (parts: Record<string, Schema>): Schema => object({ base: origin, schema: url, ...parts });
const listed = (item: Schema): Schema => enveloped({ items: list(item) });

const named: Schema = object({
  id: text('Permanent id'),
  url,
  name: words,
  version: text('Version of the entry'),
  updated: text('Day of its last change'),
  links: links('entry'),
});

const endpoint = (): Schema =>
  adding(endpointSchema(), {
    counts: object({ facts: amount, trials: amount }),
    links: object({ facts: url, inputs: url, inputsCsv: url }, []),
  });

const index = (): Schema =>
  enveloped({
    api: object({ version: text('Version of the addresses'), documentation: url, openapi: url }),
    counts: { type: 'object', additionalProperties: amount },
    resources: list(
      object(
        {
          name: text('What it is called in openapi.json'),
          address: text('Its address; what stands in braces is a name of the base'),
          description: text('What it holds'),
          mediaType: text('Media type'),
          schema: url,
        },
        ['name', 'address', 'description', 'mediaType'],
      ),
    ),
    files: list(object({ address: url, description: text('What it holds'), mediaType: text('Media type') })),
  });

const citation: Schema = {
  ...list({
    type: 'object',
    required: ['id', 'type'],
    properties: { id: text('Key of the work'), type: text('Kind of work') },
  }),
  description: 'Items of CSL-JSON',
};

const isEntryList = (name: string): name is EntryList => name in entryKinds;

function bodyOf(name: string): Schema {
  switch (name) {
    case 'index':
      return index();
    case 'trials':
      return listed(adding(rowSchema(trials.columns), { links: links('entry') }));
    case 'references':
      return listed(adding(rowSchema(references.columns), { links: links('citation') }));
    case 'endpoints':
      return listed(endpoint());
    case 'facts':
      return listed(rowSchema(outcomes.columns));
    case 'inputs':
      return listed(rowSchema(metaforColumns));
    case 'citation':
      return citation;
    case 'vocabulary':
      return enveloped({ vocabulary: vocabularySchema() });
  }
  if (isEntryList(name)) return listed(named);
  const [kind] = (Object.keys(entryKinds) as EntryList[]).filter((key) => entryKinds[key] === name);
  if (!kind) throw new Error(`no schema is known for ${name}`);
  return adding(entrySchemas[kind](), { base: origin, references: worksSchema() });
}

/** The schemas of all that the API answers, by name. */
export function* apiSchemas(edition: Edition): Generator<{ name: string; schema: Schema }> {
  const names = new Set(resources.flatMap(({ schema }) => schema ?? []));
  for (const name of names) {
    const own = resources.find((one) => one.name === name);
    const schema: Schema = {
      $schema: dialect,
      $id: apiAddress(edition, `schemas/${name}.json`),
      title: name,
      ...(own ? { description: own.description } : {}),
      ...bodyOf(name),
    };
    yield { name, schema: refersTo(schema) ? { ...schema, $defs: definitions() } : schema };
  }
}

/** Whether it leads to what the schemas of entries share. */
const refersTo = (schema: Schema): boolean => JSON.stringify(schema).includes('"#/$defs/');
