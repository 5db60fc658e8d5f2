/** The words of the page of the addresses for programs. Those with markup hold code and links within the site, and nothing of the content. */
export const apiPage = {
  title: 'Data for programs',
  description:
    'Versioned addresses from which programs read the base as JSON: lists, entries, facts, citations, with schemas, OpenAPI and examples in R and Python.',
  lede: 'Every list, entry, fact and citation has an address that a program can read. They are files: no key, no limit, no server behind them.',
  addresses: 'Addresses',
  addressesLabel: 'Addresses of the API',
  below: 'All of them begin with',
  address: 'Address',
  holds: 'Holds',
  schema: 'Schema',
  braces:
    'In the place of <code>{id}</code> stands a permanent id, as the lists give it. The <a href="/guide/dictionary/">data ' +
    'dictionary</a> explains each column of facts and lists; the columns of JSON are those of CSV and Parquet.',
  form: 'Form',
  formIs:
    'A file begins with <code>base</code>: name, version, content hash and licence of what it was made from. A list is ' +
    '<code>items</code>, and <code>links</code> of an item lead on. What is empty is left out. A figure in a row is a number; where ' +
    'the number alone would lose something, its characters stand beside it (<code>value</code> 80, <code>value_printed</code> ' +
    '80.0). An entry is as authored, with what the build computes under <code>derived</code>.',
  stays: 'What stays',
  staysAs:
    'Within <code>v1</code> addresses and fields are added, and none is taken away or given another meaning; a change that ' +
    'breaks a program gets a new number, and the old addresses stay beside the new. Ids are permanent. The content hash ' +
    'changes with every change of the content: read <code>index.json</code> to learn whether anything is new.',
  openApi:
    '<a href="/api/v1/openapi.json">openapi.json</a> describes the addresses in OpenAPI 3.1, and <code>schemas/</code> what each of ' +
    'them answers, in JSON Schema; both are made from what checks the content and fills the tables.',
  examples: 'Examples',
  examplesAre:
    'Both pool one endpoint as DerSimonian and Laird did, with a logit, and give the same result: the one that ' +
    '<a href="/synthesis/">the synthesis</a> gives by that method. Whether the studies may be pooled is for the analyst to judge.',
  inR: 'R with metafor',
  inPython: 'Python, with nothing else',
  file: 'as a file',
  elsewhere: 'From other sites',
  otherHosts: 'Lines for nginx and Apache',
  crossOrigin:
    'A page on another host may read these files where the answer says <code>Access-Control-Allow-Origin: *</code>. ' +
    '<code>almanac serve</code> and GitHub Pages say it of themselves, Netlify and Cloudflare Pages by the file ' +
    '<code>_headers</code> of the build. For others:',
} as const;
