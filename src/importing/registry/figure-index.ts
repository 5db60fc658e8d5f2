import type { Data } from '../yaml-text.ts';
import { indexedDigits } from './printed.ts';

/**
 * The numbers of a record in order, section by section, as a file of `content/sources/` holds them. A passage
 * is one value with its denominator and limits.
 */
export class FigureIndex {
  readonly #sections = new Map<string, { passages: string[][]; count: number }>();

  /**
   * Adds the figures of one fact as a passage of their section.
   *
   * @param figures by the key under which a trace names them, in the order of the record
   * @returns the place of each in its section, from 1; one that no index can hold has none
   */
  add(
    section: string,
    figures: readonly (readonly [key: string, printed: string])[],
  ): Record<string, number> {
    const held = figures.flatMap(([key, printed]) => {
      const digits = indexedDigits(printed);
      return digits === undefined ? [] : [{ key, digits }];
    });
    if (held.length === 0) return {};
    const own = this.#sections.get(section) ?? { passages: [], count: 0 };
    this.#sections.set(section, own);
    own.passages.push(held.map(({ digits }) => digits));
    const places = Object.fromEntries(held.map(({ key }, i) => [key, own.count + i + 1]));
    own.count += held.length;
    return places;
  }

  get size(): number {
    return [...this.#sections.values()].reduce((sum, { count }) => sum + count, 0);
  }

  /** The sections as their file has them. */
  sections(): Data[] {
    return [...this.#sections].map(([id, { passages }]) => {
      const [only] = passages;
      return passages.length === 1 && only
        ? { id, numbers: only }
        : { id, passages: passages.map((numbers) => ({ numbers })) };
    });
  }
}
