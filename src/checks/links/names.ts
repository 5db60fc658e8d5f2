import type { Size } from '../../model/trial.ts';
import type { Path } from '../../reading/yaml.ts';
import type { Kind } from '../context/extracts.ts';

/** What an id can be the name of. A document is named by the review that it is, or else by its reference. */
export type Noun =
  | ('setting' | 'age group' | 'attribute' | 'therapy class' | 'target' | 'grading scale' | 'agent')
  | (
      | 'endpoint'
      | 'therapy'
      | 'reference'
      | 'document'
      | 'review'
      | 'trial'
      | 'arm'
      | 'study arm'
      | 'population'
      | 'report'
      | 'fact'
    );

const ofFacts = {
  endpoint: 'endpoint',
  scale: 'grading scale',
  'cites.*': 'reference',
  'citedAs.agents.*': 'agent',
} as const;
const under = (list: string, keys: Record<string, Noun>): Record<string, Noun> =>
  Object.fromEntries(Object.entries(keys).map(([key, noun]) => [`${list}.*.${key}`, noun]));

/**
 * Where each file names something: `*` stands for each item of a list, `@` for the keys of a map, `#` for the
 * arms of a size.
 */
export const places: Partial<Record<Kind, Record<string, Noun>>> = {
  trials: {
    setting: 'setting',
    'population.ageGroup': 'age group',
    'population.attributes.@': 'attribute',
    ...under('arms', { 'therapies.*': 'therapy', study: 'trial' }),
    ...under('overlaps', { trial: 'trial', 'arms.*': 'arm' }),
    ...under('populations', { of: 'population', report: 'report', 'n.#': 'arm' }),
    ...under('reports', {
      reference: 'reference',
      review: 'review',
      'supersedes.*': 'report',
      'sources.*.in': 'reference',
    }),
    ...under('planned', { endpoint: 'endpoint', report: 'report' }),
    ...under('outcomes', {
      ...ofFacts,
      arm: 'arm',
      comparator: 'arm',
      population: 'population',
      versus: 'population',
    }),
    ...under('outcomes', { report: 'report' }),
    ...under('appraisals', {
      fact: 'fact',
      endpoint: 'endpoint',
      reference: 'reference',
      'domains.*.report': 'report',
    }),
  },
  therapies: {
    class: 'therapy class',
    'targets.*': 'target',
    'attributes.@': 'attribute',
    ...under('approvals', { report: 'document', 'claims.*.report': 'document' }),
  },
  syntheses: {
    reference: 'reference',
    'question.setting': 'setting',
    'question.ageGroup': 'age group',
    'question.therapies.*': 'therapy',
    'question.classes.*': 'therapy class',
    'question.targets.*': 'target',
    'included.*.trial': 'trial',
    'sources.*.in': 'reference',
    ...under('pooled', { endpoint: 'endpoint', scale: 'grading scale', 'differs.from': 'fact' }),
    ...under('pooled', {
      'therapies.*': 'therapy',
      'classes.*': 'therapy class',
      'targets.*': 'target',
      ageGroup: 'age group',
    }),
  },
  reviews: { reference: 'reference', 'bibliography.*.key': 'reference', ...under('claims', ofFacts) },
  topics: { 'endpoints.*': 'endpoint', 'therapies.*': 'therapy' },
  base: {
    ...under('comparisons', { 'arms.*': 'study arm', 'settings.*': 'setting', 'ageGroups.*': 'age group' }),
    ...under('comparisons', {
      'sides.*.therapy': 'therapy',
      'sides.*.class': 'therapy class',
      'sides.*.targets.*': 'target',
    }),
  },
  vocabulary: { 'agents.*.class': 'therapy class', 'ageGroups.*.within': 'age group' },
  endpoints: { '*.atMost.*': 'endpoint', '*.divides.into.*': 'endpoint' },
  references: { '*.custom.printed.*.in': 'reference' },
  index: { of: 'document' },
};

/** An id that a file names. */
export interface Name {
  noun: Noun;
  id: string;
  path: Path;
  /** Whether the id is a key. */
  on?: 'key';
}

/** The names of a noun that a file has. */
export type Names = ReadonlyMap<Noun, readonly Name[]>;
const none: Names = new Map();

/** Every id that a file names, by what it names. */
export const namesIn = ({ kind, data }: { kind: Kind; data: unknown }): Names =>
  typeof data === 'object' && data !== null ? namesOfData(data, kind) : none;

const known = new WeakMap<object, Names>();
function namesOfData(data: object, kind: Kind): Names {
  let names = known.get(data);
  if (!names) {
    const found = new Map<Noun, Name[]>();
    const tree = trees.get(kind);
    if (tree) collect(data, tree, [], found);
    known.set(data, (names = found));
  }
  return names;
}

/** Steps that lead on from a value, and what an id that stands there is the name of. */
interface Tree {
  noun?: Noun;
  steps: Map<string, Tree>;
}

const trees = new Map(Object.entries(places).map(([kind, own]) => [kind as Kind, treeOf(own)]));

function treeOf(own: Record<string, Noun>): Tree {
  const tree: Tree = { steps: new Map() };
  for (const [place, noun] of Object.entries(own)) {
    let at = tree;
    for (const step of place.split('.')) {
      const next: Tree = at.steps.get(step) ?? { steps: new Map() };
      at.steps.set(step, next);
      at = next;
    }
    at.noun = noun;
  }
  return tree;
}

/** A population has one size, or one for each arm. */
const armsOf = (size: Size) => (size.kind === 'by-arm' ? Object.keys(size.figures) : []);

/** @param path where the value stands; it changes while the value is walked */
function collect(value: unknown, { noun, steps }: Tree, path: PropertyKey[], found: Map<Noun, Name[]>): void {
  if (noun !== undefined && typeof value === 'string') add(found, noun, { noun, id: value, path: [...path] });
  if (typeof value !== 'object' || value === null) return;
  for (const [step, next] of steps) {
    if (step === '@' || step === '#') {
      const keys = step === '@' ? Object.keys(value) : armsOf(value as Size);
      for (const id of keys)
        if (next.noun) add(found, next.noun, { noun: next.noun, id, path: [...path, id], on: 'key' });
    } else if (step === '*') {
      (value as unknown[]).forEach((item, i) => {
        path.push(i);
        collect(item, next, path, found);
        path.pop();
      });
    } else if (step in value) {
      path.push(step);
      collect((value as Record<string, unknown>)[step], next, path, found);
      path.pop();
    }
  }
}

function add(found: Map<Noun, Name[]>, noun: Noun, name: Name): void {
  // A grade may be reported without a scale.
  if (noun === 'grading scale' && name.id === 'unstated') return;
  const names = found.get(noun);
  if (names) names.push(name);
  else found.set(noun, [name]);
}
