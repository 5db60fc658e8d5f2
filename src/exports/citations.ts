import { toAsciiBibtex } from '../citations/bibtex.ts';
import type { Citable } from '../citations/entry.ts';
import { formatIds } from '../citations/styles.ts';
import { write } from '../citations/write.ts';
import { baseAsWork, citationFile, citedNodes, entryOf, worksOf } from '../evidence/citable.ts';
import type { Library } from '../evidence/library.ts';
import { apiFile } from './api/resources.ts';
import { entryFile, type ExportFile } from './file.ts';

/**
 * The library to cite from, each work of it under its key and its former keys, and each entry with the works
 * behind it; in BibTeX, RIS and CSL-JSON. `cite/base` is the base as a whole in this version; `cite/entries`
 * holds the entries alone, for pages that cite a selection of them.
 */
export function citationFiles(library: Library, version: string): ExportFile[] {
  const { references } = library;
  const entries = citedNodes(library);
  const works = () => library.references.map(({ data }) => data);
  return [
    entryFile('cite/library-ascii.bib', () => toAsciiBibtex(works()).text),
    ...formatIds.flatMap((format) => {
      const file = (path: string, items: () => Citable[], inApi?: string): ExportFile =>
        entryFile(
          path.slice(1),
          () => write[format](items()),
          format === 'json' && inApi !== undefined ? apiFile(`${inApi}.json`) : undefined,
        );
      return [
        file(`/cite/base.${format}`, () => [baseAsWork(library, version)]),
        file(`/cite/library.${format}`, works, 'citations'),
        file(`/cite/entries.${format}`, () =>
          citedNodes(library).map((entry) => entryOf(entry, library.base)),
        ),
        ...references.flatMap((reference) => [
          file(citationFile(reference, format), () => [reference.data], `citations/${reference.id}`),
          ...(reference.data.custom?.aliases ?? []).map((alias) =>
            file(`/references/${alias}.${format}`, () => [reference.data], `citations/${alias}`),
          ),
        ]),
        ...entries.map((entry) => file(citationFile(entry, format), () => worksOf(entry, library))),
      ];
    }),
  ];
}
