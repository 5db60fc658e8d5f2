import type { Form } from './read.ts';

/** Some whole records of a text; `line` counts from 1. */
export interface Segment {
  text: string;
  line: number;
}

/** Where a text may be cut: before what begins a record, or behind what ends one. */
const cuts: Partial<Record<Form, { before: RegExp } | { behind: RegExp }>> = {
  BibTeX: { before: /^[ \t]*@[A-Za-z]+[ \t]*[{(]/gm },
  RIS: { behind: /^[ \t]?ER {1,2}-[^\n]*\n/gm },
  'PubMed (nbib)': { before: /^PMID ?- ?\d/gm },
  'EndNote (.enw)': { before: /^[ \t]?%0[ \t\n]/gm },
  NoteExpress: { before: /^[ \t]*\{Reference Type\}/gm },
  CNKI: { before: /^DataType\s*[:：]/gm },
  RefWorks: { before: /^RT [A-Z]/gm },
  'Web of Science': { behind: /^ER[ \t]*\n/gm },
  'CSL-YAML': { before: /^- /gm },
};

/** How many characters are read together: a file of that size is read in one go. */
export const segmentSize = 16_000_000;

/**
 * A text that comes in pieces, in segments of whole records. Where a form cannot be cut, or a text has no
 * place for it, all of it is one segment.
 */
export function* segmentsOf(pieces: Iterable<string>, form: Form, size = segmentSize): Generator<Segment> {
  const cut = cuts[form];
  let [text, line] = ['', 1];
  // What was searched in vain is not searched again before twice as much has come.
  let wanted = size;
  for (const piece of pieces) {
    text += piece;
    if (text.length < wanted || !cut) continue;
    const at = lastCut(text, cut);
    if (at <= 0) {
      wanted = 2 * text.length;
      continue;
    }
    const segment = text.slice(0, at);
    yield { text: segment, line };
    line += segment.split('\n').length - 1;
    [text, wanted] = [text.slice(at), size];
  }
  if (text.trim() !== '') yield { text, line };
}

/** The last place at which a text may be cut, looked for from its end; 0 where there is none. */
function lastCut(text: string, cut: { before: RegExp } | { behind: RegExp }): number {
  const pattern = 'before' in cut ? cut.before : cut.behind;
  for (let width = 100_000; ; width *= 4) {
    const from = Math.max(0, text.lastIndexOf('\n', text.length - width));
    const last = [...text.slice(from).matchAll(pattern)].at(-1);
    if (last) return from + last.index + ('before' in cut ? 0 : last[0].length);
    if (from === 0) return 0;
  }
}
