/**
 * A text as an id: lower-case letters and digits joined by hyphens, cut at a word where it is too long; empty
 * where it has neither, as in Chinese.
 */
export function slug(text: string, most = 60): string {
  const whole = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (whole.length <= most) return whole;
  const cut = whole.slice(0, most + 1);
  return cut.slice(0, cut.lastIndexOf('-') > most / 2 ? cut.lastIndexOf('-') : most).replace(/-+$/, '');
}

/** Ids of one space, each given once: a second one of the same words has a number behind it. */
export class Ids {
  readonly #taken = new Set<string>();

  /** An id of the parts that say something; of the last resort where none does. */
  take(parts: readonly (string | undefined)[], resort: string): string {
    const wanted =
      parts
        .flatMap((part) => (part ? [part] : []))
        .join('-')
        .slice(0, 90)
        .replace(/-+$/, '') || resort;
    let id = wanted;
    for (let i = 2; this.#taken.has(id); i += 1) id = `${wanted}-${i}`;
    this.#taken.add(id);
    return id;
  }
}
