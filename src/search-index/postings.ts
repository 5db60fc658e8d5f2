import { itemIn } from '../model/need.ts';

/**
 * The pages that a term leads to, each with how much: 1 for a word of its text, 15 for the page that is what
 * was named.
 */
export type Postings = Map<number, number>;

export const heaviest = 15;

/** Pages by weight, the heaviest first, as steps from one page to the next: `f:3,1;2:a,4`. */
export function written(postings: Iterable<[page: number, weight: number]>, most: number): string {
  const heavier = [...postings].sort(([a, x], [b, y]) => y - x || a - b).slice(0, most);
  const byWeight = Map.groupBy(heavier, ([, weight]) => weight);
  return [...byWeight]
    .map(([weight, pages]) => {
      let last = -1;
      const steps = pages.map(([page]) => {
        const step = page - last;
        last = page;
        return step.toString(36);
      });
      return `${weight.toString(36)}:${steps.join(',')}`;
    })
    .join(';');
}

/** The pages of a term as `written` has them. */
export function readPostings(text: string): Postings {
  const postings: Postings = new Map();
  for (const group of text.split(';')) {
    const [weight, steps] = group.split(':');
    if (weight === undefined || steps === undefined) continue;
    let page = -1;
    for (const step of steps.split(',')) {
      page += parseInt(step, 36);
      postings.set(page, parseInt(weight, 36));
    }
  }
  return postings;
}

/** Adds pages of another term; where both have a page, the heavier weight stands. */
export function addHeavier(to: Postings, from: Iterable<[number, number]>): void {
  for (const [page, weight] of from) if ((to.get(page) ?? 0) < weight) to.set(page, weight);
}

/** Pages that all terms lead to, with the lightest of their weights. */
export function common(all: readonly Postings[]): Postings {
  const [first, ...others] = [...all].sort((a, b) => a.size - b.size);
  const found: Postings = new Map();
  for (const [page, weight] of first ?? []) {
    const weights = others.map((one) => one.get(page));
    if (weights.every((one) => one !== undefined)) found.set(page, Math.min(weight, ...weights));
  }
  return found;
}

/** Which of the sorted firsts a term lies at or after: -1 before all of them. */
export function placeAmong(firsts: readonly string[], term: string): number {
  let [low, high] = [0, firsts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (itemIn(firsts, middle) <= term) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
