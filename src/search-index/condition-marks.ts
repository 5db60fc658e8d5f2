/**
 * What only the conditions of structured search have: `therapy:x`, `n>20`. It stands alone, for lists that
 * ask before they load it.
 */
export const marksOfConditions = /[:：<>=≥≤]/;
