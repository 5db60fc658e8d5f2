import fs from 'node:fs';
import path from 'node:path';
import { ReferenceImport, UnreadableFile, type FileImport } from '../importing/references/import.ts';
import { isRefused, reportOf, summaryOf } from '../importing/references/report.ts';
import { references, type Reference } from '../model/reference.ts';
import { fileSchemas } from '../model/collections.ts';
import { UnreadableContent } from '../reading/corpus.ts';
import { shown, visible } from '../reading/shown.ts';
import { kindOf } from '../reading/files.ts';
import { decodedPieces } from '../reading/decode-pieces.ts';
import { decodeText, readBytes } from '../reading/text.ts';
import { readYaml } from '../reading/yaml.ts';
import { contentFolder, UsageError, withErrors } from './command.ts';
import { isFolder } from './folders.ts';
import type { ImportOptions } from './import.ts';

const heading = '# The reference library (CSL-YAML): a list of CSL items. Keys are permanent.\n';

/** Puts the works of files into content/references.yaml; gives 1 where a record was refused. */
export function importRefs({ files, content: given, dryRun, update, take }: ImportOptions): number {
  const content = contentFolder(given);
  if (!isFolder(content))
    throw new UsageError(`${shown(content)}: no such folder; name the content folder with --content DIR`);
  const wanted = new Set(take.map(takenField));
  const file = path.join(content, fileSchemas.references.path);
  const library = libraryIn(file, content);
  const imported = new ReferenceImport(
    library.works,
    retiredIn(content),
    (key, field) => update || wanted.delete(`${key}.${field}`),
  );
  const read = files.map((one) => readFile(one, imported));
  const { text, uneditable } = imported.textOf(library.text);
  if (uneditable.length > 0)
    throw new UnreadableContent(
      `${shown(file)}: ${uneditable.join(', ')} is not written with a field a line, so that nothing can be filled in; write it so, and import again`,
    );
  for (const one of read) process.stdout.write(`${reportOf(one).map(visible).join('\n')}\n`);
  tellRefused(read);
  for (const one of wanted)
    console.error(`almanac import: --take ${visible(one)}: library and files do not differ there`);
  if (text !== undefined && !dryRun) replace(file, text);
  process.stdout.write(ending(read, file, text !== undefined, dryRun));
  return summaryOf(read).refused > 0 ? 1 : 0;
}

function takenField(given: string): string {
  if (/^[a-z0-9-]+\.[A-Za-z-]+$/.test(given)) return given;
  throw new UsageError(`--take cannot be ${given || 'empty'}; expected KEY.FIELD, such as smith-2020.issued`);
}

/** The library as it is; an empty one where there is no file. */
function libraryIn(file: string, content: string): { text: string; works: Reference[] } {
  const kind = kindOf(file);
  if (kind === undefined) return { text: heading, works: [] };
  if (kind !== 'file') throw new UnreadableContent(`${shown(file)}: this is a ${kind}; expected a file`);
  const decoded = decodeText(readBytes(file));
  if ('invalid' in decoded)
    throw withErrors(
      `${shown(file)}:${decoded.invalid.line}:${decoded.invalid.column}: ${decoded.byte} is not UTF-8`,
      content,
    );
  const { text } = decoded;
  const { data, errors, at } = readYaml(text);
  const [fault] = errors;
  if (fault)
    throw withErrors(
      `${shown(file)}:${fault.position.line}:${fault.position.column}: ${fault.message}`,
      content,
    );
  const parsed = references.safeParse(data ?? []);
  if (parsed.success) return { text, works: parsed.data };
  const [issue] = parsed.error.issues;
  const { line, column } = at(issue?.path ?? []);
  throw withErrors(`${shown(file)}:${line}:${column}: ${issue?.message}`, content);
}

/** Keys in addresses that were ever published: none is used again. */
function retiredIn(content: string): string[] {
  const file = path.join(content, fileSchemas.permanent.path);
  if (kindOf(file) !== 'file') return [];
  return [...fs.readFileSync(file, 'utf8').matchAll(/\/references\/([a-z0-9-]+)\//g)].map(
    ([, key = '']) => key,
  );
}

function readFile(file: string, imported: ReferenceImport): FileImport {
  const full = path.resolve(file);
  const kind = fs.existsSync(full) ? kindOf(fs.realpathSync(full)) : undefined;
  if (kind !== 'file' && kind !== 'large')
    throw new UnreadableContent(
      `${shown(full)}: ${kind === undefined ? 'no such file' : `this is a ${kind}`}; expected a file of references`,
    );
  const progress = (records: number) => {
    if (records % 5000 === 0)
      process.stderr.write(`almanac import: ${shown(full)}: ${records} records read\n`);
  };
  try {
    return kind === 'large'
      ? imported.readPieces(shown(full), decodedPieces(full), progress)
      : imported.read(shown(full), readBytes(full), progress);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    throw new UnreadableContent(
      `${shown(full)}${error.line === undefined ? '' : `:${error.line}`}: ${error.message}`,
    );
  }
}

function tellRefused(read: readonly FileImport[]): void {
  for (const { file, outcomes } of read)
    for (const { line, refused } of outcomes.filter(isRefused))
      console.error(visible(`almanac import: ${file}:${line}: refused: ${refused}`));
}

function ending(read: readonly FileImport[], file: string, changes: boolean, dryRun: boolean): string {
  const { added, filled, kept } = summaryOf(read);
  const gained = `${added} ${added === 1 ? 'work' : 'works'} added, ${filled} filled in`;
  const done = !changes
    ? `${shown(file)} stays as it is: nothing new`
    : dryRun
      ? `${shown(file)} would have ${gained}; nothing is written`
      : `${shown(file)}: ${gained}`;
  const differing =
    kept > 0
      ? `${kept} ${kept === 1 ? 'difference is' : 'differences are'} left to you: --take KEY.FIELD takes one from the file, --update all\n`
      : '';
  const next =
    added > 0 && !dryRun
      ? 'Next: almanac addresses --write; cite the new works and remove their `unlinked` lines; almanac check\n'
      : '';
  return `${done}\n${differing}${next}`;
}

/** Writes a file beside its place first, so that it is never half written. */
function replace(file: string, text: string): void {
  const draft = `${file}.draft-${process.pid}`;
  try {
    fs.writeFileSync(draft, text);
    fs.renameSync(draft, file);
  } finally {
    fs.rmSync(draft, { force: true });
  }
}
