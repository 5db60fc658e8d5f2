import { formatReferences, shortLabel as label } from '../citations/format.ts';
import type { ReferenceNode } from '../evidence/library.ts';
import { site } from './library.ts';

let formatted: { of: unknown; map: Map<string, string> } | undefined;

/** The formatted citation of a reference as HTML; all are formatted once, in one batch. */
export function formattedReference(reference: ReferenceNode): string {
  const { library } = site();
  if (formatted?.of !== library) formatted = { of: library, map: formatReferences(library.references.map((node) => node.data)) };
  return formatted.map.get(reference.id) ?? '';
}

/** Author and year: "Maude et al. 2018". */
export function shortLabel(reference: ReferenceNode): string {
  return label(reference.data);
}
