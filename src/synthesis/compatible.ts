import { refusing, refusesAny, ruleIds, type ComparedFact, type RuleId } from '../compare/rules.ts';
import type { DatasetTrial } from '../compare/dataset.ts';
import { itemIn, valueIn } from '../model/need.ts';
import { largestSets } from './largest-set.ts';

/** What is known of two kinds or classes of figures. */
const [unasked, agree, refuse] = [0, 1, 2];

/**
 * Figures of one endpoint and row, with the rules that stand between any two of them. Figures are known by
 * their place.
 */
export class Compatibility<T extends ComparedFact> {
  readonly #facts: readonly T[];
  readonly #trials: readonly DatasetTrial[];
  /** How many patients each counts. */
  readonly #patients: readonly number[];
  /** What a figure is but for whose patients it counts: figures of one kind are judged alike. */
  readonly #kinds: readonly number[];
  readonly #count: number;
  /** The rules that refuse two kinds, one bit each; -1 for those that nobody asked about yet. */
  readonly #ofKinds: Int32Array;
  /** Whether any rule refuses two kinds: `unasked`, `agree` or `refuse`. */
  readonly #verdicts: Uint8Array;
  /** Pairs that count patients twice: both ways round, as numbers. */
  readonly #sharing = new Set<number>();
  /** Figures that are in such a pair. */
  readonly #apart = new Set<number>();
  #judged = 0;

  /**
   * @param trials those of the figures, by id
   * @param patients how many a figure counts
   */
  constructor(facts: readonly T[], trials: ReadonlyMap<string, DatasetTrial>, patients: (fact: T) => number) {
    this.#facts = facts;
    this.#trials = facts.map(({ trial }) => valueIn(trials, trial));
    this.#patients = facts.map(patients);
    const numbers = new Map<string, number>();
    this.#kinds = facts.map((fact, i) => {
      const kind = kindOf(fact, itemIn(this.#trials, i));
      const known = numbers.get(kind);
      if (known === undefined) numbers.set(kind, numbers.size);
      return known ?? numbers.size - 1;
    });
    this.#count = numbers.size;
    this.#ofKinds = new Int32Array(this.#count ** 2).fill(-1);
    this.#verdicts = new Uint8Array(this.#count ** 2);
    for (const [i, j] of nearPairs(this.#trials)) {
      if (this.#refusing(i, j, ['patients']) === 0) continue;
      for (const [one, other] of [
        [i, j],
        [j, i],
      ] as const) {
        this.#sharing.add(one * facts.length + other);
        this.#apart.add(one);
      }
    }
  }

  /** How many pairs were held against the rules so far: of a large base far fewer than there are. */
  get judged(): number {
    return this.#judged;
  }

  /** The rules that refuse two figures, in the order of the gate. */
  between(a: T, b: T): readonly RuleId[] {
    const refused = this.#between(this.#facts.indexOf(a), this.#facts.indexOf(b));
    return ruleIds.filter((rule) => (refused & bitOf(rule)) !== 0);
  }

  #between(i: number, j: number): number {
    const at = itemIn(this.#kinds, i) * this.#count + itemIn(this.#kinds, j);
    let refused = itemIn(this.#ofKinds, at);
    if (refused < 0) {
      refused = this.#refusing(i, j, othersThanPatients);
      this.#ofKinds[at] = this.#ofKinds[itemIn(this.#kinds, j) * this.#count + itemIn(this.#kinds, i)] =
        refused;
    }
    return this.#sharing.has(i * this.#facts.length + j) ? refused | bitOf('patients') : refused;
  }

  #refusing(i: number, j: number, asked: readonly RuleId[]): number {
    return bitsOf(refusing(...this.#both(i, j), asked));
  }

  #both(i: number, j: number): [T[], Map<string, DatasetTrial>] {
    this.#judged += 1;
    const both = [i, j];
    const own = new Map(both.map((at) => [itemIn(this.#trials, at).id, itemIn(this.#trials, at)]));
    return [both.map((at) => itemIn(this.#facts, at)), own];
  }

  /** Whether any rule refuses two figures; of two kinds, the first that does ends the question. */
  #isRefused(i: number, j: number): boolean {
    if (this.#sharing.has(i * this.#facts.length + j)) return true;
    const [a, b] = [itemIn(this.#kinds, i), itemIn(this.#kinds, j)];
    let found = itemIn(this.#verdicts, a * this.#count + b);
    if (found === unasked) {
      found = refusesAny(...this.#both(i, j), othersThanPatients) ? refuse : agree;
      this.#verdicts[a * this.#count + b] = this.#verdicts[b * this.#count + a] = found;
    }
    return found === refuse;
  }

  /**
   * The class of each figure, from 0: its kind, or one of its own where it may not be pooled with some of
   * another kind's.
   */
  #classes(): number[] {
    const own = new Map([...this.#apart].map((i, at) => [i, this.#count + at]));
    return this.#kinds.map((kind, i) => own.get(i) ?? kind);
  }

  /**
   * The sets that can be pooled, the largest first, each the largest of what those before it leave; of two
   * studies at least.
   *
   * What holds of any two of the figures holds of all, for each rule asks whether values differ, or something
   * of each figure or of two that share patients.
   *
   * @param pass rules that may be broken
   */
  *sets(...pass: RuleId[]): Generator<T[]> {
    const refused = ~bitsOf(pass);
    const classes = this.#classes();
    const count = this.#count + this.#apart.size;
    const verdicts = new Uint8Array(count ** 2);
    const doAgree = (i: number, j: number) => {
      const [a, b] = [itemIn(classes, i), itemIn(classes, j)];
      let found = itemIn(verdicts, a * count + b);
      if (found === unasked) {
        const isRefused = pass.length === 0 ? this.#isRefused(i, j) : (this.#between(i, j) & refused) !== 0;
        found = verdicts[a * count + b] = verdicts[b * count + a] = isRefused ? refuse : agree;
      }
      return found === agree;
    };
    const asked = {
      study: (i: number) => itemIn(this.#trials, i).id,
      patients: (i: number) => itemIn(this.#patients, i),
      alike: (i: number) => itemIn(classes, i),
    };
    for (const set of largestSets([...this.#facts.keys()], doAgree, asked)) {
      if (new Set(set.map(asked.study)).size < 2) return;
      yield set.map((i) => itemIn(this.#facts, i));
    }
  }
}

const bitOf = (rule: RuleId) => 1 << ruleIds.indexOf(rule);
const bitsOf = (rules: readonly RuleId[]) => rules.reduce((bits, rule) => bits | bitOf(rule), 0);

const isNamed = ({ overlaps }: DatasetTrial, { id }: DatasetTrial) =>
  overlaps.some(({ trial }) => trial === id);

/**
 * The pairs of figures whose patients may be the same: of one study, or of studies of which one names the
 * other.
 */
function* nearPairs(trials: readonly DatasetTrial[]): Generator<[number, number]> {
  const placesOf = Map.groupBy(trials.keys(), (at) => itemIn(trials, at).id);
  for (const [i, trial] of trials.entries()) {
    const others = new Set([trial.id, ...trial.overlaps.map((other) => other.trial)]);
    for (const id of others)
      for (const j of placesOf.get(id) ?? [])
        if (i < j || (i > j && !isNamed(itemIn(trials, j), trial))) yield [i, j];
  }
}

const othersThanPatients = ruleIds.filter((rule) => rule !== 'patients');

/** Whose it is and what it counts, which no rule compares; what an arm was given stands for the arm. */
type Apart = 'uid' | 'trial' | 'arm' | 'comparatorArm' | 'counts' | 'ratio';

/** All of a figure and its trial that a rule may ask, but for names, numbers and other arms. */
function kindOf(fact: ComparedFact, trial: DatasetTrial): string {
  const {
    arm,
    comparatorArm,
    counts,
    ratio,
    versus,
    endpoint,
    row,
    rowLabel,
    own,
    scale,
    population,
    at,
    definition,
  } = fact;
  const asked = {
    versus,
    endpoint,
    row,
    rowLabel,
    own,
    scale,
    population,
    at,
    definition,
    measured: fact.measured,
  };
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
