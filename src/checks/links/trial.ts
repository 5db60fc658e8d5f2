import { isFigure } from '../../model/figure.ts';
import type { Check } from '../check.ts';
import { expectKnown, outcomes, readable } from './known.ts';

export const arm: Check = {
  code: 'links/arm',
  run({ corpus }, tally) {
    for (const trial of readable(corpus.entries.trials)) {
      const known = new Set(trial.data.arms.map(({ id }) => id));
      for (const { outcome, path } of outcomes(trial)) {
        if (outcome.arm) expectKnown(tally, trial, outcome.arm, known, [...path, 'arm'], 'arm');
        if (outcome.kind === 'contrast' && outcome.comparator)
          expectKnown(tally, trial, outcome.comparator, known, [...path, 'comparator'], 'arm');
      }
      trial.data.overlaps.forEach(({ arms = [] }, i) =>
        arms.forEach((id, j) => expectKnown(tally, trial, id, known, ['overlaps', i, 'arms', j], 'arm')),
      );
      trial.data.populations.forEach(({ n }, i) => {
        if (n && !isFigure(n))
          Object.keys(n).forEach((id) => expectKnown(tally, trial, id, known, ['populations', i, 'n', id], 'arm', 'key'));
      });
    }
  },
};

export const population: Check = {
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

export const report: Check = {
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

export const entry: Check = {
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
