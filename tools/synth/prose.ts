import type { Draw } from './draw.ts';
import { capital, word } from './words.ts';

/** How sentences are built; `*` is an invented word, frequent ones and rare ones as in a language. */
const sentences = [
  'The * of each place kept to the same * rules, and a * board read every change',
  'Visits were held as * and * as the * team could make them',
  'What led to * remains open, though * and * were both looked for',
  'A * group had asked whether * would hold in people with * disease',
  'Nobody was left out for *, and the * of those who stopped are told apart',
  'By design the * arm could not know of the * until the end',
  'The authors call it * and see no * reason to change the * schedule',
  'Samples were kept for * work, which another * report describes',
  'In this * course a * rule decided who went on',
  'Earlier * work had seen * in the same setting, with * patients of other places',
];

/** How works are credited; `~` is the first author of the work cited. */
const credits = [
  'That * may follow was first told by ~ et al.',
  'For the * of such groups the place to look is ~',
];

/** What stands before and after the figures of a body. */
const told = [
  ['Of the * patients', 'had an answer that held until the next * visit'],
  ['The * estimate was', 'by the * method of the report'],
  ['Against a * background', 'is what the * analysis printed'],
] as const;

/** So many words of rank `most` and below can stand in for `*`. */
const lexicon = 20_000;

/** A sentence of invented words, which cites a work where it is given one. */
export function sentence(draw: Draw, cited?: string, fact?: string): string {
  const [before, after] = draw.one(told);
  const plain = draw.one(cited === undefined ? sentences : [...sentences, ...credits]);
  const filled = (fact === undefined ? plain : `${before} ${fact} ${after}`).replaceAll('*', () =>
    word(draw.rank(lexicon)),
  );
  return cited === undefined ? `${filled}.` : `${filled.replace('~', firstAuthor(cited))} [@${cited}].`;
}

/** The family name with which the key of a work begins. */
export const firstAuthor = (key: string) => capital(key.split('-')[0]!);

/** A heading and a paragraph: one sentence for each citation or fact, and as many without either. */
export function section(
  draw: Draw,
  title: string,
  cited: readonly string[],
  facts: readonly string[] = [],
): string {
  const shown = facts.map((fact, i) => sentence(draw, cited[i], fact));
  const rest = cited.slice(facts.length).flatMap((key) => [sentence(draw), sentence(draw, key)]);
  return `## ${title}\n\n${[...shown, ...rest].join('\n')}\n`;
}

/** A title of some invented words, and of what the work is about. */
export function title(draw: Draw, about: readonly string[]): string {
  const words = Array.from({ length: draw.whole(3, 7) }, () => word(draw.rank(lexicon)));
  return capital([...words, ...about.map((name) => `under ${name}`)].join(' '));
}

/** People, as works name their authors. */
export function authors(draw: Draw, key: string): { family: string; given: string }[] {
  const others = Array.from({ length: draw.whole(2, 8) }, () => capital(word(draw.rank(lexicon))));
  return [firstAuthor(key), ...others].map((family) => ({
    family,
    given: draw.one([...'ABCDEFGHJKLMNPRST']),
  }));
}
