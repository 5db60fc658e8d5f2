/** A sentence of a text, or a line of a table in it. `from` and `to` are offsets. */
export interface TextPassage {
  from: number;
  to: number;
  kind: 'sentence' | 'row';
}

const sentences = new Intl.Segmenter('zh', { granularity: 'sentence' });
/** Points that end no sentence. */
const abbreviation =
  /(?:(?:^|[^A-Za-z])(?:vs|e\.g|i\.e|approx|[Nn]o|[Ff]ig|[Pp]t|[Gg]r|C\.I|al|resp|ca|[Pp]))\.\s*$/;
const mostMerged = 400;
const longest = 2000;

/**
 * The passages of a text in order: sentences, for which lines are joined, and rows of tables. Numbered from 1
 * they are what an entry names as `passage 3`.
 */
export function textPassages(text: string): TextPassage[] {
  return blocksOf(text).flatMap((block) => (block.kind === 'row' ? [block] : sentencesIn(text, block)));
}

/** A line whose cells are separated by bars, tabs or wide gaps, as another beside it. */
const bars = (line: string) => (line.match(/\|/g)?.length ?? 0) >= 2;
const tabs = (line: string) => line.includes('\t');
const gaps = (line: string) => /\S\s{2,60}\S/.test(line) && line.length < 400;

export type Separator = 'bars' | 'tabs' | 'gaps';

/** How the cells of a line are separated; undefined outside tables. */
export function separatorOf(line: string): Separator | undefined {
  if (bars(line)) return 'bars';
  if (tabs(line)) return 'tabs';
  return gaps(line) ? 'gaps' : undefined;
}

function blocksOf(text: string): TextPassage[] {
  const lines: { from: number; to: number; text: string }[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    lines.push({ from, to: from + line.length, text: line.replace(/\r$/, '') });
    from += line.length + 1;
  }
  const blocks: TextPassage[] = [];
  let open: TextPassage | undefined;
  lines.forEach((line, i) => {
    const [before, after] = [lines[i - 1]?.text ?? '', lines[i + 1]?.text ?? ''];
    const separator = separatorOf(line.text);
    const isRow =
      separator !== undefined && (separatorOf(before) === separator || separatorOf(after) === separator);
    if (line.text.trim() === '') open = undefined;
    else if (isRow) {
      blocks.push({ from: line.from, to: line.to, kind: 'row' });
      open = undefined;
    } else if (open && !beginsAnew(before, line.text)) open.to = line.to;
    else blocks.push((open = { from: line.from, to: line.to, kind: 'sentence' }));
  });
  return blocks;
}

/**
 * Whether a line is no continuation of the one before it: a point of a list, or behind a line that was not
 * full.
 */
function beginsAnew(before: string, line: string): boolean {
  if (/^\s*(?:[-•*·]\s|\(?\d{1,2}[.)]\s)/.test(line)) return true;
  const width = before.trimEnd().length + (before.match(/\p{sc=Han}/gu)?.length ?? 0);
  return width < 45;
}

function sentencesIn(text: string, { from, to }: TextPassage): TextPassage[] {
  const found: TextPassage[] = [];
  let open: TextPassage | undefined;
  for (const { segment, index } of sentences.segment(text.slice(from, to).replaceAll('\n', ' '))) {
    const end = from + index + segment.length;
    if (open && goesOn(text.slice(open.from, open.to))) open.to = end;
    else found.push((open = { from: from + index, to: end, kind: 'sentence' }));
  }
  return found.filter((one) => text.slice(one.from, one.to).trim() !== '').flatMap((one) => cut(text, one));
}

/**
 * What has no end for a page or more is no sentence: it is cut where a word ends, so that reading it stays
 * quick.
 */
function cut(text: string, { from, to, kind }: TextPassage): TextPassage[] {
  const parts: TextPassage[] = [];
  let start = from;
  while (to - start > longest) {
    const end = start + longest;
    const gap = text.slice(end - 100, end).search(/[\s,;，；、](?=[^\s,;，；、]*$)/);
    const next = gap < 0 ? end : end - 100 + gap + 1;
    parts.push({ from: start, to: next, kind });
    start = next;
  }
  return [...parts, { from: start, to, kind }];
}

/** Whether a sentence is not at its end: behind an abbreviation, or within brackets. */
function goesOn(sentence: string): boolean {
  if (sentence.length > mostMerged) return false;
  const count = (signs: RegExp) => sentence.match(signs)?.length ?? 0;
  return abbreviation.test(sentence) || count(/[(（]/g) > count(/[)）]/g);
}
