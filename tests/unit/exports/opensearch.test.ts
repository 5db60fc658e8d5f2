import { describe, expect, it } from 'vitest';
import { openSearchFiles } from '../../../src/exports/opensearch/files.ts';
import { synonymLines } from '../../../src/exports/opensearch/synonyms.ts';
import { libraryOf, mdx } from '../helpers/corpus.ts';
import { editionWith, everyKind, hostile, projectEdition } from './editions.ts';

interface Mapping {
  type?: string;
  properties?: Record<string, Mapping>;
}
interface Index {
  settings: {
    max_shingle_diff: number;
    analysis: {
      char_filter: Record<string, { pattern: string }>;
      tokenizer: Record<string, object>;
      filter: Record<
        string,
        { type: string; synonyms?: string[]; max_shingle_size?: number; min_shingle_size?: number }
      >;
      analyzer: Record<string, { tokenizer: string; filter: string[]; char_filter?: string[] }>;
    };
  };
  mappings: { dynamic: string; properties: Record<string, Mapping> };
}

function read(edition: ReturnType<typeof projectEdition>) {
  const [index, bulk, query] = openSearchFiles(edition).map(({ content }) => content) as [
    string,
    string,
    string,
  ];
  const lines = bulk
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return {
    bulk,
    index: JSON.parse(index) as Index,
    template: JSON.parse(query) as { script: { lang: string; source: string } },
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
    return values.every((one) => fits[mapping.type!]!(one))
      ? []
      : [`${name} is no ${mapping.type}: ${JSON.stringify(value)}`];
  });
}

describe.each([
  ['the project', projectEdition()],
  ['a figure of every kind', editionWith(everyKind)],
  ['hostile text', editionWith(hostile)],
])('the OpenSearch export of %s', (_, edition) => {
  const { bulk, index, template, actions, documents } = read(edition);

  it('is pairs of lines, each document under an id of its own', () => {
    expect(bulk.endsWith('\n')).toBe(true);
    expect(documents).toHaveLength(actions.length);
    const ids = actions.map((action) => action.index._id);
    expect(new Set(ids).size).toBe(ids.length);
    const { facts, claims, trials, therapies, topics, reviews, syntheses, references, endpoints, pooled } =
      edition.library;
    const lists = [trials, therapies, topics, reviews, syntheses, references, endpoints];
    expect(ids).toHaveLength(
      facts.size + claims.size + pooled.size + lists.reduce((sum, list) => sum + list.length, 0),
    );
  });

  it('fits its mapping, which lets nothing else in', () => {
    expect(index.mappings.dynamic).toBe('strict');
    expect(documents.flatMap((document) => refused(document, index.mappings.properties))).toEqual([]);
  });

  it('names only filters, tokenizers and analyzers that it defines or OpenSearch brings', () => {
    const { char_filter, tokenizer, filter, analyzer } = index.settings.analysis;
    const brought = ['lowercase', 'asciifolding', 'cjk_width', 'cjk_bigram', 'standard', 'keyword'];
    const known = [...brought, ...[char_filter, tokenizer, filter].flatMap((one) => Object.keys(one))];
    const used = Object.values(analyzer).flatMap((one) => [
      one.tokenizer,
      ...one.filter,
      ...(one.char_filter ?? []),
    ]);
    expect(used.filter((name) => !known.includes(name))).toEqual([]);
    const named = [...JSON.stringify(index.mappings).matchAll(/"(?:search_)?analyzer":"(\w+)"/g)].map(
      ([, name]) => name!,
    );
    expect(named.filter((name) => !(name in analyzer) && name !== 'keyword')).toEqual([]);
  });

  it('asks in its template only for what is mapped, with each of its conditions', () => {
    const { lang, source } = template.script;
    expect(lang).toBe('mustache');
    const asked = JSON.parse(filledIn(source, [])) as { query: object };
    const fields = [
      ...JSON.stringify(asked).matchAll(/"((?:names|titles|about|authors|body)(?:\.\w+)?)(?:\^[\d.]+)?"/g),
    ];
    expect(fields.length).toBeGreaterThan(20);
    for (const [, field] of fields) expect(mappedField(index.mappings.properties, field!), field).toBe(true);
    const filters = JSON.stringify(JSON.parse(filledIn(source, ['trial', 'therapy', 'endpoint'])));
    for (const facet of ['trial', 'therapy', 'endpoint']) {
      expect(filters).toContain(`{"term":{"${facet}":"given"}}`);
      expect(index.mappings.properties[facet]).toEqual({ type: 'keyword' });
    }
  });
});

/** The template as mustache fills it in: with these conditions given, and none of the others. */
function filledIn(source: string, given: readonly string[]): string {
  return source
    .replace(/\{\{([#^])(\w+)\}\}(.*?)\{\{\/\2\}\}/g, (_, sign: string, name: string, part: string) =>
      (sign === '#') === given.includes(name) ? part.replaceAll('{{.}}', 'given') : '',
    )
    .replaceAll('{{q}}', 'typed');
}

const mappedField = (properties: Record<string, Mapping>, field: string) => {
  const [name, part] = field.split('.');
  const mapping = properties[name!] as (Mapping & { fields?: Record<string, Mapping> }) | undefined;
  return mapping !== undefined && (part === undefined || part in (mapping.fields ?? {}));
};

describe('a document', () => {
  const { documents } = read(projectEdition());
  const of = (url: string) => documents.find((document) => String(document.url).endsWith(url))!;

  it('tells its page, what it is narrowed by and how many figures stand there', () => {
    const { trials } = projectEdition().library;
    const trial = trials.find(({ facts }) => facts.length > 0)!;
    const [fact] = trial.facts;
    const facets = { trial: [trial.id], therapy: trial.therapies.map(({ id }) => id) };
    expect(of(trial.path)).toMatchObject({
      type: 'trial',
      page: trial.path,
      ...facets,
      figures: trial.facts.length,
    });
    const place = { type: 'outcome', page: trial.path, ...facets, endpoint: [fact!.endpoint.id], figures: 0 };
    expect(of(fact!.path)).toMatchObject(place);
  });

  it('of a work has its authors, Chinese names in one word, and is called as it is cited', () => {
    const chinese = documents.filter(
      ({ type, authors }) =>
        type === 'reference' && (authors as string[]).some((name) => /^\p{sc=Han}+$/u.test(name)),
    );
    expect(chinese.length).toBeGreaterThan(0);
    for (const { authors } of chinese)
      expect((authors as string[]).filter((name) => /\p{sc=Han} /u.test(name))).toEqual([]);
    expect(of('/references/maude-2018/').names).toEqual(
      expect.arrayContaining(['maude-2018', 'Maude et al. 2018']),
    );
  });

  it('of a topic of two things goes by each, and answers questions', () => {
    const { names, answers } = of('/topics/biomarkers-and-targets/');
    expect(names).toEqual([
      'Biomarkers and targets',
      '生物标志与靶点',
      'Biomarkers',
      'targets',
      '生物标志',
      '靶点',
    ]);
    expect(answers).toBe('question');
    expect(of('/topics/first-relapse-consolidation/').names).toHaveLength(2);
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
