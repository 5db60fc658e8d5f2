import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { apiResources, apiRoot } from '../../../src/exports/index.ts';
import { exportFiles } from '../../support/export-files.ts';
import type { Edition } from '../../../src/exports/edition.ts';
import { mdx, trial } from '../helpers/corpus.ts';
import { parseCsv } from './parse-csv.ts';
import { editionWith, everyKind, projectEdition } from './editions.ts';

/** The files of a base by their address, those that stand at two of them at both. */
function servedBy({ library, version, context, contentHash }: Edition): Map<string, string> {
  const files = exportFiles(library, version, context.allFindings, { contentHash, releases: [] });
  return new Map(
    files
      .filter(
        ({ path, alsoAt = '' }) =>
          [path, alsoAt].some((at) => at.startsWith('api/')) || path.startsWith('data/'),
      )
      .flatMap(({ path, alsoAt, content }) =>
        [path, ...(alsoAt === undefined ? [] : [alsoAt])].map((at) => [`/${at}`, content] as const),
      ),
  );
}

const topic = {
  'topics/remission.mdx': mdx(
    'title: {en: Remission}\nsummary: About it\nendpoints: [cr]\ntherapies: [testumab]',
  ),
};
const bases = { small: editionWith({ ...everyKind, ...topic }), project: projectEdition() };
const served = { small: servedBy(bases.small), project: servedBy(bases.project) };
type Base = keyof typeof bases;

const textAt = (base: Base, address: string): string => {
  const text = served[base].get(address);
  if (text === undefined) throw new Error(`nothing stands at ${address}`);
  return text;
};
const at = (base: Base, address: string) => JSON.parse(textAt(base, address)) as Record<string, unknown>;
const itemsAt = (base: Base, address: string) =>
  at(base, apiRoot + address).items as Record<string, unknown>[];

/** Each address that there is of a form such as `trials/{id}.json`. */
function addressesOf(base: Base, path: string): string[] {
  const [before, after] = path.split('{id}') as [string, string?];
  if (after === undefined) return served[base].has(apiRoot + path) ? [apiRoot + path] : [];
  return [...served[base].keys()].filter((address) => {
    const id =
      address.startsWith(apiRoot + before) &&
      address.endsWith(after) &&
      address.slice(apiRoot.length + before.length, -after.length);
    return id && !id.includes('/');
  });
}

describe.each(['small', 'project'] as const)('the API of the base %s', (base) => {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
  addFormats.default(ajv);
  const forms = apiResources.filter(({ schema }) => schema !== undefined);

  it.each(forms)('answers at $path what its schema says', ({ path, schema }) => {
    const { $id, ...own } = at(base, `${apiRoot}schemas/${schema}.json`);
    expect($id).toBe(`${bases[base].library.base.url}${apiRoot}schemas/${schema}.json`);
    const validate = ajv.compile(own as AnySchema);
    for (const address of addressesOf(base, path)) {
      validate(JSON.parse(textAt(base, address)));
      expect(validate.errors, address).toBeNull();
    }
  });

  it('has no address but those of the one list, and in a base with everything one of each form', () => {
    const listed = apiResources.flatMap(({ path }) => addressesOf(base, path)).sort();
    expect(listed).toEqual([...served[base].keys()].filter((address) => address.startsWith(apiRoot)).sort());
    if (base === 'small') return;
    expect(apiResources.filter(({ path }) => addressesOf(base, path).length === 0)).toEqual([]);
  });

  it('is a valid OpenAPI description, whose examples are there', async () => {
    const description = at(base, `${apiRoot}openapi.json`);
    const { valid, errors } = await new Validator().validate(description);
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    const paths = description.paths as Record<string, { parameters?: { example?: string }[] }>;
    for (const [path, { parameters }] of Object.entries(paths)) {
      const example = parameters?.[0]?.example;
      if (path.includes('{id}') && example === undefined)
        expect(addressesOf(base, path.slice(1)), path).toEqual([]);
      else if (!path.startsWith('/pool.'))
        textAt(base, apiRoot.slice(0, -1) + path.replace('{id}', String(example)));
    }
  });

  it('leads to files that are there', () => {
    const { url } = bases[base].library.base;
    const { resources, files } = at(base, `${apiRoot}index.json`) as Record<
      'resources' | 'files',
      { address: string }[]
    >;
    const lists = ['trials', 'therapies', 'reviews', 'syntheses', 'topics', 'endpoints', 'references'];
    const links = lists.flatMap((name) =>
      itemsAt(base, `${name}.json`).flatMap((item) => Object.values(item.links as object) as string[]),
    );
    expect(links.length).toBeGreaterThan(5);
    const named = [
      ...resources.map(({ address }) => address).filter((address) => !/\{|pool\./.test(address)),
      ...links,
    ];
    expect(named.filter((address) => !served[base].has(address.replace(url, '')))).toEqual([]);
    const binary = /\.(?:xlsx|parquet)$/;
    expect(
      files.filter(({ address }) => !binary.test(address) && !served[base].has(address.replace(url, ''))),
    ).toEqual([]);
  });
});

describe('facts by endpoint', () => {
  it('are the rows of outcomes.csv, each once, cell by cell', () => {
    const [header, ...rows] = parseCsv(textAt('project', '/data/outcomes.csv'));
    const facts = addressesOf('project', 'endpoints/{id}/facts.json').flatMap(
      (address) => at('project', address).items as Record<string, unknown>[],
    );
    const byId = new Map(facts.map((fact) => [fact.outcome_id, fact]));
    expect(facts).toHaveLength(rows.length);
    for (const row of rows) {
      const fact = byId.get(row[0])!;
      header!.forEach((name, i) => {
        const value = fact[`${name}_printed`] ?? fact[name] ?? '';
        const cell = Array.isArray(value) ? value.join('; ') : String(value);
        if (fact.ci_origin === 'computed' && /^ci_(?:low|high)$/.test(name)) {
          // Four decimals in a CSV, of which a number keeps no zeros at its end.
          expect([value, fact[`${name}_printed`]], `${row[0]} ${name}`).toEqual([Number(row[i]), undefined]);
          return;
        }
        // A CSV guards cells that a spreadsheet would take for formulas.
        if (cell !== row[i]) expect(`'${cell}`, `${row[0]} ${name}`).toBe(row[i]);
      });
    }
  });

  it('tell numbers as numbers, and what is printed beside them', () => {
    const facts = itemsAt('small', 'endpoints/cr/facts.json');
    const fact = (id: string) => facts.find(({ outcome_id }) => outcome_id === `alpha/${id}`);
    expect(fact('b')).toMatchObject({ value: 80, value_printed: '80.0', ci_high: 90, ci_low_printed: '<1' });
    expect(fact('b')).not.toHaveProperty('ci_low');
    expect(fact('e')).toMatchObject({ value: 5, value_printed: '5.0', ci_high_printed: 'not-reached' });
    expect(fact('f')).not.toHaveProperty('value');
  });

  it('call no computed figure printed, not even one with a zero at its end', () => {
    // R: binom.test(0, 21)$conf.int → 0 0.161097615082
    const base = editionWith({
      'trials/alpha.mdx': trial('\n- {id: a, kind: proportion, events: 0, total: 21}'),
    });
    const { items } = JSON.parse(servedBy(base).get(`${apiRoot}endpoints/cr/facts.json`)!) as {
      items: object[];
    };
    expect(items).toEqual([
      expect.objectContaining({ ci_origin: 'computed', ci_level: 95, ci_low: 0, ci_high: 16.1098 }),
    ]);
    expect(Object.keys(items[0]!).filter((name) => name.endsWith('_printed'))).toEqual([]);
  });
});

it('what stands at a second address is the same file', () => {
  expect(textAt('project', `${apiRoot}citations.json`)).toContain('"DOI"');
  const id = projectEdition().library.trials[0]!.id;
  const { library, version, context, contentHash } = projectEdition();
  const files = exportFiles(library, version, context.allFindings, { contentHash, releases: [] });
  expect(files.find(({ path }) => path === `trials/${id}.json`)?.alsoAt).toBe(`api/v1/trials/${id}.json`);
});
