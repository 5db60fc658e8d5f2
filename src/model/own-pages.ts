/**
 * Pages of the site itself, which are there whatever the content says, with the anchors on them that prose
 * may lead to. `tests/site/own-pages.test.ts` holds this against a build.
 */
export const ownPages: Readonly<Record<string, readonly string[]>> = {
  '/': [],
  '/404.html': [],
  '/about/': ['checked', '_cite'],
  '/compare/': [],
  '/data/': ['files', 'loading', 'state'],
  '/data/api/': ['addresses', 'form', 'stays', 'elsewhere'],
  '/endpoints/': ['_scales', '_abbreviations'],
  '/guide/': [],
  '/guide/checks/': [
    'what-is-checked',
    'how-to-read-a-finding',
    'when-the-source-is-wrong',
    'when-two-sources-differ',
  ],
  '/guide/cite/': ['what-to-cite', 'addresses-and-versions', '_cite'],
  '/guide/compare/': ['before-you-compare', 'denominators-brought-into-line'],
  '/guide/contribute/': ['step-by-step', 'rules-that-no-program-can-check', 'corrections'],
  '/guide/dictionary/': ['conventions', 'tables'],
  '/guide/figure/': [
    'where-a-figure-comes-from',
    'printed-and-computed',
    'what-a-confidence-interval-says',
    'exact-and-approximate-intervals',
    'in-whom-denominators',
    'risk-of-bias',
    'missing-values',
  ],
  '/guide/pool/': [
    'what-must-hold',
    'common-effect-and-random-effects',
    'heterogeneity',
    'prediction-interval',
  ],
  '/map/': [],
  '/map/balance/': [],
  '/map/timeline/': [],
  '/offline/': [],
  '/quality/': ['ledger', 'checks'],
  '/references/': [],
  '/reviews/': [],
  '/search/': [],
  '/syntheses/': [],
  '/synthesis/': ['how'],
  '/therapies/': [],
  '/topics/': [],
  '/trials/': [],
};

const tables = [
  'trials',
  'arms',
  'outcomes',
  'planned',
  'registered',
  'appraisals',
  'references',
  'claims',
  'syntheses',
  'findings',
  'discrepancies',
];

/** Files of the site itself beside its pages. */
export const ownFiles: readonly string[] = [
  ...['/favicon.svg', '/feed.xml', '/llms.txt', '/robots.txt', '/service-worker.js', '/sitemap-index.xml'],
  ...['base', 'entries', 'library'].flatMap((name) =>
    ['bib', 'json', 'ris'].map((format) => `/cite/${name}.${format}`),
  ),
  '/cite/library-ascii.bib',
  ...tables.map((name) => `/data/${name}.csv`),
  ...['datapackage.json', 'evidence.json', 'evidence.ndjson', 'evidence.schema.json'].map(
    (name) => `/data/${name}`,
  ),
  ...['evidence.parquet', 'evidence.xlsx'].map((name) => `/data/${name}`),
];

/**
 * Whether an id of a page of words would take the place of a page of the site; the page about the base has
 * one of its own.
 */
export const isTaken = (id: string) =>
  id !== 'about' && (`/${id}/` in ownPages || id === '404' || id === '500');
