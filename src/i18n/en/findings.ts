/** The words of lists of findings and of differences between sources. */
export const findings = {
  where: 'Where',
  finding: 'Finding',
  check: 'Check',
  stands: 'Stands:',
  /** With the link to the file that has all. */
  moreIn: (count: number) => `${count} more are in <a href="/data/findings.csv" download>findings.csv</a>.`,
  routine: (count: number) => `(${count} routine notes)`,
  differences: {
    study: 'Study',
    endpoint: 'Endpoint',
    what: 'What',
    one: 'One report',
    another: 'Another report',
    difference: 'Difference',
    reason: 'Reason',
    noNumber: 'not one number',
  },
} as const;
