import fs from 'node:fs';
import path from 'node:path';
import fc, { type Arbitrary } from 'fast-check';
import { readCorpus } from '../../../src/reading/corpus.ts';
import { commandLines } from './arguments.ts';
import { damaged, damages, type Damage } from './damages.ts';
import type { Ran, Sandbox } from './sandbox.ts';
import { subjects, type Subject } from './subjects.ts';

/** One input: damaged, with what reads it; or a command line. */
type Case = { subject: Subject; which: number; pick: number; damage: Damage[] } | { line: string[] };

const cases: Arbitrary<Case> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      subject: fc.oneof(
        ...subjects.map((subject) => ({ weight: subject.weight, arbitrary: fc.constant(subject) })),
      ),
      which: fc.nat(999),
      pick: fc.nat(999),
      damage: damages,
    }),
  },
  { weight: 1, arbitrary: commandLines.map((line) => ({ line })) },
);

/** What came of an input. */
export interface Judged {
  number: number;
  name: string;
  /** The input, so that it can be kept. */
  input: Buffer;
  code: number;
  /** What should not have been, a line each. */
  faults: string[];
  seconds: number;
}

const mostSeconds = 2;

/**
 * Damages inputs of every form and runs the commands that read them.
 *
 * @param from the number of the first, so that one can be had again without those before it
 * @param begins is told each number before it is run
 */
export async function* fuzzInputs(
  sandbox: Sandbox,
  { seed, count, from = 0 }: { seed: number; count: number; from?: number },
  begins: (number: number) => void = () => undefined,
): AsyncGenerator<Judged> {
  const others = [...new Set(subjects.flatMap(({ seeds }) => seeds))];
  const drawn = fc.sample(cases, { seed, numRuns: from + count });
  for (let number = from; number < from + count; number += 1) {
    begins(number);
    const one = drawn[number] ?? { line: [] };
    yield {
      number,
      ...('line' in one ? await ofLine(sandbox, one.line) : await ofInput(sandbox, one, others)),
    };
    sandbox.reset();
  }
}

async function ofLine(sandbox: Sandbox, line: string[]): Promise<Omit<Judged, 'number'>> {
  const ran = await sandbox.run(line);
  const inside = sandbox.named('');
  const faults = [
    ...faultsOf(ran),
    ...ran.changed
      .filter((file) => !file.startsWith(inside))
      .map((file) => `it wrote ${file}, outside of its folder`),
  ];
  return {
    name: 'arguments',
    input: Buffer.from(JSON.stringify(line)),
    code: ran.code,
    faults,
    seconds: ran.seconds,
  };
}

async function ofInput(
  sandbox: Sandbox,
  { subject, which, pick, damage }: Exclude<Case, { line: string[] }>,
  others: readonly Buffer[],
): Promise<Omit<Judged, 'number'>> {
  const { name, seeds, file, command, writes, isOnce } = subject;
  const place = which % seeds.length;
  const input = damaged(seeds[place] ?? Buffer.alloc(0), damage, others);
  const own = file(place);
  sandbox.write(own, input);
  const ran = await sandbox.run(command(own, pick));
  const changed = ran.changed.filter((one) => one !== sandbox.named(own));
  const foreign = changed.filter((one) => !writes.test(path.relative(sandbox.named(''), one)));
  const faults = [...faultsOf({ ...ran, changed }), ...foreign.map((one) => `it wrote ${one}`)];
  if (ran.seconds > mostSeconds) faults.push(`it took ${ran.seconds.toFixed(1)} s`);
  if (isOnce && changed.length > 0) {
    faults.push(...unreadable(sandbox));
    const before = changed.map((one) => contentOf(sandbox, one));
    const again = await sandbox.run(command(own, pick));
    faults.push(...faultsOf({ ...again, changed: [] }));
    changed.forEach((one, i) => {
      if (contentOf(sandbox, one) !== before[i]) faults.push(`a second time it changed ${one}`);
    });
  }
  return { name, input, code: ran.code, faults, seconds: ran.seconds };
}

const contentOf = (sandbox: Sandbox, file: string): string | undefined => {
  const full = path.resolve(sandbox.root, path.relative(sandbox.named(''), file));
  return fs.existsSync(full) ? fs.readFileSync(full, 'latin1') : undefined;
};

/** What an import wrote must be read as content again. */
const unreadable = (sandbox: Sandbox): string[] =>
  readCorpus(path.join(sandbox.root, 'content')).findings.map(
    ({ file, line, message }) => `it wrote ${file}:${line ?? ''}: ${message}`,
  );

/** What holds of every command, whatever it is given. */
function faultsOf({ code, told, changed }: Ran): string[] {
  const faults: string[] = [];
  if (![0, 1, 2].includes(code)) faults.push(`the exit code is ${code}`);
  const [fault] = /this is a fault of the program[^\n]*/.exec(told) ?? [];
  if (fault !== undefined) faults.push(fault);
  const [trace] = /^ +at (?:async )?[\w.<>#[\] ]*\(?(?:file:|node:|\/)[^\n]*:\d+:\d+\)?$/m.exec(told) ?? [];
  if (trace !== undefined) faults.push(`a stack trace: ${trace}`);
  // eslint-disable-next-line no-control-regex
  const driving = /[^\n]{0,40}[\0-\b\v\f\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069][^\n]{0,40}/;
  const [control] = driving.exec(told) ?? [];
  if (control !== undefined) faults.push(`it sent to the screen ${JSON.stringify(control)}`);
  if (code === 2 && changed.length > 0) faults.push(`it ended with 2 and changed ${changed.join(', ')}`);
  const [half] = changed.filter((file) => /\.draft-|-import-\d|\.tmp$/.test(file));
  if (half !== undefined) faults.push(`it left ${half}`);
  return faults;
}
