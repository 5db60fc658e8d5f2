import type { Library } from '../evidence/library.ts';
import { chapters } from './guide/chapters.ts';

/** A page that the masthead leads to. */
export interface Section {
  path: string;
  label: string;
  /** What is there, in a few words. */
  note: string;
}

/** A group of the navigation. One that has a single page is a link to it. */
export interface NavigationGroup {
  id: string;
  label: string;
  sections: readonly Section[];
}

/** The pages of the site in five groups. */
export function navigationOf({ topics, syntheses }: Pick<Library, 'topics' | 'syntheses'>): NavigationGroup[] {
  const topicPages = { path: '/topics/', label: 'Topics', note: 'One question at a time, across trials' };
  const published = {
    path: '/syntheses/',
    label: 'Published syntheses',
    note: 'What meta-analyses pooled, beside the figures here',
  };
  return [
    { id: 'trials', label: 'Trials', sections: [{ path: '/trials/', label: 'Trials', note: 'Every study with its results' }] },
    {
      id: 'therapies',
      label: topics.length > 0 ? 'Therapies and topics' : 'Therapies',
      sections: [
        { path: '/therapies/', label: 'Therapies', note: 'Agents and products by class, with results' },
        ...(topics.length > 0 ? [topicPages] : []),
      ],
    },
    {
      id: 'evidence',
      label: 'Evidence',
      sections: [
        { path: '/map/', label: 'Map', note: 'What is known of each therapy, and what is missing' },
        { path: '/compare/', label: 'Compare', note: 'Study arms side by side' },
        { path: '/synthesis/', label: 'Synthesis', note: 'Pool figures that can be pooled' },
      ],
    },
    {
      id: 'library',
      label: 'Library',
      sections: [
        { path: '/references/', label: 'References', note: 'Every work, with citations to copy' },
        { path: '/reviews/', label: 'Reviews', note: 'Where reviews and reports agree and differ' },
        ...(syntheses.length > 0 ? [published] : []),
        { path: '/endpoints/', label: 'Endpoints', note: 'Definitions, and every figure of each' },
      ],
    },
    {
      id: 'guide',
      label: 'Data and guide',
      sections: [
        { path: '/data/', label: 'Data', note: 'Tables and files to download' },
        { path: '/guide/', label: 'Guide', note: 'How to read, compare, pool and cite' },
        { path: '/quality/', label: 'Quality', note: 'What the checks found' },
      ],
    },
  ];
}

/** The section that an address belongs to; a chapter of the guide keeps the address that it had before. */
export function sectionAt(path: string, groups: readonly NavigationGroup[]): Section | undefined {
  const sections = groups.flatMap((group) => group.sections);
  const isChapter = chapters.some((chapter) => chapter.path === path);
  return sections.find((section) => path.startsWith(section.path) || (section.path === '/guide/' && isChapter));
}
