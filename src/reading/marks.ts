/**
 * What the parser of bodies takes more than its share of time for, found in one pass before it begins: it
 * holds every mark of a passage against those before it, tries each closing brace as the end of whatever an
 * opening one began, and each row as the head of a table.
 *
 * Bodies of real entries stay below a hundredth of these limits.
 */
const most = { pairs: 10_000_000, braces: 200, withinBraces: 5_000_000, bars: 5000 };

/** A passage ends at a blank line and where an item of a list begins. */
const nextPassage = /\n(?:[ \t]*\r?(?=\n)| {0,3}(?=(?:[-*+]|1[.)])[ \t]+\S))/;
const mark = /[*_[\]!<>`~=^]/g;
/** Emphasis within emphasis takes longest. */
const emphasis = /[*_]/g;

/** Where marks that the parser would try by twos become too many. */
export function tooManyMarks(source: string): { offset: number; message: string } | undefined {
  return crowdedPassage(source) ?? crowdedBraces(source) ?? crowdedTable(source);
}

function crowdedPassage(source: string): { offset: number; message: string } | undefined {
  let pairs = 0;
  let offset = 0;
  for (const passage of source.split(nextPassage)) {
    const marks = passage.match(mark)?.length ?? 0;
    pairs += (marks + 2 * (passage.match(emphasis)?.length ?? 0)) ** 2;
    if (pairs > most.pairs) {
      const first = source.indexOf(passage, offset) + passage.search(mark);
      return {
        offset: first,
        message: `the passage has ${marks} marks such as * and [, more than can be read`,
      };
    }
    offset += passage.length;
  }
  return undefined;
}

function crowdedBraces(source: string): { offset: number; message: string } | undefined {
  const first = source.indexOf('{');
  if (first < 0) return undefined;
  const braces = source.match(/[{}]/g)?.length ?? 0;
  const length = source.lastIndexOf('}') - first;
  if (braces <= most.braces && braces * length <= most.withinBraces) return undefined;
  return {
    offset: first,
    message: `the body has ${braces} braces over ${length} characters, more than can be read`,
  };
}

function crowdedTable(source: string): { offset: number; message: string } | undefined {
  const bars = source.match(/\|/g)?.length ?? 0;
  if (bars <= most.bars) return undefined;
  return {
    offset: source.indexOf('|'),
    message: `the body has ${bars} bars of tables, more than can be read`,
  };
}
