import { getSystemErrorMessage } from 'node:util';
import { UnreadableContent } from '../reading/corpus.ts';
import { nearest } from '../reading/shape.ts';
import { visible } from '../reading/shown.ts';
import { UsageError, type Command } from './command.ts';
import { need } from '../model/need.ts';

/** Each command is loaded when it is asked for, so that a check does not wait for what a build needs. */
const commands: Record<string, () => Promise<Command>> = {
  check: async () => (await import('./check.ts')).check,
  build: async () => (await import('./build.ts')).build,
  serve: async () => (await import('./serve.ts')).serve,
  dev: async () => (await import('./dev.ts')).dev,
  export: async () => (await import('./export.ts')).exportFrom,
  new: async () => (await import('./new.ts')).create,
  import: async () => (await import('./import.ts')).importFrom,
  parse: async () => (await import('./parse.ts')).parse,
  prompt: async () => (await import('./prompt.ts')).prompt,
  verify: async () => (await import('./verify.ts')).verify,
  trace: async () => (await import('./trace.ts')).trace,
  pool: async () => (await import('./pool.ts')).pool,
  synth: async () => (await import('./synth.ts')).synth,
  cite: async () => (await import('./cite.ts')).cite,
  addresses: async () => (await import('./addresses.ts')).addresses,
  diff: async () => (await import('./diff.ts')).diff,
  stale: async () => (await import('./stale.ts')).stale,
};

/**
 * Runs one command line; gives its exit code: 0 done, 1 the content has errors, 2 wrong usage or unreadable
 * input.
 */
export async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || ['help', '--help', '-h'].includes(name)) {
    process.stdout.write(await help());
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    const near = nearest(name, Object.keys(commands));
    console.error(
      `almanac: there is no command ${visible(name)}; ${
        near ? `did you mean ${near}?` : `expected one of ${Object.keys(commands).join(', ')}`
      } See: almanac help`,
    );
    return 2;
  }
  const command = await load();
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`usage: almanac ${command.usage}\n${command.summary}\n`);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    const failed = fileError(error);
    if (error instanceof UsageError)
      console.error(`almanac ${name}: ${visible(error.message)}\nusage: almanac ${command.usage}`);
    else if (error instanceof UnreadableContent) console.error(`almanac ${name}: ${visible(error.message)}`);
    else if (failed)
      console.error(
        `almanac ${name}: ${visible(failed.path ?? failed.message)}: ${getSystemErrorMessage(
          need(failed.errno),
        )} (${failed.code}). Check that the folder exists and that you may read and write it.`,
      );
    else {
      console.error(
        `almanac ${name}: this is a fault of the program, not of the content: ${withoutTrace(
          (error as Error).message,
        )}. Please report it; ALMANAC_DEBUG=1 shows where.`,
      );
      if (process.env.ALMANAC_DEBUG) console.error(error);
    }
    return 2;
  }
}

/** The words of an error: some carry the trace of another in theirs. */
function withoutTrace(message: string): string {
  const lines = message.split('\n').map((line) => line.trim());
  return visible(lines.filter((line) => line !== '' && !line.startsWith('at ')).join(' '));
}

/** The error of the file system that an error is, or that others were made of. */
function fileError(error: unknown): NodeJS.ErrnoException | undefined {
  if (!(error instanceof Error)) return undefined;
  return /^E[A-Z]+$/.test((error as NodeJS.ErrnoException).code ?? '') ? error : fileError(error.cause);
}

async function help(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  const rows = all.map(({ usage, summary }) => `almanac ${usage}\n    ${summary}\n`);
  return `almanac: checks, builds and serves an evidence base\n\n${rows.join('\n')}`;
}
