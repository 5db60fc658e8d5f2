import type { Dataset } from '../../../src/compare/dataset.ts';
import type { Library } from '../../../src/evidence/library.ts';
import { datasetOfTrial } from '../../../src/views/datasets.ts';
import { libraryOf, trial } from '../helpers/corpus.ts';

/** Sheets of the small base with these outcomes in its trial `alpha`, and with further trials, by id. */
export function datasetsOf(
  outcomes: string,
  changes: Record<string, string> = {},
  others: Record<string, string> = {},
): Map<string, Dataset> {
  const files = Object.entries(others).map(([id, text]) => [`trials/${id}.mdx`, text] as const);
  const library: Library = libraryOf({
    'trials/alpha.mdx': trial(outcomes, changes),
    ...Object.fromEntries(files),
  });
  return new Map(library.trials.map((one) => [one.id, datasetOfTrial(one, library)]));
}
