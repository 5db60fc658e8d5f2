/** What an arm is in its study. */
export const armRoles = ['experimental', 'comparator', 'single', 'historical'] as const;

/**
 * Whether others are held against an arm: drawn as a hollow square everywhere, and pooled only where a reader
 * asks for it.
 */
export const isComparator = (role: string): boolean => role === 'comparator' || role === 'historical';
