import path from 'node:path';
import { runChecks, type CheckReport } from '../../src/checks/run.ts';
import { projectRoot } from '../../src/cli/command.ts';
import type { Library } from '../../src/evidence/library.ts';
import { link } from '../../src/evidence/link.ts';
import { readCorpus, type Corpus } from '../../src/reading/corpus.ts';

/*
 * The content of this project, read, checked and linked once for all test files that run in one process.
 * Whoever changes what was read reads it for himself.
 */

export const projectContent = path.join(projectRoot, 'content');

/** A function that makes its answer when it is first asked. */
export function lazily<T>(make: () => T): () => T {
  let made: { answer: T } | undefined;
  return () => (made ??= { answer: make() }).answer;
}

export const projectCorpus: () => Corpus = lazily(() => readCorpus(projectContent));
export const projectReport: () => CheckReport = lazily(() => runChecks(projectCorpus()));
export const projectLibrary: () => Library = lazily(() => link(projectCorpus()));
