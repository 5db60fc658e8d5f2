import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { evidenceSchema } from '../../../src/exports/evidence-schema.ts';
import { evidenceJson, evidenceLines } from '../../../src/exports/evidence.ts';
import { mdx } from '../helpers/corpus.ts';
import { editionWith, everyKind, projectEdition } from './editions.ts';

const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
addFormats.default(ajv);

const everything = {
  ...everyKind,
  'reviews/jones.mdx': mdx(`
title: {en: The review, zh: 综述}
reference: jones-2022
scope: Everything
sections: [{number: "2.1", title: Antibodies}]
bibliography: [{number: 1, key: smith-2020}]
claims:
  - {id: span, kind: range, endpoint: cr, subject: All trials, locator: §2, low: 53, high: 94, unit: "%", cites: [smith-2020]}
  - {id: approved, kind: date, endpoint: cr, subject: Approval, locator: §1, date: 2017-08}
  - {id: words, kind: statement, endpoint: cr, subject: Words, locator: §1, waivers: [{check: a/b, reason: So it is}]}
`),
  'topics/remission.mdx': mdx(
    'title: {en: Remission}\nsummary: About it\nendpoints: [cr]\ntherapies: [testumab]',
  ),
};

const project = projectEdition();
const small = editionWith(everything);

describe('evidence.schema.json', () => {
  const validate = ajv.compile(JSON.parse(evidenceSchema(small)) as AnySchema);

  it.each([
    ['of the project', project],
    ['with a figure of every kind', small],
  ])('describes the evidence.json %s', (_, edition) => {
    validate(JSON.parse(evidenceJson(edition)));
    expect(validate.errors).toBeNull();
  });

  const text = evidenceJson(small);
  it.each([
    [
      'a number in the place of a figure',
      '"percent":{"printed":"80.0","value":80,"decimals":1}',
      '"percent":80',
    ],
    ['a figure without its printed form', '{"printed":"80.0",', '{'],
    ['a key that the model does not know', '"endpoint":"cr"', '"endpoint":"cr","endpont":"cr"'],
    ['a kind that is none', '"kind":"proportion"', '"kind":"share"'],
    [
      'an outcome without its address',
      '"uid":"alpha/a","url":"https://base.example/trials/alpha/#a",',
      '"uid":"alpha/a",',
    ],
    ['an absence in other words', '"missing":"not-reached"', '"missing":"none"'],
    ['a computed interval by another method', 'Clopper–Pearson', 'Wald'],
    ['a judgement of another tool', '"overall":"include"', '"overall":"high"'],
    ['a report without its id', ',"id":"smith-2020"}', '}'],
  ])('refuses %s', (_, from, to) => {
    expect(text).toContain(from);
    expect(validate(JSON.parse(text.replace(from, to)))).toBe(false);
  });

  it('describes each field to its reader', () => {
    expect(evidenceSchema(small)).toContain('Only an interval that the report prints');
  });
});

describe('evidence.ndjson', () => {
  it('has an outcome of evidence.json on each line, and its trial', () => {
    const lines = evidenceLines(project).trimEnd().split('\n');
    const { trials } = JSON.parse(evidenceJson(project)) as { trials: { id: string; outcomes: object[] }[] };
    const outcomes = trials.flatMap((trial) => trial.outcomes.map((outcome) => [trial.id, outcome] as const));
    expect(lines).toHaveLength(outcomes.length);
    lines.forEach((line, i) => {
      const { trial, ...outcome } = JSON.parse(line) as { trial: { id: string; setting: string } };
      expect([trial.id, outcome]).toEqual(outcomes[i]);
      expect(trial.setting).toMatch(/./);
    });
  });
});
