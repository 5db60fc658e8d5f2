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
    path: '/guide/figure/',
    title: 'Reading a figure',
    answers: 'What stands beside a figure: who reports it, in whom, with what uncertainty, and what was computed here.',
  },
  {
    path: '/guide/compare/',
    title: 'Comparing studies',
    answers: 'What a comparison across studies can and cannot show, and how denominators are brought into line.',
  },
  {
    path: '/guide/pool/',
    title: 'Pooling results',
    answers: 'When figures may be pooled, which model does what, and how to read heterogeneity and a prediction interval.',
  },
  {
    path: '/guide/checks/',
    title: 'Checks and findings',
    answers: 'What each build recomputes, how to read a finding, and what is done where a source is wrong or two sources differ.',
  },
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
    path: '/guide/contribute/',
    title: 'Adding a trial',
    answers: 'How a study gets into the base, step by step, and the rules that no program can check.',
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
