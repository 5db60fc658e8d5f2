import type { TrialNode } from '../evidence/library.ts';
import { words } from '../i18n/words.ts';
import { need, withId } from '../model/need.ts';
import { phrase } from '../model/phrases.ts';
import { readPages, type ReadPage } from './read-pages.ts';
import { citedWork, shortLabel, type CitedWork, type Link } from './references.ts';
import type { Site } from './site.ts';

/** A report of a study. */
interface StudyReport {
  id: string;
  kind: string;
  dataCutoff: string | undefined;
  /** Earlier reports that it replaces. */
  updates: Link[];
  work: CitedWork;
  /** The page of the review that it is. */
  review: string | undefined;
  note: string | undefined;
  readAt: ReadPage[];
}

/** Every report of a study, and the studies that share patients with it. */
export interface StudyReports {
  reports: StudyReport[];
  overlaps: (Link & { note: string })[];
}

export function studyReports(site: Site, trial: TrialNode): StudyReports {
  const { library } = site;
  const linkTo = (id: string) => ({
    href: `#_report-${id}`,
    label: shortLabel(withId(trial.reports, id).reference),
  });
  return {
    reports: trial.reports.map(({ id, data, reference, review }) => ({
      id,
      kind: words.report[data.kind],
      dataCutoff: data.dataCutoff,
      updates: (data.supersedes ?? []).map(linkTo),
      work: citedWork(site, reference),
      review: review?.path,
      note: data.note && phrase(data.note),
      readAt: readPages(
        library,
        data.sources.map((source) => ({
          url: source.url,
          what: words.read[source.read],
          id: `_read-${id}-${source.id}`,
        })),
      ),
    })),
    overlaps: trial.data.overlaps.map((overlap) => {
      const { path, name } = need(library.trial(overlap.trial), overlap.trial);
      return { href: path, label: name, note: phrase(overlap.note) };
    }),
  };
}
