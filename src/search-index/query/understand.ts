import { itemIn } from '../../model/need.ts';
import { termOf } from '../files.ts';
import { tokensOfUnits, unitsOf, type Unit } from '../fold.ts';
import {
  faintPhrases,
  faintWords,
  functionPhrases,
  functionWords,
  questionPhrase,
  questionWords,
} from '../function-words.ts';
import { identifiersIn } from '../identifiers.ts';
import { addHeavier, common, heaviest, type Postings } from '../postings.ts';
import { NameTable, type Named } from './names.ts';
import { nearest, slipsIn } from './near.ts';
import type { Part, Understood } from './parts.ts';
import { pagesOfPhrase, phrasesIn } from './phrases.ts';
import type { IndexReader } from './reader.ts';
import { compoundAt, isFunctionWord, keyOfUnits, Spans } from './spans.ts';

/** A beginning of that many names says none of them. */
const fewNames = 4;
/** On more pages than these, a word that begins names is a word of its own. */
const commonWord = (pages: number) => Math.max(12, 0.012 * pages);
/** The weight of names and authors: such a word may stand for a misspelt one though a single page has it. */
const ofNames = 10;

const said = (units: readonly Unit[]) =>
  units
    .map(({ raw, joined, isHan }, i) => {
      if (i === 0 || (joined && (isHan || units[i - 1]?.isHan))) return raw;
      return joined ? `-${raw}` : ` ${raw}`;
    })
    .join('');

/**
 * Reads what a query asks for: identifiers first, then the names of the field, the longest first, then words.
 * The same query is understood in the same way whatever was asked before.
 */
export class Understanding {
  readonly #reader: IndexReader;
  readonly #names: NameTable;
  readonly #spans: Spans;

  private constructor(reader: IndexReader, names: NameTable) {
    this.#reader = reader;
    this.#names = names;
    this.#spans = new Spans(names);
  }

  static async of(reader: IndexReader): Promise<Understanding> {
    return new Understanding(reader, new NameTable(await reader.names()));
  }

  get names(): NameTable {
    return this.#names;
  }

  /** @param literal takes words as they stand, without correcting them */
  async of(query: string, literal = false): Promise<Understood> {
    const { phrases, rest: unquoted } = phrasesIn(query);
    const { keys, rest } = identifiersIn(unquoted);
    const understood: Understood = { parts: [], missing: [], corrected: undefined, isQuestion: false };
    for (const key of keys) await this.#identifier(key, understood);
    for (const phrase of phrases) {
      const pages = await pagesOfPhrase(phrase, this.#reader);
      understood.parts.push({ said: phrase, pages, named: [], taken: 'exact', faint: false, isPhrase: true });
      if (pages.size === 0) understood.missing.push(phrase);
    }
    const units = unitsOf(rest);
    for (const span of this.#spans.spansOf(units, literal)) {
      if ('named' in span)
        understood.parts.push(await this.#name(span.units, span.named, span.near ? 'corrected' : 'exact'));
      else if (span.units[0]?.isHan) await this.#chinese(span.units, understood);
      else await this.#words(span.units, understood, literal);
    }
    understood.isQuestion =
      units.some(({ text, isHan }) => !isHan && questionWords.has(text)) || questionPhrase.test(rest);
    const telling = understood.parts.filter(({ faint }) => !faint);
    if (telling.length === 0) for (const part of understood.parts) part.faint = false;
    if (understood.parts.some(({ instead }) => instead !== undefined))
      understood.corrected = understood.parts.map((part) => part.instead ?? part.said).join(' ');
    return understood;
  }

  async #identifier(key: string, { parts, missing }: Understood): Promise<void> {
    const pages = await this.#reader.pagesOf(termOf.identifier(key));
    const text = key.slice(key.indexOf(':') + 1);
    if (pages) parts.push({ said: text, pages, named: [], taken: 'exact', faint: false });
    else missing.push(text);
  }

  async #name(units: readonly Unit[], named: Named[], taken: Part['taken']): Promise<Part> {
    const pages: Postings = new Map();
    for (const { entity } of named)
      addHeavier(pages, (await this.#reader.pagesOf(termOf.entity(entity))) ?? []);
    const key = keyOfUnits(units);
    if (taken === 'exact') addHeavier(pages, (await this.#reader.pagesOf(termOf.name(key))) ?? []);
    const text = said(units);
    const [first] = named;
    return {
      said: text,
      pages,
      named,
      taken,
      ...(taken === 'corrected' && first ? { instead: first.name } : {}),
      faint: faintWords.has(key) || faintPhrases.includes(key),
    };
  }

  async #words(units: readonly Unit[], understood: Understood, literal: boolean): Promise<void> {
    const slip = literal ? undefined : await this.#slipOfWords(units);
    if (slip) {
      const [from, to] = slip.at;
      await this.#words(units.slice(0, from), understood, literal);
      understood.parts.push(await this.#name(units.slice(from, to), slip.named, 'corrected'));
      await this.#words(units.slice(to), understood, literal);
      return;
    }
    for (let i = 0; i < units.length;) {
      const unit = itemIn(units, i);
      if (isFunctionWord(unit)) {
        i += 1;
        continue;
      }
      const whole = await this.#wholeName(units, i);
      if (whole) {
        understood.parts.push(whole.part);
        i += whole.length;
        continue;
      }
      const compound = compoundAt(units, i);
      const joined = compound > 1 ? await this.#compound(units.slice(i, i + compound)) : undefined;
      const part = joined ?? (await this.#word(unit, literal));
      if (part) understood.parts.push(part);
      else understood.missing.push(unit.raw);
      i += joined ? compound : 1;
    }
  }

  /** Words joined by hyphens: pages that have them as one word, and those that have all of them. */
  async #compound(units: readonly Unit[]): Promise<Part | undefined> {
    const pages: Postings = new Map();
    addHeavier(pages, (await this.#reader.pagesOf(units.map(({ text }) => text).join(''))) ?? []);
    const each = await Promise.all(units.map(({ text }) => this.#reader.pagesOf(text)));
    if (each.every((one) => one !== undefined)) addHeavier(pages, common(each));
    return pages.size > 0 ? { said: said(units), pages, named: [], taken: 'exact', faint: false } : undefined;
  }

  /** A name of several words of which one is misspelt. */
  async #slipOfWords(units: readonly Unit[]): Promise<{ named: Named[]; at: [number, number] } | undefined> {
    for (const [i, unit] of units.entries()) {
      if (slipsIn(unit.name, false) === 0 || isFunctionWord(unit) || (await this.#isKnown(unit))) continue;
      for (const length of [4, 3, 2])
        for (let from = Math.max(0, i - length + 1); from <= i && from + length <= units.length; from++) {
          const near = nearest(
            keyOfUnits(units.slice(from, from + length)),
            false,
            this.#names.keys(false),
            slipsIn(unit.name, false),
          );
          if (near) return { named: this.#names.called(near.what), at: [from, from + length] };
        }
    }
    return undefined;
  }

  async #isKnown({ text, name }: Unit): Promise<boolean> {
    return Boolean((await this.#reader.pagesOf(text)) ?? (await this.#reader.pagesOf(termOf.name(name))));
  }

  /** Several words that are the whole name of a page, such as a registry number. */
  async #wholeName(
    units: readonly Unit[],
    from: number,
  ): Promise<{ part: Part; length: number } | undefined> {
    for (let length = Math.min(4, units.length - from); length > 1; length--) {
      const own = units.slice(from, from + length);
      const pages = await this.#reader.pagesOf(termOf.name(keyOfUnits(own)));
      if (pages) return { part: { said: said(own), pages, named: [], taken: 'exact', faint: false }, length };
    }
    return undefined;
  }

  async #word(unit: Unit, literal: boolean): Promise<Part | undefined> {
    const { text, name, raw } = unit;
    const faint = faintWords.has(text);
    const pages: Postings = new Map();
    addHeavier(pages, (await this.#reader.pagesOf(termOf.name(name))) ?? []);
    addHeavier(pages, (await this.#reader.pagesOf(text)) ?? []);
    if (pages.size > 0) {
      const begun = this.#names.beginning(name);
      const isShort = text.length >= 4 && begun.length > 0 && begun.length <= fewNames && !faint;
      if (!isShort || [...pages.values()].includes(heaviest))
        return { said: raw, pages, named: [], taken: 'exact', faint };
      const part = await this.#name([unit], begun, 'beginning');
      part.isCommon = pages.size > commonWord((await this.#reader.start()).pages);
      addHeavier(part.pages, pages);
      return part;
    }
    if (text.length >= 3) {
      const begun = await this.#beginning(unit);
      if (begun) return begun;
    }
    if (literal) return undefined;
    return this.#corrected(unit);
  }

  /** What begins with a word: few names, else words. */
  async #beginning(unit: Unit): Promise<Part | undefined> {
    const { text, name, raw } = unit;
    const named = this.#names.beginning(name);
    const words = await this.#reader.pagesBeginning(text);
    const pages: Postings = new Map();
    for (const own of words.pages)
      addHeavier(
        pages,
        [...own].map(([page, weight]) => [page, Math.max(1, weight - 1)]),
      );
    if (named.length > 0 && named.length <= fewNames) {
      const part = await this.#name([unit], named, 'beginning');
      addHeavier(part.pages, pages);
      return part;
    }
    return pages.size > 0 ? { said: raw, pages, named: [], taken: 'beginning', faint: false } : undefined;
  }

  async #corrected(unit: Unit): Promise<Part | undefined> {
    const { text, raw } = unit;
    const name = nearest(unit.name, false, this.#names.keys(false));
    const word = nearest(
      text,
      false,
      (await this.#reader.words())
        .filter((one) => !functionWords.has(one))
        .map((one): [string, string] => [one, one]),
    );
    if (name && name.far <= (word?.far ?? Infinity))
      return this.#name([unit], this.#names.called(name.what), 'corrected');
    if (!word) return undefined;
    const pages: Postings = new Map();
    addHeavier(pages, (await this.#reader.pagesOf(termOf.name(word.what))) ?? []);
    addHeavier(pages, (await this.#reader.pagesOf(word.what)) ?? []);
    // A word that one page has in passing is as likely another word as this one misspelt.
    if (pages.size < 2 && Math.max(...pages.values()) < ofNames) return undefined;
    return { said: raw, pages, named: [], taken: 'corrected', instead: word.what, faint: false };
  }

  /** Chinese in which no name stands whole: a part of a name, else pairs. */
  async #chinese(units: readonly Unit[], understood: Understood): Promise<void> {
    const { kept, faint } = withoutFunctionPhrases(units);
    if (kept.length === 0) {
      const pages = faint.length > 1 ? await this.#pairs(faint) : undefined;
      if (pages) understood.parts.push({ said: said(faint), pages, named: [], taken: 'exact', faint: true });
      return;
    }
    const key = keyOfUnits(kept);
    const named = kept.length > 1 ? this.#names.beginning(key) : [];
    const pages = (await this.#pairs(kept)) ?? new Map<number, number>();
    if (named.length > 0 && named.length <= fewNames) {
      const part = await this.#name(kept, named, 'beginning');
      addHeavier(part.pages, pages);
      understood.parts.push(part);
    } else if (pages.size > 0)
      understood.parts.push({ said: key, pages, named: [], taken: 'exact', faint: false });
    else await this.#pieces(kept, understood);
  }

  /** A run that no page has whole: the longest pieces of it that pages have, unless most of it is lost. */
  async #pieces(units: readonly Unit[], { parts, missing }: Understood): Promise<void> {
    const found: Part[] = [];
    let from = 0;
    // What begins within a word that no page has is no word.
    while (from < units.length) {
      let length = units.length - from;
      let pages: Postings | undefined;
      for (; length > 1; length--) {
        pages = await this.#pairs(units.slice(from, from + length));
        if (pages) break;
      }
      if (!pages) break;
      found.push({
        said: keyOfUnits(units.slice(from, from + length)),
        pages,
        named: [],
        taken: 'exact',
        faint: false,
      });
      from += length;
    }
    const lost = keyOfUnits(units.slice(from));
    if (found.length === 0 || lost.length > 2 * from) {
      missing.push(keyOfUnits(units));
      return;
    }
    parts.push(...found);
    if (lost.length > 1) missing.push(lost);
  }

  async #pairs(units: readonly Unit[]): Promise<Postings | undefined> {
    const found = await Promise.all(
      [...new Set(tokensOfUnits(units))].map((token) => this.#reader.pagesOf(token)),
    );
    if (found.length === 0 || found.some((one) => one === undefined)) return undefined;
    const pages = common(found.filter((one) => one !== undefined));
    return pages.size > 0 ? pages : undefined;
  }
}

function withoutFunctionPhrases(units: readonly Unit[]): { kept: Unit[]; faint: Unit[] } {
  let kept = [...units];
  const faint: Unit[] = [];
  for (;;) {
    const key = keyOfUnits(kept);
    const phrase = [...functionPhrases, ...faintPhrases].find(
      (one) => key.startsWith(one) || key.endsWith(one),
    );
    if (phrase === undefined || kept.length === 0) return { kept, faint };
    const length = [...phrase].length;
    const cut = key.startsWith(phrase) ? kept.slice(0, length) : kept.slice(-length);
    if (faintPhrases.includes(phrase)) faint.push(...cut);
    kept = key.startsWith(phrase) ? kept.slice(length) : kept.slice(0, -length);
  }
}
