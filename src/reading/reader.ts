import fs from 'node:fs';
import path from 'node:path';
import type { z } from 'astro/zod';
import {
  baseFiles,
  collections,
  entrySchemas,
  fileSchemas,
  type BaseFile,
  type Collection,
} from '../model/collections.ts';
import type { Code } from '../model/check-table.ts';
import type { Finding, Position } from '../model/finding.ts';
import { firstIn, need } from '../model/need.ts';
import { isTaken } from '../model/own-pages.ts';
import { byVersion, release, type Release } from '../model/release.ts';
import { id as idSchema } from '../model/text.ts';
import { translation, translationNamed } from '../model/translation.ts';
import { readBody } from './body.ts';
import { keyOf, type KeptReads } from './cache.ts';
import type { Entry, SourceFile, TranslatedEntry } from './corpus.ts';
import { filesBelow, kindOf, largestFile, type FileKind } from './files.ts';
import { frontmatterOf, knownText } from './frontmatter.ts';
import { hiddenCharacter, hiddenMessage, isHidden } from './hidden.ts';
import { lowerFirst, mdxHelp, yamlHelp } from './parser-hints.ts';
import { checkShape, nearest } from './shape.ts';
import { shown } from './shown.ts';
import { decodeText, positionOf, readBytes } from './text.ts';
import { placesIn, readYaml, type YamlDocument } from './yaml.ts';

/** Values in the frontmatter of an entry; real ones have some hundreds. */
export const mostInEntry = 100_000;
const nowhere = { at: () => ({ line: 1, column: 1 }), atKey: () => ({ line: 1, column: 1 }) };

/** Reads the files of a content folder, and writes down what is wrong in them. */
export class Reader {
  readonly findings: Finding[];
  private readonly cache: KeptReads;
  private readonly claim: (file: string) => void;

  /** @param claim called with each file before it is read */
  constructor(findings: Finding[], cache: KeptReads, claim: (file: string) => void = () => undefined) {
    this.findings = findings;
    this.cache = cache;
    this.claim = claim;
  }

  entry<C extends Collection>(collection: C, file: string): Entry<C> {
    const id = path.basename(file).replace(/\.mdx?$/i, '');
    const place = { file: shown(file), entry: `${collection}/${id}` };
    const unread: Entry<C> = {
      ...place,
      ...nowhere,
      id,
      digest: undefined,
      data: undefined,
      body: undefined,
    };
    if (!this.isReadable(file, place)) return unread;
    if (
      !idSchema.safeParse(id).success ||
      !file.endsWith('.mdx') ||
      path.basename(path.dirname(file)) !== collection
    ) {
      this.report(
        place,
        'schema/filename',
        `${path.basename(file)} cannot be the address of an entry`,
        undefined,
        {
          actual: path.basename(file),
          expected: `${collection}/ID.mdx with an ID of at most 100 lower-case letters, digits and single hyphens`,
          help: 'rename the file; its name is the permanent id',
        },
      );
    }
    if (collection === 'pages' && isTaken(id)) {
      this.report(place, 'schema/filename', `/${id}/ is a page of the site itself`, undefined, {
        actual: path.basename(file),
        expected: 'about.mdx, or a page at an address of its own',
        help: 'give the page another name, or put its words into about.mdx',
      });
    }
    if (!/\.mdx?$/i.test(file)) return unread;
    return withParts(unread, this.parts(file, collection, entrySchemas[collection], place)) as Entry<C>;
  }

  /** The text of an entry in another language. */
  translation(collection: Collection, file: string): TranslatedEntry | undefined {
    const named = translationNamed(path.basename(file));
    if (!named) return undefined;
    const place = { file: shown(file), entry: `${collection}/${named.id}` };
    const unread = {
      ...place,
      ...nowhere,
      ...named,
      collection,
      digest: undefined,
      data: undefined,
      body: undefined,
    };
    if (!this.isReadable(file, place)) return unread;
    return withParts(unread, this.parts(file, 'translation', translation, place)) as TranslatedEntry;
  }

  /**
   * Frontmatter and body of a file, as kept where they were read before; undefined where neither can be read.
   */
  private parts<S extends z.ZodType>(file: string, kind: string, schema: S, place: Place) {
    this.claim(file);
    const bytes = readBytes(file);
    const key = keyOf(kind, bytes);
    const places = placesIn(() => need(frontmatterOf(knownText(bytes))).source);
    const later = this.cache.get(key);
    if (later) return { digest: key, later, ...places };
    const read = this.entryParts(bytes, schema, place);
    if (!read?.data || !read.body) return read;
    return { digest: key, ...this.cache.set(key, { data: read.data, body: read.body }), ...places };
  }

  private entryParts<S extends z.ZodType>(bytes: Buffer, schema: S, place: Place) {
    const text = this.text(bytes, place);
    if (text === undefined) return undefined;
    const frontmatter = frontmatterOf(text);
    if (!frontmatter) {
      this.report(
        place,
        'schema/yaml',
        'the entry has no frontmatter',
        { line: 1, column: 1 },
        {
          actual: firstIn(text.slice(0, 30).split('\n')),
          expected: '--- on the first line, and again on a line of its own after the frontmatter',
          help: `see an existing entry, or begin with: almanac new`,
        },
      );
      return undefined;
    }
    const document = readYaml(frontmatter.source, mostInEntry);
    const parsed = readBody(text.slice(frontmatter.length), frontmatter.lines);
    if ('message' in parsed && isHidden(parsed.message)) this.hidden(place, parsed.message, parsed.position);
    else if ('message' in parsed) {
      this.report(place, 'mdx/syntax', lowerFirst(parsed.message), parsed.position, {
        expected: 'Markdown with known components',
        help: mdxHelp(parsed.message),
      });
    }
    return {
      data: this.data(document, schema, place),
      body: 'tree' in parsed ? parsed.tree : undefined,
      at: document.at,
      atKey: document.atKey,
    };
  }

  /** Folders of entries and files of the whole base under a name that nothing reads. */
  strays(root: string): void {
    const known = [...collections, 'sources', ...baseFiles.map((name) => fileSchemas[name].path)] as string[];
    for (const found of fs.readdirSync(root, { withFileTypes: true })) {
      const meant = nearest(found.name.replace(/\.(yml|json)$/, '.yaml'), known);
      const full = path.join(root, found.name);
      if (meant === undefined || meant === found.name || found.isDirectory() !== !meant.endsWith('.yaml'))
        continue;
      if (found.isDirectory() && !fs.readdirSync(full).some((name) => /\.(mdx|yaml)$/.test(name))) continue;
      const place = { file: shown(full), entry: found.name };
      this.report(place, 'schema/filename', `${found.name} is not a name that the base reads`, undefined, {
        actual: found.name,
        expected: known.join(', '),
        help: `did you mean ${meant}?`,
      });
    }
  }

  missing(name: string, root: string): void {
    const place = { file: shown(path.join(root, name)), entry: name };
    this.report(place, 'schema/missing-file', `${name} is missing`, undefined, {
      expected: `the file ${name} in ${shown(root)}`,
      help: `add ${place.file}; CONTRIBUTING.md says what it holds`,
    });
  }

  baseFile(name: BaseFile, root: string): SourceFile<unknown> | undefined {
    const { path: relative, schema } = fileSchemas[name];
    const file = path.join(root, relative);
    return kindOf(file) ? this.yamlFile(file, relative, schema) : undefined;
  }

  /** Reads a YAML file that is all data. */
  yamlFile<S extends z.ZodType>(file: string, entry: string, schema: S): SourceFile<z.output<S>> {
    const place = { file: shown(file), entry };
    const unread = { ...place, ...nowhere, data: undefined };
    if (!this.isReadable(file, place)) return unread;
    this.claim(file);
    const bytes = readBytes(file);
    const key = keyOf(entry.replace(/\/.*/, ''), bytes);
    const known = { ...place, digest: key, data: undefined, ...placesIn(() => knownText(bytes)) };
    const later = this.cache.get(key);
    if (later) return withParts(known, { later }) as SourceFile<z.output<S>>;
    const text = this.text(bytes, place);
    if (text === undefined) return unread;
    const document = readYaml(text);
    const data = this.data(document, schema, place);
    if (data === undefined) return { ...unread, at: document.at, atKey: document.atKey };
    return { ...known, ...this.cache.set(key, { data }) };
  }

  /** `releases/VERSION.json`, which `almanac export release` writes. */
  releases(root: string): Release[] {
    const folder = path.join(root, 'releases');
    if (!fs.existsSync(folder)) return [];
    return fs
      .readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => name.endsWith('.json') && !name.startsWith('.'))
      .flatMap((found) => this.release(path.join(folder, found.name), found.isFile()) ?? [])
      .sort((a, b) => byVersion(a.version, b.version));
  }

  private release(file: string, isFile: boolean): Release | undefined {
    const entry = `releases/${path.basename(file)}`;
    const place = { file: shown(file), entry };
    // JSON is YAML, whose reader takes many times as long and knows the places: it reads what does not fit
    // once more.
    const data = isFile ? (fitting(file, release) ?? this.yamlFile(file, entry, release).data) : undefined;
    if (isFile && (data === undefined || `${data.version}.json` === path.basename(file))) return data;
    this.report(place, 'schema/filename', `${path.basename(file)} is not the file of a release`, undefined, {
      actual: path.basename(file),
      expected: data ? `${data.version}.json, after the version in it` : 'a file, VERSION.json',
      help: 'restore the file, or delete it to forget that release',
    });
    return undefined;
  }

  /** What no part of a base may be, wherever it lies in the folder. */
  links(root: string): void {
    const reported = new Set(
      this.findings.flatMap(({ code, file }) => (/^schema\/file/.test(code) ? [file] : [])),
    );
    for (const file of filesBelow(root)) {
      if (!reported.has(shown(file)) && ['link', 'special'].includes(kindOf(file) ?? ''))
        this.isReadable(file, { file: shown(file), entry: path.basename(file) });
    }
  }

  /** Whether a path is a file of its own that can be read; what a link leads to is never opened. */
  private isReadable(file: string, place: Place): boolean {
    const kind = kindOf(file);
    if (kind === 'file') return true;
    const { actual, help } = notAFile[kind ?? 'special'];
    this.report(place, 'schema/file', `${path.basename(file)} is ${actual}`, undefined, {
      actual,
      expected: 'a file of its own',
      help,
    });
    return false;
  }

  private text(bytes: Buffer, place: Place): string | undefined {
    const read = decodeText(bytes);
    if ('invalid' in read) {
      this.report(place, 'schema/encoding', `the byte ${read.byte} is not UTF-8`, read.invalid, {
        actual: read.byte,
        expected: 'text in UTF-8',
        help: 'save the file as UTF-8 (in most editors: "Save with encoding")',
      });
      return undefined;
    }
    if (read.text.trim() === '') {
      this.report(
        place,
        'schema/empty',
        'the file is empty',
        { line: 1, column: 1 },
        { expected: 'an entry', help: 'fill it in, or delete the file' },
      );
      return undefined;
    }
    const hidden = hiddenCharacter(read.text);
    if (hidden) {
      this.hidden(place, hiddenMessage(hidden.name), positionOf(read.text, hidden.offset));
      return undefined;
    }
    return read.text;
  }

  private data<S extends z.ZodType>(
    document: YamlDocument,
    schema: S,
    place: Place,
  ): z.output<S> | undefined {
    for (const error of document.errors) {
      if (isHidden(error.message)) {
        this.hidden(place, error.message, error.position);
        continue;
      }
      this.report(place, 'schema/yaml', lowerFirst(error.message), error.position, {
        actual: error.actual,
        expected: /unique/i.test(error.message) ? 'each key once' : 'valid YAML 1.2',
        help: yamlHelp(error.message),
      });
    }
    if (document.errors.length > 0) return undefined;
    const checked = checkShape(schema, document.data);
    if ('value' in checked) return checked.value;
    for (const { path: where, on, code, message, ...rest } of checked.problems) {
      this.report(place, code, message, on === 'key' ? document.atKey(where) : document.at(where), rest);
    }
    return undefined;
  }

  private hidden(place: Place, message: string, position: Position | undefined): void {
    this.report(place, 'schema/encoding', message, position, {
      actual: /U\+[0-9A-F]+/.exec(message)?.[0] ?? message,
      expected: 'text without hidden characters',
      help: 'delete it, or type the words around it again',
    });
  }

  private report(
    place: Place,
    code: Code,
    message: string,
    position: Position | undefined,
    rest: Pick<Finding, 'help' | 'actual' | 'expected'>,
  ) {
    this.findings.push({ code, message, ...place, ...position, ...rest });
  }
}

type Place = Pick<Finding, 'file' | 'entry'>;

/** A file with what was read of it. What is to be had later is had when it is first looked at. */
function withParts(file: object, parts: object = {}): object {
  const { later, ...now } = parts as { later?: () => object };
  const whole = { ...file, ...now };
  if (!later) return whole;
  const settle = (name: string, value: unknown) =>
    Object.defineProperty(whole, name, { value, writable: true });
  const isOpen = (name: string) => Object.getOwnPropertyDescriptor(whole, name)?.get !== undefined;
  for (const name of ['data', 'body'].filter((key) => key in file)) {
    Object.defineProperty(whole, name, {
      configurable: true,
      enumerable: true,
      get() {
        // Both at once, for they are kept as one.
        for (const [key, value] of Object.entries(later())) if (isOpen(key)) settle(key, value);
        return Reflect.get(whole, name) as unknown;
      },
      set: (value: unknown) => settle(name, value),
    });
  }
  return whole;
}

/** The data of a file of JSON where it has the shape of a schema. */
function fitting<S extends z.ZodType>(file: string, schema: S): z.output<S> | undefined {
  try {
    const text = fs.readFileSync(file, 'utf8');
    // An escape may stand for something that the other reader reports.
    return /\\u/.test(text) ? undefined : schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** What stands in place of a file, and what to do. */
const notAFile: Record<Exclude<FileKind, 'file'>, { actual: string; help: string }> = {
  link: { actual: 'a symbolic link', help: 'put the file itself in its place' },
  folder: { actual: 'a folder', help: 'give the folder another name, or remove it' },
  special: { actual: 'a device, a pipe or a socket', help: 'put a file in its place' },
  large: {
    actual: `a file of more than ${largestFile / 1e6} megabytes`,
    help: 'remove what does not belong to it',
  },
};
