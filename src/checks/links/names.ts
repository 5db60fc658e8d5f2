import type { Size } from '../../model/trial.ts';
import { once } from '../../reading/once.ts';
import type { Path } from '../../reading/yaml.ts';
import type { FileSubject } from '../subjects.ts';

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

const ofFacts = { endpoint: 'endpoint', scale: 'grading scale', 'cites.*': 'reference', 'citedAs.agents.*': 'agent' } as const;
const under = (list: string, keys: Record<string, Noun>): Record<string, Noun> =>
  Object.fromEntries(Object.entries(keys).map(([key, noun]) => [`${list}.*.${key}`, noun]));

/** Where each file names something: `*` stands for each item of a list, `@` for the keys of a map, `#` for the arms of a size. */
export const places: Partial<Record<FileSubject['kind'], Record<string, Noun>>> = {
  trials: {
    setting: 'setting',
    'population.ageGroup': 'age group',
    'population.attributes.@': 'attribute',
    ...under('arms', { 'therapies.*': 'therapy', study: 'trial' }),
    ...under('overlaps', { trial: 'trial', 'arms.*': 'arm' }),
    ...under('populations', { of: 'population', report: 'report', 'n.#': 'arm' }),
    ...under('reports', { reference: 'reference', review: 'review', 'supersedes.*': 'report', 'sources.*.in': 'reference' }),
    ...under('planned', { endpoint: 'endpoint', report: 'report' }),
    ...under('outcomes', { ...ofFacts, arm: 'arm', comparator: 'arm', population: 'population', versus: 'population' }),
    ...under('outcomes', { report: 'report' }),
    ...under('appraisals', { fact: 'fact', endpoint: 'endpoint', reference: 'reference', 'domains.*.report': 'report' }),
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
    ...under('pooled', { 'therapies.*': 'therapy', 'classes.*': 'therapy class', 'targets.*': 'target', ageGroup: 'age group' }),
  },
  reviews: { reference: 'reference', 'bibliography.*.key': 'reference', ...under('claims', ofFacts) },
  topics: { 'endpoints.*': 'endpoint', 'therapies.*': 'therapy' },
  base: {
    ...under('comparisons', { 'arms.*': 'study arm', 'settings.*': 'setting', 'ageGroups.*': 'age group' }),
    ...under('comparisons', { 'sides.*.therapy': 'therapy', 'sides.*.class': 'therapy class', 'sides.*.targets.*': 'target' }),
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

/** Every id that a file names. */
export const namesIn = once(({ kind, data }: FileSubject): readonly Name[] =>
  Object.entries(places[kind] ?? {}).flatMap(([place, noun]) =>
    [...idsAt(data, place.split('.'))].flatMap((name) =>
      // A grade may be told of no scale.
      noun === 'grading scale' && name.id === 'unstated' ? [] : { noun, ...name },
    ),
  ),
);

/** A population has one size, or one for each arm. */
const armsOf = (size: Size) => (size.kind === 'by-arm' ? Object.keys(size.figures) : []);

function* idsAt(value: unknown, [step, ...rest]: readonly string[], path: Path = []): Generator<Omit<Name, 'noun'>> {
  if (step === undefined && typeof value === 'string') yield { id: value, path };
  if (step === undefined || typeof value !== 'object' || value === null) return;
  if (step === '@') for (const id of Object.keys(value)) yield { id, path: [...path, id], on: 'key' };
  else if (step === '#') for (const id of armsOf(value as Size)) yield { id, path: [...path, id], on: 'key' };
  else if (step === '*') for (const [i, item] of (value as unknown[]).entries()) yield* idsAt(item, rest, [...path, i]);
  else if (step in value) yield* idsAt((value as Record<string, unknown>)[step], rest, [...path, step]);
}
