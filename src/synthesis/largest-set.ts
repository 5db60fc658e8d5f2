import { firstIn, itemIn, need, valueIn } from '../model/need.ts';

/** What is asked of a set of figures before another: how many studies it has, then how many patients. */
interface Asked<T> {
  study: (item: T) => string;
  patients: (item: T) => number;
  /**
   * Items of which this is the same agree with the same others. Each stands for itself where it is left out.
   */
  alike?: (item: T) => unknown;
}

/**
 * The largest set in which any two items agree, then the largest of the items that it leaves, until none are
 * left. The largest: by studies, then by patients, then the one whose items come first. No two items are held
 * against each other twice.
 *
 * Each is grown from every item in turn, always by the item that leaves most studies to choose from; so it is
 * the same for the same items in the same order, and nothing can be added to it. To be sure of the largest in
 * every case would take time that doubles with a few items more; this takes time that grows with a power of
 * their number.
 *
 * @param agree the same both ways round
 * @returns sets in the order of the items
 */
export function* largestSets<T>(
  items: readonly T[],
  agree: (a: T, b: T) => boolean,
  { study, patients, alike = (item) => item }: Asked<T>,
): Generator<T[]> {
  const classes = classesOf(items, agree, alike);
  const firsts = classes.map((own) => itemIn(items, firstIn(own)));
  const rows = firsts.map((_, i) => new Uint8Array(firsts.length).fill(1, i, i + 1));
  firsts.forEach((one, i) => {
    for (let j = i + 1; j < firsts.length; j++)
      if (agree(one, itemIn(firsts, j))) itemIn(rows, i)[j] = itemIn(rows, j)[i] = 1;
  });
  const measured = classes.map((own) => ({
    studies: own.map((i) => study(itemIn(items, i))),
    patients: own.reduce((sum, i) => sum + patients(itemIn(items, i)), 0),
  }));
  for (let left = [...classes.keys()]; left.length > 0;) {
    // Classes that agree with the same others agree with each other, so they are in the same sets.
    const groups = [...Map.groupBy(left, (i) => keyOf(itemIn(rows, i), left)).values()];
    const graph = new Graph(
      groups.map((group) => ({
        studies: group.flatMap((i) => itemIn(measured, i).studies),
        patients: group.reduce((sum, i) => sum + itemIn(measured, i).patients, 0),
      })),
      (g, other) => itemIn(rows, firstIn(itemIn(groups, g)))[firstIn(itemIn(groups, other))] === 1,
    );
    const classesIn = (set: readonly number[]) => set.flatMap((g) => itemIn(groups, g));
    const membersOf = (set: readonly number[]) =>
      classesIn(set)
        .flatMap((i) => itemIn(classes, i))
        .sort((a, b) => a - b);
    let most: Grown | undefined;
    // What agrees with a seed is the most that can become of it, so that nearly all seeds need not be tried.
    for (const seed of graph.byPromise()) {
      const set = graph.grown(seed, most);
      if (
        set &&
        (!most ||
          bySize(set, most) > 0 ||
          (bySize(set, most) === 0 && comesFirst(membersOf(set.groups), membersOf(most.groups))))
      )
        most = set;
    }
    const chosen = new Set(classesIn(need(most).groups));
    yield membersOf(need(most).groups).map((i) => itemIn(items, i));
    left = left.filter((i) => !chosen.has(i));
  }
}

/** Whether, of two sets of one size, the first begins to differ with the earlier item. */
function comesFirst(own: readonly number[], others: readonly number[]): boolean {
  const at = own.findIndex((i, place) => i !== others[place]);
  return at >= 0 && itemIn(own, at) < (others[at] ?? Infinity);
}

/** Places of items that are alike, by their first; apart where they do not agree with each other. */
function classesOf<T>(
  items: readonly T[],
  agree: (a: T, b: T) => boolean,
  alike: (item: T) => unknown,
): number[][] {
  return [...Map.groupBy(items.keys(), (i) => alike(itemIn(items, i))).values()]
    .flatMap((own) => {
      const [one, another] = own.map((i) => itemIn(items, i));
      const isOne = one === undefined || another === undefined || agree(one, another);
      return isOne ? [own] : own.map((i) => [i]);
    })
    .sort((a, b) => firstIn(a) - firstIn(b));
}

/** A short text that is the same of two rows of noughts and ones where they are equal at some places. */
function keyOf(row: Uint8Array, places: readonly number[]): string {
  const codes = new Uint16Array(Math.ceil(places.length / 16));
  places.forEach((place, i) => {
    codes[i >> 4] = (itemIn(codes, i >> 4) << 1) | itemIn(row, place);
  });
  return String.fromCharCode(...codes);
}

interface Size {
  studies: number;
  patients: number;
}

interface Grown extends Size {
  groups: readonly number[];
}

const bySize = (a: Size, b: Size) => a.studies - b.studies || a.patients - b.patients;

/** Groups of items and which of them agree, as numbers. */
class Graph {
  readonly #count: number;
  /** 1 where two groups agree, row by row; a group agrees with itself. */
  readonly #agrees: Uint8Array;
  /** How many studies a group has that no other has. */
  readonly #own: Int32Array;
  /** The studies that it has in common with others, as numbers. */
  readonly #common: readonly (readonly number[])[];
  readonly #patients: readonly number[];
  /** When a common study was counted last. */
  readonly #counted: Int32Array;
  #turn = 0;

  constructor(
    groups: readonly { studies: string[]; patients: number }[],
    agree: (g: number, other: number) => boolean,
  ) {
    const count = (this.#count = groups.length);
    this.#agrees = new Uint8Array(count * count);
    for (let g = 0; g < count; g++)
      for (let other = g; other < count; other++)
        if (g === other || agree(g, other))
          this.#agrees[g * count + other] = this.#agrees[other * count + g] = 1;
    const studies = groups.map((group) => [...new Set(group.studies)]);
    const havingIt = new Map<string, number>();
    for (const study of studies.flat()) havingIt.set(study, (havingIt.get(study) ?? 0) + 1);
    const common = new Map([...havingIt].filter(([, having]) => having > 1).map(([study], i) => [study, i]));
    this.#own = Int32Array.from(studies, (own) => own.filter((study) => !common.has(study)).length);
    this.#common = studies.map((own) =>
      own.filter((study) => common.has(study)).map((study) => valueIn(common, study)),
    );
    this.#patients = groups.map(({ patients }) => patients);
    this.#counted = new Int32Array(common.size);
  }

  /** All groups, those first with which most agrees. */
  byPromise(): number[] {
    const all = this.#patients.map((_, g) => ({ g, ...this.#sizeOf(this.#agreeing(g)) }));
    return all.sort((a, b) => bySize(b, a)).map(({ g }) => g);
  }

  /**
   * The set that grows from a group; undefined as soon as it is clear that it will be smaller than another.
   */
  grown(seed: number, atLeast: Size | undefined): Grown | undefined {
    const groups = [seed];
    for (let open = this.#agreeing(seed).filter((g) => g !== seed); ;) {
      const size = this.#sizeOf([...groups, ...open]);
      if (atLeast && bySize(size, atLeast) < 0) return undefined;
      const added = this.#best(open);
      if (added === undefined) return { groups, ...size };
      groups.push(added);
      open = open.filter((g) => g !== added && this.#agrees[added * this.#count + g] === 1);
    }
  }

  /**
   * Which of the groups leaves most studies to choose from; of several, that with most patients, and then the
   * first.
   */
  #best(open: readonly number[]): number | undefined {
    let [best, most]: [number | undefined, number] = [undefined, -1];
    for (const g of open) {
      const studies = this.#studiesOf(open, g);
      const isMore =
        studies > most || (studies === most && itemIn(this.#patients, g) > itemIn(this.#patients, best ?? g));
      if (isMore) [best, most] = [g, studies];
    }
    return best;
  }

  #agreeing(g: number): number[] {
    const agreeing: number[] = [];
    const row = g * this.#count;
    for (let other = 0; other < this.#count; other++)
      if (this.#agrees[row + other] === 1) agreeing.push(other);
    return agreeing;
  }

  #sizeOf(groups: readonly number[]): Size {
    return {
      studies: this.#studiesOf(groups),
      patients: groups.reduce((sum, g) => sum + itemIn(this.#patients, g), 0),
    };
  }

  /** How many studies some groups have, of those that agree with a certain one where it is named. */
  #studiesOf(groups: readonly number[], beside?: number): number {
    const [agrees, own, common, counted] = [this.#agrees, this.#own, this.#common, this.#counted];
    const row = beside === undefined ? -1 : beside * this.#count;
    const turn = ++this.#turn;
    let studies = 0;
    for (const g of groups) {
      if (row >= 0 && agrees[row + g] !== 1) continue;
      studies += own[g] ?? 0;
      for (const study of common[g] ?? []) {
        if (counted[study] === turn) continue;
        counted[study] = turn;
        studies += 1;
      }
    }
    return studies;
  }
}
