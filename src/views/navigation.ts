import type { Library } from '../evidence/library.ts';
import { frame } from '../i18n/frame.ts';
import { inWords } from '../i18n/locale.ts';
import { mapWords } from '../i18n/map.ts';
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

/** A page that a list leads to. */
export interface Step {
  path: string;
  label: string;
}

/**
 * What stands around a page: the groups of the masthead, with the section that the page is in; the way from
 * home to it; and the pages of words that the foot leads to.
 *
 * @param here address of the page
 * @param within the page of the entry that it belongs to
 */
export function frameOf(library: Library, here: string, title: string, within?: Step) {
  const groups = navigationOf(library);
  const section = sectionAt(here, groups);
  const currentOf = ({ path }: Section) =>
    here === path ? ('page' as const) : path === section?.path ? ('true' as const) : undefined;
  return {
    groups: groups.map(({ sections, ...group }) => ({
      ...group,
      sections: sections.map((one) => ({ ...one, current: currentOf(one) })),
    })),
    steps: section
      ? [
          { path: '/', label: frame.home },
          section,
          ...(within ? [within] : []),
          ...(section.path === here ? [] : [{ path: here, label: title }]),
        ]
      : [],
    further: library.pages
      .filter(({ id }) => id !== 'about')
      .map(({ path, data }): Step => ({ path, label: inWords(data.title) })),
  };
}

/** Every page of the masthead with what is there, and how much of it where that is known, by its address. */
export function waysOf(library: Library, holds: Readonly<Record<string, string>> = {}) {
  return navigationOf(library).flatMap(({ sections }) =>
    sections.map((section) => ({ ...section, holds: holds[section.path] })),
  );
}

/** The views of the map; what is gained is weighed only where the vocabulary names a benefit. */
export function mapViews({ endpoints }: Library, here: string): Step[] {
  const isWeighed = endpoints.some(({ data }) => data.balance === 'benefit') || here === '/map/balance/';
  return [
    { path: '/map/', label: mapWords.known.view },
    { path: '/map/timeline/', label: mapWords.time.title },
    ...(isWeighed ? [{ path: '/map/balance/', label: mapWords.balance.title }] : []),
  ];
}
