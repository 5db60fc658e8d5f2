import { describe, expect, it } from 'vitest';
import { openSearchFiles } from '../../../src/exports/opensearch.ts';
import { synonymLines } from '../../../src/exports/synonyms.ts';
import { libraryOf, mdx } from '../helpers/corpus.ts';
import { editionWith, everyKind, hostile, projectEdition } from './editions.ts';

interface Mapping {
  type?: string;
  properties?: Record<string, Mapping>;
}
interface Index {
  settings: {
    analysis: { filter: Record<string, { type: string; synonyms?: string[] }>; analyzer: Record<string, { filter: string[] }> };
  };
  mappings: { dynamic: string; properties: Record<string, Mapping> };
}

function read(edition: ReturnType<typeof projectEdition>) {
  const [index, bulk] = openSearchFiles(edition).map(({ content }) => content) as [string, string];
  const lines = bulk
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return {
    bulk,
    index: JSON.parse(index) as Index,
    actions: lines.filter((_, i) => i % 2 === 0) as { index: { _index: string; _id: string } }[],
    documents: lines.filter((_, i) => i % 2 === 1),
  };
}

/** What of a document a strict mapping would refuse. */
function refused(document: Record<string, unknown>, properties: Record<string, Mapping>): string[] {
  return Object.entries(document).flatMap(([name, value]) => {
    const mapping = properties[name];
    if (!mapping) return [`${name} is not mapped`];
    if (mapping.properties) return refused(value as Record<string, unknown>, mapping.properties);
    const values = Array.isArray(value) ? (value as unknown[]) : [value];
    const fits: Record<string, (one: unknown) => boolean> = {
      keyword: (one) => typeof one === 'string',
      text: (one) => typeof one === 'string',
      integer: (one) => Number.isInteger(one),
      double: (one) => typeof one === 'number',
      boolean: (one) => typeof one === 'boolean',
    };
    return values.every((one) => fits[mapping.type!]!(one)) ? [] : [`${name} is no ${mapping.type}: ${JSON.stringify(value)}`];
  });
}

describe.each([
  ['the project', projectEdition()],
  ['a figure of every kind', editionWith(everyKind)],
  ['hostile text', editionWith(hostile)],
])('the OpenSearch export of %s', (_, edition) => {
  const { bulk, index, actions, documents } = read(edition);

  it('is pairs of lines, each document under an id of its own', () => {
    expect(bulk.endsWith('\n')).toBe(true);
    expect(documents).toHaveLength(actions.length);
    const ids = actions.map((action) => action.index._id);
    expect(new Set(ids).size).toBe(ids.length);
    const { facts, claims, trials, therapies, topics, reviews, syntheses, references, endpoints, pooled } = edition.library;
    const lists = [trials, therapies, topics, reviews, syntheses, references, endpoints];
    expect(ids).toHaveLength(facts.size + claims.size + pooled.size + lists.reduce((sum, list) => sum + list.length, 0));
  });

  it('fits its mapping, which lets nothing else in', () => {
    expect(index.mappings.dynamic).toBe('strict');
    expect(documents.flatMap((document) => refused(document, index.mappings.properties))).toEqual([]);
  });

  it('names only filters and analyzers that it defines or OpenSearch brings', () => {
    const { filter, analyzer } = index.settings.analysis;
    const used = Object.values(analyzer).flatMap((one) => one.filter);
    expect(used.filter((name) => !(name in filter) && name !== 'lowercase')).toEqual([]);
  });
});

describe('the synonyms', () => {
  const therapy = mdx(`
name: {en: Testumab, zh: 测试单抗}
brand: [Testify]
code: ["TS-1, oral"]
synonyms: ["a => b"]
class: antibody
targets: [cd19]
`);

  it('bring brand, code and Chinese names of a therapy together, with commas and arrows as they are', () => {
    expect(synonymLines(libraryOf({ 'therapies/testumab.mdx': therapy }))).toEqual([
      'testumab, 测试单抗, testify, ts-1\\, oral, a \\=> b',
    ]);
  });

  it('leave out names that stand alone, and abbreviations that are common words', () => {
    expect(synonymLines(libraryOf())).toEqual([]);
    const { library } = projectEdition();
    expect(library.vocabulary.abbreviations.length).toBeGreaterThan(0);
    expect(synonymLines(library).filter((line) => line.split(', ').includes('all'))).toEqual([]);
  });
});
