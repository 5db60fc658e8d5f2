import type { Claim, Outcome } from '../model/outcome.ts';
import { factViews, hasView } from '../model/prose.ts';
import { nearest, suggest } from '../reading/shape.ts';
import type { Entry, SourceFile } from '../reading/corpus.ts';
import type { Path } from '../reading/yaml.ts';
import { citations, factReferences, unreadableCitations } from '../reading/prose.ts';
import type { Check, CheckContext, Tally } from './check.ts';

/** Asks whether an id is among the known ones; skips where the known ones could not be read. */
function expectKnown(
  tally: Tally,
  source: SourceFile<unknown>,
  id: string,
  known: Iterable<string> | undefined,
  where: Path,
  noun: string,
  on?: 'key',
): void {
  if (known === undefined) return tally.skip();
  const all = known instanceof Set ? (known as Set<string>) : new Set(known);
  tally.expect(source, all.has(id), () => ({
    where,
    ...(on ? { on } : {}),
    message: `there is no ${noun} ${id}`,
    actual: id,
    expected: `the id of ${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`,
    help: suggest(id, [...all].sort(), plural(noun)),
  }));
}

const plural = (noun: string) =>
  noun.startsWith('term ') ? noun.replace('term', 'terms') : noun.replace(/s$/, 'sse').replace(/y$/, 'ie') + 's';

type Readable<E> = E & { data: NonNullable<E extends { data: infer D } ? D : never> };
const readable = <E extends { data: unknown }>(entries: E[]): Readable<E>[] =>
  entries.filter((entry): entry is Readable<E> => entry.data !== undefined);

const outcomes = (trial: Readable<Entry<'trials'>>) =>
  trial.data.outcomes.map((outcome, i) => ({ outcome, path: ['outcomes', i] as const }));

const vocabulary: Check = {
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
    const graded = (source: SourceFile<unknown>, fact: Outcome | Claim, path: Path) => {
      if (!('scale' in fact) || fact.scale === undefined || fact.scale === 'unstated') return;
      expectKnown(tally, source, fact.scale, ids.scales, [...path, 'scale'], 'grading scale');
    };
    for (const trial of readable(corpus.entries.trials))
      for (const { outcome, path } of outcomes(trial)) graded(trial, outcome, path);
    for (const review of readable(corpus.entries.reviews))
      review.data.claims.forEach((claim, i) => graded(review, claim, ['claims', i]));
  },
};

const endpoint: Check = {
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
    file?.data?.forEach(({ atMost }, i) =>
      atMost.forEach((id, j) => expectKnown(tally, file, id, known?.keys(), [i, 'atMost', j], 'endpoint')),
    );
  },
};

const therapy: Check = {
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

const reference: Check = {
  code: 'links/reference',
  run({ corpus, ids }, tally) {
    const expectReference = (source: SourceFile<unknown>, id: string, path: Path) =>
      expectKnown(tally, source, id, ids.references, path, 'reference');
    for (const trial of readable(corpus.entries.trials)) {
      trial.data.reports.forEach(
        (report, i) => report.reference && expectReference(trial, report.reference, ['reports', i, 'reference']),
      );
      for (const { outcome, path } of outcomes(trial))
        outcome.cites?.forEach((id, j) => expectReference(trial, id, [...path, 'cites', j]));
    }
    for (const review of readable(corpus.entries.reviews)) {
      expectReference(review, review.data.reference, ['reference']);
      review.data.bibliography.forEach(({ key }, i) => expectReference(review, key, ['bibliography', i, 'key']));
      review.data.claims.forEach(({ cites }, i) =>
        cites.forEach((id, j) => expectReference(review, id, ['claims', i, 'cites', j])),
      );
    }
    for (const index of readable(corpus.sources)) {
      if (!ids.entries.reviews.has(index.data.of)) expectReference(index, index.data.of, ['of']);
    }
    for (const entry of readable(corpus.entries.therapies)) {
      entry.data.approvals.forEach(({ report }, i) => {
        if (!ids.entries.reviews.has(report)) expectReference(entry, report, ['approvals', i, 'report']);
      });
    }
  },
};

const arm: Check = {
  code: 'links/arm',
  run({ corpus }, tally) {
    for (const trial of readable(corpus.entries.trials)) {
      const known = new Set(trial.data.arms.map(({ id }) => id));
      for (const { outcome, path } of outcomes(trial)) {
        if (outcome.arm) expectKnown(tally, trial, outcome.arm, known, [...path, 'arm'], 'arm');
        if (outcome.kind === 'contrast' && outcome.comparator)
          expectKnown(tally, trial, outcome.comparator, known, [...path, 'comparator'], 'arm');
      }
      trial.data.populations.forEach(({ n }, i) => {
        if (n && !('printed' in n))
          Object.keys(n).forEach((id) => expectKnown(tally, trial, id, known, ['populations', i, 'n', id], 'arm', 'key'));
      });
    }
  },
};

const population: Check = {
  code: 'links/population',
  run({ corpus }, tally) {
    for (const trial of readable(corpus.entries.trials)) {
      const known = new Set(trial.data.populations.map(({ id }) => id));
      for (const { outcome, path } of outcomes(trial)) {
        expectKnown(tally, trial, outcome.population, known, [...path, 'population'], 'population');
        if (outcome.kind === 'contrast' && outcome.versus)
          expectKnown(tally, trial, outcome.versus, known, [...path, 'versus'], 'population');
      }
      trial.data.populations.forEach(
        ({ of }, i) => of && expectKnown(tally, trial, of, known, ['populations', i, 'of'], 'population'),
      );
    }
  },
};

const report: Check = {
  code: 'links/report',
  run({ corpus }, tally) {
    for (const trial of readable(corpus.entries.trials)) {
      const reports = new Map(trial.data.reports.map((r) => [r.id, r]));
      const known = new Set(reports.keys());
      for (const { outcome, path } of outcomes(trial)) {
        expectKnown(tally, trial, outcome.report, known, [...path, 'report'], 'report');
        const sources = reports.get(outcome.report)?.sources;
        if (outcome.source && sources)
          expectKnown(tally, trial, outcome.source, new Set(sources.map((s) => s.id)), [...path, 'source'], 'source');
        else if (sources) {
          tally.expect(trial, sources.length <= 1, () => ({
            where: path,
            message: `the report ${outcome.report} has several sources, and the fact does not say which was read`,
            expected: `source: ${sources.map((s) => s.id).join(' | ')}`,
            help: 'add source: with the id of the page that prints the figure',
          }));
        }
      }
      trial.data.planned.forEach(({ report: id }, i) => expectKnown(tally, trial, id, known, ['planned', i, 'report'], 'report'));
      trial.data.populations.forEach(
        ({ report: id }, i) => id && expectKnown(tally, trial, id, known, ['populations', i, 'report'], 'report'),
      );
      trial.data.reports.forEach(({ supersedes }, i) =>
        supersedes?.forEach((id, j) => expectKnown(tally, trial, id, known, ['reports', i, 'supersedes', j], 'report')),
      );
    }
  },
};

const entry: Check = {
  code: 'links/entry',
  run({ corpus, ids }, tally) {
    for (const trial of readable(corpus.entries.trials)) {
      trial.data.reports.forEach(
        ({ review }, i) => review && expectKnown(tally, trial, review, ids.entries.reviews, ['reports', i, 'review'], 'review'),
      );
      trial.data.overlaps.forEach(({ trial: id }, i) =>
        expectKnown(tally, trial, id, ids.entries.trials, ['overlaps', i, 'trial'], 'trial'),
      );
      trial.data.arms.forEach(
        ({ study }, i) => study && expectKnown(tally, trial, study, ids.entries.trials, ['arms', i, 'study'], 'trial'),
      );
    }
  },
};

const citation: Check = {
  code: 'links/citation',
  run({ corpus, ids }, tally) {
    for (const source of Object.values(corpus.entries).flat()) {
      for (const { text, position } of unreadableCitations(source.body)) {
        tally.expect(source, false, () => ({
          where: position,
          message: `the citation ${text} cannot be read`,
          actual: text,
          expected: '[@key], or [@key; @other]',
          help: 'keep only keys in the brackets; put pages and words outside them',
        }));
      }
      for (const { key, position } of citations(source.body)) {
        if (!ids.references) {
          tally.skip();
          continue;
        }
        tally.expect(source, ids.references.has(key), () => ({
          where: position,
          message: `the citation @${key} is not in references.yaml`,
          actual: key,
          expected: 'the key of a reference',
          help: nearest(key, [...ids.references!])
            ? `did you mean @${nearest(key, [...ids.references!])}?`
            : `add ${key} to references.yaml`,
        }));
      }
    }
  },
};

const fact: Check = {
  code: 'links/fact',
  run({ corpus, ids }, tally) {
    for (const source of Object.values(corpus.entries).flat()) {
      for (const { id, show, position } of factReferences(source.body)) {
        const [owner, name] = id.includes('/')
          ? [id.slice(0, id.indexOf('/')), id.slice(id.indexOf('/') + 1)]
          : [source.entry.split('/')[1]!, id];
        const known = ids.facts.get(owner);
        if (ids.facts.has(owner) && !known) {
          tally.skip();
          continue;
        }
        const found = known?.get(name);
        tally.expect(source, found !== undefined, () => ({
          where: position,
          message: known ? `${owner} has no fact ${name}` : `${owner} is neither a trial nor a review, so it has no facts`,
          actual: id,
          expected: 'the id of an outcome of this entry, TRIAL/OUTCOME or REVIEW/CLAIM',
          help: known
            ? suggest(name, [...known.keys()].sort(), 'outcomes')
            : id.includes('/')
              ? suggest(owner!, [...ids.facts.keys()].sort(), 'trials and reviews')
              : `write TRIAL/${name}`,
        }));
        const view = factViews.find((v) => v === show);
        if (!found || !view) continue;
        tally.expect(source, hasView(found, view), () => ({
          where: position,
          message: `the fact ${id} has no ${view} to show`,
          actual: view,
          expected: factViews.filter((v) => hasView(found, v)).join(', '),
          help: `show another part of it, or record the ${view} in the outcome`,
        }));
      }
    }
  },
};

const orphan: Check = {
  code: 'links/orphan',
  run({ corpus }, tally) {
    const { entries, files } = corpus;
    const all = Object.values(entries).flat();
    if (all.length === 0 || all.some((source) => !source.data || !source.body)) return tally.skip();
    const used = usedIds({ corpus } as CheckContext);
    const expectUsed = (
      source: SourceFile<unknown>,
      id: string,
      where: Path,
      excuse: string | undefined,
      excuseAt: Path,
      noun: string,
    ) => {
      tally.expect(source, used[noun as keyof typeof used].has(id) || excuse !== undefined, () => ({
        where,
        message: `nothing uses the ${noun} ${id}`,
        actual: id,
        expected: `an entry that uses the ${noun}`,
        help: 'use it, remove it, or say why it stands alone with unlinked: REASON',
      }));
      tally.expect(source, !(used[noun as keyof typeof used].has(id) && excuse !== undefined), () => ({
        where: excuseAt,
        message: `the ${noun} ${id} is used, so its unlinked reason no longer holds`,
        actual: excuse!,
        expected: 'no unlinked reason',
        help: 'remove unlinked',
      }));
    };
    // A work that is named by a former key is used, too.
    for (const { id, custom } of files.references?.data ?? [])
      if (custom?.aliases?.some((alias) => used.reference.has(alias))) used.reference.add(id);
    files.references?.data?.forEach(({ id, custom }, i) =>
      expectUsed(files.references!, id, [i, 'id'], custom?.unlinked, [i, 'custom', 'unlinked'], 'reference'),
    );
    files.endpoints?.data?.forEach(({ id, unlinked }, i) =>
      expectUsed(files.endpoints!, id, [i, 'id'], unlinked, [i, 'unlinked'], 'endpoint'),
    );
    for (const source of readable(entries.therapies)) {
      expectUsed(
        source,
        source.id,
        source.data.unlinked ? ['unlinked'] : ['name'],
        source.data.unlinked,
        ['unlinked'],
        'therapy',
      );
    }
  },
};

/** Every reference, endpoint and therapy that some entry names. */
function usedIds({ corpus: { entries } }: CheckContext) {
  const reference = new Set<string>();
  const endpoint = new Set<string>();
  const therapy = new Set<string>();
  const add = (set: Set<string>, ids: Iterable<string | undefined>) => {
    for (const id of ids) if (id !== undefined) set.add(id);
  };
  for (const source of Object.values(entries).flat())
    add(
      reference,
      citations(source.body).map(({ key }) => key),
    );
  for (const { data } of readable(entries.trials)) {
    add(
      reference,
      data.reports.map((r) => r.reference),
    );
    add(
      reference,
      data.outcomes.flatMap((o) => o.cites ?? []),
    );
    add(
      endpoint,
      [...data.outcomes, ...data.planned].map((o) => o.endpoint),
    );
    add(
      therapy,
      data.arms.flatMap((a) => a.therapies),
    );
  }
  for (const { data } of readable(entries.reviews)) {
    add(reference, [data.reference, ...data.bibliography.map(({ key }) => key), ...data.claims.flatMap(({ cites }) => cites)]);
    add(
      endpoint,
      data.claims.map((claim) => claim.endpoint),
    );
  }
  for (const { data } of readable(entries.topics)) {
    add(endpoint, data.endpoints);
    add(therapy, data.therapies);
  }
  for (const { data } of readable(entries.therapies))
    add(
      reference,
      data.approvals.map((approval) => approval.report),
    );
  return { reference, endpoint, therapy };
}

export const linkChecks: Check[] = [
  vocabulary,
  endpoint,
  therapy,
  reference,
  arm,
  population,
  report,
  entry,
  citation,
  fact,
  orphan,
];
