import fs from 'node:fs';
import {
  ReferenceImport,
  type FileImport,
  type Outcome,
} from '../../../../src/importing/references/import.ts';
import type { Reference } from '../../../../src/model/reference.ts';

const folder = new URL('../../../fixtures/import/', import.meta.url);

export const bytesOf = (name: string): Buffer => fs.readFileSync(new URL(name, folder));

/** A file put into a library that is empty, or has these works. */
export function imported(bytes: Buffer | string, works: readonly Reference[] = []): FileImport {
  return new ReferenceImport(works, [], () => false).read('the file', Buffer.from(bytes));
}

/** The works that a file adds to an empty library, in its order. */
export function worksIn(bytes: Buffer | string): Reference[] {
  return imported(bytes).outcomes.flatMap((outcome) => ('added' in outcome ? [outcome.added] : []));
}

export const refusedIn = ({ outcomes }: { outcomes: Outcome[] }) =>
  outcomes.flatMap((outcome) => ('refused' in outcome ? [[outcome.line, outcome.refused] as const] : []));

export const notesIn = ({ outcomes }: { outcomes: Outcome[] }) =>
  outcomes.flatMap((outcome) => ('notes' in outcome ? outcome.notes : []));

/** Authors or editors in a line each: `Family, Given, Jr`, `{Group}`. */
export const people = (names: Reference['author']): string[] =>
  (names ?? []).map((name) =>
    'literal' in name
      ? `{${name.literal}}`
      : [[name['non-dropping-particle'], name.family].filter(Boolean).join(' '), name.given, name.suffix]
          .filter(Boolean)
          .join(', '),
  );

/** A date to its precision: `2034-01-05`, `2034-01/2034-02`. */
export const dated = (work: Reference | undefined): string =>
  (work?.issued?.['date-parts'] ?? [])
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'))
    .join('/');
