import { parseResults } from '../../../../src/importing/results/parse.ts';
import { brief } from './brief.ts';
import { names } from './names.ts';

/** What a text was read as, in the form of the tables. */
export function read(text: string) {
  const { results, leftOver } = parseResults(text, names);
  return { found: results.map(brief), left: leftOver.map((own) => own.text) };
}

/**
 * Whether what was found, and is not expected, says so: it has no endpoint, or is marked, or is an expected
 * result of which something is left out that the check asks for.
 */
export function isTold(found: string, expected: readonly string[]): boolean {
  if (found.startsWith('? ') || / g\? /.test(found) || found.endsWith(' !')) return true;
  const parts = found.split(' ');
  const [endpoint, kind] = parts;
  return (
    kind === 'landmark' &&
    !found.includes('@') &&
    expected.some(
      (one) => one.startsWith(`${endpoint} landmark`) && parts.every((part) => one.split(' ').includes(part)),
    )
  );
}

/** What was found that nobody expects, and that does not say that it is in doubt. */
export const silentlyWrong = (found: readonly string[], expected: readonly string[]): string[] =>
  found.filter((one) => !expected.includes(one) && !isTold(one, expected));

/** The numbers of a result in the form of the tables. */
export const numbersOf = (result: string): number => result.match(/\d+(?:\.\d+)?|\.\d+/g)?.length ?? 0;
