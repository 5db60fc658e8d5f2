import fs from 'node:fs';
import path from 'node:path';
import type { z } from 'astro/zod';
import type { Root } from 'mdast';
import type { entrySchemas } from '../model/collections.ts';
import {
  baseFiles,
  collections,
  fileSchemas,
  requiredFiles,
  type BaseFile,
  type Collection,
} from '../model/collections.ts';
import type { Finding, Position } from '../model/finding.ts';
import type { Release } from '../model/release.ts';
import { sourceIndex, type SourceIndex } from '../model/source.ts';
import { translationNamed, type OtherLocale, type Translation } from '../model/translation.ts';
import { ReadAhead, type Threads } from './ahead.ts';
import { ReadCache } from './cache.ts';
import { filesBelow } from './files.ts';
import { Reader } from './reader.ts';
import { shown } from './shown.ts';
import type { Path } from './yaml.ts';

/** A file that was read: its data is there only where it has the right shape. */
export interface SourceFile<T> {
  /** As shown to people, relative to the working directory. */
  file: string;
  /** `trials/some-study`, `references.yaml`. */
  entry: string;
  /**
   * The hash of its bytes and kind, where it was read without a fault: files with one digest have the same
   * data and body.
   */
  digest?: string | undefined;
  data: T | undefined;
  at: (path: Path) => Position;
  atKey: (path: Path) => Position;
}

export interface Entry<C extends Collection = Collection> extends SourceFile<
  z.output<(typeof entrySchemas)[C]>
> {
  id: string;
  /** The parsed body; absent where it cannot be parsed. */
  body: Root | undefined;
}

/** The text of an entry in another language: `topics/ID.zh.mdx`, known by the name of the entry. */
export interface TranslatedEntry extends SourceFile<Translation> {
  collection: Collection;
  id: string;
  language: OtherLocale;
  body: Root | undefined;
}

/** Everything in a content folder, with what was wrong in reading it. */
export interface Corpus {
  root: string;
  entries: { [C in Collection]: Entry<C>[] };
  translations: TranslatedEntry[];
  files: { [F in BaseFile]: SourceFile<z.output<(typeof fileSchemas)[F]['schema']>> | undefined };
  /** Figure indexes of source documents. */
  sources: SourceFile<SourceIndex>[];
  /** What earlier releases said, the earliest first; those that can be read. */
  releases: Release[];
  findings: Finding[];
}

/** A content folder that is not there, or cannot be read. */
export class UnreadableContent extends Error {}

/**
 * Reads a content folder: `content/<collection>/*.mdx` and the YAML files of the whole base.
 *
 * @param threads how many unknown files are read in how many threads; what is read is the same
 */
export function readCorpus(
  root: string,
  cache = new ReadCache(root),
  threads: Partial<Threads> = {},
): Corpus {
  if (!fs.statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UnreadableContent(
      `${shown(root)}: no such folder; expected a content folder with ${collections.join('/, ')}/. Name it with --content DIR.`,
    );
  }
  const findings: Finding[] = [];
  const below = Object.fromEntries(
    [...collections, 'sources' as const].map((folder) => [folder, filesBelow(path.join(root, folder))]),
  ) as Record<Collection | 'sources', string[]>;
  const base = baseFiles.map((name) => path.join(root, fileSchemas[name].path));
  const ahead = new ReadAhead(root, [...base, ...Object.values(below).flat()], cache, threads);
  const reader = new Reader(findings, cache, (file) => ahead.claim(file));
  // The largest files first: parsing takes room that is free again before the entries need it.
  const files = Object.fromEntries(
    baseFiles.map((name) => [name, reader.baseFile(name, root)]),
  ) as unknown as Corpus['files'];
  const entries = Object.fromEntries(
    collections.map((collection) => [
      collection,
      below[collection].flatMap((file) => (translationNamed(file) ? [] : reader.entry(collection, file))),
    ]),
  ) as unknown as Corpus['entries'];
  const translations = collections.flatMap((collection) =>
    below[collection].flatMap((file) => reader.translation(collection, file) ?? []),
  );
  reader.strays(root);
  const empty = collections.every((collection) => entries[collection].length === 0);
  if (!empty || baseFiles.some((name) => files[name])) {
    for (const name of requiredFiles) if (!files[name]) reader.missing(fileSchemas[name].path, root);
  }
  if (empty) {
    findings.push({
      code: 'schema/content',
      message: 'there is no entry in this folder',
      file: shown(root),
      expected: `at least one file such as ${path.join(shown(root), 'trials', 'some-trial.mdx')}`,
      help: 'name the right folder with --content DIR, or begin with: almanac new trial ID',
    });
  }
  const sources = below.sources.map((file) =>
    reader.yamlFile(file, `sources/${path.basename(file)}`, sourceIndex),
  );
  ahead.end();
  const releases = reader.releases(root);
  // A folder that is no content at all may hold anything.
  if (!empty || baseFiles.some((name) => files[name])) reader.links(root);
  cache.save();
  return { root, entries, translations, files, sources, releases, findings };
}

/** Every file of a corpus, entries first. */
export function allFiles({ entries, translations, files, sources }: Corpus): SourceFile<unknown>[] {
  return [
    ...Object.values(entries).flat(),
    ...translations,
    ...sources,
    ...Object.values(files).filter((file) => file !== undefined),
  ];
}
