import { descriptiveEndpoints, ledgerOf, type Discrepancy, type TrialLedger } from '../evidence/ledger.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Trial } from '../model/trial.ts';
import type { Corpus, Entry } from '../reading/corpus.ts';
import type { Check, CheckContext, Tally } from './check.ts';
import { denominator, historicalComparator } from './ledger/patients.ts';

interface Settled {
  source: Entry<'trials'>;
  trial: Trial;
  ledger: TrialLedger;
}

const settled = new WeakMap<Corpus, Settled[]>();

/** The ledger of every trial, made once for all checks of the family. */
function ledgers({ corpus }: CheckContext): Settled[] {
  const descriptive = descriptiveEndpoints(corpus.files.endpoints?.data ?? []);
  const made =
    settled.get(corpus) ??
    corpus.entries.trials.flatMap((source) =>
      source.data ? [{ source, trial: source.data, ledger: ledgerOf(source.id, source.data, descriptive) }] : [],
    );
  settled.set(corpus, made);
  return made;
}

const pathOf = (trial: Trial, fact: Outcome) => ['outcomes', trial.outcomes.indexOf(fact)];

/** One question a fact that has others in its slot; the differences of the wanted sort are the faults. */
function report(context: CheckContext, tally: Tally, wanted: (found: Discrepancy) => boolean): void {
  for (const { source, trial, ledger } of ledgers(context)) {
    const asked = new Set([
      ...ledger.corroborated.keys(),
      ...ledger.discrepancies.flatMap(({ facts }) => facts.map(({ id }) => id)),
    ]);
    tally.run += asked.size;
    for (const found of ledger.discrepancies.filter(wanted)) {
      const [a, b] = found.facts;
      tally.expect(
        source,
        false,
        () => ({
          where: pathOf(trial, b),
          message: `${found.aspect} of ${b.id} (${b.report}) is ${found.values[1]}; ${a.id} (${a.report}) prints ${found.values[0]}: ${found.reason}`,
          actual: found.values[1],
          expected: found.values[0],
          help: 'compare both sources once more; a difference that stands is shown on the site',
        }),
        b,
      );
    }
  }
}

const unexplained: Check = {
  code: 'ledger/unexplained',
  run: (context, tally) => report(context, tally, ({ reason }) => reason === 'unexplained'),
};

const explained: Check = {
  code: 'ledger/explained',
  run: (context, tally) => report(context, tally, ({ reason }) => reason !== 'unexplained'),
};

const attribution: Check = {
  code: 'ledger/attribution',
  run(context, tally) {
    for (const { source, trial, ledger } of ledgers(context)) {
      const byId = new Map(trial.outcomes.map((fact) => [fact.id, fact]));
      // Only a report whose figures were read can be said not to print one.
      const read = new Set(trial.outcomes.map((fact) => fact.report));
      const reviews = new Set(trial.reports.filter(({ kind }) => kind === 'review').map(({ id }) => id));
      for (const fact of trial.outcomes) {
        const cited = reviews.has(fact.report) ? (fact.cites ?? []).filter((key) => read.has(key)) : [];
        if (cited.length === 0) continue;
        const printedBy = (ledger.corroborated.get(fact.id) ?? [])
          .map((id) => byId.get(id)!.report)
          .filter((id) => !reviews.has(id));
        tally.expect(
          source,
          printedBy.length === 0 || printedBy.some((id) => fact.cites!.includes(id)),
          () => ({
            where: [...pathOf(trial, fact), 'cites'],
            message: `${fact.report} credits ${fact.id} to ${cited.join(', ')}, but it was found in ${[...new Set(printedBy)].join(', ')}`,
            actual: cited.join(', '),
            expected: [...new Set(printedBy)].join(', '),
            help: 'nothing to mend where the review cites so: the figure is shown with the report that prints it',
          }),
          fact,
        );
      }
    }
  },
};

const oneStudy: Check = {
  code: 'ledger/one-study',
  run(context, tally) {
    for (const { source, trial } of ledgers(context)) {
      trial.reports.forEach(({ id, kind }, i) => {
        if (kind !== 'review') return;
        const own = new Set(trial.reports.map(({ reference }) => reference));
        const cited = [
          ...new Set(trial.outcomes.filter((fact) => fact.report === id).flatMap((fact) => fact.cites ?? [])),
        ].filter((key) => own.has(key));
        tally.expect(source, cited.length < 2, () => ({
          where: ['reports', i],
          message: `${id} cites ${cited.length} reports of this one study: ${cited.join(', ')}`,
          actual: cited.join(', '),
          expected: 'one study, told as one',
          help: 'nothing to mend: the reports stand together here',
        }));
      });
    }
  },
};

export const ledgerChecks: Check[] = [unexplained, explained, attribution, oneStudy, historicalComparator, denominator];
