import { createHash } from 'node:crypto';

/** The numbers of one section of a document, in the order in which they stand. */
export interface SectionNumbers {
  id: string;
  numbers: string[];
}

/** The hash that names a document. */
export function documentHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A heading that begins with a section number: `#### 2.1 …`, `**2.1.1 …**`, `3.1 …`. */
const numberedHeading = /^(?:#{1,6}\s+|\*\*)?(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+\p{L}/u;
/** A heading of the reference list, where the figures end. */
const endOfText = /^\W*(?:参考文献|references)\W*$/i;

/**
 * Splits a document at its numbered headings. What stands before the first is the section `introduction`;
 * a line that has only the marker of a heading and no number does not divide.
 */
function splitSections(text: string): { id: string; text: string }[] {
  const sections = [{ id: 'introduction', text: '' }];
  for (const line of text.split('\n')) {
    if (endOfText.test(line.trim())) break;
    const heading = isHeading(line) ? numberedHeading.exec(line.trim()) : null;
    if (heading) sections.push({ id: heading[1]!, text: line.trim().replace(/^(?:#{1,6}\s+|\*\*)?[\d.]+/, '') + '\n' });
    else sections.at(-1)!.text += `${line}\n`;
  }
  return sections;
}

/** A line that is marked as a heading, or is a short one that begins with a section number and a word. */
function isHeading(line: string): boolean {
  const text = line.trim();
  return /^(?:#{1,6}\s|\*\*\d)/.test(text) || (numberedHeading.test(text) && text.length < 60);
}

/** Call-outs of references, which are no figures: `<sup>[9]</sup>`, `^[28~31]`, `[1-3]`. */
const callOuts = /<sup>\s*\[[^\]]*\]\s*<\/sup>|\^\s*\[[^\]]*\]|<sup>\s*[\d,–~-]+\s*<\/sup>/g;
/** Powers of ten: `× 10^6`, `\times 10^{6}`, `×10⁶`. */
const powers = /\s*(?:×|x|\\times)\s*10\s*(?:\^\s*\{?(\d+)\}?|([⁰¹²³⁴⁵⁶⁷⁸⁹]+)|<sup>(\d+)<\/sup>)/g;
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** A number that is no part of a name (CD19, IL-6, 4-1BB). */
const numbers =
  /(?<![\p{Script=Latin}\d.]|\p{Script=Latin}[-‑])(?!\d+BB|(?<=\d[-‑])\d+[A-Z])\d+(?:\.\d+)?(?:e\d+)?(?!\d*[-‑]\d+[A-Z]|\.\d)/gu;

/** The figure index of a text: for each section, the numbers printed there. No word of it is kept. */
export function indexNumbers(text: string): SectionNumbers[] {
  return splitSections(text.replaceAll('\r\n', '\n')).map(({ id, text: section }) => ({ id, numbers: numbersIn(section) }));
}

/** The numbers of a passage in order, as printed; a power of ten joins its number: `1.7e6`. */
export function numbersIn(text: string): string[] {
  const plain = text
    .replace(
      powers,
      (_, digits?: string, raised?: string, sup?: string) =>
        `e${digits ?? sup ?? [...raised!].map((d) => superscripts.indexOf(d)).join('')}`,
    )
    .replace(callOuts, ' ')
    .replace(/(\d)\s*[,，](?=\d{3}(?!\d))/g, '$1')
    .replace(/(\d)\s*·\s*(?=\d)/g, '$1.')
    .replace(/(?<!\d)\.(?=\d)/g, '0.');
  return [...plain.matchAll(numbers)].map(([number]) => number);
}
