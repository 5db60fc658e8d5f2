import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/cli/command.ts';
import { projectContent } from '../support/project.ts';
import { typedEntries, typedFile } from '../support/typed-content.ts';

interface Named {
  label: { en: string; zh?: string };
  synonyms?: string[];
}
interface Therapy {
  name: { en: string; zh?: string };
  brand?: string[];
  code?: string[];
}
interface Trial {
  acronym?: string;
  registry?: { id: string }[];
}
type Vocabulary = Record<'settings' | 'targets' | 'therapyClasses' | 'scales', Named[]> & {
  agents?: Named[];
  attributes: { terms: (Named & { unstated?: boolean })[] }[];
};

const bases = [
  projectContent,
  ...fs.readdirSync(path.join(projectRoot, 'examples')).map((name) => path.join(projectRoot, 'examples', name)),
];

/** Drugs, studies, and the terms of patients and treatment of every base. */
function namesIn(content: string): string[] {
  const therapies = [...typedEntries<Therapy>('therapies', content).values()];
  const trials = [...typedEntries<Trial>('trials', content).values()];
  const {
    settings,
    targets,
    therapyClasses,
    agents = [],
    scales,
    attributes,
  } = typedFile<Vocabulary>('vocabulary.yaml', content);
  const terms = [settings, targets, therapyClasses, agents, scales, attributes.flatMap((one) => one.terms)].flat();
  return [
    ...therapies.flatMap(({ name, brand = [], code = [] }) => [name.en, name.zh, ...brand, ...code]),
    ...trials.flatMap(({ acronym, registry = [] }) => [acronym, ...registry.map(({ id }) => id)]),
    ...terms.flatMap(({ label, synonyms = [] }) => [label.en, label.zh, ...synonyms]),
  ].filter((name): name is string => name !== undefined && name.length > 2);
}

/** Words that say something else as well, and belong to no disease. */
const general = new Set([
  ...['both', 'first', 'second', 'third', 'fifth', 'with or without', 'not reported', 'conditioning'],
  ...['未报告', '未说明', '预处理', '第二代'],
]);

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
/** A name as a whole; one of capitals alone as it is written, for `INO` is no part of `inotify`. */
const asWritten = (name: string) =>
  /\p{sc=Han}/u.test(name)
    ? new RegExp(escaped(name), 'u')
    : new RegExp(String.raw`(?<![\p{L}\d-])${escaped(name)}(?![\p{L}\d-])`, /^[\p{Lu}\d -]+$/u.test(name) ? 'u' : 'iu');

test('no file of the engine names a drug, a study or a term of the disease of any base', () => {
  const folder = path.join(projectRoot, 'src');
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|astro|mdx|css|js)$/.test(file))
    .map((file) => ({ file, lines: fs.readFileSync(path.join(folder, file), 'utf8').split('\n') }));
  const all = files
    .flatMap(({ lines }) => lines)
    .join('\n')
    .toLowerCase();
  const names = [...new Set(bases.flatMap(namesIn))].filter((name) => !general.has(name.toLowerCase()));
  const found = names
    .filter((name) => all.includes(name.toLowerCase()))
    .flatMap((name) =>
      files.flatMap(({ file, lines }) =>
        lines.flatMap((line, i) => (asWritten(name).test(line) ? [`${name}: src/${file}:${i + 1}`] : [])),
      ),
    );
  expect(bases.length).toBeGreaterThan(1);
  expect(names.length).toBeGreaterThan(300);
  expect(found).toEqual([]);
});
