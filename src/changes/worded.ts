import type { Difference } from './values.ts';

/**
 * From one wording to another, what both begin or end with said once: `HR 0.77 → 0.75`, `5.0 → 6.0 months`. A
 * missing side leaves the other alone.
 */
export function turned(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return `${after ?? ''} (new)`;
  if (after === undefined) return `${before} (gone)`;
  const [old, now] = [before.split(' '), after.split(' ')];
  const most = Math.min(old.length, now.length) - 1;
  let head = 0;
  while (head < most && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return `${old.slice(0, old.length - tail).join(' ')} → ${now.slice(head).join(' ')}`;
}

/** `status recruiting → completed`, `arms.control new`, `note changed` */
export function describeDifference({ what, change, before, after }: Difference): string {
  const name = what.replace(/[a-z][A-Z]/g, ([first = '', next = '']) => `${first} ${next.toLowerCase()}`);
  if (change === 'changed')
    return before !== undefined && after !== undefined ? `${name} ${before} → ${after}` : `${name} changed`;
  const value = change === 'new' ? after : before;
  const isNamed = value !== undefined && !what.endsWith(`.${value}`);
  return `${name}${isNamed ? ` ${value}` : ''} ${change}`;
}
