import { later } from '../../model/later.ts';
import { valueIn } from '../../model/need.ts';
import { originOf, type Edition } from '../edition.ts';
import { exportFile, mediaTypeOf, type ExportFile } from '../file.ts';
import { exampleOf, metaforTables } from '../metafor.ts';
import { poolingExamples } from './examples.ts';
import { tableNamed } from '../table.ts';
import { apiAddress, countsOf, endpointOf, envelope, factsByEndpoint, inputsOf, listFile } from './lists.ts';
import { openApi } from './openapi.ts';
import { apiFile, entryKinds, mediaTypeAt, resources, type EntryList, type Resource } from './resources.ts';
import { apiSchemas } from './schemas.ts';

export { poolingExamples } from './examples.ts';
export { apiRoot, resources, type Resource } from './resources.ts';

const lists = [...(Object.keys(entryKinds) as EntryList[]), 'references', 'endpoints'] as const;

/**
 * The files of `/api/v1/` that no other file already is: the index, lists, facts and inputs by endpoint,
 * vocabulary, schemas. Each is made of the tables that are filled anyway. One entry, one work and the inputs
 * as CSV stand there a second time (`alsoAt`).
 *
 * @param files those of the whole base, which the index names
 */
export function* apiFiles(
  edition: Edition,
  files: readonly { path: string; description: string }[],
): Generator<ExportFile> {
  const file = (name: string, make: () => string): ExportFile => exportFile(apiFile(name), make);
  const { library } = edition;
  const facts = later(() => factsByEndpoint(edition));
  yield file('index.json', () => indexFile(edition, files));
  for (const name of lists) yield file(`${name}.json`, () => listFile(edition, name));
  for (const { id, facts: own } of library.endpoints)
    if (own.length > 0)
      yield file(`endpoints/${id}/facts.json`, () =>
        envelope(edition, 'facts', { items: valueIn(facts(), id) }),
      );
  for (const table of metaforTables(library)) {
    const items = () => inputsOf(tableNamed(edition.analyses, table.name));
    yield file(`endpoints/${endpointOf(table)}/inputs.json`, () =>
      envelope(edition, 'inputs', { items: items() }),
    );
  }
  yield file('vocabulary.json', () => envelope(edition, 'vocabulary', { vocabulary: library.vocabulary }));
  yield file('openapi.json', () => openApi(edition, (resource) => exampleFor(resource, edition)));
  for (const { name, schema } of apiSchemas(edition))
    yield file(`schemas/${name}.json`, () => `${JSON.stringify(schema, null, 1)}\n`);
  const endpoint = exampleOf(library);
  if (endpoint === undefined) return;
  for (const [name, code] of Object.entries(poolingExamples(apiAddress(edition, ''), endpoint)))
    yield file(name, () => code);
}

function indexFile(edition: Edition, files: readonly { path: string; description: string }[]): string {
  const { context, library } = edition;
  const described = {
    base: originOf(edition),
    schema: apiAddress(edition, 'schemas/index.json'),
    api: {
      version: '1',
      documentation: context.address('/data/api/'),
      openapi: apiAddress(edition, 'openapi.json'),
    },
    counts: countsOf(library),
    resources: resources.map((resource) => ({
      name: resource.name,
      address: apiAddress(edition, resource.path),
      description: resource.description,
      mediaType: mediaTypeAt(resource),
      ...(resource.schema ? { schema: apiAddress(edition, `schemas/${resource.schema}.json`) } : {}),
    })),
    files: files.map(({ path, description }) => ({
      address: context.address(`/${path}`),
      description,
      mediaType: mediaTypeOf(path),
    })),
  };
  return `${JSON.stringify(described, null, 1)}\n`;
}

/** A name that an address with braces can be tried with; undefined where the base has none. */
function exampleFor({ name, path }: Resource, { library, analyses }: Edition): string | undefined {
  if (!path.includes('{id}')) return undefined;
  if (name === 'schema') return 'index';
  if (name === 'citation') return library.references[0]?.id;
  if (name === 'facts') return library.endpoints.find(({ facts }) => facts.length > 0)?.id;
  if (name === 'inputs' || name === 'inputsCsv') return analyses[0] && endpointOf(analyses[0]);
  const [kind] = (Object.keys(entryKinds) as EntryList[]).filter((key) => entryKinds[key] === name);
  return kind && library[kind][0]?.id;
}
