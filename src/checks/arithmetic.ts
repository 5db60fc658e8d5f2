import type { Figure } from '../model/figure.ts';
import type { Code } from '../model/check-table.ts';
import { categories } from './categories.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Population } from '../model/trial.ts';
import { isCut, isRounded } from '../stats/proportion.ts';
import type { Check } from './check.ts';
import { countsPatients, exact, isFraction, sizeFor, type Fraction } from './facts.ts';

/** Events, total and percentage of a fact where all three are printed as plain numbers. */
interface Triple {
  x: number;
  n: number;
  percent: Figure;
}

function triple(fact: Fraction): Triple | undefined {
  const [events, total, percent] = [exact(fact.events), exact(fact.total), exact(fact.percent)];
  if (!events || !total || !percent || total.value < 1) return undefined;
  return { x: events.value, n: total.value, percent };
}

/** A check that asks one thing of every percentage that is printed with its counts. */
function ofTriples(
  code: Code,
  holds: (t: Triple) => boolean,
  problem: (t: Triple) => string,
  help: string,
): Check<'fact'> {
  return {
    code,
    scope: 'fact',
    run({ fact }, ask) {
      const t = isFraction(fact) ? triple(fact) : undefined;
      if (!t) return;
      const computed = `${((100 * t.x) / t.n).toFixed(Math.max(t.percent.decimals, 0) + 1)}%`;
      ask.expect(holds(t), () => ({
        where: ['percent'],
        message: `${t.x}/${t.n} is ${computed}; ${problem(t)}`,
        actual: `${t.percent.printed}%`,
        expected: computed,
        help,
      }));
    },
  };
}

const percent = ofTriples(
  'arithmetic/percent',
  (t) => isRounded(t.x, t.n, t.percent) || isCut(t.x, t.n, t.percent),
  (t) => `${t.percent.printed}% could not be reproduced from the printed counts`,
  'compare events, total and percent with the source; if it prints them so, waive the check with the reason',
);

const truncated = ofTriples(
  'arithmetic/truncated',
  (t) => isRounded(t.x, t.n, t.percent) || !isCut(t.x, t.n, t.percent),
  (t) => `the printed ${t.percent.printed}% is cut off, not rounded`,
  'nothing to fix where the source prints it so',
);

const grim: Check<'fact'> = {
  code: 'arithmetic/grim',
  scope: 'fact',
  run({ fact }, ask) {
    if (!isFraction(fact) || fact.events) return;
    const [total, printed] = [exact(fact.total), exact(fact.percent)];
    if (!total || !printed || total.value < 1) return;
    const nearest = Math.round((printed.value * total.value) / 100);
    const fits = [nearest - 1, nearest, nearest + 1].some(
      (x) =>
        x >= 0 && x <= total.value && (isRounded(x, total.value, printed) || isCut(x, total.value, printed)),
    );
    ask.expect(fits, () => ({
      where: ['percent'],
      message: `no whole number of ${total.printed} patients gives ${printed.printed}%`,
      actual: `${printed.printed}%`,
      expected: `such as ${nearest}/${total.printed} = ${((100 * nearest) / total.value).toFixed(1)}%`,
      help: 'compare percent and total with the source; the denominator may be another one, or the figure a Kaplan–Meier estimate (kind: landmark)',
    }));
  },
};

const parts: Check<'fact'> = {
  code: 'arithmetic/parts',
  scope: 'fact',
  run({ fact }, ask) {
    const part = isFraction(fact) ? exact(fact.events) : countsPatients(fact) ? exact(fact.value) : undefined;
    const whole = 'total' in fact ? exact(fact.total) : undefined;
    if (!part || !whole) return;
    ask.expect(part.value <= whole.value, () => ({
      where: [isFraction(fact) ? 'events' : 'value'],
      message: `${part.printed} of ${whole.printed} patients cannot be`,
      actual: part.printed,
      expected: `at most ${whole.printed}`,
      help: 'compare both numbers with the source; they may be exchanged',
    }));
  },
};

/**
 * The figure of a fact that is the size of its population: its total, or the number of the treated among the
 * treated.
 */
function sizeIn(
  fact: Outcome,
  population: Population,
): { key: 'total' | 'value'; figure: Figure } | undefined {
  const total = isFraction(fact) || countsPatients(fact) ? exact(fact.total) : undefined;
  if (total) return { key: 'total', figure: total };
  const value = countsPatients(fact) && fact.endpoint === population.kind ? exact(fact.value) : undefined;
  return value && { key: 'value', figure: value };
}

const denominator: Check<'outcome'> = {
  code: 'arithmetic/denominator',
  scope: 'outcome',
  run({ fact, trial }, ask) {
    const population = trial.populations.find(({ id }) => id === fact.population);
    // Other reports may count the population differently: that is a difference for the ledger, not a fault
    // here.
    const countedBy = population?.report ?? (trial.reports.length === 1 ? fact.report : undefined);
    if (!population?.n || countedBy !== fact.report) return;
    const size = sizeIn(fact, population);
    const n = sizeFor(fact.arm, population.n, trial);
    if (!size || !n) return;
    ask.expect(n.value === size.figure.value, () => ({
      where: [size.key],
      message: `the ${size.key === 'total' ? 'total' : `number of ${population.kind} patients`} is ${size.figure.printed}, but the population ${population.id} has ${n.printed} patients in the same report`,
      actual: size.figure.printed,
      expected: n.printed,
      help: 'name the population that the figure belongs to, or define one with this number of patients',
    }));
  },
};

export const arithmeticChecks: Check[] = [percent, truncated, grim, parts, denominator, categories];
