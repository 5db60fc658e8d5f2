import type { EndpointNode, Library } from '../../evidence/library.ts';
import { originOf, type Edition } from '../edition.ts';
import { byLine, entryOf } from '../evidence.ts';
import { outcomes } from '../outcomes.ts';
import { references } from '../references.ts';
import { itemIn } from '../../model/need.ts';
import { tableNamed, type FilledTable } from '../table.ts';
import { trials } from '../trials.ts';
import { apiRoot, entryKinds, type EntryList } from './resources.ts';
import { rowReader, type Row } from './rows.ts';

/** Full address of a path below the root of the API. */
export const apiAddress = ({ context }: Edition, path: string): string => context.address(apiRoot + path);

/** What every file of the API begins with: where it comes from, and the address of its schema. */
export const envelope = (edition: Edition, schema: string, parts: object): string =>
  byLine({ base: originOf(edition), schema: apiAddress(edition, `schemas/${schema}.json`), ...parts });

/** A list by its name, with what leads on from each of its items. */
export function listFile(edition: Edition, name: EntryList | 'references' | 'endpoints'): string {
  return envelope(edition, name, { items: itemsOf(edition, name) });
}

function itemsOf(edition: Edition, name: EntryList | 'references' | 'endpoints'): object[] {
  const { library, tables } = edition;
  const entry = (id: string) => ({ links: { entry: apiAddress(edition, `${name}/${id}.json`) } });
  switch (name) {
    case 'trials':
      return rowsOf(tableNamed(tables, trials.name), entry);
    case 'references':
      return rowsOf(tableNamed(tables, references.name), (id) => ({
        links: { citation: apiAddress(edition, `citations/${id}.json`) },
      }));
    case 'endpoints':
      return library.endpoints.map((endpoint) => endpointItem(endpoint, edition));
    default:
      return library[name].map(({ id, path, data }) => ({
        id,
        url: edition.context.address(path),
        name: 'name' in data ? data.name : data.title,
        version: data.version,
        updated: data.updated,
        ...entry(id),
      }));
  }
}

/** The rows of a table; its first column names each. */
const rowsOf = (table: FilledTable, more: (id: string) => object): Row[] => {
  const read = rowReader(table);
  return table.cells.map((cells) => ({ ...read(cells), ...more(itemIn(cells, 0)) }));
};

function endpointItem(endpoint: EndpointNode, edition: Edition): object {
  const at = (file: string) => apiAddress(edition, `endpoints/${endpoint.id}/${file}`);
  const hasInputs = edition.analyses.some(({ name }) => name === inputsName(endpoint.id));
  return {
    ...entryOf(endpoint, edition.context),
    counts: { facts: endpoint.facts.length, trials: new Set(endpoint.facts.map(({ trial }) => trial)).size },
    links: {
      ...(endpoint.facts.length > 0 ? { facts: at('facts.json') } : {}),
      ...(hasInputs ? { inputs: at('inputs.json'), inputsCsv: at('inputs.csv') } : {}),
    },
  };
}

/** The name of the table for meta-analysis of an endpoint. */
const inputsName = (id: string): string => `metafor-${id}`;

/** The endpoint that a table for meta-analysis is about. */
export const endpointOf = ({ name }: Pick<FilledTable, 'name'>): string => name.replace(/^metafor-/, '');

/** The facts of each endpoint that has any, by its id. */
export function factsByEndpoint({ tables }: Edition): Map<string, Row[]> {
  const table = tableNamed(tables, outcomes.name);
  const [read, at] = [rowReader(table), table.columns.findIndex(({ name }) => name === 'endpoint')];
  const grouped = Map.groupBy(table.cells, (cells) => itemIn(cells, at));
  return new Map([...grouped].map(([id, rows]) => [id, rows.map(read)]));
}

/** The rows of a table for meta-analysis. */
export const inputsOf = (table: FilledTable): Row[] => table.cells.map(rowReader(table));

/** How many there are of each kind of thing. */
export function countsOf(library: Library): Record<string, number> {
  const entries = (Object.keys(entryKinds) as EntryList[]).map(
    (kind) => [kind, library[kind].length] as const,
  );
  return {
    ...Object.fromEntries(entries),
    endpoints: library.endpoints.length,
    references: library.references.length,
    facts: library.facts.size,
  };
}
