import type { Library } from '../evidence/library.ts';
import { frame } from '../i18n/frame.ts';
import { chapters } from './guide/chapters.ts';

/** A page that the masthead leads to. */
interface Section {
  path: string;
  label: string;
  /** What is there, in a few words. */
  note: string;
}

/** A group of the navigation. One that has a single page is a link to it. */
interface NavigationGroup {
  id: string;
  label: string;
  sections: readonly Section[];
}

type Place = keyof typeof frame.places;

const sectionOf = (place: Place): Section => {
  const [label, note] = frame.places[place];
  return { path: `/${place}/`, label, note };
};

/** The pages of the site in five groups. */
export function navigationOf({
  topics,
  reviews,
  syntheses,
}: Pick<Library, 'topics' | 'reviews' | 'syntheses'>): NavigationGroup[] {
  const { groups } = frame;
  const group = (id: string, label: string, places: readonly (Place | undefined)[]): NavigationGroup => ({
    id,
    label,
    sections: places.flatMap((place) => (place ? sectionOf(place) : [])),
  });
  const hasTopics = topics.length > 0;
  return [
    group('trials', groups.trials, ['trials']),
    group('therapies', hasTopics ? groups.therapiesAndTopics : groups.therapies, [
      'therapies',
      hasTopics ? 'topics' : undefined,
    ]),
    group('evidence', groups.evidence, ['map', 'compare', 'synthesis']),
    group('library', groups.library, [
      'references',
      reviews.length > 0 ? 'reviews' : undefined,
      syntheses.length > 0 ? 'syntheses' : undefined,
      'endpoints',
    ]),
    group('guide', groups.guide, ['data', 'guide', 'quality']),
  ];
}

/** The section that an address belongs to; a chapter of the guide keeps the address that it had before. */
export function sectionAt(path: string, groups: readonly NavigationGroup[]): Section | undefined {
  const sections = groups.flatMap((group) => group.sections);
  const isChapter = chapters.some((chapter) => chapter.path === path);
  return sections.find(
    (section) => path.startsWith(section.path) || (section.path === '/guide/' && isChapter),
  );
}
