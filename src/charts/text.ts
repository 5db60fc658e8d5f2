import { lastIn } from '../model/need.ts';

/** Han characters and their signs are twice as wide as the mean letter, and lines break between them. */
const wide = /[\p{sc=Han}\u3000-\u303F\uFF00-\uFF60]/gu;
const widthOf = (text: string) => text.length + (text.match(wide)?.length ?? 0);

/** Text that fits a width, at the mean width of a letter. */
export function clipped(text: string, width: number, letter: number): string {
  const room = Math.max(4, Math.floor(width / letter));
  if (widthOf(text) <= room) return text;
  let kept = text.slice(0, room - 1);
  while (widthOf(kept) >= room) kept = kept.slice(0, -1);
  return `${kept}…`;
}

/** Words, each with the space before it; of Han each character with the signs that may begin no line. */
const piecesOf = (text: string) =>
  text
    .split(/(?=[ ])/)
    .flatMap((word) => word.match(/ ?[\p{sc=Han}（“][，。；：、）”]*|[^\p{sc=Han}（“]+/gu) ?? word);

/** Text in lines that fit a width, broken between words. */
export function wrapped(text: string, width: number, letter: number): string[] {
  const room = Math.max(8, Math.floor(width / letter));
  const lines = [''];
  for (const piece of piecesOf(text)) {
    const last = lastIn(lines);
    if (last === '' || widthOf(last + piece) > room) {
      if (last === '') lines.pop();
      lines.push(piece.trimStart());
    } else lines[lines.length - 1] = last + piece;
  }
  return lines;
}
