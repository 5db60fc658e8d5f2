import { smallBase, trial, type Files } from './corpus.ts';

const sources = `
      - {id: paper, url: "https://journal.example/1", read: full-text}
      - {id: record, url: "https://registry.example/1", read: registry}
      - {id: item, url: "https://news.example/1", read: news}
      - {id: table, url: "https://journal.example/2/t1", read: table-of-later-work, in: later-2024}`;

/**
 * A trial whose figures were read in its report, in the registry, in a news item, in a table of another work,
 * and nowhere named.
 */
export const readElsewhereFiles: Files = {
  'references.yaml': `${smallBase['references.yaml']!}
- {id: later-2024, type: article-journal, title: Later, author: [{family: Later, given: A}], issued: {date-parts: [[2024]]}, language: en-US}
- {id: silent-2021, type: article-journal, title: Silent, author: [{family: Silent, given: A}], issued: {date-parts: [[2021]]}, language: en-US}`,
  'trials/alpha.mdx': trial(
    `
- {id: own, kind: proportion, arm: new, source: paper, events: 18, total: 21}
- {id: official, kind: median, arm: new, source: record, value: 7, unit: months}
- {id: told, kind: landmark, arm: new, source: item, at: {value: 1, unit: years}, percent: 60, interval: {level: 95, low: 40, high: 80}}
- {id: copied, kind: proportion, arm: old, source: table, events: 8, total: 20}
- {id: reviewed, kind: count, report: jones, value: 12, unit: patients}
- {id: unsaid, kind: range, report: silent-2021, low: 1, high: 2, unit: months}`,
    {
      ' [{id: paper, url: "https://journal.example/1", read: full-text}]': sources,
      '  - {review: jones, kind: review}':
        '  - {reference: silent-2021, kind: update}\n  - {review: jones, kind: review}',
    },
  ),
};

/** What every view and file must say of two of those figures. */
export const inNews = 'read in a news report';
export const inTable = 'read in a table of a later paper (Later 2024)';
