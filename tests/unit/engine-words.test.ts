import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/cli/command.ts';
import type { Library } from '../../src/evidence/library.ts';
import { link } from '../../src/evidence/link.ts';
import { readCorpus } from '../../src/reading/corpus.ts';
import { projectLibrary } from '../support/project.ts';

const examples = path.join(projectRoot, 'examples');
const others = fs.readdirSync(examples).map((name) => link(readCorpus(path.join(examples, name))));

/** The terms of patients and treatment of a base. */
const termsOf = ({ settings, targets, therapyClasses, agents, scales, attributes }: Library['vocabulary']) =>
  [settings, targets, therapyClasses, agents, scales, attributes.flatMap((one) => one.terms)].flat();

/** What addresses, keys and links name them by, and the works of the library. */
function idsIn({ therapies, trials, reviews, syntheses, topics, references, vocabulary }: Library): string[] {
  const works = references.flatMap(({ id, data }) => [id, data.DOI, data.PMID, data.PMCID]);
  const entries = [...therapies, ...trials, ...reviews, ...syntheses, ...topics, ...termsOf(vocabulary)];
  return [...entries.map(({ id }) => id), ...works].filter(
    (id) => id !== undefined && id.length > 2,
  ) as string[];
}

/** Drugs, studies, and the terms of patients and treatment of a base. */
function namesIn({ therapies, trials, vocabulary }: Library): string[] {
  const terms = termsOf(vocabulary);
  return [
    ...therapies.flatMap(({ data: { name, brand, code } }) => [name.en, name.zh, ...brand, ...code]),
    ...trials.flatMap(({ data: { acronym, registry } }) => [acronym, ...registry.map(({ id }) => id)]),
    ...terms.flatMap(({ label, synonyms }) => [label.en, label.zh, ...synonyms]),
  ].filter((name) => name !== undefined && name.length > 2) as string[];
}

/** Words that say something else as well, and belong to no disease. */
const general = new Set([
  ...[
    'both',
    'first',
    'second',
    'third',
    'fifth',
    'with or without',
    'not reported',
    'conditioning',
    'supportive care',
  ],
  // As ids.
  ...['any', 'either', 'mixed', 'positive', 'negative', 'not-reported', 'infants', 'supportive'],
  ...['未报告', '未说明', '预处理', '第二代', '支持治疗'],
]);

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
/** A name as a whole; one of capitals alone as it is written, for `INO` is no part of `inotify`. */
const asWritten = (name: string) =>
  /\p{sc=Han}/u.test(name)
    ? new RegExp(escaped(name), 'u')
    : new RegExp(
        String.raw`(?<![\p{L}\d-])${escaped(name)}(?![\p{L}\d-])`,
        /^[\p{Lu}\d -]+$/u.test(name) ? 'u' : 'iu',
      );

/** An id as it is written, behind a hyphen too: `trial-ID`. */
const asId = (id: string) => new RegExp(String.raw`(?<![\p{L}\d])${escaped(id)}(?![\p{L}\d])`, 'u');

/** Where a text names something: the numbers of its lines. */
function linesThatName(whole: RegExp, text: string): number[] {
  return text.split('\n').flatMap((line, i) => (whole.test(line) ? [i + 1] : []));
}

test('no file of the engine names a drug, a study or a term of the disease of any base', () => {
  const folder = path.join(projectRoot, 'src');
  const texts = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|astro|mdx|css|js)$/.test(file))
    .map((file) => ({ file, text: fs.readFileSync(path.join(folder, file), 'utf8') }))
    .map(({ file, text }) => ({ file, text, small: text.toLowerCase() }));
  const bases = [projectLibrary(), ...others];
  const namesOf = (from: (base: Library) => string[], pattern: (name: string) => RegExp) =>
    [...new Set(bases.flatMap(from))]
      .filter((name) => !general.has(name.toLowerCase()))
      .map((name) => ({ name, whole: pattern(name) }));
  const names = [...namesOf(namesIn, asWritten), ...namesOf(idsIn, asId)];
  const found = names.flatMap(({ name, whole }) =>
    texts
      .filter(({ small }) => small.includes(name.toLowerCase()))
      .flatMap(({ file, text }) => linesThatName(whole, text).map((line) => `${name}: src/${file}:${line}`)),
  );
  expect(others.length).toBeGreaterThan(0);
  expect(names.length).toBeGreaterThan(1000);
  expect(found).toEqual([]);
});
