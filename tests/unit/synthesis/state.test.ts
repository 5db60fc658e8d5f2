import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { domains, levelsDown } from '../../../src/synthesis/certainty.ts';
import { facets, rowsOf } from '../../../src/synthesis/candidates.ts';
import { softRules } from '../../../src/compare/rules.ts';
import {
  levels,
  partitions,
  readState,
  resolveState,
  usualState,
  writeState,
  type SynthesisState,
} from '../../../src/synthesis/state.ts';
import { measures } from '../../../src/stats/effect-sizes.ts';
import { tests } from '../../../src/stats/pooling.ts';
import { methods } from '../../../src/stats/tau-squared.ts';
import { another, counted, madeDataset, ratio } from '../../support/made-dataset.ts';

const id = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}$/);
const uid = fc.tuple(id, id).map(([trial, outcome]) => `${trial}/${outcome}`);
const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
const anyState = fc.record({
  endpoint: id,
  row: fc.option(anyText, { nil: undefined }),
  figures: fc.option(fc.uniqueArray(uid, { maxLength: 12 }), { nil: undefined }),
  filters: fc
    .record(
      Object.fromEntries(
        facets.map((facet) => [
          facet,
          fc.option(fc.uniqueArray(anyText, { minLength: 1, maxLength: 3 }), { nil: undefined }),
        ]),
      ),
    )
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))),
  measure: fc.constantFrom(...measures),
  method: fc.constantFrom(...methods),
  test: fc.constantFrom(...tests),
  level: fc.constantFrom(...levels),
  by: fc.option(fc.constantFrom(...partitions), { nil: undefined }),
  overrides: fc.subarray(softRules),
  judged: fc.record({
    levels: fc.dictionary(fc.constantFrom(...domains), fc.constantFrom(...levelsDown)),
    important: fc.option(
      fc.integer({ min: 1, max: 999 }).map((tenths) => tenths / 10),
      { nil: undefined },
    ),
  }),
});

describe('the address', () => {
  test('restores any state exactly', () => {
    fc.assert(
      fc.property(anyState, (state: SynthesisState) => {
        const { state: read, faults } = readState(writeState(state));
        expect(faults).toEqual([]);
        expect(read).toEqual(state);
        expect(writeState(read)).toBe(writeState(state));
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  test('of nothing is empty, and the other way round', () => {
    expect(writeState(usualState)).toBe('');
    expect(readState('')).toEqual({
      state: { ...usualState, endpoint: undefined, row: undefined, figures: undefined, by: undefined },
      faults: [],
    });
  });

  test('is readable', () => {
    const state = {
      ...usualState,
      endpoint: 'cr',
      row: 'grade ≥3 · scale',
      figures: ['a/b', 'c/d'],
      overrides: ['age' as const],
    };
    const address =
      '?endpoint=cr&row=grade+%E2%89%A53+%C2%B7+scale&figures=a/b,c/d&measure=PLO&method=REML&test=knha&level=95&override=age';
    expect(writeState(state)).toBe(address);
    const judged = { levels: { 'publication-bias': -1, 'risk-of-bias': 0 } as const, important: 7.5 };
    expect(writeState({ ...state, judged })).toBe(
      `${address}&certainty=risk-of-bias-0,publication-bias-1&important=7.5`,
    );
  });

  test.each([
    ['?endpoint=<b>', 'endpoint cannot be “<b>”'],
    ['?endpoint=cr&measure=OR', 'measure cannot be “OR”; expected PLO, PR, PAS, GEN'],
    ['?endpoint=cr&method=reml', 'method cannot be “reml”; expected FE, DL, PM, ML, REML, GLMM'],
    ['?endpoint=cr&test=', 'test cannot be “”; expected z, knha, adhoc'],
    ['?endpoint=cr&level=95.0', 'level cannot be “95.0”; expected 90, 95, 99'],
    [
      '?endpoint=cr&by=colour',
      'by cannot be “colour”; expected setting, age, therapy, class, target, design',
    ],
    ['?endpoint=cr&figures=a/b,c', 'figures cannot hold “c”'],
    ['?endpoint=cr&override=setting,patients', 'override cannot hold “patients”'],
    ['?endpoint=cr&certainty=imprecision-1,large-effect-1', 'certainty cannot hold “large-effect-1”'],
    ['?endpoint=cr&certainty=imprecision-3', 'certainty cannot hold “imprecision-3”'],
    [
      '?endpoint=cr&certainty=imprecision-1,imprecision-2',
      'certainty has one judgement of a domain; imprecision-2 is left out',
    ],
    [
      '?endpoint=cr&important=0',
      'important cannot be “0”; expected percent above 0 and below 100, with one decimal at most',
    ],
    [
      '?endpoint=cr&important=100',
      'important cannot be “100”; expected percent above 0 and below 100, with one decimal at most',
    ],
  ])('says what it cannot be: %s', (query, fault) => {
    expect(readState(query).faults).toEqual([fault]);
  });

  test('is never too odd to be read', () => {
    fc.assert(
      fc.property(fc.string(), (query) => {
        const { state } = readState(query);
        expect(readState(writeState(state)).faults).toEqual([]);
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});

describe('a state is held against its endpoint', () => {
  const study = counted('first', 10, 20);
  const dataset = madeDataset(
    [
      study,
      counted('second', 12, 30),
      counted('third', 3, 9, { arm: { role: 'comparator', targets: ['Target B'] } }),
    ],
    [
      another(study, { uid: 'first/other' }),
      another(study, { ...study.fact, uid: 'first/review', obstacle: 'reported only in a review' }),
    ],
  );
  const settled = (state: Partial<SynthesisState>) =>
    resolveState({ ...usualState, ...state, endpoint: 'response' }, rowsOf(dataset));

  test('what was not chosen is the usual', () => {
    const { state, faults } = settled({});
    expect(faults).toEqual([]);
    expect(state).toMatchObject({
      row: 'proportion',
      figures: ['first/figure', 'second/figure'],
      measure: 'PLO',
    });
  });

  test('no figure is a choice too', () => {
    expect(settled({ figures: [] }).state.figures).toEqual([]);
  });

  test('what is chosen stays, in the order of the arms', () => {
    expect(settled({ figures: ['third/figure', 'first/other'] })).toMatchObject({
      state: { figures: ['first/other', 'third/figure'] },
      faults: [],
    });
  });

  test.each<[Partial<SynthesisState>, string]>([
    [{ row: 'hazard ratio' }, 'this endpoint has no row “hazard ratio”; shown is “proportion”'],
    [{ figures: ['gone/figure'] }, 'there is no figure “gone/figure” in this row'],
    [{ figures: ['first/review'] }, 'the figure first/review cannot be pooled: reported only in a review'],
    [{ figures: ['first/figure', 'first/other'] }, 'first has one figure at a time; first/other is left out'],
    [{ filters: { target: ['Target Z', 'Target A'] } }, 'no figure here has the target “Target Z”'],
  ])('what does not exist is told: %j', (state, fault) => {
    const { faults, state: left } = settled(state);
    expect(faults).toEqual([fault]);
    expect(settled(left).faults).toEqual([]);
  });

  test('the scale is that of the figures', () => {
    expect(settled({ measure: 'GEN' }).state.measure).toBe('PLO');
    expect(settled({ measure: 'PAS' }).state.measure).toBe('PAS');
    const ratios = rowsOf(madeDataset([ratio('a', 0.7, 0.5, 0.98)]));
    expect(resolveState({ ...usualState, endpoint: 'response' }, ratios).state.measure).toBe('GEN');
  });
});
