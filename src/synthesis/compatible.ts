import { refusing, ruleIds, type ComparedFact, type RuleId } from '../compare/rules.ts';
import type { DatasetTrial } from '../compare/dataset.ts';
import { valueIn } from '../model/need.ts';
import { largestSet } from './largest-set.ts';

/** Figures of one endpoint and row, with the rules that stand between any two of them. */
export class Compatibility<T extends ComparedFact> {
  readonly #facts: readonly T[];
  readonly #trials: ReadonlyMap<string, DatasetTrial>;
  readonly #patients: (fact: T) => number;
  /** What a figure is but for whose patients it counts: figures of one kind are judged alike. */
  readonly #kinds: ReadonlyMap<T, number>;
  /** The figures whose patients another may count: of one study, or of studies of which one names the other. */
  readonly #linked: ReadonlySet<T>;
  readonly #ofKinds = new Map<number, readonly RuleId[]>();
  readonly #ofLinked = new Map<string, readonly RuleId[]>();

  /**
   * @param trials those of the figures, by id
   * @param patients how many a figure counts
   */
  constructor(facts: readonly T[], trials: ReadonlyMap<string, DatasetTrial>, patients: (fact: T) => number) {
    this.#facts = facts;
    this.#trials = trials;
    this.#patients = patients;
    const kinds = new Map<string, number>();
    const numberOf = (kind: string) => kept(kinds, kind, () => kinds.size);
    this.#kinds = new Map(facts.map((fact) => [fact, numberOf(kindOf(fact, valueIn(trials, fact.trial)))]));
    this.#linked = linkedOf(facts, trials);
  }

  /** How many pairs were held against the rules so far: of a large base far fewer than there are. */
  get judged(): number {
    return this.#ofKinds.size + this.#ofLinked.size;
  }

  /** The rules that refuse two figures, in the order of the gate. */
  between(a: T, b: T): readonly RuleId[] {
    const [one, other] = [valueIn(this.#trials, a.trial), valueIn(this.#trials, b.trial)];
    // Of a large base every two figures are asked about, and few of their studies share patients.
    if (one === other || isNamed(one, other) || isNamed(other, one))
      return kept(this.#ofLinked, [a.uid, b.uid].sort().join(' '), () => this.#refusing(a, b, ruleIds));
    const [kind, another] = [valueIn(this.#kinds, a), valueIn(this.#kinds, b)];
    const key = Math.max(kind, another) * this.#facts.length + Math.min(kind, another);
    return kept(this.#ofKinds, key, () => this.#refusing(a, b, othersThanPatients));
  }

  #refusing(a: T, b: T, asked: readonly RuleId[]): readonly RuleId[] {
    return refusing([a, b], new Map([a, b].map(({ trial }) => [trial, valueIn(this.#trials, trial)])), asked);
  }

  /**
   * The sets that can be pooled, the largest first, each the largest of what those before it leave; of two studies at least.
   *
   * What holds of any two of the figures holds of all, for each rule asks whether values differ, or something of each figure
   * or of two that share patients.
   *
   * @param pass rules that may be broken
   */
  *sets(...pass: RuleId[]): Generator<T[]> {
    const isLetPass = (a: T, b: T) => this.between(a, b).every((rule) => pass.includes(rule));
    for (let left = this.#facts; ;) {
      const set = new Set(
        largestSet(left, isLetPass, {
          study: ({ trial }) => trial,
          patients: this.#patients,
          alike: (fact) => (this.#linked.has(fact) ? fact : valueIn(this.#kinds, fact)),
        }),
      );
      if (new Set([...set].map(({ trial }) => trial)).size < 2) return;
      yield [...set];
      left = left.filter((fact) => !set.has(fact));
    }
  }
}

function kept<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

const isNamed = ({ overlaps }: DatasetTrial, { id }: DatasetTrial) => overlaps.some(({ trial }) => trial === id);

/** The figures of studies that have several, or that share patients with another study of those at hand. */
function linkedOf<T extends ComparedFact>(facts: readonly T[], trials: ReadonlyMap<string, DatasetTrial>): Set<T> {
  const byTrial = Map.groupBy(facts, ({ trial }) => trial);
  const sharing = [...byTrial.keys()].flatMap((id) => {
    const others = valueIn(trials, id).overlaps.filter(({ trial }) => byTrial.has(trial));
    return others.length > 0 ? [id, ...others.map(({ trial }) => trial)] : [];
  });
  const shared = new Set(sharing);
  return new Set([...byTrial].flatMap(([id, own]) => (own.length > 1 || shared.has(id) ? own : [])));
}

const othersThanPatients = ruleIds.filter((rule) => rule !== 'patients');

/** Whose it is and what it counts, which no rule compares; what an arm was given stands for the arm. */
type Apart = 'uid' | 'trial' | 'arm' | 'comparatorArm' | 'counts' | 'ratio';

/** All of a figure and its trial that a rule may ask, but for names, numbers and other arms. */
function kindOf(fact: ComparedFact, trial: DatasetTrial): string {
  const { arm, comparatorArm, counts, ratio, versus, endpoint, row, rowLabel, own, scale, population, at, definition } = fact;
  const asked = { versus, endpoint, row, rowLabel, own, scale, population, at, definition, measured: fact.measured };
  const { setting, ageGroup, attributes, unstated, randomised } = trial;
  const sides = [arm, comparatorArm].map((id) => trial.arms.find((one) => one.id === id));
  const given = sides.map((side) => side && [side.role, side.classes]);
  return JSON.stringify([
    asked satisfies Record<keyof Omit<ComparedFact, Apart>, unknown>,
    counts !== undefined,
    ratio !== undefined,
    given,
    setting,
    ageGroup,
    attributes,
    unstated,
    randomised,
  ]);
}
