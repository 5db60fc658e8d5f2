/**
 * npm run fuzz -- --seed S --count N: damages files of the content at random and checks them. Exits with 1 where one ends in an
 * exception, takes longer than two seconds, or is told at a place outside its file; `--from I --count 1` has it again.
 */
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '3000' },
    from: { type: 'string', default: '0' },
    content: { type: 'string', default: 'content' },
  },
});
let [done, refused, faults, slowest] = [0, 0, 0, 0];
for (const { number, file, errors, crash, misplaced, seconds } of fuzz(
  values.content,
  Number(values.seed),
  Number(values.count),
  Number(values.from),
)) {
  done += 1;
  if (errors > 0) refused += 1;
  slowest = Math.max(slowest, seconds);
  const told = crash ?? (seconds > 2 ? `${seconds.toFixed(1)} s` : misplaced[0]);
  if (told === undefined) continue;
  faults += 1;
  process.stdout.write(`${number} ${file}: ${told}\n`);
}
process.stdout.write(
  `${done} damaged files, seed ${values.seed}: ${refused} refused, ${done - refused} taken, ${faults} faults; the slowest took ${slowest.toFixed(2)} s\n`,
);
process.exitCode = faults > 0 ? 1 : 0;
