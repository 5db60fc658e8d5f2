import { mapWords as en } from './en/map.ts';
import { spoken } from './locale.ts';
import { mapWords as zh } from './zh/map.ts';

/** The map of the evidence, and its views by time and by benefit and harm. */
export const mapWords = spoken({ en, zh });
