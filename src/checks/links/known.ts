import type { Code } from '../../model/check-table.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Synthesis } from '../../model/synthesis.ts';
import { suggest } from '../../reading/shape.ts';
import type { Check, CheckRecorder } from '../check.ts';
import type { Ids } from '../context.ts';
import type { Lookup, Members } from '../context/noted.ts';
import type { FileSubject } from '../subjects.ts';
import { namesIn, type Name, type Noun } from './names.ts';

/** The ids of a noun that a file can name; `undefined` where they could not be read. */
const idsOf: Record<Noun, (ids: Ids, subject: FileSubject) => Members | undefined> = {
  setting: ({ settings }) => settings,
  'age group': ({ ageGroups }) => ageGroups,
  attribute: ({ attributes }, { kind }) => {
    const facets = attributes[kind as 'trials' | 'therapies'];
    return facets && keysOf(facets);
  },
  'therapy class': ({ therapyClasses }) => therapyClasses,
  target: ({ targets }) => targets,
  'grading scale': ({ scales }) => scales,
  agent: ({ agents }) => agents,
  endpoint: ({ endpoints }) => endpoints,
  therapy: ({ entries }) => entries.therapies,
  reference: ({ references }) => references,
  document: ({ references }) => references,
  review: ({ entries }) => entries.reviews,
  trial: ({ entries }) => entries.trials,
  arm: (_, subject) => listed(subject, 'arms'),
  'study arm': ({ studyArms }) => studyArms,
  population: (_, subject) => listed(subject, 'populations'),
  report: (_, subject) => listed(subject, 'reports'),
  fact: (_, subject) =>
    subject.kind === 'syntheses'
      ? new Set(subject.data.pooled.map(({ id }) => id))
      : listed(subject, 'outcomes'),
};

/** The keys of a map as a set that is asked one by one. */
const keysOf = (map: Lookup<unknown>): Members => ({
  has: (key) => map.has(key),
  [Symbol.iterator]: () => Iterator.from(map.keys()),
});

const listed = ({ kind, data }: FileSubject, list: 'arms' | 'populations' | 'reports' | 'outcomes') =>
  kind === 'trials' ? new Set(data[list].map(({ id }) => id)) : undefined;

/** Asks whether an id is among the known ones; skips where the known ones could not be read. */
function expectKnown(
  ask: CheckRecorder,
  { noun, id, path: where, on }: Omit<Name, 'noun'> & { noun: string },
  known?: Members,
) {
  if (known === undefined) {
    ask.skip();
    return;
  }
  ask.expect(known.has(id), () => ({
    where,
    ...(on ? { on } : {}),
    message: `there is no ${noun} ${id}`,
    actual: id,
    expected: `the id of ${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`,
    help: suggest(id, [...known].sort(), plural(noun)),
  }));
}

const plural = (noun: string) =>
  noun.startsWith('term ')
    ? noun.replace('term', 'terms')
    : noun.replace(/s$/, 'sse').replace(/y$/, 'ie') + 's';

/** A check that the ids that are named as one of its nouns are known, and whatever else it asks of a file. */
function known(code: Code, nouns: readonly Noun[], also?: Check<'file'>['run']): Check<'file'> {
  return {
    code,
    scope: 'file',
    run(subject, ask, context) {
      const { ids } = context;
      for (const noun of nouns) {
        const own = namesIn(subject).get(noun);
        if (!own) continue;
        const all = idsOf[noun](ids, subject);
        for (const name of own) {
          if (noun !== 'document') expectKnown(ask, name, all);
          else if (!ids.entries.reviews.has(name.id)) expectKnown(ask, { ...name, noun: 'reference' }, all);
        }
      }
      also?.(subject, ask, context);
    },
  };
}

/** Terms belong to their attribute, which must be known itself. */
const vocabulary = known(
  'links/vocabulary',
  ['setting', 'age group', 'attribute', 'therapy class', 'target', 'grading scale', 'agent'],
  ({ kind, data }, ask, { ids }) => {
    if (kind !== 'trials' && kind !== 'therapies') return;
    const [given, path] =
      kind === 'trials'
        ? [data.population.attributes, ['population', 'attributes']]
        : [data.attributes, ['attributes']];
    for (const [facet, terms] of Object.entries(given)) {
      const all = ids.attributes[kind]?.get(facet);
      if (all)
        terms.forEach((id, i) =>
          expectKnown(ask, { noun: `term of ${facet}`, id, path: [...path, facet, i] }, all),
        );
    }
  },
);

/** An endpoint takes facts of some kinds only. */
const endpoint = known('links/endpoint', ['endpoint'], ({ kind, data }, ask, { endpoints }) => {
  if (kind !== 'trials' && kind !== 'reviews') return;
  const [list, facts] = kind === 'trials' ? ['outcomes', data.outcomes] : ['claims', data.claims];
  facts.forEach((fact, i) => {
    const kinds: readonly string[] | undefined = endpoints.get(fact.endpoint)?.kinds;
    if (!kinds) return;
    ask.expect(kinds.includes(fact.kind), () => ({
      where: [list, i, 'kind'],
      message: `the endpoint ${fact.endpoint} does not take a fact of kind ${fact.kind}`,
      actual: fact.kind,
      expected: kinds.join(', '),
      help: `use one of ${kinds.join(', ')}, another endpoint, or add the kind to ${fact.endpoint} in endpoints.yaml`,
    }));
  });
});

/**
 * The source of a fact is one of its report's, and is named where the report has several; of a pooled result,
 * one of the entry's.
 */
const report = known('links/report', ['report'], ({ kind, data }, ask) => {
  if (kind === 'syntheses') return expectSources(ask, data);
  if (kind !== 'trials') return;
  const sources = new Map(
    data.reports.map(({ id, sources: own }) => [id, new Set(own.map((source) => source.id))]),
  );
  data.outcomes.forEach(({ report: name, source: id }: Outcome, i) => {
    const own = sources.get(name);
    if (own && id) return expectKnown(ask, { noun: 'source', id, path: ['outcomes', i, 'source'] }, own);
    if (!own) return;
    ask.expect(own.size <= 1, () => ({
      where: ['outcomes', i],
      message: `the report ${name} has several sources, and the fact does not say which was read`,
      expected: `source: ${[...own].join(' | ')}`,
      help: 'add source: with the id of the page that prints the figure',
    }));
  });
});

/** Asks of which page each pooled result was read. */
function expectSources(ask: CheckRecorder, { sources, pooled }: Synthesis): void {
  const own = new Set(sources.map(({ id }) => id));
  pooled.forEach(({ source }, i) => {
    if (source) return expectKnown(ask, { noun: 'source', id: source, path: ['pooled', i, 'source'] }, own);
    ask.expect(own.size === 1, () => ({
      where: ['pooled', i],
      message: 'the synthesis has several sources, and the result does not say which was read',
      expected: `source: ${[...own].join(' | ')}`,
      help: 'add source: with the id of the page that prints the figure',
    }));
  });
}

export const knownChecks: Check[] = [
  vocabulary,
  endpoint,
  known('links/therapy', ['therapy']),
  known('links/reference', ['reference', 'document']),
  known('links/arm', ['arm', 'study arm']),
  known('links/population', ['population']),
  report,
  known('links/entry', ['review', 'trial']),
  known('links/fact', ['fact']),
];
