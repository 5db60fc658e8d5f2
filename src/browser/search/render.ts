import type { Segment } from './excerpt.ts';

/** Makes an element; its children are elements and plain text, never markup. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Text with its matches in `<mark>`. */
export function marked(segments: readonly Segment[]): (Node | string)[] {
  return segments.map(({ text, marked }) => (marked ? make('mark', {}, text) : text));
}

/** The address of the search page for a query. */
export function searchAddress(query: string): string {
  return `/search/?${new URLSearchParams({ q: query })}`;
}
