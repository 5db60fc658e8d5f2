import path from 'node:path';
import { collections, fileSchemas, type Collection } from '../model/collections.ts';
import { sourceIndex } from '../model/source.ts';
import { translationNamed } from '../model/translation.ts';
import { stateOf, type AheadOf, type ReadInThread } from './ahead.ts';
import { serialized, type KeptReads } from './cache.ts';
import { Reader } from './reader.ts';

/** Reads the files that nobody has begun, from the last to the first, and sends what has no fault. */
export function readFromTheEnd({ root, files, states, port }: AheadOf): void {
  const sender: KeptReads = {
    get: () => undefined,
    set(key, value) {
      const kept = serialized(value);
      port.postMessage({ key, kept } satisfies ReadInThread, [kept.buffer]);
      return value;
    },
  };
  // Whoever reads the file again reports its findings.
  const reader = new Reader([], sender);
  for (;;) {
    const place = Atomics.sub(states, files.length, 1) - 1;
    const file = files[place];
    // Whoever reads from the other side has read all that lies before a file that is taken.
    if (
      file === undefined ||
      Atomics.compareExchange(states, place, stateOf.free, stateOf.taken) !== stateOf.free
    )
      return;
    try {
      readAs(path.relative(root, file), file, reader);
    } catch {
      // Whoever reads the file again reports the error of the system.
    }
    Atomics.store(states, place, stateOf.done);
    Atomics.notify(states, place);
  }
}

/** Reads a file as what its place in the base makes of it. */
function readAs(name: string, file: string, reader: Reader): void {
  const [first = ''] = name.split(path.sep);
  const collection = collections.find((one) => one === first) satisfies Collection | undefined;
  if (collection && translationNamed(file)) reader.translation(collection, file);
  else if (collection) reader.entry(collection, file);
  else if (first === 'sources') reader.yamlFile(file, `sources/${path.basename(file)}`, sourceIndex);
  else {
    const whole = Object.values(fileSchemas).find((one) => one.path === name);
    if (whole) reader.yamlFile(file, name, whole.schema);
  }
}
