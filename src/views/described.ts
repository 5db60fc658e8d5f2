/** What the head of a page tells machines about the entry or record on it. */
export interface Described {
  /** Dublin Core terms, in order. */
  terms: [name: string, content: string][];
  /** Links of Signposting (signposting.org). */
  links: { rel: string; href: string; type?: string }[];
  /** schema.org as JSON, safe to stand in a script element. */
  jsonLd: string;
}
