/**
 * What the types leave open and the code above has made sure of: an id that the checks have resolved, a place
 * in a list that was counted. Where it has not, the program stops here and says what is missing, instead of
 * going on without it.
 *
 * @param what names the value in the message
 * @throws Error where there is none
 */
export function need<T>(found: T, what = 'a value'): NonNullable<T> {
  if (found === undefined || found === null) throw new Error(`${what} is missing`);
  return found;
}

/** The value of a key that the map is known to have. */
export function valueIn<K, V>(map: { get(key: K): V | undefined }, key: K): V {
  const found = map.get(key);
  if (found === undefined) throw new Error(`the value of ${String(key)} is missing`);
  return found;
}

/** The item at a place that the list is known to have. */
export function itemIn<T>(list: ArrayLike<T>, place: number): T {
  const found = list[place];
  if (found === undefined) throw new Error(`item ${place} of ${list.length} is missing`);
  return found;
}

/** The first item of a list that is known to have one. */
export const firstIn = <T>(list: ArrayLike<T>): T => itemIn(list, 0);

/** The last item of a list that is known to have one. */
export const lastIn = <T>(list: ArrayLike<T>): T => itemIn(list, list.length - 1);

/** The one with an id of a list that is known to have it. */
export function withId<T extends { id: string }>(list: readonly T[], id: string): T {
  return need(
    list.find((one) => one.id === id),
    id,
  );
}

/** A text that begins with a capital. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
