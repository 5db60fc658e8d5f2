/**
 * The words of the page of the addresses for programs. Those with markup hold code and links within the site,
 * and nothing of the content.
 */
export const apiPage = {
  title: 'Data for programs',
  description:
    'Versioned addresses from which programs read the base as JSON: lists, entries, facts, citations, with schemas, OpenAPI and examples in R and Python.',
  lede: 'All lists, entries, facts and citations as files at fixed addresses. No key, no rate limit, and no server that has to be kept running.',
  addresses: 'Addresses',
  addressesLabel: 'Addresses of the API',
  below: 'All of them begin with',
  address: 'Address',
  holds: 'Holds',
  schema: 'Schema',
  noSchema: 'none',
  braces:
    'Put a permanent id from the lists in place of <code>{id}</code>. Not every endpoint has facts or inputs: <code>links</code> in ' +
    '<a href="/api/v1/endpoints.json">endpoints.json</a> gives the addresses of those that exist. The ' +
    '<a href="/guide/dictionary/">data dictionary</a> explains each column of facts and lists; JSON has the same columns as CSV and ' +
    'Parquet.',
  form: 'Form',
  formIs:
    'Each file begins with <code>base</code>: the name, version, content hash and licence of the base that it was made from. A list ' +
    'has <code>items</code>, and the <code>links</code> of an item are the addresses of its own files. Empty fields are left out. ' +
    'Figures are numbers; where a number alone would lose something, the printed characters are given as well ' +
    '(<code>value</code> 80, <code>value_printed</code> 80.0), though not for a figure that was computed. An entry is as its author ' +
    'wrote it, with what the build computes under <code>derived</code>.',
  stays: 'What will not change',
  staysAs:
    'Addresses and fields may be added to <code>v1</code>, but none is removed or given another meaning. A change that would break ' +
    'programs gets a new version number, and the old addresses remain beside the new ones. Ids are permanent. The content hash in ' +
    '<code>index.json</code> changes whenever the content does: read it to learn whether anything is new.',
  openApi:
    '<a href="/api/v1/openapi.json">openapi.json</a> describes the addresses in OpenAPI 3.1, and <code>schemas/</code> describes in ' +
    'JSON Schema what each of them returns. Both are generated from the definitions that check the content and fill the tables.',
  examples: 'Examples',
  examplesAre:
    'Both examples pool one endpoint on the logit scale with the DerSimonian–Laird estimator, and both give the result that ' +
    '<a href="/synthesis/">the synthesis</a> gives with that estimator. Whether the studies may be pooled is for the analyst to judge.',
  inR: 'R with metafor',
  inPython: 'Python, standard library only',
  file: 'as a file',
  elsewhere: 'From other sites',
  otherHosts: 'Lines for nginx and Apache',
  crossOrigin:
    'A page on another host can read these files if they are served with the header <code>Access-Control-Allow-Origin: *</code>. ' +
    '<code>almanac serve</code> and GitHub Pages send it by default; Netlify and Cloudflare Pages take it from the file ' +
    '<code>_headers</code> of the build. For other servers:',
} as const;
