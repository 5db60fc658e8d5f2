/**
 * A function that works out its answer once for each thing it is asked about, and keeps it as long as the
 * thing is kept.
 */
export function once<K extends object, T>(make: (thing: K) => T): (thing: K) => T {
  const made = new WeakMap<K, T>();
  return (thing) => {
    const known = made.get(thing);
    if (known !== undefined) return known;
    const answer = make(thing);
    made.set(thing, answer);
    return answer;
  };
}

/**
 * The same for answers that weigh much: one goes when room is needed, and is worked out again when it is
 * asked for.
 */
export function whileRoom<K extends object, T extends object>(make: (thing: K) => T): (thing: K) => T {
  const made = new WeakMap<K, WeakRef<T>>();
  return (thing) => {
    const known = made.get(thing)?.deref();
    if (known !== undefined) return known;
    const answer = make(thing);
    made.set(thing, new WeakRef(answer));
    return answer;
  };
}
