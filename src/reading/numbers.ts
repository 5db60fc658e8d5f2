import { createHash } from 'node:crypto';
import { numberWords } from '../model/number-words.ts';

/** The hash that names a document. */
export function documentHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Call-outs of references in brackets: `<sup>[9]</sup>`, `^[28~31]`. */
export const bracketed = /<sup>\s*\[[^\]]*\]\s*<\/sup>|\^\s*\[[^\]]*\]/g;
/** Raised numbers, which may be call-outs, but not powers: `<sup>1-3</sup>`, never `m<sup>2</sup>`. */
export const raised = /(?<!\b[ckmµ]?m|10)<sup>\s*[\d,–~-]+\s*<\/sup>/g;
/** Everything raised, which is no figure. */
export const callOuts = new RegExp(`${bracketed.source}|<sup>\\s*[\\d,–~-]+\\s*</sup>`, 'g');
/** Powers of ten: `× 10^6`, `\times 10^{6}`, `×10⁶`. */
const powers = /\s*(?:×|x|\\times)\s*10\s*(?:\^\s*\{?(\d+)\}?|([⁰¹²³⁴⁵⁶⁷⁸⁹]+)|<sup>(\d+)<\/sup>)/g;
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** A number that is no part of a name (B12, T-4, 2-AG). */
const numbers =
  /(?<![\p{Script=Latin}\d.]|\p{Script=Latin}[-‑])(?!\d+BB|(?<=\d[-‑])\d+[A-Z])\d+(?:\.\d+)?(?:e\d+)?(?!\d*[-‑]\d+[A-Z]|\.\d)/gu;

/**
 * The numbers of a passage in order, as printed, and the number words among them; a power of ten joins its number:
 * `1.7e6`.
 */
export function numbersIn(text: string): string[] {
  const plain = text
    .replace(
      powers,
      (_, digits?: string, raised?: string, sup?: string) =>
        `e${digits ?? sup ?? [...(raised ?? '')].map((d) => superscripts.indexOf(d)).join('')}`,
    )
    .replace(callOuts, ' ')
    .replace(/(\d)\s*[,，](?=\d{3}(?!\d))/g, '$1')
    .replace(/(\d)\s*·\s*(?=\d)/g, '$1.')
    .replace(/(?<!\d)\.(?=\d)/g, '0.');
  return [...plain.matchAll(numbers), ...plain.matchAll(numberWords)]
    .toSorted((a, b) => a.index - b.index)
    .map(([number]) => number.toLowerCase());
}
