import { describe, expect, it } from 'vitest';
import { fhirFiles } from '../../../src/exports/fhir/bundle.ts';
import { evidenceLines } from '../../../src/exports/evidence.ts';
import { openSearchFiles } from '../../../src/exports/opensearch/files.ts';
import { editionWith } from './editions.ts';
import { recordsOf } from './parse-csv.ts';
import { trial } from '../helpers/corpus.ts';
import { inNews, inTable, readElsewhereFiles } from '../helpers/read-elsewhere.ts';

const edition = editionWith({
  ...readElsewhereFiles,
  'trials/beta.mdx': trial('- {id: cr, kind: proportion, arm: new, events: 9, total: 21}'),
});
const tableOf = (name: string) =>
  recordsOf([...edition.tables, ...edition.analyses].find((table) => table.name === name)!.csv);
const kinds = {
  copied: 'table-of-later-work',
  official: 'registry',
  own: 'full-text',
  reviewed: 'full-text',
  told: 'news',
  unsaid: '',
};

describe('where a figure was read stands in', () => {
  it('outcomes.csv, with the work if it is in the library', () => {
    const rows = tableOf('outcomes').filter(({ trial_id }) => trial_id === 'alpha');
    const ids = rows.map(({ outcome_id }) => outcome_id!.replace('alpha/', ''));
    expect(Object.fromEntries(rows.map(({ read_in }, i) => [ids[i], read_in]))).toEqual(kinds);
    expect(rows.map(({ read_in_work }) => read_in_work)).toEqual(['later-2024', '', '', '', '', '']);
  });

  it('the tables for metafor', () => {
    expect(tableOf('metafor-cr').map(({ outcome_id, read_in }) => `${outcome_id} ${read_in}`)).toEqual([
      'alpha/told news',
      'alpha/own full-text',
      'alpha/copied table-of-later-work',
      'beta/cr full-text',
    ]);
  });

  it('evidence.json and its lines', () => {
    const lines = evidenceLines(edition).trim().split('\n');
    const outcomes = lines.map(
      (line) => JSON.parse(line) as { uid: string; readIn?: string; readInWork?: string },
    );
    expect(outcomes.find(({ uid }) => uid === 'alpha/copied')).toMatchObject({
      readIn: 'table-of-later-work',
      readInWork: 'later-2024',
    });
  });

  it('the notes of FHIR', () => {
    const [file] = [...fhirFiles(edition)];
    const { entry } = JSON.parse(file!.content) as {
      entry: { resource: { id: string; note?: { text: string }[] } }[];
    };
    const noteOf = (id: string) =>
      entry.find(({ resource }) => resource.id.endsWith(`.${id}`))!.resource.note?.[0]?.text;
    expect([noteOf('copied'), noteOf('told'), noteOf('own')]).toEqual([
      `Not read in the report itself: ${inTable}, https://journal.example/2/t1.`,
      `Not read in the report itself: ${inNews}, https://news.example/1.`,
      undefined,
    ]);
  });

  it('the documents for OpenSearch', () => {
    const bulk = openSearchFiles(edition).find(({ path }) => path === 'bulk.ndjson')!.content;
    expect(bulk).toContain(inTable);
  });
});
