import fs from 'node:fs';
import path from 'node:path';
import { KeptAnswers } from '../checks/kept/answers.ts';
import { reporters, type ReportFormat } from '../checks/reporters.ts';
import { runChecks, within } from '../checks/run.ts';
import { subjectNamed } from '../checks/subjects.ts';
import { allFiles, readCorpus, UnreadableContent } from '../reading/corpus.ts';
import { shown } from '../reading/shown.ts';
import { contentFolder, contentOption, readArgs, UsageError, type Command } from './command.ts';
import { watchFolder } from './watch-folder.ts';

export const check: Command = {
  usage:
    'check [PATH…] [--only ENTRY|FACT|FILE] [--content DIR] [--format text|json|github] [--verbose] [--watch]',
  summary:
    'Validates content without building; PATH narrows what is shown, --only what is asked, --verbose shows every routine note, --watch checks again when a file is saved.',
  async run(args) {
    const { values, positionals } = readArgs(
      args,
      {
        ...contentOption,
        format: { type: 'string', default: 'text' },
        verbose: { type: 'boolean' },
        watch: { type: 'boolean' },
        only: { type: 'string' },
      },
      true,
    );
    if (!Object.hasOwn(reporters, values.format))
      throw new UsageError(
        `--format cannot be ${values.format}; expected ${Object.keys(reporters).join(', ')}`,
      );
    const paths = positionals.map((name) => path.resolve(name));
    const absent = paths.find((name) => !fs.existsSync(name));
    if (absent) throw new UsageError(`${absent}: no such file or folder`);
    const content = contentFolder(values.content);
    const how = { color: process.stdout.isTTY && !process.env.NO_COLOR, verbose: values.verbose };
    const once = () => {
      const { summary, text } = checked(
        content,
        { paths, only: values.only },
        values.format as ReportFormat,
        how,
      );
      process.stdout.write(text);
      return summary.errors > 0 || summary.run === 0 ? 1 : 0;
    };
    return values.watch && fs.existsSync(content) ? watch(content, once) : once();
  },
};

function checked(
  content: string,
  { paths, only }: { paths: readonly string[]; only: string | undefined },
  format: ReportFormat,
  how: Parameters<(typeof reporters)['text']>[1],
) {
  const corpus = readCorpus(content);
  const files = allFiles(corpus).map(({ file }) => path.resolve(file));
  const foreign = paths.find((name) => !files.some((file) => isBelow(file, name)));
  if (foreign)
    throw new UsageError(
      `${shown(foreign)} holds nothing of the content in ${shown(content)}; name its folder with --content DIR`,
    );
  const subject = only === undefined ? undefined : subjectNamed(corpus, only);
  if (only !== undefined && !subject)
    throw new UsageError(
      `--only ${only}: no entry, file or fact of that name; write trials/ID, TRIAL/FACT or a file`,
    );
  const whole = runChecks(corpus, undefined, subject, new KeptAnswers(content));
  const report =
    paths.length === 0 ? whole : within(whole, (file) => paths.some((p) => isBelow(path.resolve(file), p)));
  return { summary: report.summary, text: reporters[format](report, how) };
}

/** How long it waits for more files to be saved, in milliseconds. */
const pause = 50;

/** Checks, and again whenever something in a folder has changed, until it is interrupted. */
async function watch(content: string, once: () => void): Promise<number> {
  const again = () => {
    try {
      once();
    } catch (error) {
      // A folder that is moved away, or a path that is renamed, may come back.
      if (!(error instanceof UsageError || error instanceof UnreadableContent)) throw error;
      console.error(`almanac check: ${error.message}`);
    }
    console.error(`almanac check: waiting for changes in ${shown(content)}; Ctrl+C ends it`);
  };
  let planned: NodeJS.Timeout | undefined;
  // Before the first check, so that no change is missed.
  const end = watchFolder(content, () => {
    clearTimeout(planned);
    planned = setTimeout(again, pause);
  });
  const interrupted = new Promise((resolve) => process.once('SIGINT', resolve));
  again();
  await interrupted;
  end();
  clearTimeout(planned);
  return 0;
}

function isBelow(file: string, folder: string): boolean {
  return file === folder || file.startsWith(folder + path.sep);
}
