import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { readCorpus, UnreadableContent, type Corpus } from '../reading/corpus.ts';
import { shown } from '../reading/shown.ts';
import { firstIn } from '../model/need.ts';

/** The folder of the project: where package.json stands. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** A command as a person types it. `run` gives the exit code. */
export interface Command {
  usage: string;
  summary: string;
  run(args: string[]): number | Promise<number>;
}

/** What was typed cannot be carried out: reported in one line, exit code 2. */
export class UsageError extends Error {}

/**
 * Parses options; a wrong one is a usage error in plain words, and so is a word that the command does not
 * take.
 */
export function readArgs<O extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: O,
  allowPositionals = false,
) {
  try {
    return parseArgs({ args, options, allowPositionals, strict: true });
  } catch (error) {
    throw new UsageError(firstIn((error as Error).message.split(/\.\s/)));
  }
}

export const contentOption = { content: { type: 'string' } } as const;

/** The content folder that --content names; else the project's own. */
export function contentFolder(given: string | undefined): string {
  if (given === '') throw new UsageError('--content is empty; expected a folder');
  return given === undefined ? path.join(projectRoot, 'content') : path.resolve(given);
}

/**
 * Reads a content folder, every file of it.
 *
 * @throws UnreadableContent naming the first fault of reading
 */
export function readWhole(content: string): Corpus {
  const corpus = readCorpus(content);
  const [fault] = corpus.findings;
  if (fault)
    throw withErrors(
      `${fault.file}${fault.line ? `:${fault.line}:${fault.column}` : ''}: ${fault.message}`,
      content,
    );
  return corpus;
}

/** Content that cannot be used, with the report of all that is wrong with it. */
export const withErrors = (place: string, content: string) =>
  new UnreadableContent(`${place}; the content has errors, see: almanac check --content ${shown(content)}`);

/** Refuses a project that lies where the bundler of the pages takes its path for something else. */
export function refuseUnbundledPath(root: string = projectRoot): void {
  const [sign] = /[#%?"\\\n]/.exec(path.sep === '\\' ? root.replaceAll('\\', '/') : root) ?? [];
  if (sign !== undefined)
    throw new UsageError(
      `the project lies in ${root}, and Astro cannot make pages under a path with ${JSON.stringify(
        sign,
      ).slice(1, -1)} in it; move the project`,
    );
}

/**
 * Loads Astro, which then sends nothing about the run anywhere and writes nothing into the home of the user.
 */
export async function loadAstro() {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  return import('astro');
}
