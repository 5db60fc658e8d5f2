import type { Reference } from '../../model/reference.ts';
import type { FileImport, Outcome } from './import.ts';
import { seasonName } from '../../citations/dates.ts';
import type { Name, WorkDate } from './draft.ts';

type Added = Extract<Outcome, { added: unknown }>;
type Joined = Extract<Outcome, { joined: unknown }>;
type Refused = Extract<Outcome, { refused: unknown }>;

const isAdded = (outcome: Outcome): outcome is Added => 'added' in outcome;
const isJoined = (outcome: Outcome): outcome is Joined => 'joined' in outcome;
export const isRefused = (outcome: Outcome): outcome is Refused => 'refused' in outcome;

/** What became of the records of a file in lines, a few for each record, with the count of all of them. */
export function reportOf({ file, form, encoding, outcomes, abstracts }: FileImport): string[] {
  const [added, joined, refused] = [
    outcomes.filter(isAdded),
    outcomes.filter(isJoined),
    outcomes.filter(isRefused),
  ];
  const parts = [
    `${added.length} new`,
    `${joined.length} joined to works that are there`,
    ...(refused.length > 0 ? [`${refused.length} refused`] : []),
  ];
  const letters = encoding === 'UTF-8' ? '' : `, read as ${encoding}`;
  return [
    `${file}: ${form}${letters}; ${outcomes.length} ${outcomes.length === 1 ? 'record' : 'records'}: ${parts.join(', ')}`,
    ...outcomes.flatMap((outcome) => linesOf(outcome)),
    ...(abstracts > 0 ? [`  abstracts left out, for they are sentences of others: ${abstracts}`] : []),
  ];
}

function linesOf(outcome: Outcome): string[] {
  if (isRefused(outcome)) return [];
  const noted = outcome.notes.map((note) => `      note: ${note}`);
  if (isAdded(outcome)) {
    const { added, alike, wasKey, line } = outcome;
    const was = wasKey ? `, ${shortened(wasKey, 60)} in the file` : '';
    const twins =
      alike.length > 0 ? [`      note: ${alike.join(', ')} has this title, too, but other details`] : [];
    return [`  + ${added.id} (line ${line}${was}): ${shortened(added.title, 100)}`, ...noted, ...twins];
  }
  const { joined, by, merge, line } = outcome;
  const { filled, taken, kept, removed } = merge;
  if (filled.length + taken.length + kept.length + noted.length === 0)
    return [`  = ${joined} (line ${line}, by ${by})`];
  return [
    `  ~ ${joined} (line ${line}, by ${by})`,
    ...filled.map(({ field, value }) => `      + ${field}: ${shown(value)}`),
    ...removed.map((field) => `      - ${field}`),
    ...taken.flatMap(({ field, ours, theirs }) => [
      `      - ${field}: ${shown(ours)}`,
      `      + ${field}: ${shown(theirs)}`,
    ]),
    ...kept.map(
      ({ field, ours, theirs }) => `      ! ${field}: kept ${shown(ours)}; the file has ${shown(theirs)}`,
    ),
    ...noted,
  ];
}

/** A value of a field in a line. */
function shown(value: unknown): string {
  if (Array.isArray(value))
    return `${(value as Name[]).slice(0, 4).map(nameText).join(', ')}${value.length > 4 ? `, … (${value.length})` : ''}`;
  if (typeof value === 'object' && value !== null && 'date-parts' in value)
    return dateText(value as WorkDate);
  return typeof value === 'string' ? shortened(value, 100) : JSON.stringify(value);
}

const nameText = (name: Name) =>
  'literal' in name
    ? name.literal
    : [name['non-dropping-particle'], name.family, name.given].filter(Boolean).join(' ');
const dateText = (date: WorkDate) =>
  [
    date['date-parts'].map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-')).join('/'),
    seasonName(date),
  ]
    .filter(Boolean)
    .join(' ');
const shortened = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** All in one line: how many works a library has gained and in how many something was filled. */
export function summaryOf(imports: readonly FileImport[]): {
  added: number;
  filled: number;
  kept: number;
  refused: number;
} {
  const all = imports.flatMap(({ outcomes }) => outcomes);
  const changed = all
    .filter(isJoined)
    .filter(({ isNew, merge }) => !isNew && merge.filled.length + merge.taken.length > 0);
  return {
    added: all.filter(isAdded).length,
    filled: new Set(changed.map(({ joined }) => joined)).size,
    kept: all.filter(isJoined).reduce((sum, { merge }) => sum + merge.kept.length, 0),
    refused: all.filter(isRefused).length,
  };
}

export type { Reference };
