import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { link } from '../../../src/evidence/link.ts';
import type { Library } from '../../../src/evidence/library.ts';
import { readCorpus, type Corpus } from '../../../src/reading/corpus.ts';

/** Text of the files of a content folder, by their path in it. */
export type Files = Record<string, string>;

/** What an outcome of the tests names where it does not say otherwise. */
const common = 'endpoint: cr, population: all, report: smith-2020, locator: table 2';
const edition = 'version: "1.0"\nupdated: 2026-01-31\n';

/** The frontmatter of an entry, completed by version, date and fences, with its body. */
export function mdx(frontmatter: string, body = ''): string {
  return `---\n${edition}${frontmatter.trim()}\n---\n\n${body}`;
}

/**
 * The smallest base in which every collection has an entry and every check passes: one two-armed trial, one
 * fact.
 */
export const smallBase: Files = {
  'base.yaml': `
name: Testmanac
tagline: {en: A base for tests}
subject: {en: testing}
url: https://base.example
publisher: Testers
disclaimer: {en: Not real}
licence: {name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}
`,
  'vocabulary.yaml': `
settings: [{id: relapsed, label: {en: Relapsed}}]
ageGroups: [{id: adult, label: {en: Adults}}]
targets: [{id: cd19, label: {en: CD19}}]
therapyClasses: [{id: antibody, label: {en: Antibody}}]
scales: [{id: ctcae-4, label: {en: CTCAE v4}}]
attributes: []
abbreviations: []
`,
  'endpoints.yaml': `
- id: cr
  label: {en: Complete remission}
  definition: No disease
  family: response
  direction: higher
  kinds: [proportion, median, landmark, contrast, association, adverse-event, range, count, dose, follow-up, date, statement]
`,
  'references.yaml': `
- id: smith-2020
  type: article-journal
  title: A trial
  author: [{family: Smith, given: A B}]
  container-title: Journal of Tests
  issued: {date-parts: [[2020, 3, 1]]}
  DOI: 10.1000/trial
  PMID: "12345678"
  language: en-US
- id: jones-2022
  type: article-journal
  title: A review
  author: [{family: Jones, given: C}]
  issued: {date-parts: [[2022]]}
  DOI: 10.1000/review
  language: en-US
`,
  'therapies/testumab.mdx': mdx(`
name: {en: testumab}
class: antibody
targets: [cd19]
`),
  'reviews/jones.mdx': mdx(`
title: {en: The review}
reference: jones-2022
scope: Everything
`),
  'trials/alpha.mdx': trial('- {id: cr, kind: proportion, events: 18, total: 21}'),
};

/**
 * A trial entry with arms `new` and `old` and populations `all` and `young`.
 *
 * @param outcomes one a line, `- {id: …, kind: …}`; endpoint, population, report and locator are filled in
 * where not given
 * @param changes text of the entry → text in its place
 */
export function trial(outcomes: string, changes: Record<string, string> = {}): string {
  const lines = outcomes
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => completed(line.trim()));
  let text = `
title: {en: Testumab in adults}
status: completed
phase: "2"
design: randomised
setting: relapsed
population: {condition: Disease, ageGroup: adult}
arms:
  - {id: new, label: Testumab, role: experimental, therapies: [testumab]}
  - {id: old, label: Usual care, role: comparator}
populations:
  - {id: all, kind: randomised, label: All, n: {new: 21, old: 20}}
  - {id: young, kind: subgroup, label: The young, of: all}
reports:
  - reference: smith-2020
    kind: primary
    sources: [{id: paper, url: "https://journal.example/1", read: full-text}]
  - {review: jones, kind: review}
outcomes:${lines.length > 0 ? `\n${lines.join('\n')}` : ' []'}
`;
  for (const [from, to] of Object.entries(changes)) {
    if (!text.includes(from)) throw new Error(`the trial of the tests does not hold: ${from}`);
    text = text.replace(from, () => to);
  }
  return mdx(text);
}

function completed(line: string): string {
  const missing = common.split(', ').filter((pair) => !line.includes(`${pair.split(':')[0]}:`));
  return `  ${line.replace(/\}$/, `, ${missing.join(', ')}}`)}`;
}

/** Reads files as a content folder. The small base stands in for those that are not given. */
export function corpusOf(files: Files = {}): Corpus {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-content-'));
  try {
    for (const [name, text] of Object.entries({ ...smallBase, ...files })) {
      fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      fs.writeFileSync(path.join(root, name), text);
    }
    return readCorpus(root);
  } finally {
    fs.rmSync(root, { recursive: true });
  }
}

/** The linked library of such a corpus; throws where the files could not be read. */
export function libraryOf(files: Files = {}): Library {
  const corpus = corpusOf(files);
  const [first] = corpus.findings;
  if (first) throw new Error(`${first.file}:${first.line}:${first.column} ${first.code} ${first.message}`);
  return link(corpus);
}
