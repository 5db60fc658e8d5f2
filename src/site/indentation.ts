/** Elements whose white space is shown or run as it stands. */
const asItStands = /<(pre|script|style|textarea)\b[^]*?<\/\1>/g;

/**
 * A page without the indentation of its lines, which no browser shows and which is a tenth of its weight.
 * Line breaks stay, so that words on two lines stay apart.
 */
export function withoutIndentation(html: string): string {
  const out: string[] = [];
  let from = 0;
  for (const match of html.matchAll(asItStands)) {
    out.push(unindented(html.slice(from, match.index)), match[0]);
    from = match.index + match[0].length;
  }
  out.push(unindented(html.slice(from)));
  return out.join('');
}

const unindented = (text: string) => text.replace(/\n[ \t]+/g, '\n').replace(/\n{2,}/g, '\n');
