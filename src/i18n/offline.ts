import { offlineWords as en } from './en/offline.ts';
import { spoken } from './locale.ts';
import { offlineWords as zh } from './zh/offline.ts';

/** What is said without a network, and of a newer edition. */
export const offlineWords = spoken({ en, zh });
