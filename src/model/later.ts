/** A value that is made when it is first asked for, and then kept. */
export function later<T>(make: () => T): () => T {
  let found: { made: T } | undefined;
  return () => (found ??= { made: make() }).made;
}
