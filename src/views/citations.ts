import { saveTexts } from '../citations/engine.ts';
import type { Citable } from '../citations/entry.ts';
import {
  citationOf,
  formatEntries,
  referenceTexts,
  styleTexts,
  withIdentifiers,
  type Citation,
  type MarkedText,
} from '../citations/format.ts';
import type { StyleId } from '../citations/styles.ts';
import { baseAsWork, citedNodes, entryOf, factOf, type CitedNode } from '../evidence/citable.ts';
import { noteAll, unnoted } from '../model/reads.ts';
import type { Fact, Library, ReferenceNode } from '../evidence/library.ts';
import { valueIn } from '../model/need.ts';

/**
 * The formatted citations of a base. A style is formatted when the first citation in it is asked for, all
 * works in one go and each of them once.
 */
export class Citations {
  readonly #library: Library;
  readonly #works: Citable[];
  readonly #texts = new Map<StyleId | 'short', Map<string, MarkedText>>();
  readonly #entries = new Map<StyleId, Map<string, Citation>>();

  constructor(library: Library) {
    this.#library = library;
    this.#works = library.references.map(({ data }) => data);
  }

  /** A work as reference lists show it: NLM without the identifiers that stand beside it as links; HTML. */
  reference(work: ReferenceNode): string {
    return citationOf(this.#textOf('short', work)).html;
  }

  /** A whole citation of a work. */
  work(style: StyleId, work: ReferenceNode): Citation {
    return citationOf(this.#textOf(style, work));
  }

  /** The base as a whole, in its version. */
  whole(style: StyleId, version: string): Citation {
    const work = baseAsWork(this.#library, version);
    return valueIn(formatEntries(style, [work]), work.id);
  }

  /** A whole citation of an entry in its version. */
  entry(style: StyleId, node: CitedNode): Citation {
    const { id } = entryOf(node, this.#library.base);
    return valueIn(
      unnoted(() => this.#entriesIn(style)),
      id,
    );
  }

  #entriesIn(style: StyleId): Map<string, Citation> {
    const { base } = this.#library;
    let own = this.#entries.get(style);
    if (!own) {
      own = formatEntries(
        style,
        citedNodes(this.#library).map((one) => entryOf(one, base)),
      );
      this.#entries.set(style, own);
      saveTexts();
    }
    return own;
  }

  /** A whole citation of one figure, in the version of its entry. */
  figure(style: StyleId, fact: Fact): Citation {
    const work = factOf(fact, this.#library.base);
    return valueIn(formatEntries(style, [work]), work.id);
  }

  /**
   * The text of a work depends on all that is known of it, and on no other work that was formatted with it.
   */
  #textOf(style: StyleId | 'short', { id, data }: ReferenceNode): MarkedText {
    noteAll(data);
    return valueIn(
      unnoted(() => this.#textsOf(style)),
      id,
    );
  }

  #textsOf(style: StyleId | 'short'): Map<string, MarkedText> {
    let texts = this.#texts.get(style);
    if (!texts) {
      if (style === 'short') texts = referenceTexts(this.#works);
      else if (style === 'nlm') texts = withIdentifiers(this.#works, this.#textsOf('short'));
      else texts = styleTexts(style, this.#works);
      this.#texts.set(style, texts);
      saveTexts();
    }
    return texts;
  }
}
