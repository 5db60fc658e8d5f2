import type { Corpus } from '../reading/corpus.ts';
import { byText } from '../model/order.ts';

/** Something that should be looked at again. */
interface Stale {
  /** `trials/some-trial`, `topics/some-topic` */
  entry: string;
  file: string;
  reason: 'registry' | 'report' | 'topic' | 'successor';
  /** The day it was last looked at; undefined where nobody says. */
  since: string | undefined;
  what: string;
}

/**
 * What has not been looked at since a day: topics by the day of their search; studies by the day on which a
 * page about them was last read, and their registry records by themselves. And, whatever the day, reports of
 * which a later one is known that nobody has read.
 *
 * @param before `2025-11-29`; what was looked at on that day or later is fresh
 * @returns in the order of entries, the oldest first within one
 */
export function staleOf({ entries, sources }: Corpus, before: string): Stale[] {
  const isOld = (day: string | undefined) => day === undefined || day < before;
  const indexes = Map.groupBy(
    sources.flatMap(({ data }) => data ?? []),
    (index) => index.of,
  );
  const lastRead = (
    reports: readonly { id: string }[],
    isRead: (url: string | undefined) => boolean = () => true,
  ) =>
    reports
      .flatMap(({ id }) => indexes.get(id) ?? [])
      .flatMap(({ read, url }) => (read !== undefined && isRead(url) ? [read] : []))
      .sort()
      .at(-1);
  const topics = entries.topics.flatMap(({ entry, file, data }): Stale[] =>
    data && isOld(data.searched)
      ? [
          {
            entry,
            file,
            reason: 'topic',
            since: data.searched,
            what: `the search for “${data.question ?? data.title.en}”`,
          },
        ]
      : [],
  );
  const trials = entries.trials.flatMap(({ entry, file, data }): Stale[] => {
    if (!data) return [];
    const own = data.reports.filter(({ review }) => review === undefined);
    const records = new Set(
      own.flatMap(({ sources: pages }) => pages.flatMap(({ read, url }) => (read === 'registry' ? url : []))),
    );
    const [report, record] = [lastRead(own), lastRead(own, (url) => url !== undefined && records.has(url))];
    const unread = own.flatMap(({ id, supersedes, sources: pages }) =>
      supersedes && pages.length === 0 ? { id, supersedes } : [],
    );
    return [
      ...(isOld(report)
        ? [{ entry, file, reason: 'report' as const, since: report, what: 'the reports of the study' }]
        : []),
      ...(records.size > 0 && isOld(record)
        ? [{ entry, file, reason: 'registry' as const, since: record, what: [...records].join(', ') }]
        : []),
      ...unread.map(({ id, supersedes }) => ({
        entry,
        file,
        reason: 'successor' as const,
        since: report,
        what: `${id}, which updates ${supersedes.join(', ')}, was not read`,
      })),
    ].sort((a, b) => byText(a.since ?? '', b.since ?? ''));
  });
  return [...topics, ...trials];
}
