import type { Reference } from '../../model/reference.ts';

/** Fields in the order in which the library has them. */
const order = (
  'id type genre title author editor container-title container-title-short publisher publisher-place edition volume issue page number ' +
  'issued accessed status DOI PMID PMCID ISSN ISBN URL keyword language custom'
).split(' ');
const place = (field: string) => {
  const at = order.indexOf(field);
  return at < 0 ? order.length : at;
};

/**
 * Values that stand in quotes whatever they are, for YAML or its readers may take them for something else.
 */
const quoted = new Set([
  'title',
  'volume',
  'issue',
  'page',
  'number',
  'edition',
  'DOI',
  'PMID',
  'URL',
  'keyword',
  'title-en',
]);
const words = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** A text as YAML: plain where nothing in it means something, else in double quotes. */
function scalar(text: string, isQuoted = false): string {
  const plain =
    !isQuoted && /^\p{L}[\p{L}\p{M}\p{N} .&()/-]*$/u.test(text) && !text.endsWith(' ') && !words.test(text);
  return plain ? text : JSON.stringify(text);
}

/** A value within one line. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([name, one]) => `${name}: ${flow(one)}`)
      .join(', ')}}`;
  if (typeof value !== 'string') return String(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : scalar(value);
}

/** The lines of a field, at an indentation. */
function fieldLines(name: string, value: unknown, indent: string): string[] {
  if (name === 'author' || name === 'editor' || name === 'read-at' || name === 'printed')
    return [`${indent}${name}:`, ...(value as unknown[]).map((one) => `${indent}  - ${flow(one)}`)];
  if (name === 'custom')
    return [
      `${indent}custom:`,
      ...Object.entries(value as object).flatMap(([own, one]) => fieldLines(own, one, `${indent}  `)),
    ];
  return [`${indent}${name}: ${typeof value === 'string' ? scalar(value, quoted.has(name)) : flow(value)}`];
}

/** A work as an item of the list, ending in a line break. */
function itemText(work: Reference, indent = ''): string {
  const fields = Object.entries(work).sort(([a], [b]) => place(a) - place(b));
  const lines = fields.flatMap(([name, value]) => fieldLines(name, value, `${indent}  `));
  return `${lines.join('\n').replace(/^(\s*) {2}/, '$1- ')}\n`;
}

/** Items of the list in a file, line by line. */
export class LibraryText {
  readonly #lines: string[];
  readonly #end: string;
  readonly #starts: number[] = [];
  readonly #indent: string;
  /** Item → its lines as they shall be. */
  readonly #edits = new Map<number, string[]>();

  constructor(text: string) {
    this.#end = text.includes('\r\n') ? '\r\n' : '\n';
    this.#lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
    const first = this.#lines.find((line) => /^\s*- /.test(line));
    this.#indent = /^\s*/.exec(first ?? '')?.[0] ?? '';
    const mark = `${this.#indent}- `;
    this.#lines.forEach((line, i) => {
      if (line.startsWith(mark)) this.#starts.push(i);
    });
  }

  /**
   * How many items the list has; where it has another number of works, it is written otherwise than line by
   * line.
   */
  get size(): number {
    return this.#starts.length;
  }

  /**
   * Writes some fields of an item anew and leaves every other line as it is.
   *
   * @param fields by name, those of `custom` as `custom.NAME`
   * @returns whether the item is written in a way that allows it: a field a line, not in braces
   */
  edit(item: number, work: Reference, fields: readonly string[]): boolean {
    const from = this.#starts[item];
    if (from === undefined) return false;
    const own = new ItemLines(
      this.#lines.slice(from, this.#starts[item + 1] ?? this.#lines.length),
      this.#indent,
    );
    if (!own.isPlain || !fields.every((field) => own.set(field, work))) return false;
    this.#edits.set(item, own.lines);
    return true;
  }

  /** The whole text, with works added at its end. */
  text(added: readonly Reference[]): string {
    const head = this.#lines.slice(0, this.#starts[0] ?? this.#lines.length);
    const items = this.#starts.flatMap(
      (from, item) =>
        this.#edits.get(item) ?? this.#lines.slice(from, this.#starts[item + 1] ?? this.#lines.length),
    );
    const whole = [...head, ...items].join('\n');
    if (added.length === 0) return whole.replaceAll('\n', this.#end);
    // `[]` stands for an empty list.
    const before = this.#starts.length === 0 ? whole.replace(/^\s*\[\s*\]\s*$/m, '') : whole;
    const begun = before.trim() === '' ? '' : `${before.replace(/\s+$/, '')}\n\n`;
    return `${begun}${added.map((work) => itemText(work, this.#indent)).join('\n')}`.replaceAll(
      '\n',
      this.#end,
    );
  }
}

/** The lines of one item, field by field. */
class ItemLines {
  lines: string[];
  readonly #indent: string;

  constructor(lines: string[], indent: string) {
    this.lines = lines;
    this.#indent = `${indent}  `;
  }

  get isPlain(): boolean {
    return /^\s*- [A-Za-z]/.test(this.lines[0] ?? '');
  }

  /** Where a field stands: its first line and the one after its last. */
  #rangeOf(name: string, indent: string, from = 0, to = this.lines.length): [number, number] | undefined {
    const begins = (line: string, any: boolean) => {
      const plain = line.replace(/^(\s*)- (?=[A-Za-z])/, '$1  ');
      return any
        ? new RegExp(`^ {0,${indent.length}}[^\\s#-]`).test(plain)
        : plain.startsWith(`${indent}${name}:`);
    };
    const start = this.lines.findIndex((line, i) => i >= from && i < to && begins(line, false));
    if (start < 0) return undefined;
    let end = this.lines.findIndex((line, i) => i > start && begins(line, true));
    if (end < 0 || end > to) end = to;
    while (end > start + 1 && /^\s*(?:#.*)?$/.test(this.lines[end - 1] ?? '')) end -= 1;
    return [start, end];
  }

  set(field: string, work: Reference): boolean {
    const [name = '', inner] = field.split('.');
    if (inner !== undefined) return this.#setInner(inner, work);
    this.#put(
      name,
      (work as unknown as Record<string, unknown>)[name],
      this.#indent,
      this.#rangeOf(name, this.#indent),
      () => this.#placeFor(name),
    );
    return true;
  }

  #setInner(inner: string, work: Reference): boolean {
    const range = this.#rangeOf('custom', this.#indent);
    const value = (work.custom as Record<string, unknown> | undefined)?.[inner];
    const isBlock = range !== undefined && /:\s*(?:#.*)?$/.test(this.lines[range[0]] ?? '');
    if (!range || !isBlock || work.custom === undefined) {
      this.#put('custom', work.custom, this.#indent, range, () => this.#placeFor('custom'));
      return true;
    }
    const own = this.#rangeOf(inner, `${this.#indent}  `, range[0] + 1, range[1]);
    this.#put(inner, value, `${this.#indent}  `, own, () => range[1]);
    return true;
  }

  #put(
    name: string,
    value: unknown,
    indent: string,
    range: [number, number] | undefined,
    placeFor: () => number,
  ): void {
    const lines = value === undefined ? [] : fieldLines(name, value, indent);
    if (range) {
      const isFirst = range[0] === 0;
      this.lines.splice(
        range[0],
        range[1] - range[0],
        ...lines.map((line, i) => (isFirst && i === 0 ? line.replace(/^(\s*) {2}/, '$1- ') : line)),
      );
    } else this.lines.splice(placeFor(), 0, ...lines);
  }

  /** Behind the last of the fields that come before it. */
  #placeFor(name: string): number {
    const before = order.slice(0, place(name)).flatMap((one) => this.#rangeOf(one, this.#indent)?.[1] ?? []);
    return Math.max(1, ...before);
  }
}
