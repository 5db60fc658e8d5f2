import { factReferences } from '../reading/prose.ts';
import type { EntryNode, Fact, Library } from './library.ts';

/** The facts of studies that the text of an entry gives, once each, in the order of the text. */
export function factsInText(entry: EntryNode, { facts }: Pick<Library, 'facts'>): Fact[] {
  const found = factReferences(entry.body).map(({ id }) =>
    facts.get(id.includes('/') ? id : `${entry.id}/${id}`),
  );
  return [...new Set(found.filter((fact) => fact !== undefined))];
}
