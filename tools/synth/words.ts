const syllables = [...'bdfgklmnprstvz'].flatMap((consonant) =>
  [...'aeiou'].map((vowel) => consonant + vowel),
);

/** An invented word, each number its own: the first ones have two syllables. */
export function word(number: number): string {
  const first = syllables[number % syllables.length]!;
  const rest = Math.floor(number / syllables.length);
  return first + (rest < syllables.length ? syllables[rest]! : word(rest - syllables.length));
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
