import type { Sheet } from '../../../src/compare/sheet.ts';
import type { Library } from '../../../src/evidence/library.ts';
import { sheetOfTrial } from '../../../src/views/sheets.ts';
import { libraryOf, trial } from '../helpers/corpus.ts';

/** Sheets of the small base with these outcomes in its trial `alpha`, and with further trials, by id. */
export function sheetsOf(
  outcomes: string,
  changes: Record<string, string> = {},
  others: Record<string, string> = {},
): Map<string, Sheet> {
  const files = Object.entries(others).map(([id, text]) => [`trials/${id}.mdx`, text] as const);
  const library: Library = libraryOf({ 'trials/alpha.mdx': trial(outcomes, changes), ...Object.fromEntries(files) });
  return new Map(library.trials.map((one) => [one.id, sheetOfTrial(one, library)]));
}
