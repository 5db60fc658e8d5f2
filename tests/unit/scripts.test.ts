import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/cli/command.ts';

const read = (file: string) => fs.readFileSync(path.join(projectRoot, file), 'utf8');
const text = read('package.json');
const { scripts } = JSON.parse(text) as { scripts: Record<string, string> };

test('no two npm scripts have one name', () => {
  const [, body = ''] = /"scripts": \{([^}]*)\}/.exec(text) ?? [];
  expect([...body.matchAll(/^ *"([^"]+)":/gm)].map(([, name]) => name)).toEqual(Object.keys(scripts));
});

test('every npm script runs a file that is there', () => {
  const files = Object.values(scripts).flatMap((line) => line.match(/(?:src|tests)\/\S+\.(?:js|ts)/g) ?? []);
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((file) => !fs.existsSync(path.join(projectRoot, file)))).toEqual([]);
});

test.each(['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'CHANGELOG.md', 'docs/scale.md'])(
  '%s names no npm script that does not exist',
  (file) => {
    const named = [...read(file).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  },
);
