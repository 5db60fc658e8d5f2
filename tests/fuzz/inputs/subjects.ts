import fs from 'node:fs';
import path from 'node:path';
import { registryRecords } from '../../support/registry-records.ts';
import { englishStrings } from '../../unit/importing/results/strings-en.ts';
import { release } from './made.ts';
import { chineseStrings } from '../../unit/importing/results/strings-zh.ts';

/** A kind of input, with sound ones that are damaged, and the commands that read it. */
export interface Subject {
  name: string;
  /** How often it is drawn, by what it costs. */
  weight: number;
  seeds: readonly Buffer[];
  /** Where the damaged input stands in the sandbox. */
  file: (which: number) => string;
  /** @param pick a drawn number, by which options vary */
  command: (file: string, pick: number) => string[];
  /** Files that the command may write, by their path in the sandbox. */
  writes: RegExp;
  /** The command may be run again and then changes nothing. */
  isOnce?: true;
}

const fixtures = path.resolve('tests/fixtures');
const read = (...names: string[]) =>
  names.map((name) => fs.readFileSync(path.join(fixtures, 'import', name)));
const none = /^(?!)/;
const content = ['--content', 'content'];
const one = <T>(list: readonly T[], pick: number): T => list[pick % list.length] as T;

const refs = (name: string, weight: number, ...files: string[]): Subject => ({
  name,
  weight,
  seeds: read(...files),
  file: () => 'in.txt',
  command: (file) => ['import', 'refs', file, ...content],
  writes: /^content\/references\.yaml$/,
  isOnce: true,
});

const ctgov = (name: string, weight: number, seeds: readonly Buffer[]): Subject => ({
  name,
  weight,
  seeds,
  file: () => 'in.txt',
  command: (file, pick) => ['import', 'ctgov', file, ...content, ...(pick % 5 === 0 ? ['--dry-run'] : [])],
  writes: /^content\/(?:(?:references|endpoints)\.yaml|(?:trials|sources)\/[a-z0-9-]+\.(?:mdx|yaml))$/,
  isOnce: true,
});

const counts = [
  'study,events,total\nA 2030,3,12\nB 2031,5,20\nC 2032,0,11\n',
  'study;events;total\nA;1.204;2.000\nB;"7";9\nC;NA;8\n',
];
const ratios = [
  'study,estimate,low,high,level\nA,0.62,0.41,0.95,95\nB,1.1,0.8,1.5,95\nC,0.7,0.5,0.98,90\n',
  'study\testimate\tlow\thigh\nA\t2.1\t1.1\t4.0\nB\t1,4\t0,9\t2,2\n',
];
const pool = (name: string, tables: readonly string[], measures: readonly string[]): Subject => ({
  name,
  weight: 4,
  seeds: tables.map((text) => Buffer.from(text)),
  file: () => 'in.csv',
  command: (file, pick) => {
    const [method, test] = [
      one(['DL', 'REML', 'PM', 'FE', 'ML', 'GLMM'], pick >> 2),
      one(['z', 'knha', 'adhoc'], pick >> 5),
    ];
    return [
      'pool',
      file,
      '--measure',
      one(measures, pick),
      '--method',
      method,
      '--test',
      test,
      ...(pick % 2 ? ['--json'] : []),
    ];
  },
  writes: none,
});

const strings = [...englishStrings, ...chineseStrings].map(([text]) => Buffer.from(text));
const results: Subject = {
  name: 'parse',
  weight: 6,
  seeds: strings,
  file: () => 'in.txt',
  command: (file, pick) => [
    'parse',
    file,
    ...content,
    ...(pick % 3 === 0 ? ['--of', 'smith-2020', '--source', 'made-of-it'] : []),
  ],
  writes: /^content\/sources\/made-of-it\.yaml$/,
};

const verifyText: Subject = {
  name: 'verify, the text',
  weight: 2,
  seeds: strings,
  file: () => 'in.txt',
  command: (file, pick) => [
    'verify',
    'content/trials/alpha.mdx',
    '--text',
    file,
    '--of',
    'smith-2020',
    ...(pick % 2 ? ['--format', 'json'] : []),
  ],
  writes: none,
};
const verifyEntry: Subject = {
  name: 'verify, the entry',
  weight: 2,
  seeds: ['alpha', 'beta'].map((id) => fs.readFileSync(path.join(fixtures, 'good', 'trials', `${id}.mdx`))),
  file: () => 'in.mdx',
  command: (file) => [
    'verify',
    file,
    '--text',
    'Of 40 patients 24 (60%) had a complete response; median 12.1 months.',
    '--of',
    'smith-2020',
  ],
  writes: none,
};
const traceIndex: Subject = {
  name: 'trace index',
  weight: 2,
  seeds: strings,
  file: () => 'in.txt',
  command: (file, pick) => [
    'trace',
    'index',
    file,
    '--of',
    'smith-2020',
    '--title',
    'T',
    ...(pick % 2 ? ['--section', 'abstract'] : []),
  ],
  writes: none,
};

/** The files of a content folder, any of which may be the damaged one. */
const contentFiles = fs
  .readdirSync(path.join(fixtures, 'good'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:mdx|yaml)$/.test(name))
  .sort();
const ofContent = (name: string, weight: number, command: Subject['command'], writes = none): Subject => ({
  name,
  weight,
  seeds: contentFiles.map((file) => fs.readFileSync(path.join(fixtures, 'good', file))),
  file: (which) => path.posix.join('content', contentFiles[which % contentFiles.length] ?? ''),
  command,
  writes,
});
const checked = ofContent('YAML and MDX', 7, (_, pick) => [
  'check',
  ...content,
  '--format',
  one(['text', 'json', 'github'], pick),
]);
const traced = ofContent('trace', 1, (_, pick) => ['trace', one(['locate', 'report'], pick), ...content]);
const located = ofContent(
  'trace locate --write',
  1,
  () => ['trace', 'locate', '--write', ...content],
  /^content\/[a-z]+\/[a-z0-9-]+\.mdx$/,
);
const cited = ofContent('cite, stale, prompt', 1, (_, pick) =>
  one(
    [
      ['cite', 'smith-2020', '--style', one(['bibtex', 'ris', 'csl-json'], pick >> 2), ...content],
      ['stale', ...content],
      ['prompt', 'CR 5/10', ...content],
    ],
    pick,
  ),
);
const changes = ofContent('diff', 1, (_, pick) => [
  'diff',
  '0.1.0',
  ...content,
  '--format',
  one(['text', 'markdown', 'json'], pick),
]);
const released: Subject = {
  name: 'diff, the release',
  weight: 1,
  seeds: [Buffer.from(release)],
  file: () => 'content/releases/0.1.0.json',
  command: (_, pick) =>
    one(
      [
        ['diff', '0.1.0', ...content],
        ['check', ...content],
      ],
      pick,
    ),
  writes: none,
};
const importing = ofContent(
  'import into damaged content',
  2,
  (_, pick) =>
    one(
      [
        ['import', 'refs', 'sound.ris', ...content],
        ['import', 'ctgov', 'sound.json', ...content],
      ],
      pick,
    ),
  /^content\/(?:(?:references|endpoints)\.yaml|(?:trials|sources)\/[a-z0-9-]+\.(?:mdx|yaml))$/,
);

/** A record in the form of a text; what stands in it is invented. */
const text = [
  'Inventumab in Relapsed Leukaemia',
  'A summary of some lines.',
  'Acute Leukaemia|Lymphoma',
  'BIOLOGICAL: Testumab|DRUG: Invented scheme',
  'Overall Survival, Time from randomisation, Up to 36 months|Remission, By marrow, Day 28',
  'Relapse, Any, Up to 2 years',
  'A description.',
].join('\n');

export const subjects: readonly Subject[] = [
  refs(
    'BibTeX',
    8,
    'bib-crossref-strings.bib',
    'more/mendeley.bib',
    'more/scopus.bib',
    'more/wos.bib',
    'more/zotero.bib',
  ),
  refs('BibLaTeX', 3, 'more/biblatex.bib'),
  refs(
    'RIS',
    8,
    'ris-endnote-no-dash-space.ris',
    'ris-ovid-junk-between.ris',
    'more/embase.ris',
    'more/wos.ris',
  ),
  refs('nbib', 4, 'nbib-wrapped-lines.nbib', 'more/pubmed.nbib'),
  refs('PubMed XML', 4, 'pubmed-markup-title.xml', 'more/math.xml'),
  refs('EndNote XML', 4, 'endnote-styles.xml', 'more/endnote.xml'),
  refs('EndNote, refer', 4, 'cnki-endnote.enw', 'more/endnote.enw'),
  refs('RefWorks', 3, 'cnki-refworks-gbk.txt', 'more/rw.txt'),
  refs('NoteExpress', 3, 'cnki-noteexpress.txt', 'more/wanfang.txt'),
  refs('CNKI', 2, 'more/ejes.txt'),
  refs('Web of Science', 3, 'more/isi.txt'),
  refs(
    'tables of databases',
    5,
    'more/scopus.csv',
    'more/embase.csv',
    'more/embase-rows.csv',
    'more/isi-tabs.txt',
  ),
  refs('CSL-JSON', 4, 'csl-json-dates.json'),
  refs('CSL-YAML', 3, 'more/items.yaml'),
  ctgov('ClinicalTrials.gov, JSON', 5, [
    ...read('ctgov-v2-results-two-arms.json', 'ctgov-v2-studies-mixed.json'),
    ...registryRecords.map(({ study }) => Buffer.from(JSON.stringify(study))),
  ]),
  ctgov('ClinicalTrials.gov, CSV', 3, read('ctgov-csv-current.csv', 'ctgov-csv-legacy.csv')),
  ctgov('ClinicalTrials.gov, XML', 3, read('ctgov-legacy.xml')),
  ctgov('ClinicalTrials.gov, text', 2, [Buffer.from(text)]),
  pool('pool, counts', counts, ['PLO', 'PR', 'PAS']),
  pool('pool, ratios', ratios, ['GEN']),
  results,
  verifyText,
  verifyEntry,
  traceIndex,
  checked,
  traced,
  located,
  cited,
  changes,
  released,
  importing,
];
