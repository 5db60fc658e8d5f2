import type { Fact } from '../evidence/library.ts';

/** Words, or a figure with the fact that it states. */
export type Part = string | { text: string; fact: Fact };

/**
 * A sentence in which figures of facts stand. The table of a language puts it together as text, in which each
 * figure is one letter of the private use area; then it comes apart into words and figures.
 */
export class FigureSentence {
  readonly #figures: Exclude<Part, string>[] = [];

  /** The letter that stands for a figure. */
  figure(text: string, fact: Fact): string {
    this.#figures.push({ text, fact });
    return String.fromCodePoint(first + this.#figures.length - 1);
  }

  parts(sentence: string): Part[] {
    return sentence
      .split(/([\uE000-\uF8FF])/)
      .map((part) => this.#figures[(part.codePointAt(0) ?? 0) - first] ?? part)
      .filter((part) => part !== '');
  }
}

const first = 0xe000;
