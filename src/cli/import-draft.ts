import fs from 'node:fs';
import path from 'node:path';
import { makeFolder, move, remove } from './folders.ts';
import { byText } from '../model/order.ts';

/**
 * Files that an import makes, drafted beside the content: each takes its place, whole, only when all of them
 * are written.
 */
export class Draft {
  readonly #content: string;
  readonly #folder: string;
  readonly #names = new Set<string>();

  constructor(content: string) {
    this.#content = content;
    this.#folder = path.join(path.dirname(content), `.${path.basename(content)}-import-${process.pid}`);
  }

  /** Drafts a file of the content, by its path in it. */
  write(name: string, text: string): void {
    const file = path.join(this.#folder, name);
    makeFolder(path.dirname(file));
    fs.writeFileSync(file, text);
    this.#names.add(name);
  }

  /** Adds to the end of a file of the content what is not in it yet: items of a list of YAML. */
  append(name: string, items: string): void {
    const file = path.join(this.#content, name);
    const before = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
    const isEmpty = /^(?:\s*#.*\n)*\s*(?:\[\s*\])?\s*$/.test(before);
    const kept = isEmpty ? before.replace(/\[\s*\]\s*$/, '') : before;
    const gap = kept === '' || kept.endsWith('\n') ? '' : '\n';
    const ends = /\r\n/.test(before) ? items.replaceAll('\n', '\r\n') : items;
    this.write(name, `${kept}${gap}${isEmpty ? '' : '\n'}${ends}`);
  }

  /** Puts every file in its place: those that others rest on first. */
  publish(): void {
    const rank = (name: string) => (name.startsWith('trials/') ? 2 : name.includes('/') ? 1 : 0);
    for (const name of [...this.#names].sort((a, b) => rank(a) - rank(b) || byText(a, b))) {
      const file = path.join(this.#content, name);
      makeFolder(path.dirname(file));
      move(path.join(this.#folder, name), file);
    }
  }

  /** Takes the draft away. */
  drop(): void {
    remove(this.#folder);
  }
}
