/**
 * Two pieces of a Chinese sentence: apart by a space only where both sides would run together in Latin
 * letters or digits.
 */
export const beside = (before: string, after: string): string =>
  /[\p{sc=Han}（）：，。；]$/u.test(before) ||
  /^[\p{sc=Han}（）：，。；]/u.test(after) ||
  before === '' ||
  after === ''
    ? before + after
    : `${before} ${after}`;
