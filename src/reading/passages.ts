import { bracketed, callOuts, numbersIn, raised } from './numbers.ts';
import { firstIn, itemIn, lastIn } from '../model/need.ts';

/** The numbers of a passage in order, and the numbers of the references that its text calls out. */
export interface PassageNumbers {
  cites: number[];
  numbers: string[];
}
export interface SectionNumbers {
  id: string;
  passages: PassageNumbers[];
}

/** A heading that begins with a section number: `#### 2.1 …`, `**2.1.1 …**`, `3.1 …`. */
const numberedHeading = /^(#{1,6}\s+|\*\*)?(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+(?=\p{L})/u;
/** A heading of the reference list, where the figures end. */
const endOfText = /^\W*(?:参考文献|references)\W*$/i;
/** A line that ends as a sentence does, its call-outs aside. */
const sentenceEnd = /[.。!?！？]['"”’)）]{0,9}$/;

/**
 * The figure index of a text: for each section, its passages with the numbers printed there. No other word is
 * kept. What stands before the first numbered heading is the section `introduction`.
 */
export function indexNumbers(text: string): SectionNumbers[] {
  const plain = text.replaceAll('\r\n', '\n');
  const works = worksIn(plain);
  return splitSections(plain).map(({ id, lines }) => ({ id, passages: passagesIn(lines, works) }));
}

/** The same of a text that is one section: an abstract, a table, a record. */
export function indexSection(id: string, text: string): SectionNumbers {
  const plain = text.replaceAll('\r\n', '\n');
  return { id, passages: passagesIn(plain.split('\n'), worksIn(plain)) };
}

function splitSections(text: string): { id: string; lines: string[] }[] {
  const sections = [{ id: 'introduction', lines: [] as string[] }];
  for (const line of text.split('\n')) {
    if (endOfText.test(line.trim())) break;
    const id = headingNumber(line.trim(), lastIn(sections).id);
    if (id === undefined) lastIn(sections).lines.push(line);
    else sections.push({ id, lines: [line.trim().replace(numberedHeading, '')] });
  }
  return sections;
}

/**
 * The section number of a heading. A line that is not marked as one must be short, go on from the last
 * number, and begin with a name: `34 patients responded` and `3 例患者` are lines of a text.
 */
function headingNumber(line: string, last: string): string | undefined {
  const [, mark, number] = numberedHeading.exec(line) ?? [];
  if (number === undefined || mark?.startsWith('#')) return number;
  if (!followsOn(last === 'introduction' ? '0' : last, number)) return undefined;
  if (mark) return number;
  const name = line.replace(numberedHeading, '');
  return line.length < 60 &&
    /^(?![例名位个項项年月周天日次岁级种])[^\p{Ll}]/u.test(name) &&
    !sentenceEnd.test(name)
    ? number
    : undefined;
}

/** Whether a section number can come after another: 2.1 after 2, 2.2 or 3 after 2.1.2. */
function followsOn(last: string, next: string): boolean {
  const [before, after] = [last.split('.').map(Number), next.split('.').map(Number)];
  const at = after.findIndex((part, i) => part !== before[i]);
  return at >= 0 && after[at] === (before[at] ?? 0) + 1 && after.slice(at + 1).every((part) => part === 1);
}

/**
 * The passages of a section. One begins with each sentence, or clause of it, that calls out other works, and
 * goes on through the sentences after it that call out none; a new paragraph that calls out none speaks of no
 * work. In a text that calls out nothing all paragraphs are one passage. A row of a table is always one of
 * its own.
 */
function passagesIn(lines: readonly string[], works: RegExp | undefined): PassageNumbers[] {
  const passages: PassageNumbers[] = [];
  let open: PassageNumbers | undefined;
  let row = false;
  for (const paragraph of paragraphsOf(lines)) {
    if (works || row || isRow(paragraph)) open = undefined;
    row = isRow(paragraph);
    for (const clause of row ? [paragraph] : sentencesOf(paragraph).flatMap((s) => clausesOf(s, works))) {
      const cites = works ? citedIn(clause, works) : [];
      if (!open || (cites.length > 0 && cites.join() !== open.cites.join()))
        passages.push((open = { cites, numbers: [] }));
      // Not all at once as arguments, of which a call takes some ten thousands only.
      for (const number of numbersIn(clause)) open.numbers.push(number);
    }
  }
  return passages.filter(({ numbers }) => numbers.length > 0);
}

const isRow = (line: string) => line.startsWith('|');
const sentences = new Intl.Segmenter('zh', { granularity: 'sentence' });
const sentencesOf = (paragraph: string) => [...sentences.segment(paragraph)].map(({ segment }) => segment);

/** Lines joined to paragraphs: an empty line within a sentence is the end of a page. */
function paragraphsOf(lines: readonly string[]): string[] {
  const paragraphs: string[][] = [['']];
  let gap = false;
  for (const line of lines.map((l) => l.trim())) {
    const open = lastIn(paragraphs);
    if (line === '') gap = true;
    else if (isRow(line) || isRow(firstIn(open)) || line.startsWith('#') || (gap && endsSentence(open)))
      paragraphs.push([line]);
    else open.push(line);
    if (line !== '') gap = false;
  }
  return paragraphs.map((own) => own.join(' '));
}

/** Whether a sentence ends with the last of some lines; a call-out behind it may be as long as a line. */
function endsSentence(lines: readonly string[]): boolean {
  let [from, length] = [lines.length, 0];
  while (from > 0 && length < 500) length += itemIn(lines, (from -= 1)).length + 1;
  return sentenceEnd.test(lines.slice(from).join(' ').replaceAll(callOuts, '').trim());
}

/**
 * A sentence that calls out works at several places, cut between them: behind a call-out that ends a clause,
 * else before the clause of the next.
 */
function clausesOf(sentence: string, works: RegExp | undefined): string[] {
  const calls = works ? [...sentence.matchAll(works)] : [];
  const cuts = calls.slice(1).flatMap(({ index }, i) => {
    const before = itemIn(calls, i);
    const end = before.index + before[0].length;
    const between = sentence.slice(end, index);
    const at = /^\s*[,，;；]/.test(between)
      ? between.search(/[,，;；]/)
      : between.search(/[,，;；][^,，;；]*$/);
    return at < 0 ? [] : [end + at + 1];
  });
  return [0, ...cuts].map((from, i) => sentence.slice(from, cuts[i]));
}

/**
 * The call-outs that lead into a bibliography. Where some stand in brackets, a bare superscript is another
 * mark.
 */
function worksIn(text: string): RegExp | undefined {
  return [bracketed, raised].find((callOut) => text.search(callOut) >= 0);
}

/** No call-out names more works at once; what seems to is another mark. */
const mostCalledOut = 1000;

/** The reference numbers that a text calls out, in order; `[28~31]` are four. */
function citedIn(text: string, works: RegExp): number[] {
  const cited = [...text.matchAll(works)].flatMap(([callOut]) =>
    [...callOut.matchAll(/(\d+)(?:\s*[~–—-]\s*(\d+))?/g)].flatMap(([, from, to = from]) =>
      Array.from(
        { length: Math.min(Number(to) - Number(from) + 1, mostCalledOut) },
        (_, i) => Number(from) + i,
      ),
    ),
  );
  return [...new Set(cited)];
}
