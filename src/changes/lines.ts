import type { Changes, EntryChange, FileChange, WorkChange } from './compare.ts';
import type { FactChange } from './facts.ts';
import { describeDifference } from './worded.ts';

/** One line about what changed. */
export interface Line {
  sign: '+' | '-' | '~' | '!';
  text: string;
  /** Its id, where it is a fact or a work. */
  id?: string;
}

/** An entry, the library or a file with what changed in it; without lines where its heading says all. */
export interface Block {
  heading: string;
  /** Where it stands in the content folder. */
  at: string;
  lines: Line[];
}

/** What changed, in words: block by block, and counted in one line. */
interface Report {
  summary: string;
  blocks: Block[];
}

/** @param since what the present state is held against: `revision v1.0.0 (0123456789ab)` */
export function describeChanges(changes: Changes, since: string): Report {
  const { entries, works, files, unlisted, unread } = changes;
  const blocks = [
    ...unread.map((one): Block => ({
      heading: `${one.when === 'before' ? 'not read before' : 'not read now'}, so not compared`,
      at: one.place,
      lines: [{ sign: '!', text: one.message }],
    })),
    ...entries.map(ofEntry),
    ...(works.length > 0 ? [{ heading: 'References', at: 'references.yaml', lines: works.map(ofWork) }] : []),
    ...files.filter(({ file }) => !isIndex(file)).map(ofFile),
    ...indexBlock(files.filter(({ file }) => isIndex(file))),
    ...(unlisted.length > 0
      ? [
          {
            heading: 'Addresses that are no longer listed; no line is ever taken away',
            at: 'permanent-urls.yaml',
            lines: unlisted.map((text): Line => ({ sign: '!', text })),
          },
        ]
      : []),
  ];
  return { summary: `${summaryOf(changes)} since ${since}`, blocks };
}

const signs = { new: '+', changed: '~', renamed: '~', gone: '-', withdrawn: '-' } as const;

/** Only kinds of changes that there are: `2 entries changed, 1 fact new, 1 changed`. */
function summaryOf({ entries, works, files, unlisted, unread }: Changes): string {
  const facts = entries.flatMap((entry) => entry.facts);
  const parts = [
    counted(entries, 'entry', 'entries'),
    counted(facts, 'fact', 'facts'),
    counted(works, 'reference', 'references'),
    counted(files, 'other file', 'other files'),
    unlisted.length > 0 ? `${many(unlisted.length, 'address', 'addresses')} no longer listed` : '',
    unread.length > 0 ? `${many(unread.length, 'file', 'files')} not read` : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join('; ') : 'No change';
}

const many = (count: number, one: string, several: string) => `${count} ${count === 1 ? one : several}`;

/** `3 facts new, 1 changed` */
function counted(all: readonly { change: keyof typeof signs }[], one: string, several: string): string {
  const kinds = (Object.keys(signs) as (keyof typeof signs)[]).flatMap((kind) => {
    const count = all.filter(({ change }) => change === kind).length;
    return count > 0 ? [{ kind, count }] : [];
  });
  return kinds
    .map(({ kind, count }, i) => `${i === 0 ? many(count, one, several) : count} ${kind}`)
    .join(', ');
}

function ofFile({ file, change, differences }: FileChange): Block {
  const lines = differences.map((one): Line => ({ sign: signs[one.change], text: describeDifference(one) }));
  return { heading: change === 'changed' ? file : `${file}, ${change}`, at: file, lines };
}

const isIndex = (file: string) => file.startsWith('sources/');

/** The indexes of sources, of which a proposal may have many, in one block. */
function indexBlock(files: readonly FileChange[]): Block[] {
  const lines = files.map(({ file, change }): Line => ({ sign: signs[change], text: change, id: file }));
  return lines.length > 0 ? [{ heading: 'Indexes of sources', at: 'sources/', lines }] : [];
}

function ofEntry(change: EntryChange): Block {
  const { entry, name, was, reason, facts, places, other, prose } = change;
  const head = {
    new: 'new',
    changed: '',
    renamed: `renamed from ${was}`,
    withdrawn: `withdrawn: ${reason}`,
    gone: 'gone, and not withdrawn in permanent-urls.yaml',
  }[change.change];
  const lines: Line[] = [
    ...facts.map(ofFact),
    ...(places > 0
      ? [{ sign: '~', text: `${many(places, 'fact has', 'facts have')} another place in a source` } as const]
      : []),
    ...other.map((one): Line => ({ sign: signs[one.change], text: describeDifference(one) })),
    ...(prose && prose.length > 0
      ? [{ sign: '~', text: `prose changed: ${prose.join(', ')}` } as const]
      : []),
  ];
  // A release knows editions and figures only.
  if (lines.length === 0 && prose === undefined)
    lines.push({ sign: '~', text: 'words changed, no figure did' });
  return {
    heading: [name, head, versionText(change)].filter((part) => part !== '').join(', '),
    at: entry,
    lines,
  };
}

/** `version 1.0 → 1.1`; where figures changed and it was not raised, that. */
function versionText({ change, version: { before, after }, facts }: EntryChange): string {
  if (change === 'new' || before === undefined || after === undefined) return `version ${after ?? before}`;
  if (before !== after) return `version ${before} → ${after}`;
  return facts.length > 0 ? `version ${after}, not raised` : `version ${after}`;
}

/** `overall survival, HR 0.77 → 0.75, final report` */
function ofFact({ id, change, about, text, was, fate }: FactChange): Line {
  const parts = [
    about?.what,
    text === '' ? undefined : text,
    about?.report,
    was && `renamed from ${was}`,
    fate,
  ];
  return { sign: signs[change], text: parts.filter((part) => part !== undefined).join(', '), id };
}

function ofWork({ key, change, name, was, differences }: WorkChange): Line {
  const what = differences.map(describeDifference).join(', ');
  const renamed = was === undefined ? '' : `, renamed from ${was}`;
  return { sign: signs[change], text: `${name}${renamed}${what === '' ? '' : `; ${what}`}`, id: key };
}
