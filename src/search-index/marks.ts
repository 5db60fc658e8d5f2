/**
 * A tag that the index reads more of than readers need; one whose values hold a `>` may be missed, and then
 * keeps its marks.
 */
const markedTag = /<[a-z][^>]* data-(?:index-|names=)[^>]*>/g;
/** Quotes within values are escaped, so that nothing inside a value looks like this. */
const mark = / data-(?:index-[a-z-]+|names)(?:="[^"]*")?/g;
const unseen = /<span hidden data-index-(?:filter|meta)="[^"]*"><\/span>\n?/g;

/** A page that was indexed as readers get it: without what only the index reads, a tenth of a long page. */
export function withoutIndexMarks(html: string): string {
  return html.replace(unseen, '').replace(markedTag, (tag) => tag.replace(mark, ''));
}
