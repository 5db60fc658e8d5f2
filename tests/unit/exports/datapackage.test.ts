import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Ajv, type AnySchema } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { exportFiles } from '../../support/export-files.ts';
import type { Edition } from '../../../src/exports/edition.ts';
import { once } from '../../../src/reading/once.ts';
import { faultsOf, type TableSchema } from '../../support/table-schema.ts';
import { editionWith, everyKind, hostile, projectEdition } from './editions.ts';
import { parseCsv, recordsOf } from './parse-csv.ts';

const golden = path.resolve(import.meta.dirname, '../../golden/datapackage');
const official = (name: string) => {
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { textarea: true } });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(fs.readFileSync(path.join(golden, `${name}.json`), 'utf8')) as AnySchema);
};

interface Package {
  name: string;
  version: string;
  contentHash?: string;
  licenses: object[];
  resources: { name: string; path: string; bytes: number; hash: string; schema: TableSchema }[];
}

/** The Data Package of an edition and the CSV files by name of their resource. */
const read = once(({ library, version, context, contentHash }: Edition) => {
  const files = new Map(
    exportFiles(library, version, context.allFindings, { contentHash, releases: [] }).map((file) => [
      file.path,
      file.content,
    ]),
  );
  const described = JSON.parse(files.get('data/datapackage.json')!) as Package;
  const tables = new Map(
    described.resources.map((resource) => [resource.name, files.get(`data/${resource.path}`)!]),
  );
  const csv = [...files.keys()].filter((name) => name.endsWith('.csv'));
  return { described, tables, csv };
});

const project = projectEdition();

describe.each([
  ['the project', project],
  ['a base with a figure of every kind', editionWith(everyKind)],
  ['a base of hostile text', editionWith(hostile)],
])('the Data Package of %s', (_, edition) => {
  const { described, tables, csv } = read(edition);

  it('is one by the official schemas of version 2', () => {
    const [whole, table] = [official('datapackage'), official('tableschema')];
    whole(described);
    expect(whole.errors).toBeNull();
    for (const { schema } of described.resources) {
      table(schema);
      expect(table.errors).toBeNull();
    }
  });

  it('lists every CSV file, with its size and hash', () => {
    expect(described.resources.map((resource) => `data/${resource.path}`).sort()).toEqual(csv.sort());
    for (const { name, bytes, hash } of described.resources) {
      const content = Buffer.from(tables.get(name)!);
      expect([bytes, hash]).toEqual([
        content.length,
        `sha256:${createHash('sha256').update(content).digest('hex')}`,
      ]);
    }
  });

  it('types every cell of them, and every key leads somewhere', () => {
    const faults = described.resources.map(({ name, schema }) => [
      name,
      faultsOf(tables.get(name)!, schema, tables),
    ]);
    expect(Object.fromEntries(faults)).toEqual(
      Object.fromEntries(described.resources.map(({ name }) => [name, []])),
    );
  });
});

describe('what a Data Package says', () => {
  it('is version, content hash and licence', () => {
    expect(read(editionWith()).described).toMatchObject({
      name: 'testmanac',
      version: '1.2.3',
      contentHash: `sha256:${'ab'.repeat(32)}`,
      licenses: [{ name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/' }],
    });
    expect(read({ ...editionWith(), contentHash: '' }).described).not.toHaveProperty('contentHash');
  });

  it('leads from a row to its trial', () => {
    const { resources } = read(project).described;
    expect(resources.find(({ name }) => name === 'outcomes')!.schema).toMatchObject({
      primaryKey: ['outcome_id'],
      foreignKeys: [{ fields: ['trial_id'], reference: { resource: 'trials', fields: ['trial_id'] } }],
    });
  });

  it('is refused by its schema where a type is none', () => {
    const { described } = read(editionWith());
    (described.resources[0]!.schema.fields[0] as { type: string }).type = 'words';
    expect(official('datapackage')(described)).toBe(false);
  });
});

describe('the judge of the tables', () => {
  const { described, tables } = read(editionWith(everyKind));
  const outcomes = described.resources.find(({ name }) => name === 'outcomes')!.schema;
  const changed = (from: string | RegExp, to: string) =>
    faultsOf(tables.get('outcomes')!.replace(from, to), outcomes, tables);

  it.each([
    ['a word for a count', ',18,21,', ',many,21,', 'events: integer: many'],
    ['a word that is none of the list', ',proportion,', ',share,', 'kind: one of'],
    ['a P value above 1', ',<,.001,', ',<,1.01,', 'p_value: at most 1: 1.01'],
    ['a limit that is no number', ',4.6,not-reached,', ',4.6,late,', 'ci_high: pattern'],
    ['a trial that is not there', 'alpha/a,alpha,', 'alpha/a,beta,', 'trial_id: not in trials: beta'],
    ['an empty kind', ',proportion,', ',,', 'kind: required'],
    ['an id that stands twice', 'alpha/b,', 'alpha/a,', 'primary key outcome_id repeats'],
  ])('finds %s', (_, from, to, fault) => {
    expect(tables.get('outcomes')).toContain(from);
    expect(changed(from, to).join('\n')).toContain(fault);
  });
});

describe('counts and inequalities', () => {
  const rows = recordsOf(read(editionWith(everyKind)).tables.get('outcomes')!);
  const row = (id: string) => rows.find(({ outcome_id }) => outcome_id === `alpha/${id}`)!;

  it('keep the sign of a count that is the only figure, and no denominator that is only bounded', () => {
    expect(row('c')).toMatchObject({ events: '11', bound: '<', total: '', value: '' });
    expect(row('d')).toMatchObject({ events: '', bound: '<', value: '5' });
  });
});

it('every arm that an outcome of the project names is an arm of its trial', () => {
  const { tables } = read(project);
  const [, ...arms] = parseCsv(tables.get('arms')!);
  const known = new Set(arms.map(([trial, arm]) => `${trial}/${arm}`));
  const named = recordsOf(tables.get('outcomes')!).filter(({ arm }) => arm !== '');
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter(({ trial_id, arm }) => !known.has(`${trial_id}/${arm}`))).toEqual([]);
});
