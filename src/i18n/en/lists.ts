/** What lists and the selection say as a reader narrows and chooses. */
export const listWords = {
  works: (shown: number, all: number) => `${shown} of ${all} works`,
  trials: (shown: number, all: number) => `${shown} of ${all} trials`,
  /** Below a long list. */
  drawn: (count: number) => `The first ${count} are shown.`,
  drawMore: (count: number) => `Show ${count} more`,
  drawAll: (count: number) => `Show all ${count}`,
  terms: (shown: number, all: number) => `${shown} of ${all}`,
  choices: (count: number) => (count === 1 ? '1 choice to compare' : `${count} choices to compare`),
  cite: 'Cite',
  citeFigure: (value: string) => `Cite this figure: ${value}`,
  figureCard: 'Where this figure comes from',
} as const;
