import { lastIn } from '../model/need.ts';

/** Text that fits a width, at the mean width of a letter. */
export function clipped(text: string, width: number, letter: number): string {
  const room = Math.max(4, Math.floor(width / letter));
  return text.length > room ? `${text.slice(0, room - 1)}…` : text;
}

/** Text in lines that fit a width, broken between words. */
export function wrapped(text: string, width: number, letter: number): string[] {
  const room = Math.max(8, Math.floor(width / letter));
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lastIn(lines);
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
