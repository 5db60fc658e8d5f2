import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Of a style and language so many texts are kept; those asked for least lately go. */
const most = 200_000;

/**
 * What the processor made of items, kept on disk from run to run: a file for each style and language, whose
 * first line says which processor, style and locale its texts are of, and each further one `KEY SUM TEXT`.
 * The key is the hash of the item as the processor gets it. A file of others, a line that is cut short or
 * does not match its sum is as if it were not there.
 */
export class KeptTexts {
  readonly #file: string;
  readonly #head: string;
  readonly #texts = new Map<string, string>();
  readonly #asked = new Set<string>();
  #isNew = false;

  /**
   * @param made all that the texts depend on besides the item: the bytes of style and locale, the version of
   * the processor
   */
  constructor(folder: string, name: string, made: readonly string[]) {
    this.#file = path.join(folder, `${name}.txt`);
    this.#head = hash('sha256', JSON.stringify(made));
    for (const [key, text] of linesOf(this.#file, this.#head)) this.#texts.set(key, text);
  }

  get(key: string): string | undefined {
    this.#asked.add(key);
    return this.#texts.get(key);
  }

  add(key: string, text: string): void {
    this.#asked.add(key);
    this.#texts.set(key, text);
    this.#isNew = true;
  }

  /**
   * Writes what is new. Two runs at once each leave a whole file; a folder that cannot be written to is let
   * be.
   */
  save(): void {
    if (!this.#isNew) return;
    const draft = `${this.#file}.${process.pid}-${process.hrtime.bigint()}`;
    const others = [...this.#texts.keys()].filter((key) => !this.#asked.has(key));
    const lines = [...this.#asked, ...others].slice(0, most).flatMap((key) => {
      const text = this.#texts.get(key);
      return text === undefined ? [] : [`${key} ${sumOf(key, text)} ${JSON.stringify(text)}\n`];
    });
    try {
      fs.mkdirSync(path.dirname(this.#file), { recursive: true });
      fs.writeFileSync(draft, [`${this.#head}\n`, ...lines].join(''));
      fs.renameSync(draft, this.#file);
      this.#isNew = false;
    } catch {
      // Nor can a draft lie in a folder that is none.
      if (fs.existsSync(draft)) fs.rmSync(draft);
    }
  }
}

export const keyOf = (item: object): string => hash('sha256', JSON.stringify(item));

const sumOf = (key: string, text: string) => hash('sha256', key + text).slice(0, 16);

function* linesOf(file: string, head: string): Generator<[key: string, text: string]> {
  let lines: string[];
  try {
    lines = fs.readFileSync(file, 'utf8').split('\n');
  } catch {
    return;
  }
  if (lines[0] !== head) return;
  for (const line of lines.slice(1)) {
    const [, key = '', sum, quoted] = /^([0-9a-f]{64}) ([0-9a-f]{16}) (".*")$/.exec(line) ?? [];
    const text = quoted === undefined ? undefined : unquoted(quoted);
    if (text !== undefined && sum === sumOf(key, text)) yield [key, text];
  }
}

function unquoted(json: string): string | undefined {
  try {
    return JSON.parse(json) as string;
  } catch {
    return undefined;
  }
}
