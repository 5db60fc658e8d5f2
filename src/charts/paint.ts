import { markup, type Markup } from '../wording/markup.ts';

/**
 * How a plot is painted: by the tokens of a page, which follow its scheme; by plain colours in a file that
 * stands alone.
 */
export interface Paint {
  font: string;
  /** Width of a mean letter, in units of its size; wider where the font may be any. */
  letter: number;
  ink: string;
  muted: string;
  grid: string;
  rule: string;
  paper: string;
  /**
   * Studies and arms; comparators and pooled effects; prediction. All are told apart by their shapes as well.
   */
  study: string;
  effect: string;
  prediction: string;
}

export const onPage: Paint = {
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

export const onPaper: Paint = {
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

/** What is dashed was computed. */
export const dashed = (computed: boolean): Markup | false => computed && markup` stroke-dasharray="4 3"`;
