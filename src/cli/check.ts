import fs from 'node:fs';
import path from 'node:path';
import { reporters, type ReportFormat } from '../checks/reporters.ts';
import { runChecks, within } from '../checks/run.ts';
import { readCorpus } from '../reading/corpus.ts';
import { contentFolder, contentOption, readArgs, UsageError, type Command } from './command.ts';

export const check: Command = {
  usage: 'check [PATH…] [--content DIR] [--format text|json|github]',
  summary: 'Validates content without building; PATH narrows what is shown.',
  run(args) {
    const { values, positionals } = readArgs(args, { ...contentOption, format: { type: 'string', default: 'text' } });
    const reporter = reporters[values.format as ReportFormat];
    if (!reporter) throw new UsageError(`--format cannot be ${values.format}; expected ${Object.keys(reporters).join(', ')}`);
    const paths = positionals.map((name) => path.resolve(name));
    const absent = paths.find((name) => !fs.existsSync(name));
    if (absent) throw new UsageError(`${absent}: no such file or folder`);
    const whole = runChecks(readCorpus(contentFolder(values.content)));
    const report = paths.length === 0 ? whole : within(whole, (file) => paths.some((p) => isBelow(path.resolve(file), p)));
    process.stdout.write(reporter(report, process.stdout.isTTY && !process.env.NO_COLOR));
    return report.summary.errors > 0 || report.summary.run === 0 ? 1 : 0;
  },
};

function isBelow(file: string, folder: string): boolean {
  return file === folder || file.startsWith(folder + path.sep);
}
