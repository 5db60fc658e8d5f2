import fs from 'node:fs';
import path from 'node:path';
import { shown } from '../reading/corpus.ts';
import { contentFolder, contentOption, projectRoot, readArgs, UsageError, type Command } from './command.ts';

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
        `the ID ${id ?? ''} cannot be an address; expected lower-case letters, digits and single hyphens, such as ino-vate`,
      );
    }
    const file = path.join(contentFolder(values.content), folders[kind as keyof typeof folders], `${id}.mdx`);
    if (fs.existsSync(file)) throw new UsageError(`${shown(file)} exists already; choose another ID`);
    const template = fs.readFileSync(path.join(projectRoot, 'src', 'cli', 'templates', `${kind}.mdx`), 'utf8');
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, template.replaceAll('YYYY-MM-DD', new Date().toISOString().slice(0, 10)));
    process.stdout.write(`${shown(file)} written. Fill it in, then: almanac check ${shown(file)}\n`);
    return 0;
  },
};
