import fs from 'node:fs';
import path from 'node:path';
import { reporters, type ReportFormat } from '../checks/reporters.ts';
import { runChecks, within } from '../checks/run.ts';
import { subjectNamed } from '../checks/subjects.ts';
import { allFiles, readCorpus, shown } from '../reading/corpus.ts';
import { contentFolder, contentOption, readArgs, UsageError, type Command } from './command.ts';

export const check: Command = {
  usage: 'check [PATH…] [--only ENTRY|FACT|FILE] [--content DIR] [--format text|json|github] [--verbose]',
  summary:
    'Validates content without building; PATH narrows what is shown, --only what is asked, --verbose shows every routine note.',
  run(args) {
    const { values, positionals } = readArgs(
      args,
      { ...contentOption, format: { type: 'string', default: 'text' }, verbose: { type: 'boolean' }, only: { type: 'string' } },
      true,
    );
    if (!Object.hasOwn(reporters, values.format))
      throw new UsageError(`--format cannot be ${values.format}; expected ${Object.keys(reporters).join(', ')}`);
    const paths = positionals.map((name) => path.resolve(name));
    const absent = paths.find((name) => !fs.existsSync(name));
    if (absent) throw new UsageError(`${absent}: no such file or folder`);
    const content = contentFolder(values.content);
    const corpus = readCorpus(content);
    const files = allFiles(corpus).map(({ file }) => path.resolve(file));
    const foreign = paths.find((name) => !files.some((file) => isBelow(file, name)));
    if (foreign)
      throw new UsageError(
        `${shown(foreign)} holds nothing of the content in ${shown(content)}; name its folder with --content DIR`,
      );
    const only = values.only === undefined ? undefined : subjectNamed(corpus, values.only);
    if (values.only !== undefined && !only)
      throw new UsageError(`--only ${values.only}: no entry, file or fact of that name; write trials/ID, TRIAL/FACT or a file`);
    const whole = runChecks(corpus, undefined, only);
    const report = paths.length === 0 ? whole : within(whole, (file) => paths.some((p) => isBelow(path.resolve(file), p)));
    const how = { color: process.stdout.isTTY && !process.env.NO_COLOR, verbose: values.verbose };
    process.stdout.write(reporters[values.format as ReportFormat](report, how));
    return report.summary.errors > 0 || report.summary.run === 0 ? 1 : 0;
  },
};

function isBelow(file: string, folder: string): boolean {
  return file === folder || file.startsWith(folder + path.sep);
}
