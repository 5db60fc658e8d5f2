import { guide } from '../../i18n/guide.ts';

/** A chapter of the guide, at its permanent address. */
interface Chapter {
  path: string;
  title: string;
  /** What it answers, in one sentence. */
  answers: string;
}

/**
 * The guide in its order. What is said of this base alone is content, at an address of its own; all else is
 * of the engine.
 */
const order = [
  'guide',
  'figure',
  'compare',
  'pool',
  'checks',
  'cite',
  'dictionary',
  'contribute',
  'about',
] as const;

const pathOf = (name: (typeof order)[number]) =>
  name === 'guide' || name === 'about' ? `/${name}/` : `/guide/${name}/`;

/** The chapters, in the words of the language that is spoken when they are asked for. */
export const chapters: readonly Chapter[] = order.map((name) => ({
  path: pathOf(name),
  get title() {
    return guide.chapters[name][0];
  },
  get answers() {
    return guide.chapters[name][1];
  },
}));

/** A chapter with those before and after it. */
export function placeInGuide(path: string): {
  chapter: Chapter;
  before: Chapter | undefined;
  after: Chapter | undefined;
} {
  const at = chapters.findIndex((chapter) => chapter.path === path);
  const chapter = chapters[at];
  if (!chapter)
    throw new Error(`${path} is no chapter of the guide; they are listed in views/guide/chapters.ts`);
  return { chapter, before: chapters[at - 1], after: chapters[at + 1] };
}
