import type { SourceFile } from '../../reading/corpus.ts';
import type { Path } from '../../reading/yaml.ts';
import type { Check } from '../check.ts';
import { expectKnown, outcomes, readable } from './known.ts';

export const reference: Check = {
  code: 'links/reference',
  run({ corpus, ids }, tally) {
    const expectReference = (source: SourceFile<unknown>, id: string, path: Path) =>
      expectKnown(tally, source, id, ids.references, path, 'reference');
    for (const trial of readable(corpus.entries.trials)) {
      trial.data.reports.forEach(({ reference: key, sources }, i) => {
        if (key) expectReference(trial, key, ['reports', i, 'reference']);
        sources.forEach((read, j) => read.in && expectReference(trial, read.in, ['reports', i, 'sources', j, 'in']));
      });
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
    const { references } = corpus.files;
    references?.data?.forEach(({ custom }, i) =>
      custom?.printed?.forEach((printed, j) => expectReference(references, printed.in, [i, 'custom', 'printed', j, 'in'])),
    );
    for (const index of readable(corpus.sources)) {
      if (!ids.entries.reviews.has(index.data.of)) expectReference(index, index.data.of, ['of']);
    }
    for (const entry of readable(corpus.entries.therapies)) {
      const expectReport = (report: string, path: Path) => {
        if (!ids.entries.reviews.has(report)) expectReference(entry, report, path);
      };
      entry.data.approvals.forEach(({ report, claims }, i) => {
        if (report !== undefined) expectReport(report, ['approvals', i, 'report']);
        claims.forEach((claim, j) => expectReport(claim.report, ['approvals', i, 'claims', j, 'report']));
      });
    }
  },
};
