/**
 * Parts of an entry as the guide shows them. A test writes them into a small base, which then passes its
 * checks.
 */

/** A work of references.yaml. */
export const workLines = `
- id: family-2026
  type: article-journal
  title: Title of the report
  author:
    - {family: Family, given: Given}
  container-title: Name of the journal
  issued: {date-parts: [[2026]]}
  custom: {no-identifier: {because: not-found, looked: 2026-11-21}}
  language: en
`;

/** An outcome, as it stands in the list of an entry. */
export const outcomeLines = `
outcomes:
  - id: cr-primary
    kind: proportion
    endpoint: cr
    report: family-2026
    locator: table 2
    arm: main
    population: treated
    events: 18
    total: 24
    percent: 75.0
    interval: {level: 95, low: 53, high: 90}
`;

/** A sentence of the body. */
export const sentenceLines = `
The primary endpoint was reached by <Fact id="cr-primary" show="full" /> [@family-2026].
`;
