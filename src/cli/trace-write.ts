import fs from 'node:fs';
import path from 'node:path';
import type { PlacedFact } from '../checks/facts.ts';
import type { Trace } from '../evidence/trace.ts';
import { shown } from '../reading/shown.ts';

/** Notes the line with the places of a fact's figures, below its locator. */
export function note(edits: Map<string, Edit[]>, { source, path: at, fact }: PlacedFact, found: Trace): void {
  if (Object.keys(found).length === 0 && !fact.trace) return;
  const { line, column } = source.atKey([...at, 'locator']);
  const text = `${' '.repeat(column - 1)}trace: {${Object.entries(found)
    .map(([key, place]) => `${key}: ${place}`)
    .join(', ')}}`;
  const own = edits.get(source.file) ?? [];
  own.push(
    fact.trace
      ? { line: source.atKey([...at, 'trace']).line, text, replaces: true }
      : { line: line + 1, text, replaces: false },
  );
  edits.set(source.file, own);
}

/** A line of a file that is put in, or takes the place of another. */
export interface Edit {
  line: number;
  text: string;
  replaces: boolean;
}

/**
 * Writes the lines of a file anew, from the last to the first, so that line numbers hold; gives how many stay
 * as they are.
 */
export function rewrite(file: string, edits: Edit[]): number {
  const lines = fs.readFileSync(path.resolve(file), 'utf8').split('\n');
  const fitting = edits.filter((edit) => isLineOfItsOwn(lines, edit));
  for (const { line, text, replaces } of fitting.toSorted((a, b) => b.line - a.line))
    lines.splice(line - 1, replaces ? 1 : 0, text);
  if (fitting.length > 0) fs.writeFileSync(path.resolve(file), lines.join('\n'));
  process.stdout.write(`${shown(path.resolve(file))}\n`);
  return edits.length - fitting.length;
}

/**
 * Whether a trace can be set as one line: not within braces, and not where the locator or the old trace runs
 * on.
 */
function isLineOfItsOwn(lines: readonly string[], { line, text, replaces }: Edit): boolean {
  const [before = '', after = ''] = replaces
    ? [lines[line - 1], lines[line]]
    : [lines[line - 2], lines[line - 1]];
  const depth = text.search(/\S/);
  const own = replaces ? /^[ -]*trace: *\{[^{}]*\}\s*$/ : /^[ -]*locator: *[^\s>|]/;
  return own.test(before) && (after.trim() === '' || after.search(/\S/) <= depth);
}
