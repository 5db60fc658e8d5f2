import fs from 'node:fs';
import path from 'node:path';
import { readCorpus, type Corpus } from '../../../src/reading/corpus.ts';
import { good, type Changes } from '../checks/fixtures.ts';
import { need } from '../../../src/model/need.ts';
import { here, withContent, type Run } from './almanac.ts';

/** The good base, with terms for studies that do not say their setting and ages, and for children. */
export const withTerms: Changes = {
  'vocabulary.yaml': good('vocabulary.yaml')
    .replace('settings:\n', 'settings:\n  - {id: not-reported, label: {en: Not reported}, unstated: true}\n')
    .replace(
      'ageGroups:\n',
      'ageGroups:\n  - {id: not-reported, label: {en: Not reported}, unstated: true}\n  - {id: child, label: {en: Children}}\n',
    ),
};

export const examples = path.resolve('tests/fixtures/import');

/** A folder with such a base, in which files stand beside it by their name. */
export function registryBase(files: Record<string, string | Uint8Array> = {}): string {
  const cwd = withContent(undefined, withTerms);
  for (const [name, content] of Object.entries(files)) fs.writeFileSync(path.join(cwd, name), content);
  return cwd;
}

/** Imports a file of the examples, or one of a folder. */
export const importing = (cwd: string, name: string, ...options: string[]): Promise<Run> => {
  const example = path.join(examples, name);
  return here(
    ['import', 'ctgov', fs.existsSync(example) ? example : name, '--content', 'content', ...options],
    { cwd },
  );
};

export const corpusOf = (cwd: string): Corpus => readCorpus(path.join(cwd, 'content'));

/** The data of an entry, which must be readable. */
export const entryIn = (cwd: string, id: string) =>
  need(corpusOf(cwd).entries.trials.find((one) => one.id === id)?.data, `the entry ${id}`);
