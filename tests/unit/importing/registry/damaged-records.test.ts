import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryOf } from '../../../../src/importing/registry/entry.ts';
import { jsonItems } from '../../../../src/importing/registry/json-items.ts';
import { recordOf } from '../../../../src/importing/registry/protocol.ts';
import { exportRows, recordOfRow } from '../../../../src/importing/registry/csv-record.ts';
import { NoStudy, RefusedRecord } from '../../../../src/importing/registry/refused.ts';
import { yamlText } from '../../../../src/importing/yaml-text.ts';
import { trial } from '../../../../src/model/trial.ts';
import { checkShape } from '../../../../src/reading/shape.ts';
import { readYaml } from '../../../../src/reading/yaml.ts';
import { registryRecords } from '../../../support/registry-records.ts';
import { some } from '../../../support/sweep.ts';

const known = {
  names: {
    endpoint: () => undefined,
    therapy: () => undefined,
    ageGroup: () => undefined,
    unstated: { setting: 'a', ageGroup: 'b' },
  },
  work: () => undefined,
};

/** What is wrong with the entry of a record; nothing where it is right, or the record is refused. */
function wrongWith(make: () => ReturnType<typeof recordOf>): unknown {
  try {
    const { data } = entryOf(make(), known, '2031-01-01');
    const { data: read, errors } = readYaml(yamlText(data));
    if (errors.length > 0) return errors;
    const checked = checkShape(trial, read);
    return 'problems' in checked ? checked.problems : undefined;
  } catch (error) {
    return error instanceof RefusedRecord || error instanceof NoStudy ? undefined : error;
  }
}

/** Another value at a place of a record, chosen by numbers; the place may be anywhere in it. */
function damaged(value: unknown, [step = 0, ...rest]: readonly number[], by: unknown): unknown {
  if (typeof value !== 'object' || value === null || rest.length === 0) return by;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(keys.length, 1)];
  if (key === undefined) return by;
  const inner = damaged((value as Record<string, unknown>)[key], rest, by);
  if (Array.isArray(value)) return value.map((one: unknown, i) => (String(i) === key ? inner : one));
  return { ...value, [key]: inner };
}

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-1',
    '1e999',
    '1e-7',
    'NA',
    '<0.001',
    '105',
    '1,000',
    '0x10',
    '.5',
    '１２',
    '99999999999',
    '\u202E',
    '---',
    '{a}',
    ': ',
    '# x',
    '- y',
    "'",
    '"',
    '\\',
  ),
);

describe('a damaged record', () => {
  it('becomes a right entry or is refused, whatever stands wherever in it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...registryRecords),
        fc.array(fc.tuple(fc.array(fc.nat(20), { minLength: 2, maxLength: 14 }), odd), {
          minLength: 1,
          maxLength: 4,
        }),
        ({ study }, damages) => {
          const broken = damages.reduce<unknown>((value, [path, by]) => damaged(value, path, by), study);
          expect(wrongWith(() => recordOf(broken))).toBeUndefined();
        },
      ),
      { numRuns: some(1500) },
    );
  });

  it('may be anything', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(wrongWith(() => recordOf(value))).toBeUndefined();
      }),
      { numRuns: some(500) },
    );
  });

  it('may be a row of any cells', () => {
    const columns = [
      'study title',
      'study status',
      'phases',
      'enrollment',
      'study design',
      'interventions',
      'primary outcome measures',
      'start date',
      'age',
      'other ids',
      'conditions',
      'outcome measures',
    ];
    const row = fc.dictionary(
      fc.constantFrom(...columns),
      fc.oneof(
        fc.string(),
        fc.string({ unit: 'binary' }),
        fc.constantFrom('A|B', 'X: Y|Z', ', , |', 'April 2031', '1 Year to 5 Years (Child)'),
      ),
    );
    fc.assert(
      fc.property(row, (cells) => {
        const all = [['NCT Number', 'NCT12345678'], ...Object.entries(cells)] as const;
        const line = (place: 0 | 1) => all.map((one) => `"${one[place].replaceAll('"', '""')}"`).join(',');
        const rows = [...exportRows([`${line(0)}\n${line(1)}\n`], ',')];
        expect(rows).toHaveLength(1);
        for (const one of rows)
          expect('fault' in one ? one.fault : wrongWith(() => recordOfRow(one))).toBeUndefined();
      }),
      { numRuns: some(1000) },
    );
  });
});

describe('a text of JSON', () => {
  it('is parted into its records wherever it is cut', () => {
    const record = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 4 }),
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        fc.boolean(),
        (records, size, isPage, isWide) => {
          const data = isPage
            ? { totalCount: records.length, studies: records, nextPageToken: 'x' }
            : records;
          const text = JSON.stringify(data, undefined, isWide ? 2 : 0);
          const pieces = [...text].reduce<string[]>(
            (all, sign, i) =>
              i % size === 0 ? [...all, sign] : [...all.slice(0, -1), `${all.at(-1) ?? ''}${sign}`],
            [],
          );
          const found = [...jsonItems(pieces)];
          expect(
            found.flatMap((one) => (one.kind === 'item' ? [JSON.parse(one.text) as unknown] : [])),
          ).toEqual(JSON.parse(JSON.stringify(records)));
          expect(found.filter(({ kind }) => kind === 'fault')).toEqual([]);
          expect(found.flatMap((one) => (one.kind === 'page' ? [one.value] : []))).toEqual(
            isPage ? [String(records.length), 'x'] : [],
          );
        },
      ),
      { numRuns: some(400) },
    );
  });

  it('never makes the reader fail', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(...'{}[]",:\\ \n1a') })),
        (pieces) => void [...jsonItems(pieces)],
      ),
      { numRuns: some(1000) },
    );
  });
});
