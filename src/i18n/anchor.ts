/** A link within a sentence of a table of words, whose text is no one's but the table's. */
export const anchor = (href: string, text: string): string => `<a href="${href}">${text}</a>`;
/** How a sentence asks for its links. */
export type Anchor = typeof anchor;
