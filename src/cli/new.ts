import fs from 'node:fs';
import path from 'node:path';
import { shown } from '../reading/shown.ts';
import { contentFolder, contentOption, projectRoot, readArgs, UsageError, type Command } from './command.ts';
import { isFolder, makeFolder } from './folders.ts';

const folders = { trial: 'trials', therapy: 'therapies', topic: 'topics' } as const;

export const create: Command = {
  usage: 'new trial|therapy|topic ID [--content DIR]',
  summary: 'Writes a commented entry to fill in.',
  run(args) {
    const { values, positionals } = readArgs(args, contentOption, true);
    const [kind, id, ...rest] = positionals;
    if (!kind || !Object.hasOwn(folders, kind))
      throw new UsageError(`expected trial, therapy or topic, found ${kind ?? 'nothing'}`);
    if (!id || rest.length > 0 || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
      throw new UsageError(
        `the ID ${id ?? ''} cannot be an address; expected lower-case letters, digits and single hyphens, such as some-study`,
      );
    }
    const content = contentFolder(values.content);
    // A first entry may begin a base; a whole path that is not there is a typing error.
    if (!isFolder(path.dirname(content)))
      throw new UsageError(`${shown(content)}: no such folder; make it first, or name another with --content DIR`);
    const file = path.join(content, folders[kind as keyof typeof folders], `${id}.mdx`);
    if (fs.existsSync(file)) throw new UsageError(`${shown(file)} exists already; choose another ID`);
    const template = fs.readFileSync(path.join(projectRoot, 'src', 'cli', 'templates', `${kind}.mdx`), 'utf8');
    makeFolder(path.dirname(file));
    fs.writeFileSync(file, template.replaceAll('YYYY-MM-DD', new Date().toISOString().slice(0, 10)));
    process.stdout.write(`${shown(file)} written. Fill it in, then: almanac check ${shown(file)}\n`);
    return 0;
  },
};
