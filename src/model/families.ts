/** Families of endpoints, in the order in which pages show them. */
export const families = [
  'response',
  'residual-disease',
  'survival',
  'events',
  'relapse',
  'safety',
  'pharmacology',
  'treatment',
  'participants',
  'follow-up',
  'context',
] as const;
export type Family = (typeof families)[number];

/** Families that say how patients fared; the others describe patients, treatment and study. */
export const outcomeFamilies: readonly Family[] = [
  'response',
  'residual-disease',
  'survival',
  'events',
  'relapse',
  'safety',
];
/**
 * Of those the families of what happens to patients: it occurs in a share of them, and less of it is better.
 */
export const eventFamilies: readonly Family[] = ['events', 'relapse', 'safety'];
