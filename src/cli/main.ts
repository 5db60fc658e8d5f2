import { UnreadableContent } from '../reading/corpus.ts';
import { nearest } from '../reading/shape.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { UsageError, type Command } from './command.ts';
import { dev } from './dev.ts';
import { create } from './new.ts';
import { pool } from './pool.ts';
import { serve } from './serve.ts';
import { trace } from './trace.ts';

const commands: Record<string, Command> = { check, build, serve, dev, new: create, trace, pool };

/** Runs one command line; gives its exit code: 0 done, 1 the content has errors, 2 wrong usage or unreadable input. */
export async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || ['help', '--help', '-h'].includes(name)) {
    process.stdout.write(help());
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const near = nearest(name, Object.keys(commands));
    console.error(
      `almanac: there is no command ${name}; ${near ? `did you mean ${near}?` : `expected one of ${Object.keys(commands).join(', ')}`} See: almanac help`,
    );
    return 2;
  }
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`usage: almanac ${command.usage}\n${command.summary}\n`);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    if (error instanceof UsageError) console.error(`almanac ${name}: ${error.message}\nusage: almanac ${command.usage}`);
    else if (error instanceof UnreadableContent) console.error(`almanac ${name}: ${error.message}`);
    else if (isFileError(error))
      console.error(
        `almanac ${name}: ${error.path ?? ''}: ${error.code}; the file or folder cannot be used so. Check that it exists and that you may read and write it.`,
      );
    else {
      console.error(
        `almanac ${name}: this is a fault of the program, not of the content: ${(error as Error).message}. Please report it; ALMANAC_DEBUG=1 shows where.`,
      );
      if (process.env.ALMANAC_DEBUG) console.error(error);
    }
    return 2;
  }
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && /^E[A-Z]+$/.test((error as NodeJS.ErrnoException).code ?? '');
}

function help(): string {
  const width = Math.max(...Object.values(commands).map(({ usage }) => usage.length));
  const rows = Object.values(commands).map(({ usage, summary }) => `  almanac ${usage.padEnd(width)}  ${summary}`);
  return ['almanac: checks, builds and serves an evidence base', '', ...rows, ''].join('\n');
}
