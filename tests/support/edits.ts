import fs from 'node:fs';
import path from 'node:path';
import { contentHash } from '../../src/reading/content-hash.ts';
import { readCorpus } from '../../src/reading/corpus.ts';
import { runChecks } from '../../src/checks/run.ts';

/** A change of a base that a person may make. It gives nothing where the text has no place for it. */
type Edit = (text: string, pick: <T>(list: readonly T[]) => T) => string | undefined;

/** Puts something else in the place of one match, chosen by chance. */
const replacing =
  (pattern: RegExp, by: (match: RegExpExecArray) => string): Edit =>
  (text, pick) => {
    const matches = [...text.matchAll(pattern)];
    if (matches.length === 0) return undefined;
    const match = pick(matches) as RegExpExecArray;
    return text.slice(0, match.index) + by(match) + text.slice(match.index + match[0].length);
  };

const digit = ([all]: RegExpExecArray) => all.replace(/\d(?=\D*$)/, (one) => String((Number(one) + 1) % 10));
const longer = ([all]: RegExpExecArray) => `${all}x`;
const sentence = (text: string) => `${text.trimEnd()}\n\nOne more sentence says ${text.length}.\n`;

/** Changes of one file, by the folder or file that they are made in. */
const edits: Record<string, [place: string, edit: Edit]> = {
  'a figure': ['trials', replacing(/\b(?:value|events|percent|low|high|n|estimate): -?[\d.]+\d/g, digit)],
  'a locator': ['trials', replacing(/\blocator: [a-z]+/g, longer)],
  'the title of a trial': ['trials', replacing(/\ben: [A-Z][a-z]+/g, longer)],
  'a design': [
    'trials',
    replacing(
      /^masking: .*$/gm,
      ([all]) => `masking: ${all.includes('open') ? 'double-blind' : 'open-label'}`,
    ),
  ],
  'the label of an arm': ['trials', replacing(/\blabel: [A-Z][a-z]+/g, longer)],
  'a sentence about a trial': ['trials', sentence],
  'the name of a therapy': ['therapies', replacing(/\ben: [A-Z][a-z]+/g, longer)],
  'a sentence about a therapy': ['therapies', sentence],
  'the author of a work': ['references.yaml', replacing(/\bfamily: [A-Z][a-z]+/g, longer)],
  'the title of a work': ['references.yaml', replacing(/^ {2}title: [A-Z][a-z]+/gm, longer)],
  'the year of a work': [
    'references.yaml',
    replacing(/\b20[012]\d\b/g, ([all]) => (all === '2020' ? '2021' : '2020')),
  ],
  'a label of the vocabulary': ['vocabulary.yaml', replacing(/\ben: [A-Z][a-z]+/g, longer)],
  'the label of an endpoint': ['endpoints.yaml', replacing(/\ben: [A-Z][a-z]+/g, longer)],
  'the rule of an endpoint': [
    'endpoints.yaml',
    replacing(/\bdirection: (?:higher|lower|none)\b/g, () => 'direction: higher'),
  ],
  'the definition of an endpoint': ['endpoints.yaml', replacing(/\bdefinition: [A-Z][a-z]+/g, longer)],
  'the title of a review': ['reviews', replacing(/\ben: [A-Z][a-z]+/g, longer)],
  'a sentence about a review': ['reviews', sentence],
  'a figure of a synthesis': ['syntheses', replacing(/\b(?:estimate|low|high|studies): -?[\d.]*\d/g, digit)],
  'the title of a synthesis': ['syntheses', replacing(/\ben: [A-Z][a-z]+/g, longer)],
  'a sentence about a synthesis': ['syntheses', sentence],
  'a sentence about a topic': ['topics', sentence],
  'the name of the base': ['base.yaml', replacing(/\bname: \w+/g, longer)],
};

const added = 'trials/added-study.mdx';

/**
 * Each kind of change by its name: it makes one, and gives where, or nothing where checks accept none of a
 * few.
 */
export const changes: ReadonlyMap<
  string,
  (root: string, pick: <T>(list: readonly T[]) => T) => string | undefined
> = new Map([
  ...Object.entries(edits).map(
    ([name, [place, edit]]) =>
      [
        name,
        (root: string, pick: <T>(list: readonly T[]) => T) => {
          for (let tried = 0; tried < 12; tried += 1) {
            const file =
              path.extname(place) === ''
                ? `${place}/${pick(fs.readdirSync(path.join(root, place)).sort())}`
                : place;
            const text = fs.readFileSync(path.join(root, file), 'utf8');
            const edited = edit(text, pick);
            if (edited === undefined || edited === text) continue;
            fs.writeFileSync(path.join(root, file), edited);
            if (isAccepted(root)) return file;
            fs.writeFileSync(path.join(root, file), text);
          }
          return undefined;
        },
      ] as const,
  ),
  [
    'a trial that is added',
    (root, pick) => {
      const file = pick(fs.readdirSync(path.join(root, 'trials')).sort());
      const text = fs
        .readFileSync(path.join(root, 'trials', file), 'utf8')
        .replace(/^acronym: .*$/m, 'acronym: ADDED')
        .replace(/^registry:(?: \[.*|(?:\n {2}.*)+)$/m, 'registry: []')
        .replace(/\ben: [A-Z][a-z]+/, 'en: Added');
      fs.writeFileSync(path.join(root, added), text);
      return isAccepted(root) ? added : void fs.rmSync(path.join(root, added));
    },
  ],
  [
    'a trial that goes',
    (root) => {
      if (!fs.existsSync(path.join(root, added))) return undefined;
      fs.rmSync(path.join(root, added));
      return added;
    },
  ],
]);

function isAccepted(root: string): boolean {
  const corpus = readCorpus(root);
  contentHash(root);
  return runChecks(corpus).summary.errors === 0;
}
