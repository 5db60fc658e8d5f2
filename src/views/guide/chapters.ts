/** A chapter of the guide, at its permanent address. */
export interface Chapter {
  path: string;
  title: string;
  /** What it answers, in one sentence. */
  answers: string;
}

/** The guide in its order. What is said of this base alone is content, at an address of its own; all else is of the engine. */
export const chapters: readonly Chapter[] = [
  { path: '/guide/', title: 'Guide', answers: 'How to read, compare, pool, cite and add to what stands here.' },
  {
    path: '/guide/cite/',
    title: 'Citing',
    answers: 'How to cite a figure, an entry, a selection or the whole base, and what the addresses promise.',
  },
  {
    path: '/guide/dictionary/',
    title: 'Data dictionary',
    answers: 'Every column of every file, its type and what it holds.',
  },
  {
    path: '/about/',
    title: 'How the base is made',
    answers: 'Which sources this base rests on, how its entries are made, and its limits.',
  },
];

/** A chapter with those before and after it. */
export function placeInGuide(path: string): { chapter: Chapter; before: Chapter | undefined; after: Chapter | undefined } {
  const at = chapters.findIndex((chapter) => chapter.path === path);
  const chapter = chapters[at];
  if (!chapter) throw new Error(`${path} is no chapter of the guide; they are listed in views/guide/chapters.ts`);
  return { chapter, before: chapters[at - 1], after: chapters[at + 1] };
}
