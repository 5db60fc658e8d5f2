/** Brackets around names that are searched and never shown; each stands as a word of its own. */
export const opening = '⟦';
export const closing = '⟧';

/**
 * Other names of a row, for an attribute that is indexed:
 * `<tr id="…" data-names={…}>`. The search finds the page by them.
 */
export function hiddenNames(names: readonly (string | undefined)[]): string | undefined {
  const given = [...new Set(names.filter((name) => name !== undefined))];
  return given.length > 0 ? `${opening} ${given.join(' ')} ${closing}` : undefined;
}
