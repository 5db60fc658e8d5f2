/**
 * What readers look for in a study, by name. Only the form of an entry shows it, which is for curators and in
 * English as the entries are.
 */
export const expected = {
  registry: 'A registry number',
  phase: 'Phase',
  status: 'Status',
  planned: 'Planned endpoints, with their time frames',
  masking: 'Who was masked',
  comparator: 'An arm that the others are compared with',
  regimens: 'What each arm received',
  randomised: 'The patients as randomised, with their number in each arm',
  size: 'The size of a population',
  source: 'A page on which a report was read',
  result: 'A result',
  primary: 'The result of a primary endpoint',
  contrast: 'A ratio or difference between the arms, with its interval',
  denominator: 'A proportion with its denominator',
  survival: 'Survival at a time, or its median',
  followUp: 'Length of follow-up',
  adverseEvents: 'Adverse events with their grade',
  trace: 'Figures traced to an index of the text (almanac trace)',
  rob2: 'A RoB 2 judgement of a result',
  robinsI: 'A ROBINS-I judgement',
} as const;
