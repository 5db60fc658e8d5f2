import type { Postings } from '../postings.ts';
import type { Named } from './names.ts';

/** One thing that a query asks for. */
export interface Part {
  /** As it was typed. */
  said: string;
  pages: Postings;
  /** The names taken for it, the first of them the one to show; none for a word. */
  named: Named[];
  /** How the word was taken: as it stands, as the beginning of another, or corrected. */
  taken: 'exact' | 'beginning' | 'corrected';
  /** What it was taken for, where it was corrected. */
  instead?: string;
  /** It says little of what is asked. */
  faint: boolean;
  /** It was put in quotes. */
  isPhrase?: boolean;
  /** A beginning of names that is a common word, too. */
  isCommon?: boolean;
}

/** What a query asks for. */
export interface Understood {
  parts: Part[];
  /** What no page has. */
  missing: string[];
  /** The query with its slips corrected; undefined where there are none. */
  corrected: string | undefined;
  /** It asks how, why or what. */
  isQuestion: boolean;
}
