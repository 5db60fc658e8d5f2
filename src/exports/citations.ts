import { toBibtex } from '../citations/bibtex.ts';
import { entryReference, type Citable } from '../citations/entry.ts';
import type { Library, TrialNode } from '../evidence/library.ts';
import type { ExportFile } from './file.ts';

/** The library to cite from, each work of it, and each trial: its entry first, then the works that report it. */
export function citationFiles({ base, references, trials }: Library): ExportFile[] {
  const items = references.map(({ data }) => data);
  return [
    { path: 'cite/library.bib', content: toBibtex(items) },
    { path: 'cite/library.json', content: `${JSON.stringify(items, null, 2)}\n` },
    ...items.map((item) => ({ path: `references/${item.id}.bib`, content: toBibtex([item]) })),
    ...trials.map((trial) => ({ path: `trials/${trial.id}.bib`, content: toBibtex(worksOf(trial, base)) })),
  ];
}

/** What citing a trial cites: its entry in this version, then the works that report it. */
export function worksOf({ id, path, data, reports }: TrialNode, base: Library['base']): Citable[] {
  const { version, updated, title } = data;
  const entry = entryReference({ id: `trial-${id}`, title: title.en, path, version, updated, base });
  return [entry, ...new Set(reports.map(({ reference }) => reference.data))];
}
