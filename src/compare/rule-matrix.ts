import { isReadRule, valueBy, type ComparedFact, type ReadRule, type Ruling, type Verdict } from './rules.ts';
import type { DatasetTrial } from './dataset.ts';
import { valueIn } from '../model/need.ts';

/** What a study has by a rule that not all studies agree on. */
interface MatrixCell {
  value: string;
  /** usual: as most of the studies that state it; odd: otherwise; unstated: the study does not say. */
  kind: 'usual' | 'odd' | 'unstated';
}

export interface MatrixColumn {
  ruling: Ruling;
  /** One a figure, in their order. */
  cells: MatrixCell[];
}

/**
 * The rules that do not hold for all of some figures, with what each figure has: who stands in the way is
 * seen at a glance. The rules that name no value of each figure, such as patients counted twice, are not
 * among them.
 */
export function ruleMatrix(
  facts: readonly ComparedFact[],
  trials: ReadonlyMap<string, DatasetTrial>,
  { rulings }: Verdict,
): MatrixColumn[] {
  return rulings.flatMap((ruling) =>
    ruling.verdict === 'holds' || !isReadRule(ruling.rule)
      ? []
      : [{ ruling, cells: cellsBy(ruling.rule, facts, trials) }],
  );
}

function cellsBy(
  rule: ReadRule,
  facts: readonly ComparedFact[],
  trials: ReadonlyMap<string, DatasetTrial>,
): MatrixCell[] {
  const found = facts.map((fact) => valueBy(rule, fact, valueIn(trials, fact.trial)));
  const groups = Map.groupBy(
    found.filter(({ isStated }) => isStated),
    ({ value }) => value,
  );
  const usual = [...groups].reduce<[string, unknown[]]>(
    (a, b) => (b[1].length > a[1].length ? b : a),
    ['', []],
  )[0];
  return found.map(({ value, isStated }): MatrixCell => {
    if (!isStated) return { value, kind: 'unstated' };
    return { value, kind: value === usual ? 'usual' : 'odd' };
  });
}

/** The rules that the matrix does not show, those first that do not hold. */
export function otherRulings({ rulings }: Verdict, shown: readonly MatrixColumn[]): Ruling[] {
  const inMatrix = new Set(shown.map(({ ruling }) => ruling.rule));
  const order = { refused: 0, overridden: 0, unstated: 1, holds: 2 } as const;
  return rulings
    .filter(({ rule }) => !inMatrix.has(rule))
    .sort((a, b) => order[a.verdict] - order[b.verdict]);
}
