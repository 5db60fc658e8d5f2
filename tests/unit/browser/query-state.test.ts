import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readState, writeState } from '../../../src/browser/search/query-state.ts';

const known = { target: { CD19: 9, CD22: 8 }, 'therapy class': { 'CAR T cells': 7 }, year: { '2016': 1 } };

test('a question stands in the address and comes back from it', () => {
  const state = {
    query: 'complete remission',
    filters: { target: ['CD19', 'CD22'], 'therapy class': ['CAR T cells'] },
  };
  expect(writeState(state)).toBe('?q=complete+remission&target=CD19&target=CD22&therapy+class=CAR+T+cells');
  expect(readState(writeState(state), known)).toEqual(state);
});

test('the same question has one address, whatever the order of the choices', () => {
  expect(writeState({ query: ' x ', filters: { year: ['2016'], target: ['CD22', 'CD19'] } })).toBe(
    writeState({ query: 'x', filters: { target: ['CD19', 'CD22'], year: ['2016'] } }),
  );
});

test('nothing asked is an empty query string', () => {
  expect(writeState({ query: ' ', filters: { target: [] } })).toBe('');
  expect(readState('', known)).toEqual({ query: '', filters: {} });
});

test('what is no filter of the base is left out', () => {
  expect(
    readState('?q=a&utm_source=x&target=CD19&target=CD19&target=nonsense&year=1066&__proto__=y', known),
  ).toEqual({
    query: 'a',
    filters: { target: ['CD19'] },
  });
  expect(readState('?target=constructor', known).filters).toEqual({});
});

test('a query of any length is cut to what the field takes', () => {
  expect(readState(`?q=${'x'.repeat(5000)}`, known).query).toHaveLength(200);
});

test('any query comes back as it was typed, but for the space around it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (query) => {
      expect(readState(writeState({ query, filters: {} }), known).query).toBe(query.trim());
    }),
  );
});
