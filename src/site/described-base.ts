import { isoDate } from '../citations/dates.ts';
import { baseAsWork } from '../evidence/citable.ts';
import { binaries, documents, metaforTables, tables } from '../exports/index.ts';
import { address, catalogue, download, jsonLd, organisation, type Json } from './described.ts';
import type { Described } from '../views/described.ts';
import { site } from './library.ts';

/** The home page: a catalogue, and in it the base as one data set. */
export function describedCatalogue(): Described {
  return described('/', {
    ...catalogue(),
    description: site().library.base.tagline.en,
    publisher: organisation(),
    dataset: dataset(),
  });
}

/** The page of the data: the base as a data set that can be downloaded in every form. */
export function describedData(): Described {
  return described('/data/', { ...dataset(), includedInDataCatalog: catalogue() });
}

function described(path: string, json: { [key: string]: Json }): Described {
  return { terms: [], links: [{ rel: 'cite-as', href: address(path) }], jsonLd: jsonLd(json) };
}

/** What Google Dataset Search asks of a data set, and what the Data Package says of its files. */
function dataset(): { [key: string]: Json } {
  const { library, version } = site();
  const { base } = library;
  const work = baseAsWork(library, version);
  const files = [...tables, ...metaforTables(library)].map(({ file, description }) => ({
    path: file,
    description,
  }));
  return {
    '@type': 'Dataset',
    '@id': address('/data/'),
    url: address('/data/'),
    name: work.title,
    alternateName: base.name,
    description: base.tagline.en,
    keywords: base.subject.en,
    version,
    dateModified: isoDate(work.issued),
    inLanguage: work.language,
    license: base.licence.url,
    isAccessibleForFree: true,
    creator: organisation(),
    publisher: organisation(),
    distribution: [...files, ...documents, ...binaries].map((file) =>
      download(`/${file.path}`, file.description),
    ),
  };
}
