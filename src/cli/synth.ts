import fs from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { shown } from '../reading/shown.ts';
import { mostTrials, partSize, syntheticCorpus } from '../../tools/synth/corpus.ts';
import { readArgs, UsageError, type Command } from './command.ts';
import { Draft } from './draft.ts';
import { clearAfterInterruption } from './output.ts';

export const synth: Command = {
  usage: 'synth --trials N --out DIR [--seed N] [--after N]',
  summary:
    'Makes a valid content folder of N invented studies, for measurement; the same seed always gives the same bytes. --after leaves out those before, so that a large base can be made in parts.',
  async run(args) {
    const text = { type: 'string' } as const;
    const { values } = readArgs(args, { trials: text, out: text, seed: text, after: text });
    const trials = wholeNumber('trials', values.trials, 1, mostTrials);
    const seed = wholeNumber('seed', values.seed ?? '1', 0, 1_000_000);
    const after = wholeNumber('after', values.after ?? '0', 0, mostTrials - trials);
    if (after % partSize !== 0)
      throw new UsageError(`--after is ${after}; expected a multiple of ${partSize}`);
    if (!values.out) throw new UsageError('--out is missing; expected a new or empty folder');
    const out = path.resolve(values.out);
    clearAfterInterruption(out);
    if (fs.existsSync(out) && !isEmptyFolder(out))
      throw new UsageError(`${shown(out)} is not an empty folder; choose another with --out DIR`);
    const draft = new Draft(
      out,
      undefined,
      (signal) => `almanac synth: stopped by ${signal}; nothing was written`,
    );
    try {
      draft.begin();
      let files = 0;
      for (const { path: file, text: content } of syntheticCorpus(trials, seed, after)) {
        draft.write(file, content);
        files += 1;
        // Signals are heard between two turns.
        if (files % 100 === 0) await setImmediate();
      }
      await draft.take();
      process.stdout.write(
        `${trials} ${trials === 1 ? 'study' : 'studies'} in ${files} files: ${shown(out)}. Next: almanac check --content ${shown(out)}\n`,
      );
      return 0;
    } finally {
      draft.close();
    }
  },
};

function wholeNumber(option: string, given: string | undefined, from: number, to: number): number {
  const expected = `expected a whole number from ${from} to ${to}`;
  if (given === undefined) throw new UsageError(`--${option} is missing; ${expected}`);
  const value = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
  if (!(value >= from && value <= to))
    throw new UsageError(`--${option} cannot be ${given || 'empty'}; ${expected}`);
  return value;
}

function isEmptyFolder(folder: string): boolean {
  return fs.statSync(folder).isDirectory() && fs.readdirSync(folder).length === 0;
}
