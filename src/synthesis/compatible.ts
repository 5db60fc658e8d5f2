import { judge, type ComparedFact, type RuleId } from '../compare/rules.ts';
import type { DatasetTrial } from '../compare/dataset.ts';
import { firstIn, itemIn, valueIn } from '../model/need.ts';
import { byRank } from '../model/order.ts';

/** What is asked of a set of figures before another: how many studies it has, then how many patients. */
interface Size<T> {
  study: (item: T) => string;
  patients: (item: T) => number;
}

/**
 * The largest set in which any two items agree: by studies, then by patients, then the one whose items come first.
 *
 * Grown from each item in turn, always by the item that leaves most studies to choose from; so it is the same for the same
 * items in the same order, and nothing can be added to it. To be sure of the largest in every case would take time that
 * doubles with a few items more; this takes time that grows with a power of their number.
 *
 * @param agree the same both ways round
 * @returns in the order of the items; empty where there are none
 */
export function largestSet<T>(items: readonly T[], agree: (a: T, b: T) => boolean, { study, patients }: Size<T>): T[] {
  const near = items.map((_, i) => new Set([i]));
  items.forEach((one, i) => {
    for (let j = i + 1; j < items.length; j++) {
      if (!agree(one, itemIn(items, j))) continue;
      itemIn(near, i).add(j);
      itemIn(near, j).add(i);
    }
  });
  // Items that agree with the same others, and so with each other, are in the same sets: they go together.
  const groups = [...Map.groupBy(items.keys(), (i) => [...itemIn(near, i)].sort((a, b) => a - b).join()).values()];
  const all = [...groups.keys()];
  const firsts = groups.map(firstIn);
  const agreeing = firsts.map((first) => new Set(all.filter((g) => itemIn(near, first).has(itemIn(firsts, g)))));
  const membersOf = (these: readonly number[]) => these.flatMap((g) => itemIn(groups, g)).sort((a, b) => a - b);
  const sizeOf = (these: readonly number[]): [studies: number, patients: number] => {
    const members = membersOf(these).map((i) => itemIn(items, i));
    return [new Set(members.map(study)).size, members.reduce((sum, item) => sum + patients(item), 0)];
  };
  const grown = (seed: number): number[] => {
    const chosen = [seed];
    let open = all.filter((g) => g !== seed && itemIn(agreeing, seed).has(g));
    while (open.length > 0) {
      const room = (g: number) => open.filter((other) => itemIn(agreeing, g).has(other));
      const added = best(open, (g) => [sizeOf(room(g))[0], sizeOf([g])[1], -g]);
      chosen.push(added);
      open = room(added).filter((g) => g !== added);
    }
    return chosen;
  };
  const sets = all.map(grown);
  const most = sets.length === 0 ? [] : best(sets, (set) => [...sizeOf(set), ...membersOf(set).map((i) => -i)]);
  return membersOf(most).map((i) => itemIn(items, i));
}

/** The first item of the highest rank; ranks are compared number by number. */
function best<T>(items: readonly T[], rankOf: (item: T) => readonly number[]): T {
  const ranked = items.map((item) => ({ item, rank: rankOf(item) }));
  return ranked.reduce((a, b) => (byRank(a.rank, b.rank) < 0 ? b : a)).item;
}

/** Figures of one endpoint and row, with the rules that stand between any two of them. */
export class Compatibility<T extends ComparedFact> {
  readonly #facts: readonly T[];
  readonly #trials: ReadonlyMap<string, DatasetTrial>;
  readonly #patients: (fact: T) => number;
  /** What a figure is but for whose patients it counts: figures of one kind are judged alike. */
  readonly #kinds: ReadonlyMap<T, number>;
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
  }

  /** The rules that refuse two figures, in the order of the gate. */
  between(a: T, b: T): readonly RuleId[] {
    const [one, other] = [valueIn(this.#trials, a.trial), valueIn(this.#trials, b.trial)];
    // Of a large base every two figures are asked about, and few of their studies share patients.
    if (one === other || isNamed(one, other) || isNamed(other, one))
      return kept(this.#ofLinked, [a.uid, b.uid].sort().join(' '), () => this.#judged(a, b));
    const [kind, another] = [valueIn(this.#kinds, a), valueIn(this.#kinds, b)];
    const key = Math.max(kind, another) * this.#facts.length + Math.min(kind, another);
    return kept(this.#ofKinds, key, () => this.#judged(a, b));
  }

  #judged(a: T, b: T): readonly RuleId[] {
    const trials = new Map([a, b].map(({ trial }) => [trial, valueIn(this.#trials, trial)]));
    return judge([a, b], trials).rulings.flatMap(({ rule, verdict }) => (verdict === 'refused' ? rule : []));
  }

  /**
   * The sets that can be pooled, the largest first, each the largest of what those before it leave; of two studies at least.
   *
   * What holds of any two of the figures holds of all, for each rule asks whether values differ, or something of each figure
   * or of two that share patients.
   *
   * @param pass a rule that may be broken
   */
  *sets(pass?: RuleId): Generator<T[]> {
    const isLetPass = (a: T, b: T) => this.between(a, b).every((rule) => rule === pass);
    for (let left = this.#facts; ;) {
      const set = largestSet(left, isLetPass, { study: ({ trial }) => trial, patients: this.#patients });
      if (new Set(set.map(({ trial }) => trial)).size < 2) return;
      yield set;
      left = left.filter((fact) => !set.includes(fact));
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

/** All of a figure and its trial that a rule may ask, but for names, numbers and other arms. */
function kindOf(fact: ComparedFact, trial: DatasetTrial): string {
  const { arm, comparatorArm, counts, ratio, ...others } = fact;
  const { setting, ageGroup, attributes, unstated, randomised } = trial;
  const sides = [arm, comparatorArm].map((id) => trial.arms.find((one) => one.id === id));
  const given = sides.map((side) => side && [side.role, side.classes]);
  return JSON.stringify([
    { ...others, uid: '', trial: '' },
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
