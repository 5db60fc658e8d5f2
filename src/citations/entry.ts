import type { Reference } from '../model/reference.ts';

/** Whatever can be cited: a work of the library, or an entry of ALLmanac in one of its versions. */
export type Citable = Reference & { version?: string | undefined };

const inContainers: readonly string[] = ['article-journal', 'paper-conference', 'chapter'];

/**
 * Where a work stands in what holds it: its pages, else the number of the article or abstract, where styles
 * look for pages.
 */
export const pageOf = ({ type, page, number }: Citable): string | undefined =>
  page ?? (inContainers.includes(type) ? number : undefined);

interface CitedEntry {
  /** Unique in what is cited together: `trial-smith-2026` where the library may have `smith-2026`. */
  id: string;
  title: string;
  /** Below the base, with a leading slash: `/trials/trial-one/`. */
  path: string;
  version: string;
  /** `2026-11-21` */
  updated: string;
  base: {
    /** The work as a whole, which contains the entry. */
    name: string;
    /** Where the work is served from, without a slash at its end. */
    url: string;
    /** Who answers for it; stands as the author too, for entries name no persons. */
    publisher: string;
  };
}

/** An ALLmanac entry as a work to cite: a web page with version, date and stable address. */
export function entryReference({ id, title, path, version, updated, base }: CitedEntry): Citable {
  return {
    id,
    type: 'webpage',
    title,
    author: [{ literal: base.publisher }],
    'container-title': base.name,
    publisher: base.publisher,
    version,
    issued: { 'date-parts': [updated.split('-').map(Number)] },
    URL: base.url + path,
    language: 'en-GB',
  };
}
