import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { reporters } from '../../src/checks/reporters.ts';
import { runChecks } from '../../src/checks/run.ts';
import { collections } from '../../src/model/collections.ts';
import { allFiles, readCorpus, type Corpus } from '../../src/reading/corpus.ts';
import { seeded } from '../mutation/mutations.ts';
import { damaged } from './damage.ts';

/** What came of one damaged file. */
export interface Outcome {
  number: number;
  /** In the content folder. */
  file: string;
  /** Findings in it that stop a build; those of the base around it, of which little is left, do not count. */
  errors: number;
  /** The message of an exception, where there was one. */
  crash?: string;
  /** Findings that stand outside their file. */
  misplaced: string[];
  /** Of the processor: another program's work is not this one's. */
  seconds: number;
}

/**
 * Damages files of a content folder at random, one at a time, and checks each within the base: it is read as
 * `check` reads it, and stands alone in its collection, so that a check takes a fraction of a second.
 *
 * @param from the number of the first, so that one can be had again without those before it
 */
export function* fuzz(content: string, seed: number, count: number, from = 0): Generator<Outcome> {
  const corpus = readCorpus(content);
  const files = allFiles(corpus).map(({ file }) => path.relative(content, path.resolve(file)));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-fuzz-'));
  try {
    for (let number = from; number < from + count; number += 1) {
      const random = seeded(seed * 1_000_003 + number);
      // Each sort of file as often as another, however many there are of it.
      const sorts = [
        ...Map.groupBy(files, (file) => (file.includes(path.sep) ? path.dirname(file) : file)).values(),
      ];
      const own = sorts[random(sorts.length)]!;
      const file = own[random(own.length)]!;
      const root = path.join(folder, String(number));
      fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      fs.writeFileSync(path.join(root, file), damaged(fs.readFileSync(path.join(content, file)), random));
      yield { number, file, ...checked(corpus, root, file) };
      fs.rmSync(root, { recursive: true });
    }
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

function checked(
  corpus: Corpus,
  root: string,
  file: string,
): Pick<Outcome, 'errors' | 'crash' | 'misplaced' | 'seconds'> {
  const begun = process.cpuUsage();
  const seconds = () => {
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1e6;
  };
  try {
    const report = runChecks(within(corpus, readCorpus(root), file));
    for (const reporter of Object.values(reporters)) reporter(report, {});
    const lines = fs.readFileSync(path.join(root, file), 'utf8').split('\n').length;
    const own = report.findings.filter((finding) => finding.file.endsWith(file));
    const misplaced = own.filter(({ line = 1 }) => line > lines).map(({ message }) => message);
    const errors = own.filter(({ severity }) => severity === 'error').length;
    return { errors, misplaced, seconds: seconds() };
  } catch (error) {
    return { errors: 0, crash: (error as Error).stack ?? String(error), misplaced: [], seconds: seconds() };
  }
}

/** The base with one file of another reading; of the entries beside it only one of each collection stays. */
function within(corpus: Corpus, read: Corpus, file: string): Corpus {
  const few = <T>(entries: T[], own: T[]) => (own.length > 0 ? own : entries.slice(0, 1));
  return {
    ...corpus,
    entries: Object.fromEntries(
      collections.map((name) => [name, few(corpus.entries[name] as object[], read.entries[name])]),
    ) as Corpus['entries'],
    files: {
      ...corpus.files,
      ...Object.fromEntries(Object.entries(read.files).filter(([, found]) => found)),
    },
    translations: few(corpus.translations, read.translations),
    sources: few(corpus.sources, read.sources),
    findings: read.findings.filter((finding) => finding.file.endsWith(file)),
  };
}
