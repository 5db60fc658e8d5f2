/** Draws from lists; the same seed always draws the same. */
export class Draw {
  private state: number;
  constructor(seed: number) {
    this.state = seed | 0;
  }
  /** Mulberry32: a number from 0 to 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
  of<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!;
  }
  chance(share: number): boolean {
    return this.next() < share;
  }
  some<T>(list: readonly T[], most: number): T[] {
    if (list.length === 0) return [];
    return [...new Set(Array.from({ length: Math.floor(this.next() * (most + 1)) }, () => this.of(list)))];
  }
}
