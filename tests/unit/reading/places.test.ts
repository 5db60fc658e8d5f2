import { expect, it } from 'vitest';
import { readYaml } from '../../../src/reading/yaml.ts';

const text = `name: a
arms:
  - id: one
    n: {10: 5, b: 6, 2: 7}
  - id: two
shared: &shared
  low: 1
  high: {is: 2}
again: *shared
empty:
text: "x"
`;
const { data, errors, at, atKey } = readYaml(text);

it('is read', () => {
  expect(errors).toEqual([]);
  expect(data).toEqual({
    name: 'a',
    arms: [{ id: 'one', n: { 2: 7, 10: 5, b: 6 } }, { id: 'two' }],
    shared: { low: 1, high: { is: 2 } },
    again: { low: 1, high: { is: 2 } },
    empty: null,
    text: 'x',
  });
});

it.each([
  ['a value', ['name'], '1:7', '1:1'],
  ['a list', ['arms'], '3:3', '2:1'],
  ['an item of a list, which has no key', ['arms', 1], '5:5', '5:5'],
  ['a value in an item', ['arms', 1, 'id'], '5:9', '5:5'],
  ['keys that are numbers, which come in an order of their own', ['arms', 0, 'n', 2], '4:25', '4:22'],
  ['another of them', ['arms', 0, 'n', '10'], '4:13', '4:9'],
  ['the key beside them', ['arms', 0, 'n', 'b'], '4:19', '4:16'],
  ['a value with an anchor', ['shared', 'high', 'is'], '8:14', '8:10'],
  ['an alias itself', ['again'], '9:8', '9:1'],
  ['what an alias stands for', ['again', 'high', 'is'], '8:14', '8:10'],
  ['a value that is not written', ['empty'], '10:7', '10:1'],
  ['what follows an alias', ['text'], '11:7', '11:1'],
  ['what is absent, by what it should stand in', ['arms', 0, 'label'], '3:5', '3:5'],
  ['an item that is absent', ['arms', 7, 'id'], '3:3', '2:1'],
  ['what cannot have parts', ['name', 'part'], '1:7', '1:1'],
  ['the whole', [], '1:1', '1:1'],
] as const)('%s has its place', (_, path, value, key) => {
  const told = ({ line, column }: { line: number; column: number }) => `${line}:${column}`;
  expect([told(at(path)), told(atKey(path))]).toEqual([value, key]);
});
