import type { SourceFile } from '../../reading/corpus.ts';
import type { Path } from '../../reading/yaml.ts';
import type { Check } from '../check.ts';
import { factsOf } from '../facts.ts';
import { expectKnown, outcomes, readable } from './known.ts';

export const vocabulary: Check = {
  code: 'links/vocabulary',
  run({ corpus, ids }, tally) {
    const attributes = (
      source: SourceFile<unknown>,
      given: Record<string, string[]>,
      known: Map<string, Set<string>> | undefined,
      path: Path,
    ) => {
      for (const [facet, terms] of Object.entries(given)) {
        expectKnown(tally, source, facet, known?.keys(), [...path, facet], 'attribute', 'key');
        if (known?.has(facet))
          terms.forEach((term, i) => expectKnown(tally, source, term, known.get(facet), [...path, facet, i], `term of ${facet}`));
      }
    };
    for (const trial of readable(corpus.entries.trials)) {
      expectKnown(tally, trial, trial.data.setting, ids.settings, ['setting'], 'setting');
      expectKnown(tally, trial, trial.data.population.ageGroup, ids.ageGroups, ['population', 'ageGroup'], 'age group');
      attributes(trial, trial.data.population.attributes, ids.attributes?.trial, ['population', 'attributes']);
    }
    for (const therapy of readable(corpus.entries.therapies)) {
      expectKnown(tally, therapy, therapy.data.class, ids.therapyClasses, ['class'], 'therapy class');
      therapy.data.targets.forEach((target, i) => expectKnown(tally, therapy, target, ids.targets, ['targets', i], 'target'));
      attributes(therapy, therapy.data.attributes, ids.attributes?.therapy, ['attributes']);
    }
    for (const { source, fact, path } of factsOf(corpus)) {
      if ('scale' in fact && fact.scale !== undefined && fact.scale !== 'unstated')
        expectKnown(tally, source, fact.scale, ids.scales, [...path, 'scale'], 'grading scale');
      fact.citedAs?.agents?.forEach((id, i) =>
        expectKnown(tally, source, id, ids.agents, [...path, 'citedAs', 'agents', i], 'agent'),
      );
    }
    const file = corpus.files.vocabulary;
    file?.data?.agents.forEach((agent, i) =>
      expectKnown(tally, file, agent.class, ids.therapyClasses, ['agents', i, 'class'], 'therapy class'),
    );
  },
};

export const endpoint: Check = {
  code: 'links/endpoint',
  run({ corpus, ids }, tally) {
    const known = ids.endpoints;
    const fact = (source: SourceFile<unknown>, { endpoint: id, kind }: { endpoint: string; kind?: string }, path: Path) => {
      expectKnown(tally, source, id, known?.keys(), [...path, 'endpoint'], 'endpoint');
      const kinds = known?.get(id);
      if (!kinds || kind === undefined) return;
      tally.expect(source, kinds.includes(kind), () => ({
        where: [...path, 'kind'],
        message: `the endpoint ${id} does not take a fact of kind ${kind}`,
        actual: kind,
        expected: kinds.join(', '),
        help: `use one of ${kinds.join(', ')}, another endpoint, or add the kind to ${id} in endpoints.yaml`,
      }));
    };
    for (const trial of readable(corpus.entries.trials)) {
      for (const { outcome, path } of outcomes(trial)) fact(trial, outcome, path);
      trial.data.planned.forEach(({ endpoint: id }, i) => fact(trial, { endpoint: id }, ['planned', i]));
    }
    for (const review of readable(corpus.entries.reviews))
      review.data.claims.forEach((claim, i) => fact(review, claim, ['claims', i]));
    for (const topic of readable(corpus.entries.topics)) {
      topic.data.endpoints.forEach((id, i) => expectKnown(tally, topic, id, known?.keys(), ['endpoints', i], 'endpoint'));
    }
    const file = corpus.files.endpoints;
    file?.data?.forEach(({ atMost, divides }, i) => {
      atMost.forEach((id, j) => expectKnown(tally, file, id, known?.keys(), [i, 'atMost', j], 'endpoint'));
      divides?.into.forEach((id, j) => expectKnown(tally, file, id, known?.keys(), [i, 'divides', 'into', j], 'endpoint'));
    });
  },
};

export const therapy: Check = {
  code: 'links/therapy',
  run({ corpus, ids }, tally) {
    const known = ids.entries.therapies;
    for (const trial of readable(corpus.entries.trials)) {
      trial.data.arms.forEach((arm, i) =>
        arm.therapies.forEach((id, j) => expectKnown(tally, trial, id, known, ['arms', i, 'therapies', j], 'therapy')),
      );
    }
    for (const topic of readable(corpus.entries.topics)) {
      topic.data.therapies.forEach((id, i) => expectKnown(tally, topic, id, known, ['therapies', i], 'therapy'));
    }
  },
};
