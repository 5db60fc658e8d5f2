/** How a forest plot is painted: by the tokens of a page, which follow its scheme; by plain colours in a file. */
export interface ForestPaint {
  font: string;
  /** Width of a mean letter, in units of its size; wider where the font may be any. */
  letter: number;
  ink: string;
  muted: string;
  grid: string;
  rule: string;
  paper: string;
  study: string;
  effect: string;
  prediction: string;
}

export const forestOnPage: ForestPaint = {
  font: 'var(--sans)',
  letter: 0.47,
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  grid: 'var(--data-grid)',
  rule: 'var(--rule-strong)',
  paper: 'var(--paper)',
  study: 'var(--data-1)',
  effect: 'var(--data-2)',
  prediction: 'var(--data-3)',
};

export const forestOnPaper: ForestPaint = {
  font: "'Source Sans 3', 'Helvetica Neue', Arial, sans-serif",
  letter: 0.57,
  ink: '#1b1f23',
  muted: '#5a5f66',
  grid: '#e3dfd7',
  rule: '#8d8a83',
  paper: '#ffffff',
  study: '#0072b2',
  effect: '#b84a00',
  prediction: '#00785a',
};
