import { isoStart } from '../citations/dates.ts';
import { shortLabel } from '../citations/label.ts';
import { phrase } from '../model/phrases.ts';
import type { Library } from '../evidence/library.ts';
import { home } from '../i18n/home.ts';
import { inWords } from '../i18n/locale.ts';
import { words } from '../i18n/words.ts';

/** A report or a decision of an agency, by its own date. */
interface NewsItem {
  /** 2025-11-01, 2025-11 or 2025 */
  date: string;
  path: string;
  title: string;
  note: string;
}

/** The latest reports of studies and the latest decisions of agencies, the newest first; some of each. */
export function whatIsNew({ trials, therapies }: Library, reports = 4, decisions = 3): NewsItem[] {
  const published = trials.flatMap((trial) =>
    trial.reports
      .filter(({ data, review }) => review === undefined && data.kind !== 'registry')
      .map(({ data, reference }) => ({
        date: isoStart(reference.data.issued),
        path: trial.path,
        title: trial.name,
        note: home.item.report(words.report[data.kind], shortLabel(reference.data)),
      })),
  );
  const decided = therapies.flatMap(({ path, data }) =>
    data.approvals.map(({ date = '', agency, indication }) => ({
      date,
      path: `${path}#_approvals`,
      title: inWords(data.name),
      note: home.item.approved(phrase(agency), phrase(indication)),
    })),
  );
  return [...newest(published, reports), ...newest(decided, decisions)].toSorted((a, b) =>
    later(a.date, b.date),
  );
}

function newest(items: readonly NewsItem[], count: number): NewsItem[] {
  const dated = items
    .filter(({ date }) => date !== '')
    .toSorted((a, b) => later(a.date, b.date) || later(b.title, a.title));
  return dated.slice(0, count);
}

const later = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0);
