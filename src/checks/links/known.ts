import type { Entry, SourceFile } from '../../reading/corpus.ts';
import { suggest } from '../../reading/shape.ts';
import type { Path } from '../../reading/yaml.ts';
import type { Tally } from '../check.ts';

/** Asks whether an id is among the known ones; skips where the known ones could not be read. */
export function expectKnown(
  tally: Tally,
  source: SourceFile<unknown>,
  id: string,
  known: Iterable<string> | undefined,
  where: Path,
  noun: string,
  on?: 'key',
): void {
  if (known === undefined) return tally.skip();
  const all = known instanceof Set ? (known as Set<string>) : new Set(known);
  tally.expect(source, all.has(id), () => ({
    where,
    ...(on ? { on } : {}),
    message: `there is no ${noun} ${id}`,
    actual: id,
    expected: `the id of ${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`,
    help: suggest(id, [...all].sort(), plural(noun)),
  }));
}

const plural = (noun: string) =>
  noun.startsWith('term ') ? noun.replace('term', 'terms') : noun.replace(/s$/, 'sse').replace(/y$/, 'ie') + 's';

/** An entry or file whose data could be read. */
export type Readable<E> = E & { data: NonNullable<E extends { data: infer D } ? D : never> };
export const readable = <E extends { data: unknown }>(entries: E[]): Readable<E>[] =>
  entries.filter((entry): entry is Readable<E> => entry.data !== undefined);

/** Every outcome of a trial with its path. */
export const outcomes = (trial: Readable<Entry<'trials'>>) =>
  trial.data.outcomes.map((outcome, i) => ({ outcome, path: ['outcomes', i] as const }));
