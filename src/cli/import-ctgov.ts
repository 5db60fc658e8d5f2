import fs from 'node:fs';
import path from 'node:path';
import { entryOf, type DataMap, type Known, type MadeEntry } from '../importing/registry/entry.ts';
import { differenceText, merged, type Difference } from '../importing/registry/merge.ts';
import { recordsIn, type FoundRecord } from '../importing/registry/records.ts';
import { isSame } from '../importing/registry/same.ts';
import { tallyText } from '../importing/registry/tally.ts';
import { unassignedEndpoint } from '../importing/registry/unassigned.ts';
import { knownNames } from '../importing/vocabulary-names.ts';
import { textOf, yamlText } from '../importing/yaml-text.ts';
import { unassigned } from '../model/vocabulary.ts';
import type { StudyRecord } from '../importing/registry/record.ts';
import { readCorpus, type Corpus } from '../reading/corpus.ts';
import { bodyText, frontmatterOf } from '../reading/frontmatter.ts';
import { documentHash } from '../reading/numbers.ts';
import { mostInEntry } from '../reading/reader.ts';
import { shown, visible } from '../reading/shown.ts';
import { readYaml } from '../reading/yaml.ts';
import { contentFolder, withErrors } from './command.ts';
import { Draft } from './import-draft.ts';
import { waivedText, withWaivers, type Waived } from './import-waivers.ts';
import type { ImportOptions } from './import.ts';
import { byText } from '../model/order.ts';

/** What became of the records of all files. */
interface Counts {
  read: number;
  written: number;
  changed: number;
  unchanged: number;
  differing: number;
  twice: number;
  leftOut: number;
  refused: number;
}

/**
 * `almanac import ctgov`: makes entries of the records of files, and says what became of each.
 *
 * @returns 1 where a record could not be made an entry, else 0
 */
export function importCtgov({ files, content: named, dryRun, update }: ImportOptions): number {
  const content = contentFolder(named);
  const corpus = readBase(content);
  const draft = new Draft(content);
  try {
    const run = new Import(content, corpus, draft, { dryRun, update });
    for (const file of files) run.read(file);
    return run.end();
  } finally {
    draft.drop();
  }
}

/**
 * The base, of which files may be missing, but none may be broken: what cannot be read may hold the study
 * already.
 */
function readBase(content: string): Corpus {
  const corpus = readCorpus(content);
  const fault = corpus.findings.find(
    ({ code }) => code !== 'schema/missing-file' && code !== 'schema/content',
  );
  if (!fault) return corpus;
  throw withErrors(
    `${fault.file}${fault.line ? `:${fault.line}:${fault.column}` : ''}: ${fault.message}`,
    content,
  );
}

class Import {
  readonly #counts: Counts = {
    read: 0,
    written: 0,
    changed: 0,
    unchanged: 0,
    differing: 0,
    twice: 0,
    leftOut: 0,
    refused: 0,
  };
  /** Where each number was read first, and the hash of that record. */
  readonly #seen = new Map<string, { place: string; hash: string }>();
  readonly #byNumber = new Map<string, string>();
  readonly #references: string[] = [];
  readonly #known: Known;
  readonly #today = new Date().toISOString().slice(0, 10);
  #usesUnassigned = false;

  readonly content: string;
  readonly corpus: Corpus;
  readonly draft: Draft;
  readonly options: { dryRun: boolean; update: boolean };

  constructor(content: string, corpus: Corpus, draft: Draft, options: { dryRun: boolean; update: boolean }) {
    this.content = content;
    this.corpus = corpus;
    this.draft = draft;
    this.options = options;
    for (const { id, data } of corpus.entries.trials)
      for (const one of data?.registry ?? []) this.#byNumber.set(one.id, id);
    const works = new Map<string, string>();
    for (const { id, PMID, DOI } of corpus.files.references?.data ?? []) {
      if (PMID !== undefined) works.set(`pmid ${PMID}`, id);
      if (DOI !== undefined) works.set(`doi ${DOI.toLowerCase()}`, id);
    }
    this.#known = {
      names: knownNames(corpus),
      work: ({ pmid, doi }) =>
        works.get(`pmid ${pmid ?? ''}`) ?? works.get(`doi ${doi?.toLowerCase() ?? ''}`),
    };
  }

  read(file: string): void {
    for (const found of recordsIn(path.resolve(file))) this.#take(shown(path.resolve(file)), found);
  }

  #take(file: string, found: FoundRecord): void {
    if (found.kind === 'said') return log(`${file}: ${found.text}`);
    this.#counts.read += 1;
    if (this.#counts.read % 1000 === 0)
      process.stderr.write(`almanac import: ${this.#counts.read} records read\n`);
    const place = `${file}, ${found.place}`;
    if (found.kind === 'refused') {
      this.#counts[found.isFault ? 'refused' : 'leftOut'] += 1;
      return log(`${place}: ${found.isFault ? 'refused' : 'left out'}: ${found.reason}`);
    }
    const made = this.#made(found.record);
    const hash = hashOf(found.source);
    const earlier = this.#seen.get(made.id);
    if (earlier) {
      this.#counts.twice += 1;
      return log(
        `${place}: ${made.id} stands also at ${earlier.place}${
          earlier.hash === hash ? ', in the same words' : ', in other words'
        }; that one is taken`,
      );
    }
    this.#seen.set(made.id, { place, hash });
    this.#entry(place, made, hash);
  }

  /** The entry of a record; without single adverse events where it would hold more than an entry can. */
  #made(record: StudyRecord): MadeEntry {
    const whole = entryOf(record, this.#known, this.#today);
    const { results } = record;
    if (!results?.events || countOf(whole.data) <= mostInEntry) return whole;
    const rows = results.events.rows.filter(({ term }) => term === undefined);
    const left = results.events.rows.length - rows.length;
    const said = [
      ...record.said,
      `${left} single adverse events left out: an entry holds at most ${mostInEntry} values`,
    ];
    return entryOf(
      { ...record, said, results: { ...results, events: { ...results.events, rows } } },
      this.#known,
      this.#today,
    );
  }

  /** Drafts the entry of a record, or says how it differs from the one that the base has. */
  #entry(place: string, made: MadeEntry, hash: string): void {
    const own = this.#existing(made);
    if (own && !own.isImported) {
      this.#counts.differing += 1;
      log(
        `${place}: ${made.numbers.join(', ') || made.id} is in the base as ${own.file}, which no import made; nothing is written`,
      );
      for (const line of handMade(own.data, made)) log(`  ${line}`);
      return;
    }
    const next = own
      ? merged(own.data, made.data, { report: made.reference.id, isWhole: made.isWhole })
      : { data: made.data, differences: [] };
    // A person may have given it another id.
    const id = own?.id ?? made.id;
    const waived = withWaivers(id, next.data, this.corpus);
    if ('problem' in waived) {
      this.#counts.refused += 1;
      return log(`${place}: refused: no entry could be made of ${made.id}: ${waived.problem}`);
    }
    if (own && isUnchanged(own.data, waived.data)) {
      this.#counts.unchanged += 1;
      return log(`${own.file}: unchanged`);
    }
    if (own && !this.options.update) {
      this.#counts.differing += 1;
      log(`${own.file}: the record differs; nothing is written without --update`);
      return printDifferences(next.differences);
    }
    this.#counts[own ? 'changed' : 'written'] += 1;
    const data = own
      ? { ...waived.data, version: raised(own.data, waived.data), updated: this.#today }
      : waived.data;
    this.#write({ ...made, id }, data, hash, own?.body);
    const verb = this.options.dryRun ? 'would be written' : own ? 'changed' : 'written';
    log(`${own?.file ?? shown(path.join(this.content, 'trials', `${made.id}.mdx`))}: ${verb}`);
    if (own) printDifferences(next.differences);
    this.#account({ ...made, data }, waived.waived);
  }

  #account({ tally, said, data }: MadeEntry, waived: readonly Waived[]): void {
    for (const line of tallyText(tally)) log(`  ${line}`);
    if (waived.length > 0)
      log(`  figures that checks refuse, waived as the registry posts them: ${waived.length}`);
    for (const one of waived.slice(0, most)) log(`    ${waivedText(one)}`);
    if (waived.length > most) log(`    and ${waived.length - most} more`);
    const left = Array.isArray(data.unsettled) ? data.unsettled : [];
    if (left.length > 0) log(`  left to a person, as unsettled in the entry: ${left.length}`);
    for (const line of said) log(`  ${line}`);
  }

  #existing(made: MadeEntry) {
    const id =
      made.numbers.map((number) => this.#byNumber.get(number)).find((one) => one !== undefined) ?? made.id;
    const entry = this.corpus.entries.trials.find((one) => one.id === id);
    if (!entry) return undefined;
    const file = path.resolve(entry.file);
    const { source = '' } = frontmatterOf(fs.readFileSync(file, 'utf8')) ?? {};
    const data = (readYaml(source).data ?? {}) as DataMap;
    const isImported = entry.data?.registered?.report === made.reference.id;
    return { id, file: entry.file, data, isImported, body: bodyText(file) };
  }

  #write(made: MadeEntry, data: DataMap, hash: string, body: string | undefined): void {
    if (this.options.dryRun) return;
    const { id, reference, sections } = made;
    this.draft.write(`trials/${id}.mdx`, `---\n${yamlText(data)}---\n\n${(body ?? made.body).trim()}\n`);
    if (sections.length > 0 && (made.isWhole || body === undefined)) {
      const { URL: url } = reference;
      const index = {
        of: reference.id,
        title: 'registry record',
        url,
        read: this.#today,
        sha256: hash,
        sections,
      };
      this.draft.write(`sources/${reference.id}.yaml`, yamlText(index));
    }
    const isListed = this.corpus.files.references?.data?.some((one) => one.id === reference.id);
    if (!isListed) this.#references.push(`- ${yamlText(reference, 1).trim()}\n`);
    this.#usesUnassigned ||= [data.planned, data.outcomes].some(
      (list) => Array.isArray(list) && list.some((one) => (one as DataMap).endpoint === unassigned),
    );
  }

  /** Publishes what was drafted, and says what became of all records. */
  end(): number {
    const { read, written, changed, unchanged, differing, twice, leftOut, refused } = this.#counts;
    if (written + changed > 0 && !this.options.dryRun) {
      if (this.#references.length > 0) this.draft.append('references.yaml', this.#references.join('\n'));
      const isDefined = this.corpus.files.endpoints?.data?.some(({ id }) => id === unassigned);
      if (this.#usesUnassigned && !isDefined)
        this.draft.append('endpoints.yaml', `- ${yamlText(unassignedEndpoint, 1).trim()}\n`);
      this.draft.publish();
    }
    const would = this.options.dryRun ? 'would be ' : '';
    log(
      `${counted(read, 'record', 'records')} read: ${counted(written, 'entry', 'entries')} ${would}written, ${changed} ${would}changed, ${unchanged} unchanged, ${counted(differing, 'that differs left as it is', 'that differ left as they are')}, ${counted(twice, 'that stands twice', 'that stand twice')}, ${leftOut} left out, ${refused} refused`,
    );
    if (written + changed > 0 && !this.options.dryRun)
      log(`Next: almanac addresses --write, then almanac check`);
    return refused > 0 ? 1 : 0;
  }
}

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

const log = (line: string): void => void process.stdout.write(`${visible(line)}\n`);

const most = 20;
function printDifferences(differences: readonly Difference[]): void {
  for (const one of differences.slice(0, most)) log(`  ${differenceText(one)}`);
  if (differences.length > most) log(`  and ${differences.length - most} more`);
}

/**
 * How an entry that a person wrote differs from the record: only what both say in the same terms can be held
 * together.
 */
function handMade(own: DataMap, { data }: MadeEntry): string[] {
  const differing = (['status', 'phase', 'design', 'masking'] as const).filter(
    (key) => own[key] !== data[key],
  );
  const count = (value: unknown) => (Array.isArray(value) ? value.length : 0);
  return [
    ...differing.map((key) =>
      differenceText({ kind: 'changed', place: key, from: own[key] ?? 'nothing', to: data[key] }),
    ),
    `planned endpoints: ${count(own.planned)} there, ${count(data.planned)} in the record; figures: ${count(own.outcomes)} there, ${count(data.outcomes)} in the record`,
  ];
}

/** How many values an entry holds, as they are counted where it is read. */
const countOf = (data: DataMap) => yamlText(data).match(/[,\n]/g)?.length ?? 0;

const about = (data: DataMap): DataMap => ({ ...data, version: undefined, updated: undefined });
const isUnchanged = (before: DataMap, after: DataMap) => isSame(about(before), about(after));

/** The next version of an entry: the first number where a figure changes, else the second. */
function raised(before: DataMap, after: DataMap): string {
  const [first = 1, second = 0] = textOf(before.version).split('.').map(Number);
  return isSame(before.outcomes, after.outcomes) ? `${first}.${second + 1}` : `${first + 1}.0`;
}

/** The hash of a record, whatever the order of its keys. */
function hashOf(source: string): string {
  let canonical = source;
  try {
    canonical = JSON.stringify(sorted(JSON.parse(source)));
  } catch {
    // The text of a record is no JSON.
  }
  return documentHash(Buffer.from(canonical));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => byText(a, b))
      .map(([key, item]) => [key, sorted(item)]),
  );
}
