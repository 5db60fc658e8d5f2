import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { citationsAs, referencesAs } from '../../src/browser/cite/client.ts';
import { read } from '../support/site-pages.ts';

// In a browser paths are those of the page.
const { address } = inject('site');
const { fetch } = globalThis;
beforeAll(() => {
  globalThis.fetch = (input, options) => fetch(new URL(String(input), address), options);
});
afterAll(() => {
  globalThis.fetch = fetch;
});

const keys = (JSON.parse(read('/cite/library.json')) as { id: string }[]).map(({ id }) => id);
const few = [keys[3]!, keys[1]!, keys[3]!];

test.each([
  ['bib', (key: string) => read(`/references/${key}.bib`)],
  ['ris', (key: string) => read(`/references/${key}.ris`)],
] as const)(
  'works come as one %s file, each once, in the order given, be they few or many',
  async (format, fileOf) => {
    expect(await referencesAs(few, format)).toBe([keys[3]!, keys[1]!].map(fileOf).join('\n'));
    expect(await referencesAs(keys, format)).toBe(read(`/cite/library.${format}`));
    expect(await referencesAs([], format)).toBe('');
  },
);

test('CSL-JSON is one array', async () => {
  expect(JSON.parse(await referencesAs(few, 'json'))).toMatchObject([{ id: keys[3] }, { id: keys[1] }]);
  expect(await referencesAs(keys, 'json')).toBe(read('/cite/library.json'));
});

test('entries and works stand together', async () => {
  const [entry, ...works] = (JSON.parse(read('/trials/eliana.csl.json')) as { id: string }[]).map(
    ({ id }) => id,
  );
  expect(await citationsAs([entry!, ...works], 'bib')).toBe(read('/trials/eliana.bib'));
});

test('a key that is not there is an error that names its file', async () => {
  await expect(referencesAs(['nobody-1900'], 'bib')).rejects.toThrow(
    '/references/nobody-1900.bib could not be read (404)',
  );
});
