import { basePath } from '../base-path.ts';

/**
 * The arms that a reader has selected for comparison, kept in this browser: `trial` or `trial.arm`. Sites of
 * one host have a place each.
 */
const slot = `almanac.compare${basePath}`;
const changed = 'almanac:selection';

/** The selected arms; none where the browser keeps nothing. */
export function selectedArms(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(slot) ?? '[]');
    return Array.isArray(kept)
      ? kept.filter(
          (key): key is string => typeof key === 'string' && /^[a-z0-9-]+(\.[a-z0-9-]+)?$/.test(key),
        )
      : [];
  } catch {
    return [];
  }
}

/** Selects exactly these arms, and notifies every part of the page. */
export function selectArms(arms: readonly string[]): void {
  try {
    localStorage.setItem(slot, JSON.stringify([...new Set(arms)]));
  } catch {
    // A browser that keeps nothing still compares what its address names.
  }
  dispatchEvent(new Event(changed));
}

/** Calls back now and whenever the selection changes, in this tab or another. */
export function onSelection(show: () => void): void {
  addEventListener(changed, show);
  addEventListener('storage', (event) => {
    if (event.key === slot) show();
  });
  show();
}
