import { readYaml } from '../../reading/yaml.ts';
import { positionOf } from '../../reading/text.ts';
import { firstAuthorsOnly } from '../../citations/csl.ts';
import { jsonItems } from '../registry/json-items.ts';
import { dateFrom, monthOf, readDate, seasonOf, statusInDate, withSeason } from './dates.ts';
import { emptyDraft, type Draft, type FileRecord, type Name, type WorkDate } from './draft.ts';
import { findDoi, findIsbn, findIssn, findPmcid, findPmid } from './identifiers.ts';
import { kindNamed } from './kinds.ts';
import { andOthers, person, readName } from './names.ts';
import { readPages } from './pages.ts';
import { plainText, said } from './text.ts';

/** That a file is no JSON or YAML at all, with the place. */
export class Malformed extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

type Item = Record<string, unknown>;

/** The items of a file of CSL-JSON. @throws Malformed */
export function readCslJson(text: string): FileRecord[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const at = /position (\d+)/.exec((error as Error).message)?.[1];
    const offset = at === undefined ? text.length : Number(at);
    throw new Malformed(
      `this is no JSON (${(error as Error).message.replace(/\s+/g, ' ').slice(0, 120)})`,
      positionOf(text, offset).line,
    );
  }
  const lines = itemLines(text);
  return itemsIn(data).map((item, i) => recordOf(item, lines[i] ?? 1));
}

/**
 * The items of a list of CSL-JSON that is too long to be read at once; one that is not JSON is reported in
 * its place.
 */
export function* readCslList(pieces: Iterable<string>): Generator<FileRecord> {
  for (const found of jsonItems(pieces)) {
    if (found.kind === 'fault') throw new Malformed(`this is no JSON (${found.message})`, found.line);
    if (found.kind !== 'item') continue;
    try {
      yield recordOf(JSON.parse(found.text), found.line);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      yield {
        line: found.line,
        refused: `it is no JSON (${error.message.replace(/\s+/g, ' ').slice(0, 120)})`,
      };
    }
  }
}

/** The items of a file of CSL-YAML: a list, or what pandoc has under `references`. @throws Malformed */
export function readCslYaml(text: string): FileRecord[] {
  const document = readYaml(text.replace(/^---\n([\s\S]*?)\n(?:---|\.\.\.)\s*(?:\n[\s\S]*)?$/, '\n$1'));
  const [fault] = document.errors;
  if (fault) throw new Malformed(fault.message, fault.position.line);
  const path = Array.isArray(document.data) ? [] : ['references'];
  return itemsIn(document.data).map((item, i) => recordOf(item, document.at([...path, i, 'id']).line));
}

function itemsIn(data: unknown): unknown[] {
  if (Array.isArray(data)) return data;
  if (typeof data !== 'object' || data === null) return [];
  const { references, items } = data as { references?: unknown; items?: unknown };
  const list = references ?? items;
  if (Array.isArray(list)) return list;
  return 'title' in data || 'type' in data ? [data] : [];
}

/** The lines on which the items of a JSON list begin: its braces of the first or second depth. */
function itemLines(text: string): number[] {
  const lines: number[] = [];
  const first = text.trimStart().startsWith('[') ? 1 : 2;
  let [depth, line] = [0, 1];
  for (const { 0: mark } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}\n]/g)) {
    if (mark === '\n') line += 1;
    else if (mark === '{' || mark === '[') {
      if (depth === first && mark === '{') lines.push(line);
      depth += 1;
    } else if (mark === '}' || mark === ']') depth -= 1;
  }
  return lines;
}

function recordOf(item: unknown, line: number): FileRecord {
  if (typeof item !== 'object' || item === null || Array.isArray(item))
    return { line, refused: 'this is no item: expected {"type": …, "title": …}' };
  return { line, draft: draftOf(item as Item) };
}

function draftOf(item: Item): Draft {
  const draft = emptyDraft();
  const text = (name: string) => textOf(item[name]);
  const type = text('type');
  const kind = kindNamed(type);
  if (type !== undefined && kind === undefined) draft.notes.push(`the type ${type} is not known`);
  const { names, truncated } = namesIn(item.author);
  const custom = (typeof item.custom === 'object' && item.custom !== null ? item.custom : {}) as Item;
  const note = [text('note'), text('annote')].join('\n');
  const page = readPages(text('page'));
  const issued = dateIn(item.issued, draft);
  return {
    ...draft,
    ...kind,
    genre: said(text('genre')) ?? kind?.genre,
    status: said(text('status')) ?? kind?.status ?? statusInDate(literalOf(item.issued)),
    key: text('id'),
    title: text('title'),
    titleEn: said(textOf(custom['title-en'])),
    authors: names,
    truncated: truncated || custom['authors-truncated'] === true || note.includes(firstAuthorsOnly),
    editors: namesIn(item.editor).names,
    container: said(text('container-title')) ?? said(text('event-title')) ?? said(text('event')),
    containerShort: said(text('container-title-short')) ?? said(text('journalAbbreviation')),
    publisher: said(text('publisher')),
    place: said(text('publisher-place')),
    edition: said(text('edition')),
    volume: said(text('volume')),
    issue: said(text('issue')),
    page,
    number: said(text('number')),
    issued,
    accessed: dateIn(item.accessed, draft),
    doi: findDoi(text('DOI')) ?? findDoi(/^\s*doi:.*$/im.exec(note)?.[0]),
    doiAsWritten: text('DOI'),
    pmid: findPmid(text('PMID'), true) ?? findPmid(note),
    pmcid: findPmcid(text('PMCID'), true) ?? findPmcid(note),
    issn: findIssn(text('ISSN')),
    isbn: findIsbn(text('ISBN')),
    urls: [text('URL')].filter((url) => url !== undefined),
    language: text('language'),
    keywords: keywordsIn(item.keyword),
    abstract: text('abstract'),
  };
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return textOf(value[0]);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

const keywordsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : (textOf(value)?.split(/[;,]\s*/) ?? []);

function namesIn(value: unknown): { names: Name[]; truncated: boolean } {
  const list: unknown[] = Array.isArray(value) ? value : [];
  let truncated = false;
  const names = list.flatMap((one): Name[] => {
    if (typeof one === 'string') return [readName(one) ?? []].flat();
    if (typeof one !== 'object' || one === null) return [];
    const part = (name: string) => plainText(textOf((one as Item)[name]) ?? '');
    const [literal, family, given] = [part('literal') || part('name'), part('family'), part('given')];
    if (andOthers.test(literal || family)) {
      truncated = true;
      return [];
    }
    if (literal !== '') return [{ literal }];
    if (family === '') return given === '' ? [] : [{ family: given }];
    const particles = Object.fromEntries(
      ['non-dropping-particle', 'dropping-particle'].flatMap((name) =>
        part(name) === '' ? [] : [[name, part(name)]],
      ),
    ) as Record<string, string>;
    return [{ ...person(family, given, part('suffix') || undefined), ...particles }];
  });
  return { names, truncated };
}

const literalOf = (date: unknown): string | undefined =>
  typeof date === 'string'
    ? date
    : textOf((date as Item | null | undefined)?.literal ?? (date as Item | null | undefined)?.raw);

/**
 * A date of CSL: its parts, numbers or not, else its words, with its season; months that no year has are left
 * out.
 */
function dateIn(value: unknown, draft: Draft): WorkDate | undefined {
  if (typeof value === 'string' || typeof value === 'number') return readDate(String(value));
  if (typeof value !== 'object' || value === null) return undefined;
  const { 'date-parts': parts, circa } = value as { 'date-parts'?: unknown; circa?: unknown };
  const [from, to] = Array.isArray(parts) ? parts.map(numbersIn) : [];
  const season = seasonIn(value as Item);
  const found = withSeason(from ? dateFrom(from, to) : readDate(literalOf(value)), season);
  const isUnread = !found && statusInDate(literalOf(value)) === undefined;
  if (isUnread && literalOf(value) !== undefined)
    draft.notes.push(`the date ${JSON.stringify(literalOf(value))} cannot be read`);
  const isAbout = found !== undefined && circa !== undefined && circa !== false && circa !== 0;
  return isAbout ? { ...found, circa: true } : found;
}

/** The season of a date: under its own name, or as a month from 13 on. */
function seasonIn({ season, 'date-parts': parts }: Item): number | undefined {
  const [first] = Array.isArray(parts) ? (parts as unknown[]) : [];
  const month = Array.isArray(first) && first.length === 2 ? Number(first[1]) : Number.NaN;
  return typeof season === 'string' || typeof season === 'number'
    ? seasonOf(String(season))
    : month > 12
      ? seasonOf(String(month))
      : undefined;
}

function numbersIn(parts: unknown): number[] | undefined {
  if (!Array.isArray(parts)) return undefined;
  const numbers = parts.map((part, i) =>
    i === 1 ? (monthOf(String(part)) ?? Number.NaN) : Number.parseInt(String(part), 10),
  );
  const end = numbers.findIndex((number) => Number.isNaN(number));
  return end === 0 ? undefined : end < 0 ? numbers : numbers.slice(0, end);
}
