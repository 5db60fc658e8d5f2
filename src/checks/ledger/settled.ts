import { ledgerOf, type TrialLedger } from '../../evidence/ledger.ts';
import { descriptiveEndpoints } from '../../evidence/ledger/slot.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Trial } from '../../model/trial.ts';
import type { Corpus, Entry } from '../../reading/corpus.ts';
import { once } from '../../reading/once.ts';
import type { Path } from '../../reading/yaml.ts';

export interface Settled {
  source: Entry<'trials'>;
  trial: Trial;
  ledger: TrialLedger;
}

/** The ledger of every trial, made once for all checks of the family. */
export const ledgersOf = once((corpus: Corpus): readonly Settled[] => {
  const descriptive = descriptiveEndpoints(corpus.files.endpoints?.data ?? []);
  return corpus.entries.trials.flatMap((source) =>
    source.data ? [{ source, trial: source.data, ledger: ledgerOf(source.id, source.data, descriptive) }] : [],
  );
});

/** Where a fact of a trial stands. */
export const pathOf = (trial: Trial, fact: Outcome): Path => ['outcomes', trial.outcomes.indexOf(fact)];
