import type { Library } from '../evidence/library.ts';
import { binaries, documents, exampleOf, metaforTables, tables } from '../exports/index.ts';
import { snippets } from '../exports/snippets.ts';
import { descriptionOf } from '../i18n/columns.ts';
import { dataPage as words } from '../i18n/data-page.ts';
import { inWords } from '../i18n/locale.ts';
import { withId } from '../model/need.ts';

/** The page of the data: the files of the whole base, those for metafor, and how all are loaded. */
export function dataPage(library: Library) {
  const { base, endpoints } = library;
  const described = [
    ...binaries,
    ...tables.map(({ file, description }) => ({ path: file, description })),
    ...documents,
  ].map(({ path, description }) => [path, descriptionOf(description)] as const);
  return {
    files: [...described, ...Object.entries(words.others)].map(([path, description]) => ({
      path,
      name: path.replace(/^data\//, ''),
      /** Browsers show the others. */
      isDownloaded: !/\.(?:xml|txt)$/.test(path),
      description,
    })),
    analyses: metaforTables(library).map(({ name, file }) => ({
      file,
      label: inWords(withId(endpoints, name.replace(/^metafor-/, '')).data.label),
    })),
    loading: snippets(`${base.url}/data/`, exampleOf(library)).map(({ program, needs, code }) => ({
      title: needs ? words.programWith(program, needs) : program,
      code,
    })),
  };
}
