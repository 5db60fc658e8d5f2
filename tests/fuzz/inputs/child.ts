/**
 * Runs inputs by their numbers, and writes a line before and behind each: what a process that never ends was
 * about is known. An input with a fault lies in the folder above that of the sandbox, by its number.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fuzzInputs } from './cases.ts';
import { madeSandbox } from './made.ts';

const [seed = 1, from = 0, to = 0] = process.argv.slice(2, 5).map(Number);
const write = process.stdout.write.bind(process.stdout);
const say = (said: object): void => void write(`${JSON.stringify(said)}\n`);
const own = process.argv[5] ?? '';
const { sandbox } = madeSandbox(own);
for await (const { number, name, seconds, faults, input } of fuzzInputs(
  sandbox,
  { seed, from, count: to - from },
  (begins) => say({ begins }),
)) {
  if (faults.length > 0) fs.writeFileSync(path.join(path.dirname(own), `input-${number}`), input);
  say({ number, name, seconds, faults: faults.map((fault) => fault.slice(0, 400)) });
}
