/**
 * A name within a sentence: its first letter is small where the first word is an ordinary one. What holds a digit or a
 * further capital (`CTL019`, `Hyper-CVAD`, `CAR T cells`), or begins with a short sign (`Ph-negative`), stays as it is.
 */
export const inSentence = (name: string): string =>
  /^[A-Z](?:[a-z]+|[a-z]{2,}(?:-[a-z]+)+)(?![\w-])/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** `a`, `a and b`, `a, b and c`. */
export const listed = (parts: readonly string[], word = 'and'): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;
