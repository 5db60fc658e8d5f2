/**
 * node tests/bench/floor.ts DIR: reads, parses and validates the files of a content folder, and does nothing
 * else.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { z } from 'astro/zod';
import { parse } from 'yaml';
import { entrySchemas, fileSchemas } from '../../src/model/collections.ts';
import { sourceIndex } from '../../src/model/source.ts';
import { translation, translationNamed } from '../../src/model/translation.ts';

const [root] = process.argv.slice(2);
if (root === undefined) throw new Error('expected a content folder');

const filesOf = (folder: string) => {
  const place = path.join(root, folder);
  return fs.existsSync(place) ? fs.readdirSync(place).map((name) => path.join(place, name)) : [];
};
const schemas: [string[], z.ZodType][] = [
  ...Object.entries(entrySchemas).map(([folder, schema]): [string[], z.ZodType] => [filesOf(folder), schema]),
  ...Object.values(fileSchemas).map(({ path: file, schema }): [string[], z.ZodType] => [
    [path.join(root, file)].filter((one) => fs.existsSync(one)),
    schema,
  ]),
  [filesOf('sources'), sourceIndex],
];
for (const [files, schema] of schemas) {
  for (const file of files) {
    const text = fs.readFileSync(file, 'utf8');
    const own = translationNamed(file) ? translation : schema;
    own.parse(parse(file.endsWith('.mdx') ? text.split(/^---$/m)[1]! : text));
  }
}
