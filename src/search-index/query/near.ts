/**
 * Letters to insert, delete, replace or swap with their neighbour until one word is the other (optimal string
 * alignment, Boytsov 2011); Infinity beyond `most`.
 */
export function edits(a: string, b: string, most: number): number {
  const [one, other] = [[...a], [...b]];
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return Infinity;
    [before, last] = [last, row];
  }
  const far = last[other.length] ?? Infinity;
  return far <= most ? far : Infinity;
}

/** How many slips a word of its length may hold. */
export function slipsIn(word: string, isHan: boolean): number {
  const { length } = [...word];
  if (isHan) return length < 4 ? 0 : length < 8 ? 1 : 2;
  if (length < 4 || /\d/.test(word)) return 0;
  return length < 8 ? 1 : length < 12 ? 2 : 3;
}

/**
 * The nearest of some words to one that is misspelt, and how far it is; those with its first letter before
 * others.
 */
export function nearest<T>(
  asked: string,
  isHan: boolean,
  words: Iterable<[word: string, what: T]>,
  allowed = slipsIn(asked, isHan),
): { what: T; far: number } | undefined {
  let most = allowed;
  if (most === 0) return undefined;
  let best: { what: T; far: number; rank: number } | undefined;
  for (const [word, what] of words) {
    const far = edits(asked, word, most);
    if (far === Infinity || far === 0) continue;
    const rank = far + (word[0] === asked[0] ? 0 : 0.5);
    if (!best || rank < best.rank) best = { what, far, rank };
    most = Math.min(most, Math.ceil(best.rank));
  }
  return best;
}
