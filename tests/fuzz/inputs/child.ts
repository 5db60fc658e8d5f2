/** Runs inputs by their numbers, and writes a line before and behind each: what a process that never ends was about is known. */
import { fuzzInputs } from './cases.ts';
import { madeSandbox } from './made.ts';

const [seed = 1, from = 0, to = 0] = process.argv.slice(2, 5).map(Number);
const write = process.stdout.write.bind(process.stdout);
const say = (said: object): void => void write(`${JSON.stringify(said)}\n`);
const { sandbox } = madeSandbox(process.argv[5]);
for await (const { number, name, seconds, faults, input } of fuzzInputs(sandbox, { seed, from, count: to - from }, (begins) =>
  say({ begins }),
))
  say({ number, name, seconds, faults, input: faults.length > 0 ? input.toString('base64') : '' });
