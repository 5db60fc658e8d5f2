/**
 * The words of the page of the data. Those with markup hold code and links within the site, and nothing of
 * the content.
 */
export const dataPage = {
  title: 'Data',
  description:
    'The whole base as CSV, JSON, Parquet and a workbook, with a dictionary of every column and how to load it.',
  lede: (version: string) => `All data on this site, as files. Version ${version}, under`,
  files: 'Files',
  filesLabel: 'Files of the whole base',
  file: 'File',
  holds: 'Holds',
  /** Files that are no tables, by their place. */
  others: {
    'cite/library.bib': 'The references as BibTeX',
    'cite/library.json': 'The same as CSL-JSON',
    'feed.xml': 'New and changed entries, with the figures that changed: an Atom feed',
    'llms.txt': 'What this is and where everything lies, for programs that read',
  },
  besideEntries:
    'Every entry is also available next to its page: <code>/trials/ID.json</code> (and likewise for therapies, topics and ' +
    'reviews) contains the entry with its computed values and references; <code>/trials/ID.fhir.json</code> is the trial as an ' +
    'FHIR R5 bundle (ResearchStudy, Citation, Evidence). These FHIR resources are marked experimental, as in R5 itself.',
  forPrograms:
    'Programs that ask for one list, entry or endpoint at a time read it from <a href="/data/api/">versioned addresses</a> ' +
    '(<code>/api/v1/…</code>), with schemas and an OpenAPI description.',
  metafor: 'For meta-analysis',
  metaforRows:
    'One file for each endpoint with results of two studies or more: one row for each statistic of a study arm, from the ' +
    "study's own reports, none that a later report of the same patients replaces, none of a subgroup, none of historical " +
    'comparators. Of several figures of an arm the one read in the report itself and of the widest population stands.',
  metaforUse:
    'A file taken whole is not what <a href="/synthesis/">the synthesis</a> pools: it holds comparators, several statistics, ' +
    'and arms of one study. The rows with one value of <code>row</code> and <code>usual</code> true are those that the ' +
    'synthesis pools by default, and give its result. <code>overlaps</code> names other rows of the same study, or of a study ' +
    'that shares patients. <code>almanac pool</code> reads these files, takes the usual rows and refuses those that would count ' +
    'a patient twice. Whether studies may be pooled is for the analyst to judge: populations, gradings and settings differ.',
  loading: 'Loading',
  programWith: (program: string, needs: string) => `${program} with ${needs}`,
  state: 'Version and hash',
  stateIs: (version: string) => `These files are version ${version}, with the content hash`,
  hash: 'Content hash',
  hashMeans:
    'The foot of every page shows its first digits, and <code>datapackage.json</code> states it with the size and hash of every ' +
    'CSV file, so that an analysis can say which evidence it used. It is the SHA-256 of the list that <code>sha256sum</code> ' +
    'prints for the files of the content folder in the order of their paths; two builds of the same content give the same bytes.',
  dictionary:
    'What each column holds, and how the files are written, stands in the <a href="/guide/dictionary/">data dictionary</a>.',
} as const;
