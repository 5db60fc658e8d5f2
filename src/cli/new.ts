import fs from 'node:fs';
import path from 'node:path';
import { fileSchemas } from '../model/collections.ts';
import { populationKinds } from '../model/population.ts';
import { readKinds } from '../model/read-kinds.ts';
import { armRoles } from '../model/roles.ts';
import { designs, phases, reportKinds, statuses } from '../model/trial.ts';
import { kindOf } from '../reading/files.ts';
import { shown } from '../reading/shown.ts';
import { readYaml } from '../reading/yaml.ts';
import { contentFolder, contentOption, projectRoot, readArgs, UsageError, type Command } from './command.ts';
import { listForEditors, schemaLine } from './editors.ts';
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
      throw new UsageError(
        `${shown(content)}: no such folder; make it first, or name another with --content DIR`,
      );
    const folder = folders[kind as keyof typeof folders];
    const file = path.join(content, folder, `${id}.mdx`);
    if (fs.existsSync(file)) throw new UsageError(`${shown(file)} exists already; choose another ID`);
    const template = fs.readFileSync(
      path.join(projectRoot, 'src', 'cli', 'templates', `${kind}.mdx`),
      'utf8',
    );
    makeFolder(path.dirname(file));
    fs.writeFileSync(file, filled(template, content, schemaLine(file, folder)));
    listForEditors(content);
    process.stdout.write(
      `${shown(file)} written. Fill it in, then: almanac check ${shown(file)}, and almanac addresses --write for its addresses\n`,
    );
    return 0;
  },
};

/** A template with the day, the line for editors, and what a value can be beside it. */
function filled(template: string, content: string, line: string): string {
  const choices = {
    STATUSES: statuses,
    PHASES: phases.map((phase) => (/^\d$/.test(phase) ? `'${phase}'` : phase)),
    DESIGNS: designs,
    ROLES: armRoles,
    POPULATIONS: populationKinds,
    REPORTS: reportKinds,
    READ: readKinds,
  };
  const vocabulary = idsIn(path.join(content, fileSchemas.vocabulary.path));
  return template
    .replace('---\n', `---\n${line}`)
    .replaceAll('YYYY-MM-DD', new Date().toISOString().slice(0, 10))
    .replace(/# ([A-Z]+)$/gm, (whole, name: string) =>
      Object.hasOwn(choices, name) ? `# ${choices[name as keyof typeof choices].join(' | ')}` : whole,
    )
    .replace(/# from vocabulary\.yaml, (\w+)$/gm, (whole, list: string) => {
      const ids = vocabulary.get(list) ?? [];
      return ids.length > 0 ? `${whole}: ${ids.join(' | ')}` : whole;
    });
}

/** The ids in each list of the vocabulary, as far as it can be read: a base may be without one yet. */
function idsIn(file: string): Map<string, string[]> {
  const data = kindOf(file) === 'file' ? readYaml(fs.readFileSync(file, 'utf8')).data : undefined;
  const lists =
    typeof data === 'object' && data !== null ? Object.entries(data as Record<string, unknown>) : [];
  return new Map(
    lists.map(([name, terms]) => [
      name,
      (Array.isArray(terms) ? terms : []).flatMap(({ id }: { id?: unknown }) =>
        typeof id === 'string' ? [id] : [],
      ),
    ]),
  );
}
