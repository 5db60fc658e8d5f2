import { byRank } from '../../src/model/order.ts';
import { largestSets } from '../../src/synthesis/largest-set.ts';

/** The first of the largest sets; empty where there are no items. */
export function largestSet<T>(...given: Parameters<typeof largestSets<T>>): T[] {
  return largestSets(...given).next().value ?? [];
}

/**
 * What `largestSet` gives, said in the plainest way: each set is grown, and every candidate
 * counted anew.
 */
export function plainLargestSet<T>(
  items: readonly T[],
  agree: (a: T, b: T) => boolean,
  { study, patients }: { study: (item: T) => string; patients: (item: T) => number },
): T[] {
  const near = items.map((one, i) => new Set(items.keys().filter((j) => i === j || agree(one, items[j]!))));
  const groups = [...Map.groupBy(items.keys(), (i) => [...near[i]!].join()).values()];
  const all = [...groups.keys()];
  const agreeing = groups.map(([first]) => new Set(all.filter((g) => near[first!]!.has(groups[g]![0]!))));
  const membersOf = (these: readonly number[]) => these.flatMap((g) => groups[g]!).sort((a, b) => a - b);
  const sizeOf = (these: readonly number[]): [studies: number, patients: number] => {
    const members = membersOf(these).map((i) => items[i]!);
    return [new Set(members.map(study)).size, members.reduce((sum, item) => sum + patients(item), 0)];
  };
  const grown = (seed: number): number[] => {
    const chosen = [seed];
    let open = all.filter((g) => g !== seed && agreeing[seed]!.has(g));
    while (open.length > 0) {
      const room = (g: number) => open.filter((other) => agreeing[g]!.has(other));
      const added = best(open, (g) => [sizeOf(room(g))[0], sizeOf([g])[1], -g]);
      chosen.push(added);
      open = room(added).filter((g) => g !== added);
    }
    return chosen;
  };
  const sets = all.map(grown);
  const most =
    sets.length === 0 ? [] : best(sets, (set) => [...sizeOf(set), ...membersOf(set).map((i) => -i)]);
  return membersOf(most).map((i) => items[i]!);
}

/** The first item of the highest rank; ranks are compared number by number. */
function best<T>(items: readonly T[], rankOf: (item: T) => readonly number[]): T {
  const ranked = items.map((item) => ({ item, rank: rankOf(item) }));
  return ranked.reduce((a, b) => (byRank(a.rank, b.rank) < 0 ? b : a)).item;
}
