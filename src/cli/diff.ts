import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compare } from '../changes/compare.ts';
import { reporters, sinceText, type DiffFormat, type Since } from '../changes/reporters.ts';
import { stateOf, stateOfRelease, type State } from '../changes/state.ts';
import { BorrowedCache } from '../reading/cache.ts';
import { readCorpus, type Corpus } from '../reading/corpus.ts';
import { shown } from '../reading/shown.ts';
import { contentFolder, contentOption, readArgs, UsageError, type Command } from './command.ts';
import { remove } from './folders.ts';
import { revisionOf, writeRevision } from './repository.ts';

export const diff: Command = {
  usage: 'diff REV [--content DIR] [--format text|markdown|json]',
  summary:
    'Tells which facts, entries, references and words are new, changed or gone since a git revision or a release (VERSION); what is not committed counts.',
  run(args) {
    const { values, positionals } = readArgs(
      args,
      { ...contentOption, format: { type: 'string', default: 'text' } },
      true,
    );
    const [name, ...rest] = positionals;
    if (name === undefined || name === '' || rest.length > 0)
      throw new UsageError(
        `expected one revision or release, found ${positionals.filter((one) => one !== '').join(' ') || 'nothing'}`,
      );
    if (!Object.hasOwn(reporters, values.format))
      throw new UsageError(
        `--format cannot be ${values.format}; expected ${Object.keys(reporters).join(', ')}`,
      );
    const content = contentFolder(values.content);
    const corpus = readCorpus(content);
    const now = stateOf(corpus, shown(content));
    const { since, before } = stateBefore(name, content, corpus);
    process.stdout.write(reporters[values.format as DiffFormat](compare(before, now), since));
    if (before.unread.size > 0)
      console.error(
        `almanac diff: ${filesText(before.unread.size)} of ${sinceText(since)} cannot be read; the rest is compared`,
      );
    if (now.unread.size === 0) return 0;
    console.error(
      `almanac diff: ${filesText(now.unread.size)} cannot be read now, see: almanac check --content ${shown(content)}`,
    );
    return 1;
  },
};

const filesText = (count: number) => `${count} ${count === 1 ? 'file' : 'files'}`;

/** The state that is asked for: a release by its version, else a revision. */
function stateBefore(name: string, content: string, { releases }: Corpus): { since: Since; before: State } {
  const release = releases.find(({ version }) => version === name);
  if (release) return { since: { name, kind: 'release' }, before: stateOfRelease(release) };
  const revision = revisionOf(content, name, releases.map(({ version }) => version)); // prettier-ignore
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-diff-'));
  try {
    if (writeRevision(content, revision, folder) === 0)
      throw new UsageError(
        `${name} has no file in ${revision.prefix || 'its folder'}; name another folder with --content DIR`,
      );
    const corpus = readCorpus(folder, new BorrowedCache(content));
    return {
      since: { name, kind: 'revision', commit: revision.commit },
      before: stateOf(corpus, shown(folder)),
    };
  } finally {
    remove(folder);
  }
}
