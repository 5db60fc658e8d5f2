import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../../src/cli/command.ts';

const own = path.join(projectRoot, 'content');

/** What authors typed into a file of a base, read past the reading of the program. */
export function typedFile<T>(name: string, content = own): T {
  return parse(fs.readFileSync(path.join(content, name), 'utf8')) as T;
}

/** The frontmatter of every entry of a collection, as authors typed it, by id. */
export function typedEntries<T>(collection: string, content = own): Map<string, T> {
  const folder = path.join(content, collection);
  const names = fs.readdirSync(folder).filter((name) => /^[a-z0-9-]+\.mdx$/.test(name));
  return new Map(
    names.sort().map((name) => {
      const [, frontmatter] = fs.readFileSync(path.join(folder, name), 'utf8').split(/^---$/m);
      return [name.replace(/\.mdx$/, ''), parse(frontmatter!) as T];
    }),
  );
}
