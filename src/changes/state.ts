import type { Pooled, Statement } from '../model/synthesis.ts';
import type { Claim, Outcome } from '../model/outcome.ts';
import type { PermanentUrl } from '../model/permanent.ts';
import type { Reference } from '../model/reference.ts';
import type { Release } from '../model/release.ts';
import { nameOfTrial } from '../model/trial.ts';
import { collections, type Collection } from '../model/collections.ts';
import { placeOf } from '../checks/reporters.ts';
import { printedFigures } from '../exports/release.ts';
import { allFiles, type Corpus, type Entry, type TranslatedEntry } from '../reading/corpus.ts';
import { bodyText } from '../reading/frontmatter.ts';
import { aboutClaim, aboutOutcome, aboutPooled, type About } from './about.ts';
import { sectionsOf } from './sections.ts';
import { byText } from '../model/order.ts';

/** A fact as far as a state records it: of a release only the printed figures are known. */
export interface FactState {
  figures: Readonly<Record<string, string>>;
  said: Statement | undefined;
  about: About | undefined;
}

/** An entry as far as a state records it. */
export interface EntryState {
  /** `trials/trial-one` */
  entry: string;
  name: string | undefined;
  version: string;
  updated: string;
  facts: ReadonlyMap<string, FactState>;
  /** What stands in it beside its facts and its edition, by key. */
  rest: Readonly<Record<string, unknown>> | undefined;
  /** Its text by section, twins in other languages included. */
  prose: ReadonlyMap<string, string> | undefined;
}

/** A file that could not be read: where in it, and why. */
export interface Unread {
  /** Within the content folder: `trials/alpha.mdx:9:1` */
  place: string;
  message: string;
}

/** What a content folder says at one time. */
export interface State {
  entries: ReadonlyMap<string, EntryState>;
  /** The kinds of entries that it records. */
  records: ReadonlySet<string>;
  /** Entries and files that are there and could not be read, by entry. */
  unread: ReadonlyMap<string, Unread>;
  /** The library by key; undefined of a release, and where it cannot be read. */
  works: ReadonlyMap<string, Reference> | undefined;
  /** Other files by name, but for the list of addresses; undefined of a release. */
  files: ReadonlyMap<string, unknown> | undefined;
  permanent: readonly PermanentUrl[];
}

/**
 * The state of a content folder, of what can be read in it.
 *
 * @param root as its findings name the folder, which reports leave out
 */
export function stateOf(corpus: Corpus, root: string): State {
  const entries = collections.flatMap((collection) =>
    corpus.entries[collection].flatMap((entry) => entryState(collection, entry, corpus) ?? []),
  );
  const { references, permanent, ...others } = corpus.files;
  const files = [...Object.values(others).filter((file) => file !== undefined), ...corpus.sources].flatMap(
    ({ entry, data }) => (data === undefined ? [] : [[entry, data] as const]),
  );
  const known = new Set(
    [...entries, ...allFiles(corpus).filter(({ data }) => data !== undefined)].map(({ entry }) => entry),
  );
  return {
    entries: new Map(entries.map((state) => [state.entry, state])),
    records: new Set(collections),
    unread: unreadIn(corpus, root, known),
    works: references?.data && new Map(references.data.map((work) => [work.id, work])),
    files: new Map(files.sort(([a], [b]) => byText(a, b))),
    permanent: permanent?.data ?? [],
  };
}

/** What could not be read, with the first reason of each file. */
function unreadIn({ findings }: Corpus, root: string, known: ReadonlySet<string>): Map<string, Unread> {
  const unread = new Map<string, Unread>();
  for (const finding of findings) {
    const { entry = finding.file, message } = finding;
    if (known.has(entry) || unread.has(entry)) continue;
    const place = placeOf(finding);
    unread.set(entry, {
      place: place.startsWith(`${root}/`) ? place.slice(root.length + 1) : place,
      message,
    });
  }
  return unread;
}

/** The state that a release remembers. */
export function stateOfRelease(release: Release): State {
  const entries = Object.entries(release.entries).map(([path, { version, updated, facts }]): EntryState => {
    const figures = Object.entries(facts).map(
      ([id, parts]) => [id, { figures: parts, said: undefined, about: undefined }] as const,
    );
    const entry = path.slice(1, -1);
    return {
      entry,
      name: undefined,
      version,
      updated,
      facts: new Map(figures),
      rest: undefined,
      prose: undefined,
    };
  });
  return {
    entries: new Map(entries.map((state) => [state.entry, state])),
    records: new Set(collections.filter((collection) => collection !== 'pages')),
    unread: new Map(),
    works: undefined,
    files: undefined,
    permanent: [],
  };
}

const factKeys = ['outcomes', 'claims', 'pooled'];
const editionKeys = ['version', 'updated'];

function entryState(collection: Collection, entry: Entry, corpus: Corpus): EntryState | undefined {
  const { data } = entry;
  if (data === undefined) return undefined;
  const rest = Object.entries(data).filter(([key]) => ![...factKeys, ...editionKeys].includes(key));
  const twins = corpus.translations.filter((twin) => twin.collection === collection && twin.id === entry.id);
  return {
    entry: `${collection}/${entry.id}`,
    name: nameOf(entry),
    version: data.version,
    updated: data.updated,
    facts: factsOf(entry, corpus),
    rest: Object.fromEntries(rest),
    prose: proseOf(entry, twins),
  };
}

/** An entry of some collection, told apart by what it holds. */
type AnyEntry = { [C in Collection]: Entry<C> }[Collection];

function nameOf({ data }: AnyEntry): string | undefined {
  if (data === undefined) return undefined;
  if ('status' in data) return nameOfTrial(data);
  return 'name' in data ? data.name.en : data.title.en;
}

function factsOf({ data }: AnyEntry, corpus: Corpus): Map<string, FactState> {
  const endpoint = endpointNames(corpus);
  const state = (said: Statement, about: About): [string, FactState] => [
    said.id,
    { figures: printedFigures(said), said, about },
  ];
  if (data === undefined) return new Map();
  if ('outcomes' in data)
    return new Map(data.outcomes.map((o: Outcome) => state(o, aboutOutcome(o, data, endpoint))));
  if ('claims' in data) return new Map(data.claims.map((c: Claim) => state(c, aboutClaim(c, endpoint))));
  if ('pooled' in data) return new Map(data.pooled.map((p: Pooled) => state(p, aboutPooled(p, endpoint))));
  return new Map();
}

/** The name of an endpoint by its id, which stands in for a name that is not known. */
function endpointNames({ files }: Corpus): (id: string) => string {
  const names = new Map(files.endpoints?.data?.map(({ id, label }) => [id, label.en]));
  return (id) => names.get(id) ?? id;
}

const proseOf = ({ file }: Entry, twins: readonly TranslatedEntry[]): Map<string, string> =>
  new Map([
    ...sectionsOf(bodyText(file)),
    ...twins.flatMap((twin) => [...sectionsOf(bodyText(twin.file), ` (${twin.language})`)]),
  ]);
