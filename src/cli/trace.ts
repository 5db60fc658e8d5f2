import fs from 'node:fs';
import path from 'node:path';
import { reportOf } from '../checks/trace.ts';
import { factsOf, type PlacedFact } from '../checks/facts.ts';
import { locate, sectionOf, standsAt, traceableFigures, type Trace } from '../evidence/trace.ts';
import { readCorpus, shown } from '../reading/corpus.ts';
import { documentHash, indexNumbers, numbersIn } from '../reading/numbers.ts';
import { contentFolder, contentOption, readArgs, UsageError, type Command } from './command.ts';

export const trace: Command = {
  usage: 'trace index FILE --of KEY --title TEXT [--url URL] [--read DATE] [--section ID] | trace locate [ENTRY/FACT] [--write]',
  summary: 'Indexes the numbers of a source document, or finds where the figures of facts stand in the indexes.',
  run(args) {
    const options = {
      ...contentOption,
      of: { type: 'string' },
      title: { type: 'string' },
      url: { type: 'string' },
      read: { type: 'string' },
      section: { type: 'string' },
      write: { type: 'boolean' },
    } as const;
    const { values, positionals } = readArgs(args, options, true);
    const [action, subject] = positionals;
    const content = contentFolder(values.content);
    if (action === 'index') {
      if (!subject || !values.of || !values.title) throw new UsageError('index needs FILE, --of KEY and --title TEXT');
      process.stdout.write(indexYaml(subject, { ...values, of: values.of, title: values.title }));
      return 0;
    }
    if (action === 'locate') return locateFacts(content, subject, values.write ?? false);
    throw new UsageError(`expected index or locate, found ${action ?? 'nothing'}`);
  },
};

/** The figure index of a document as YAML: numbers only. With --section the whole text is one section of that name. */
function indexYaml(
  file: string,
  {
    of,
    title,
    url,
    read,
    section,
  }: { of: string; title: string; url?: string | undefined; read?: string | undefined; section?: string | undefined },
): string {
  const bytes = fs.readFileSync(file);
  const text = bytes.toString('utf8');
  const sections = section === undefined ? indexNumbers(text) : [{ id: section, numbers: numbersIn(text) }];
  const quoted = (text: string) => JSON.stringify(text);
  return [
    `of: ${of}`,
    `title: ${quoted(title)}`,
    ...(url ? [`url: ${quoted(url)}`] : []),
    ...(read ? [`read: ${read}`] : []),
    `sha256: ${documentHash(bytes)}`,
    'sections:',
    ...sections.flatMap(({ id, numbers }) => [`  - id: ${quoted(id)}`, `    numbers: [${numbers.join(', ')}]`]),
    '',
  ].join('\n');
}

/** Finds the places of all figures, and says or writes them. */
function locateFacts(content: string, subject: string | undefined, write: boolean): number {
  const corpus = readCorpus(content);
  const indexes = corpus.sources.flatMap(({ data }) => data ?? []);
  const edits = new Map<string, Edit[]>();
  let [traced, total] = [0, 0];
  let known = false;
  for (const placed of factsOf(corpus)) {
    const uid = `${placed.source.entry.split('/')[1]}/${placed.fact.id}`;
    if (subject !== undefined && subject !== uid) continue;
    known = true;
    const section = indexes
      .filter(({ of }) => of === reportOf(placed))
      .map((index) => sectionOf(index, placed.fact.locator))
      .find((s) => s !== undefined);
    if (!section) continue;
    const found = places(placed.fact, section.numbers);
    const wanted = traceableFigures(placed.fact);
    total += wanted.length;
    traced += Object.keys(found).length;
    if (write) note(edits, placed, found);
    else
      process.stdout.write(
        `${uid} ${placed.fact.locator}: ${wanted.map(({ key, digits }) => `${key} ${digits} ${found[key] ? `at ${found[key]}` : 'not found'}`).join(', ')}\n`,
      );
  }
  if (subject !== undefined && !known)
    throw new UsageError(`there is no fact ${subject}; expected TRIAL/OUTCOME or REVIEW/CLAIM`);
  const left = [...edits].reduce((sum, [file, own]) => sum + rewrite(file, own), 0);
  if (left > 0) console.error(`almanac trace: ${left} facts are not written one key a line and stay as they were`);
  process.stdout.write(`${traced} of ${total} figures traced${write ? `, ${edits.size} files written` : ''}\n`);
  return 0;
}

/** The trace that a fact has keeps its places, which someone may have set by hand; only what no longer fits is looked for anew. */
function places(fact: PlacedFact['fact'], numbers: readonly string[]): Trace {
  const located = locate(fact, numbers);
  if (!fact.trace) return located;
  const digits = new Map(traceableFigures(fact).map((figure) => [figure.key, figure.digits]));
  return Object.fromEntries(
    Object.entries(fact.trace).flatMap(([key, place]) => {
      const own = digits.get(key);
      if (own === undefined) return [];
      const fits = standsAt(own, numbers, place) ? place : located[key];
      return fits === undefined ? [] : [[key, fits]];
    }),
  );
}

function note(edits: Map<string, Edit[]>, { source, path: at, fact }: PlacedFact, found: Trace): void {
  if (Object.keys(found).length === 0 && !fact.trace) return;
  const { line, column } = source.atKey([...at, 'locator']);
  const text = `${' '.repeat(column - 1)}trace: {${Object.entries(found)
    .map(([key, place]) => `${key}: ${place}`)
    .join(', ')}}`;
  const own = edits.get(source.file) ?? [];
  own.push(
    fact.trace ? { line: source.atKey([...at, 'trace']).line, text, replaces: true } : { line: line + 1, text, replaces: false },
  );
  edits.set(source.file, own);
}

interface Edit {
  line: number;
  text: string;
  replaces: boolean;
}

/** Writes the lines of a file anew, from the last to the first, so that line numbers hold; gives how many stay as they are. */
function rewrite(file: string, edits: Edit[]): number {
  const lines = fs.readFileSync(path.resolve(file), 'utf8').split('\n');
  const fitting = edits.filter((edit) => isLineOfItsOwn(lines, edit));
  for (const { line, text, replaces } of fitting.toSorted((a, b) => b.line - a.line))
    lines.splice(line - 1, replaces ? 1 : 0, text);
  if (fitting.length > 0) fs.writeFileSync(path.resolve(file), lines.join('\n'));
  process.stdout.write(`${shown(path.resolve(file))}\n`);
  return edits.length - fitting.length;
}

/** Whether a trace can be set as one line: not within braces, and not where the locator or the old trace runs on. */
function isLineOfItsOwn(lines: readonly string[], { line, text, replaces }: Edit): boolean {
  const [before = '', after = ''] = replaces ? [lines[line - 1], lines[line]] : [lines[line - 2], lines[line - 1]];
  const depth = text.search(/\S/);
  const own = replaces ? /^[ -]*trace: *\{[^{}]*\}\s*$/ : /^[ -]*locator: *[^\s>|]/;
  return own.test(before) && (after.trim() === '' || after.search(/\S/) <= depth);
}
