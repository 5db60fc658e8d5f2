/** What stands in plots, and what they say to those who cannot see them. */
export const plots = {
  months: ' mo',
  wholeMonths: ' months',
  /** Where figures of some arms were read. */
  readIn: (where: string, names: readonly string[]): string =>
    `${where.charAt(0).toUpperCase()}${where.slice(1)}: ${names.join(', ')}`,
  named: (name: string, text: string): string => `${name}: ${text}`,
  sentences: (parts: readonly string[]): string => parts.join('. '),
  figures: (title: string, figures: readonly string[]): string => `${title}: ${figures.join('; ')}`,
  times: (title: string, parts: readonly string[]): string =>
    `${title} on one time axis: ${parts.join('. ')}`,
  forest: {
    study: 'Study',
    counts: 'Events/patients',
    proportion: 'proportion',
    estimate: (what: string, level: number): string => `${what} (${level}% CI)`,
    weight: 'Weight',
    weighs: (weight: string): string => `weight ${weight}`,
    heading: (label: string): string => `${label}:`,
    line: (label: string, text: string, weight: string | undefined): string =>
      `${label} ${text}${weight === undefined ? '' : `, weight ${weight}`};`,
    all: (lines: readonly string[]): string => lines.join(' ').replace(/[;:]$/, '.'),
  },
  funnel: {
    title: (studies: number): string => `Funnel plot of ${studies} studies`,
    description: 'Each study by its effect and its standard error, the most precise on top.',
    scale: { ratio: 'Ratio, on the scale of pooling', proportion: 'Proportion, on the scale of pooling' },
  },
} as const;
