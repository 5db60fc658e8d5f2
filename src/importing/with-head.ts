/** The beginning of a text that comes in pieces, which shows its form, and all of its pieces. */
export function withHead(pieces: Iterable<string>, length: number): { head: string; all: Iterable<string> } {
  const rest = pieces[Symbol.iterator]();
  const first: string[] = [];
  for (let next = rest.next(); !next.done; next = rest.next()) {
    first.push(next.value);
    if (first.reduce((sum, { length: own }) => sum + own, 0) >= length) break;
  }
  const all = function* () {
    yield* first;
    for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
  };
  return { head: first.join(''), all: all() };
}
