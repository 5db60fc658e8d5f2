/** Numbers that look drawn by chance and are always the same for the same seed and subject. */
export class Draw {
  private state: number;

  /** @param subject what is drawn for, such as `trial 12`: each subject has its own numbers */
  constructor(seed: number, subject: string) {
    // FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
    this.state = [...`${seed} ${subject}`].reduce(
      (hash, c) => Math.imul(hash ^ c.charCodeAt(0), 0x01000193),
      0x811c9dc5,
    );
  }

  /** A number from 0 to below 1, by mulberry32 (Tommy Ettinger, public domain). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /**
   * A rank below `count`, the first ones far more often than the last (about by Zipf's law, as words of a
   * language are).
   */
  rank(count: number): number {
    return Math.min(count - 1, Math.floor((count + 1) ** this.next()) - 1);
  }

  one<T>(list: readonly T[]): T {
    return list[this.whole(0, list.length - 1)]!;
  }
}

/** A prime whose square is above the largest number of trials. */
const prime = 317;

/**
 * The k-th telling digit of a trial, from 0 to 316: no two trials have more than one of them alike, as no two
 * studies print the same figures. Lines over a prime field meet in at most one point (Reed and Solomon,
 * 1960).
 */
export function telling(seed: number, trial: number, k: number): number {
  const line = (trial * 48_271 + seed) % prime ** 2;
  return ((line % prime) + Math.floor(line / prime) * k) % prime;
}
