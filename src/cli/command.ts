import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The folder of the project: where package.json stands. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** A command as a person types it. `run` gives the exit code. */
export interface Command {
  usage: string;
  summary: string;
  run(args: string[]): number | Promise<number>;
}

/** What was typed cannot be carried out: told in one line, exit code 2. */
export class UsageError extends Error {}

/** Parses options; a wrong one is a usage error in plain words, and so is a word that the command does not take. */
export function readArgs<O extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: O,
  allowPositionals = false,
) {
  try {
    return parseArgs({ args, options, allowPositionals, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message.split(/\.\s/)[0]!);
  }
}

export const contentOption = { content: { type: 'string' } } as const;

/** The content folder that --content names; else the project's own. */
export function contentFolder(given: string | undefined): string {
  return given === undefined ? path.join(projectRoot, 'content') : path.resolve(given);
}
