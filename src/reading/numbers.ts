import { createHash } from 'node:crypto';
import { itemIn } from '../model/need.ts';
import { numberWords } from '../model/number-words.ts';

/** The hash that names a document. */
export function documentHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Call-outs of references in brackets: `<sup>[9]</sup>`, `^[28~31]`. */
export const bracketed = /<sup>\s*\[[^\]]{0,400}\]\s*<\/sup>|\^\s*\[[^\]]{0,400}\]/g;
/** Raised numbers, which may be call-outs, but not powers: `<sup>1-3</sup>`, never `m<sup>2</sup>`. */
export const raised = /(?<!\b[ckmµ]?m|10)<sup>\s*[\d,–~-]+\s*<\/sup>/g;
/** Everything raised, which is no figure. */
export const callOuts = new RegExp(`${bracketed.source}|<sup>\\s*[\\d,–~-]+\\s*</sup>`, 'g');
/** Powers of ten: `× 10^6`, `\times 10^{6}`, `×10⁶`. */
const powers = /(?<!\s)\s*(?:×|x|\\times)\s*10\s*(?:\^\s*\{?(\d+)\}?|([⁰¹²³⁴⁵⁶⁷⁸⁹]+)|<sup>(\d+)<\/sup>)/g;
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/**
 * A number that is no part of a name (B12, T-4, 2-AG). Repetitions have an end, so that no text takes long.
 */
const numbers =
  /(?<![\p{Script=Latin}\d.]|\p{Script=Latin}[-‑])(?!\d+BB|(?<=\d[-‑])\d+[A-Z])\d{1,40}(?:\.\d{1,40})?(?:e\d{1,40})?(?!\d{0,40}[-‑]\d{1,9}[A-Z]|\.\d)/gu;

/** A number as a figure index holds it, with its place in the text. */
export interface PlacedNumber {
  text: string;
  from: number;
  to: number;
}

/** A text that is being written anew, which knows where each of its characters stood. */
class Traced {
  text: string;
  #places: number[];

  constructor(text: string) {
    this.text = text;
    this.#places = Array.from({ length: text.length + 1 }, (_, i) => i);
  }

  /** Writes what a pattern finds anew; the characters of it stand where it began. */
  replace(pattern: RegExp, write: (match: RegExpExecArray) => string): this {
    const places: number[] = [];
    let [text, end] = ['', 0];
    for (const match of this.text.matchAll(pattern)) {
      const written = write(match);
      text += this.text.slice(end, match.index) + written;
      for (let i = end; i < match.index; i += 1) places.push(this.placeOf(i));
      for (let i = 0; i < written.length; i += 1)
        places.push(this.placeOf(match.index + Math.min(i, match[0].length)));
      end = match.index + match[0].length;
    }
    for (let i = end; i <= this.text.length; i += 1) places.push(this.placeOf(i));
    this.text = text + this.text.slice(end);
    this.#places = places;
    return this;
  }

  placeOf(offset: number): number {
    return itemIn(this.#places, offset);
  }
}

/**
 * The numbers of a passage in order, as printed, and the number words among them; a power of ten joins its
 * number: `1.7e6`.
 */
export const numbersIn = (text: string): string[] => placedNumbers(text).map((own) => own.text);

/** The same with their places. */
export function placedNumbers(text: string): PlacedNumber[] {
  const plain = new Traced(text)
    .replace(
      powers,
      ([, digits, raised, sup]) =>
        `e${digits ?? sup ?? [...(raised ?? '')].map((d) => superscripts.indexOf(d)).join('')}`,
    )
    .replace(callOuts, () => ' ')
    .replace(/[０-９]/g, ([digit]) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/(\d)\s*[,，](?=\d{3}(?!\d))/g, ([, digit]) => digit ?? '')
    .replace(/(\d)\s*[·∙⋅‧・．]\s*(?=\d)/g, ([, digit]) => `${digit}.`)
    .replace(/(?<!\d)\.(?=\d)/g, () => '0.');
  return [...plain.text.matchAll(numbers), ...plain.text.matchAll(numberWords)]
    .toSorted((a, b) => a.index - b.index)
    .map(({ 0: number, index }) => ({
      text: number.toLowerCase(),
      from: plain.placeOf(index),
      to: plain.placeOf(index + number.length - 1) + 1,
    }));
}
