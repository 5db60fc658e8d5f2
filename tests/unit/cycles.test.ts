import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/**
 * Imports and re-exports of files of this project that are there when the program runs: not those of types
 * alone.
 */
const imported = /^(?:import|export)\b(?! type\b)(?:[^'";]*?\bfrom)? *'(\.[^']+)'/gm;

const importsOf = (file: string, text: string): string[] =>
  [...text.matchAll(imported)].map(([, found]) => path.posix.join(path.posix.dirname(file), found!));

/** The first way by which a file imports itself; nothing where none does. */
function cycleOf(files: ReadonlyMap<string, string>): string[] | undefined {
  const done = new Set<string>();
  const from = (file: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file) || !files.has(file)) return undefined;
    for (const next of importsOf(file, files.get(file)!)) {
      const found = from(next, [...way, file]);
      if (found) return found;
    }
    done.add(file);
    return undefined;
  };
  for (const file of files.keys()) {
    const found = from(file, []);
    if (found) return found;
  }
  return undefined;
}

// ESLint's import-x/no-cycle asks the same in a hundred times as long, and cannot keep its answers in a
// cache.
it('no file imports itself by way of others', () => {
  const names = ['src', 'tests', 'tools'].flatMap((root) =>
    (fs.readdirSync(root, { recursive: true }) as string[]).map(
      (name) => `${root}/${name.replaceAll(path.sep, '/')}`,
    ),
  );
  const files = new Map(
    names.filter((name) => /\.(ts|astro)$/.test(name)).map((name) => [name, fs.readFileSync(name, 'utf8')]),
  );
  expect([...files].filter(([name, text]) => importsOf(name, text).length > 0).length).toBeGreaterThan(200);
  expect(cycleOf(files)).toBeUndefined();
});

it('a round of files is seen where there is one, but not one of types', () => {
  const round = (last: string) =>
    new Map([
      ['a/one.ts', "import {\n  two,\n} from '../b/two.ts';\n"],
      ['b/two.ts', "export * from './three.ts';\n"],
      ['b/three.ts', last],
    ]);
  expect(cycleOf(round("import '../a/one.ts';\n"))).toEqual([
    'a/one.ts',
    'b/two.ts',
    'b/three.ts',
    'a/one.ts',
  ]);
  expect(cycleOf(round("import type { One } from '../a/one.ts';\n"))).toBeUndefined();
});
