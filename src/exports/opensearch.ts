import { toString } from 'mdast-util-to-string';
import type { Library } from '../evidence/library.ts';
import { readElsewhere } from '../evidence/read-in.ts';
import { word } from '../wording/figures.ts';
import { wordPooled } from '../wording/pooled.ts';
import { citationPattern } from '../model/prose.ts';
import type { Edition } from './edition.ts';
import { valueOf, type Field } from './field.ts';
import type { ExportFile } from './file.ts';
import { synonymLines } from './synonyms.ts';
import { tableNamed, type ColumnEntry, type FilledTable } from './table.ts';
import { firstIn, itemIn, valueIn } from '../model/need.ts';

/**
 * The base for OpenSearch, for when it has outgrown the search inside the site: `index.json` creates the index, and
 * `bulk.ndjson` fills it. Every document has `type`, `url`, `title`, `names` and `body` to search in; those that are rows
 * of a table have its columns, with their types, under the name of the table.
 *
 * https://docs.opensearch.org/latest/api-reference/document-apis/bulk/
 */
export function openSearchFiles(edition: Edition): ExportFile[] {
  const index = indexName(edition.library);
  const lines = documentsOf(edition).flatMap(({ id, ...document }) => [
    JSON.stringify({ index: { _index: index, _id: id } }),
    JSON.stringify(document),
  ]);
  return [
    { path: 'index.json', content: `${JSON.stringify(indexOf(edition), null, 2)}\n` },
    { path: 'bulk.ndjson', content: lines.map((line) => `${line}\n`).join('') },
  ];
}

/** The name of the index: that of the base, as OpenSearch allows it. */
export function indexName({ base }: Library): string {
  return (
    base.name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'base'
  );
}

interface Document {
  id: string;
  type: string;
  url: string;
  title: string;
  names: readonly string[];
  body: string;
  [table: string]: unknown;
}

const indexed = ['trials', 'outcomes', 'claims', 'references'] as const;

function documentsOf({ library, context: { address }, tables }: Edition): Document[] {
  const rows = new Map(indexed.map((name) => [name, rowsById(tableNamed(tables, name))]));
  const document = (
    type: string,
    path: string,
    title: string,
    names: readonly (string | undefined)[],
    body: readonly (string | undefined)[],
    row?: [table: (typeof indexed)[number], id: string],
  ): Document => ({
    id: path,
    type,
    url: address(path),
    title,
    names: [...new Set(names.filter((name) => name !== undefined))],
    body: body.filter((part) => part !== undefined && part !== '').join('\n'),
    ...(row ? { [row[0]]: valueIn(rows, row[0]).get(row[1]) } : {}),
  });
  const { trials, facts, therapies, topics, reviews, syntheses, claims, pooled, references, endpoints } = library;
  const title = ({ en, zh }: { en: string; zh?: string | undefined }) => [en, zh];
  return [
    ...trials.map(({ id, path, name, data, body }) =>
      document(
        'trial',
        path,
        name,
        [...title(data.title), data.acronym, data.shortName, ...data.registry.map((registered) => registered.id)],
        [data.population.condition, ...data.arms.map(({ label }) => label), textOf(body)],
        ['trials', id],
      ),
    ),
    ...[...facts.values()].map((fact) => {
      const { uid, path, trial, outcome, endpoint, derived, arm, population } = fact;
      const { value, fraction, interval, p, at } = word(outcome, derived);
      return document(
        'outcome',
        path,
        `${endpoint.data.label.en}, ${trial.name}`,
        [...title(endpoint.data.label), ...trial.therapies.flatMap(({ data }) => title(data.name))],
        [
          [value, fraction, interval, p, at].filter(Boolean).join('; '),
          arm?.label,
          population.label,
          outcome.definition,
          outcome.note,
          readElsewhere(fact),
        ],
        ['outcomes', uid],
      );
    }),
    ...therapies.map(({ path, data, body }) =>
      document(
        'therapy',
        path,
        data.name.en,
        [...title(data.name), ...data.brand, ...data.code, ...data.synonyms],
        [textOf(body)],
      ),
    ),
    ...topics.map(({ path, data, body }) =>
      document('topic', path, data.title.en, title(data.title), [data.summary, textOf(body)]),
    ),
    ...reviews.map(({ path, data, body }) =>
      document('review', path, data.title.en, title(data.title), [data.scope, textOf(body)]),
    ),
    ...syntheses.map(({ path, data, body }) =>
      document('synthesis', path, data.title.en, title(data.title), [data.question.population, data.note, textOf(body)]),
    ),
    ...[...pooled.values()].map(({ path, data, endpoint, synthesis, therapies }) => {
      const { value, interval, prediction, heterogeneity, size } = wordPooled(data);
      return document(
        'pooled result',
        path,
        `${endpoint.data.label.en}, pooled: ${synthesis.data.title.en}`,
        [...title(endpoint.data.label), ...therapies.flatMap((therapy) => title(therapy.data.name))],
        [[value, interval, prediction, heterogeneity, size].filter(Boolean).join('; '), data.group, data.definition, data.note],
      );
    }),
    ...[...claims.values()].map(({ uid, path, claim, endpoint }) =>
      document('claim', path, claim.subject, title(endpoint.data.label), [claim.definition, claim.note], ['claims', uid]),
    ),
    ...references.map(({ id, path, data }) =>
      document(
        'reference',
        path,
        data.title,
        [id, data.custom?.['title-en'], data.DOI, data.PMID],
        [data['container-title']],
        ['references', id],
      ),
    ),
    ...endpoints.map(({ path, data }) =>
      document('endpoint', path, data.label.en, [...title(data.label), data.abbreviation, ...data.synonyms], [data.definition]),
    ),
  ];
}

/** A body as words; the figures in it are facts, which have documents of their own. */
function textOf({ children }: Library['trials'][number]['body']): string {
  const blocks = children.map((block) => toString(block).replace(citationPattern, '').replace(/\s+/g, ' ').trim());
  return blocks.filter((block) => block !== '').join('\n');
}

function rowsById({ columns, cells }: FilledTable): Map<string, Record<string, unknown>> {
  return new Map(
    cells.map((row) => [
      firstIn(row),
      Object.fromEntries(
        columns
          .map((column, i) => [column.name, listOrValue(column, itemIn(row, i))] as const)
          .filter(([, value]) => value !== null),
      ),
    ]),
  );
}

function listOrValue(field: Field, cell: string) {
  return field.list && cell !== '' ? cell.split('; ') : valueOf(field, cell);
}

const types: Record<Field['type'], string> = { string: 'keyword', integer: 'integer', number: 'double', boolean: 'boolean' };

/** Long text has no use as a keyword. */
const mappingOf = (field: Field) => {
  const type = field.printed ? 'double' : types[field.type];
  return type === 'keyword' ? { type, ignore_above: 1024 } : { type };
};

const properties = (columns: readonly ColumnEntry[]) => ({
  properties: Object.fromEntries(columns.map((column) => [column.name, mappingOf(column)])),
});

/** English with synonyms when searching; Chinese by pairs of characters, which every OpenSearch can do. */
const text = {
  type: 'text',
  analyzer: 'base_english',
  search_analyzer: 'base_english_search',
  fields: { zh: { type: 'text', analyzer: 'cjk' } },
} as const;

function indexOf({ library, tables }: Edition) {
  const english = ['lowercase', 'base_possessive'];
  const stems = ['base_stop', 'base_stemmer'];
  return {
    settings: {
      analysis: {
        filter: {
          base_possessive: { type: 'stemmer', language: 'possessive_english' },
          base_stop: { type: 'stop', stopwords: '_english_' },
          base_stemmer: { type: 'stemmer', language: 'english' },
          base_synonyms: { type: 'synonym_graph', lenient: true, synonyms: synonymLines(library) },
        },
        analyzer: {
          base_english: { type: 'custom', tokenizer: 'standard', filter: [...english, ...stems] },
          base_english_search: { type: 'custom', tokenizer: 'standard', filter: [...english, 'base_synonyms', ...stems] },
        },
      },
    },
    mappings: {
      _meta: { base: library.base.name, licence: library.base.licence.url },
      dynamic: 'strict',
      properties: {
        type: { type: 'keyword' },
        url: { type: 'keyword', index: false },
        title: text,
        names: text,
        body: text,
        ...Object.fromEntries(
          tables
            .filter(({ name }) => indexed.some((known) => known === name))
            .map(({ name, columns }) => [name, properties(columns)]),
        ),
      },
    },
  };
}
