import type { Mention } from './endpoints.ts';
import type { PrintedGrade } from './grades.ts';
import type { Head } from './heads.ts';
import type { Item } from './items.ts';
import type { Base } from './shares.ts';
import type { Duration } from './times.ts';

/** A figure with what the sentence says of it. */
export interface Bound extends Head {
  /** Ids of what it is a figure of: one beyond doubt, or several among which the sentence does not decide. */
  endpoints: readonly string[];
  time?: Duration | undefined;
  grade?: PrintedGrade | undefined;
  arm?: number | undefined;
  /** The words before it that are about it. */
  zone: string;
}

export interface Sentence {
  text: string;
  items: readonly Item[];
  mentions: readonly Mention[];
  heads: readonly Head[];
  bases: readonly Base[];
}
