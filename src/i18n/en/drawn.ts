/** The words beside a text: figures that are drawn of it, and how those of a review compare. */
export const drawn = {
  /** What one source says and another does not. */
  not: (own: string, other: string) => `${own}, not ${other}`,
  between: ', ',
  moreInText: (count: number) => `${count} more in the text;`,
  allFigures: 'all figures',
  counts: {
    of: (all: number) => `Of ${all} ${all === 1 ? 'figure' : 'figures'} about single studies`,
    agree: 'agree with another source',
    differ: 'differ from another source',
    cut: 'differ by the date of the data',
    alone: 'cannot be compared: no other source here states them',
  },
} as const;
