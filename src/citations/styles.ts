/** The styles in which citations are offered, in the order in which pages offer them. */
export const styles = {
  nlm: {
    label: 'NLM',
    name: 'National Library of Medicine (Vancouver)',
    // As citation-js brings it.
    template: 'vancouver',
    /** From so many names on the style prints only the first of them; `undefined` where it needs them all. */
    etAlFrom: 7,
  },
  ama: {
    label: 'AMA',
    name: 'American Medical Association, 11th edition',
    template: 'american-medical-association',
    etAlFrom: 7,
  },
  apa: {
    label: 'APA',
    name: 'American Psychological Association, 7th edition',
    template: 'apa',
    etAlFrom: undefined,
  },
  'gb-t-7714': {
    label: 'GB/T 7714',
    name: 'GB/T 7714—2015 (numeric)',
    template: 'china-national-standard-gb-t-7714-2015-numeric',
    etAlFrom: 4,
  },
} as const;
export type StyleId = keyof typeof styles;
export const styleIds = Object.keys(styles) as StyleId[];

/** The file formats in which citations are offered. */
export const formats = {
  bib: { label: 'BibTeX', type: 'application/x-bibtex' },
  ris: { label: 'RIS', type: 'application/x-research-info-systems' },
  json: { label: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json' },
} as const;
export type FormatId = keyof typeof formats;
export const formatIds = Object.keys(formats) as FormatId[];
