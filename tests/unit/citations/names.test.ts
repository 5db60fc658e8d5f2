import { expect, test } from 'vitest';
import { authorsToTex } from '../../../src/citations/names.ts';
import { article } from './items.ts';
import type { Reference } from '../../../src/model/reference.ts';

const tex = (...author: NonNullable<Reference['author']>): string => authorsToTex(article({ author }));

test('family name first, initials as they stand', () => {
  expect(tex({ family: "O'Donnell", given: 'M' }, { family: 'Sala-Torra', given: 'J.-P.' })).toBe(
    "O'Donnell, M and Sala-Torra, J.-P.",
  );
});

test('particles come first in small letters; those printed as part of the name stay part of it', () => {
  expect(tex({ family: 'Berg', given: 'A', 'non-dropping-particle': 'van der' })).toBe('van der Berg, A');
  expect(
    tex({ family: 'Fontaine', given: 'J', 'dropping-particle': 'de', 'non-dropping-particle': 'La' }),
  ).toBe('de La Fontaine, J');
  expect(tex({ family: 'Arcy', given: 'P', 'non-dropping-particle': "d'" })).toBe("d'Arcy, P");
  expect(tex({ family: 'Sawaf', given: 'O', 'non-dropping-particle': 'al-' })).toBe('{al-Sawaf}, O');
  expect(tex({ family: 'van der Stegen', given: 'S J C' })).toBe('{van der Stegen}, S J C');
  expect(tex({ family: 'De Moerloose', given: 'B' })).toBe('De Moerloose, B');
});

test('a suffix stands between family and given name, and behind the family name where there is no given one', () => {
  expect(tex({ family: 'King', given: 'Martin Luther', suffix: 'Jr.' })).toBe('King, Jr., Martin Luther');
  expect(tex({ family: 'Doe', suffix: 'III' })).toBe('{Doe III}');
});

test('groups are one name, whatever words and commas they have', () => {
  expect(tex({ literal: 'Barnes and Noble, Inc.' }, { literal: 'GRAALL' })).toBe(
    '{Barnes and Noble, Inc.} and {GRAALL}',
  );
});

test('"and" and commas inside a name are braced', () => {
  expect(tex({ family: 'and', given: 'A and B' })).toBe('{and}, {A and B}');
  expect(tex({ family: 'Smith, Jones', given: 'A' })).toBe('{Smith, Jones}, A');
});

test('Chinese, Japanese and Korean names stand whole and in their order', () => {
  expect(tex({ family: '花', given: '京剩' }, { family: '김', given: '민준' })).toBe('{花京剩} and {김민준}');
});

test('a name of the form family=… is not biber’s own way of writing names', () => {
  expect(tex({ family: 'family=Evil', given: 'given=Name' })).toBe('{family{=}Evil}, {given{=}Name}');
});
