/**
 * What was read of a report. The first two are the report itself; a table, slides, news or a summary are
 * words of others about it, which may have been copied wrongly.
 */
export const readKinds = [
  'full-text',
  'abstract',
  'registry',
  'regulator',
  'slides',
  'news',
  'table-of-later-work',
  'summary',
] as const;
export type ReadKind = (typeof readKinds)[number];

/** Words of others about a report. */
export const ofAnotherWork: readonly ReadKind[] = ['slides', 'news', 'table-of-later-work', 'summary'];
