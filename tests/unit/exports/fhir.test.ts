import fs from 'node:fs';
import path from 'node:path';
import { Ajv, type AnySchema } from 'ajv';
import { describe, expect, it } from 'vitest';
import { fhirFiles } from '../../../src/exports/fhir/bundle.ts';
import { trial } from '../helpers/corpus.ts';
import { editionWith, everyKind, hostile, projectEdition } from './editions.ts';

const golden = path.resolve(import.meta.dirname, '../../golden/fhir');
const json = <T>(name: string) => JSON.parse(fs.readFileSync(path.join(golden, name), 'utf8')) as T;
const validate = new Ajv({ strict: false, unicodeRegExp: false }).compile(json<AnySchema>('r5.schema.json'));
const codes = json<Record<string, string[]>>('codes.json');

interface Resource {
  resourceType: string;
  id: string;
  status: string;
  statistic?: Record<string, unknown>[];
  [key: string]: unknown;
}
interface Bundle {
  id: string;
  entry: { fullUrl: string; resource: Resource }[];
}

const project = projectEdition();
const bundles = [...fhirFiles(project)].map(({ path: name, content }) => ({
  name,
  content,
  bundle: JSON.parse(content) as Bundle,
}));

describe('the FHIR bundle of', () => {
  it.each(bundles)('$name is one by the schema of R5', ({ bundle }) => {
    validate(bundle);
    expect(validate.errors).toBeNull();
  });

  it.each(['every kind of figure', 'hostile text'])('%s is one by the schema of R5', (name) => {
    const [file] = fhirFiles(editionWith(name === 'hostile text' ? hostile : everyKind));
    validate(JSON.parse(file!.content));
    expect(validate.errors).toBeNull();
  });

  it('no trial is missing', () => {
    expect(bundles.map(({ name }) => name)).toEqual(
      project.library.trials.map(({ id }) => `trials/${id}.fhir.json`),
    );
    const evidence = bundles.flatMap(({ bundle }) =>
      bundle.entry.filter(({ resource }) => resource.resourceType === 'Evidence'),
    );
    expect(evidence).toHaveLength(project.library.facts.size);
  });

  it('nothing that is not a bundle passes', () => {
    const { bundle } = bundles[0]!;
    const changed = structuredClone(bundle);
    changed.entry[0]!.resource.studyType = 'trial';
    expect(validate(changed)).toBe(false);
  });
});

/** Every object in a tree. */
function* objects(value: unknown): Generator<Record<string, unknown>> {
  if (Array.isArray(value)) for (const item of value) yield* objects(item);
  else if (typeof value === 'object' && value !== null) {
    yield value as Record<string, unknown>;
    for (const item of Object.values(value)) yield* objects(item);
  }
}

describe('what the schema does not ask', () => {
  const every = bundles.flatMap(({ bundle }) => bundle.entry);

  it('every coding is a code of its system', () => {
    const codings = [...objects(every)].filter(
      ({ system, code }) => typeof code === 'string' && String(system) in codes,
    );
    expect(codings.length).toBeGreaterThan(1000);
    expect(codings.filter(({ system, code }) => !codes[String(system)]!.includes(String(code)))).toEqual([]);
    const systems = new Set(
      [...objects(every)].flatMap(({ code, system }) => (code ? [String(system)] : [])),
    );
    const others = ['http://unitsofmeasure.org', 'urn:ietf:bcp:47'];
    expect([...systems].filter((system) => !(system in codes) && !others.includes(system))).toEqual([]);
  });

  it('every reference leads to a resource of its bundle, under an address of its own', () => {
    for (const { bundle } of bundles) {
      const known = bundle.entry.map(({ fullUrl }) => fullUrl);
      expect(new Set(known).size).toBe(known.length);
      const named = [...objects(bundle)].flatMap(({ reference }) =>
        typeof reference === 'string' ? [reference] : [],
      );
      expect(named.filter((reference) => !known.includes(reference))).toEqual([]);
    }
  });

  it('resources are current, marked as experimental, and have ids of their own', () => {
    for (const { resource } of every) {
      expect(resource.status).toBe('active');
      if (resource.resourceType !== 'ResearchStudy') expect(resource.experimental).toBe(true);
    }
    const ids = new Map<string, Set<string>>();
    for (const { resource, fullUrl } of every) {
      const key = `${resource.resourceType}/${resource.id}`;
      ids.set(key, (ids.get(key) ?? new Set()).add(fullUrl));
    }
    expect([...ids].filter(([, urls]) => urls.size > 1)).toEqual([]);
  });

  it('no list and no text is empty', () => {
    const empty = [...objects(every)]
      .flatMap(Object.entries)
      .filter(([, value]) => value === '' || (Array.isArray(value) && value.length === 0));
    expect(empty).toEqual([]);
  });
});

describe('what the validator of HL7 asks', () => {
  const every = bundles.flatMap(({ bundle }) => bundle.entry);
  const types = new Map(every.map(({ fullUrl, resource }) => [fullUrl, resource.resourceType]));
  const ofType = (type: string) =>
    every.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === type);

  it('a study names works as its results, and each figure names its study', () => {
    for (const study of ofType('ResearchStudy')) {
      const results = (study.result ?? []) as { reference: string }[];
      expect(results.map(({ reference }) => types.get(reference))).toEqual(results.map(() => 'Citation'));
    }
    for (const { relatedArtifact } of ofType('Evidence')) {
      const artifacts = relatedArtifact as { type: string; resourceReference: { reference: string } }[];
      const to = artifacts.map(({ type, resourceReference }) => [
        type,
        types.get(resourceReference.reference),
      ]);
      expect(to).toEqual([
        ['citation', 'Citation'],
        ['derived-from', 'ResearchStudy'],
      ]);
    }
  });

  it('no address of a resource has a #', () => {
    expect(every.filter(({ resource }) => String(resource.url ?? '').includes('#'))).toEqual([]);
  });

  it('a registry assigns its number, an arm has a type, and a study a text for people', () => {
    for (const { identifier = [], comparisonGroup = [], text } of ofType('ResearchStudy')) {
      for (const one of identifier as object[]) expect(Object.keys(one)).not.toContain('type');
      for (const { type } of comparisonGroup as { type: object }[]) expect(type).toHaveProperty('coding');
      expect(text).toMatchObject({ status: 'generated' });
    }
  });
});

describe('the risk of bias of a figure', () => {
  const evidence = [...fhirFiles(editionWith(everyKind))].flatMap(({ content }) =>
    (JSON.parse(content) as Bundle).entry.map(({ resource }) => resource),
  );
  const certaintyOf = (id: string) => evidence.find((resource) => resource.id === `alpha.${id}`)!.certainty;

  it('is its certainty, each domain a part of it, in the words of the tool', () => {
    const type = {
      text: 'Risk of bias',
      coding: [{ system: 'http://hl7.org/fhir/certainty-type', code: 'RiskOfBias' }],
    };
    expect(certaintyOf('i')).toMatchObject([
      { type, rating: { text: 'low risk' }, rater: 'Testers', description: 'RoB 2, judged from: full text' },
    ]);
    const [{ subcomponent }] = certaintyOf('i') as [{ subcomponent: object[] }];
    expect(subcomponent).toHaveLength(5);
    expect(subcomponent[0]).toMatchObject({
      description: 'Randomisation process: As told',
      type,
      rating: { text: 'low risk' },
    });
    expect(certaintyOf('a')).toMatchObject([{ rating: { text: 'include' }, rater: 'Jones 2022' }]);
  });

  it('is absent where nobody judged', () => {
    expect(certaintyOf('l')).toBeUndefined();
  });
});

describe('a figure as a statistic', () => {
  const { content } = [...fhirFiles(editionWith(everyKind))][0]!;
  const lines = content.split('\n');
  const of = (id: string) => {
    const line = lines.find((text) => text.includes(`"id":"alpha.${id}"`))!;
    return {
      line,
      statistic: (JSON.parse(line.replace(/,$/, '')) as { resource: Resource }).resource.statistic![0]!,
    };
  };

  it('keeps printed and computed apart', () => {
    expect(of('a').statistic).toMatchObject({
      numberAffected: 18,
      sampleSize: { numberOfParticipants: 21 },
      quantity: { value: 85.7143, code: '%' },
      description: expect.stringContaining('Computed') as string,
      attributeEstimate: [{ description: expect.stringContaining('Clopper–Pearson') as string, level: 0.95 }],
    });
    expect(of('b').statistic).not.toHaveProperty('description');
  });

  it('keeps trailing zeros and signs', () => {
    expect(of('b').line).toContain('"quantity":{"value":80.0,');
    expect(of('i').line).toContain('"quantity":{"value":0.001,"comparator":"<"}');
    expect(of('k').statistic).toMatchObject({ quantity: { value: -1.5 } });
    expect(of('q').statistic).toMatchObject({ quantity: { value: 1.7e6, unit: 'cells/kg' } });
    expect(of('s').statistic).toMatchObject({ quantity: { value: 24, comparator: '>=', code: 'mo' } });
  });

  it('writes numbers as JSON has them, whatever zeros lead them', () => {
    const padded = trial(
      '- {id: a, kind: proportion, events: 05, total: 021, percent: 07.50}\n- {id: b, kind: median, value: "+.5", unit: months}',
    );
    const json = [...fhirFiles(editionWith({ 'trials/alpha.mdx': padded }))][0]!.content;
    expect(json).toContain('"quantity":{"value":7.50,');
    expect(json).toContain('"quantity":{"value":0.5,');
  });

  it('tells in words what no number says', () => {
    expect(of('e').statistic).toMatchObject({
      attributeEstimate: [
        { description: 'Upper limit not reached.', range: { low: { value: 4.6 } }, level: 0.95 },
      ],
    });
    expect(of('f').statistic).toMatchObject({ description: 'not reached' });
    expect(of('f').statistic).not.toHaveProperty('quantity');
    expect(of('j').statistic).toMatchObject({ attributeEstimate: [{ description: 'NS' }] });
    expect(of('c').statistic).not.toHaveProperty('numberAffected');
  });
});
