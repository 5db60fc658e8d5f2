import type { OutcomeKind } from '../../model/outcome.ts';

/** Some characters of a text. `from` and `to` are offsets in it. */
export interface Printed {
  /**
   * As the model writes it: `1,234` is `1234`, `0·45` is `0.45`, `three` is `3`; a bound stands before it.
   */
  text: string;
  from: number;
  to: number;
}

/** The keys of figures, as a trace names them. */
type FigureKey =
  | 'events'
  | 'total'
  | 'percent'
  | 'value'
  | 'estimate'
  | 'low'
  | 'high'
  | 'interval.level'
  | 'interval.low'
  | 'interval.high'
  | 'p'
  | 'at'
  | 'at.from'
  | 'spread'
  | 'grade.min'
  | 'grade.max';

export type Figures = Partial<Record<FigureKey, Printed>>;
export type OpenEnd = 'not-reached' | 'not-estimable';
export type IntervalKind = 'confidence' | 'credible' | 'range' | 'iqr';

/** One outcome that a text prints. What the text does not say is absent. */
export interface Result {
  kind: OutcomeKind;
  /** Id of the endpoint, where the text names one of the base beyond doubt. */
  endpoint?: string | undefined;
  /** Ids among which the text does not decide. */
  candidates: readonly string[];
  figures: Figures;
  interval?: { kind: IntervalKind; low?: OpenEnd | undefined; high?: OpenEnd | undefined } | undefined;
  unit?: string | undefined;
  at?: { unit: string; basis: string } | undefined;
  measure?: string | undefined;
  statistic?: string | undefined;
  spread?: string | undefined;
  grade?: string | undefined;
  /**
   * Ids of the grading scales that the text names; one is that of the event only where it stands in its
   * sentence.
   */
  scale?: string | undefined;
  p?: { printed: string; sides?: 1 | 2 | undefined; test?: string | undefined } | undefined;
  missing?: OpenEnd | undefined;
  /** Where results stand side by side: which of them, from 1. Of a contrast both sides. */
  arm?: number | undefined;
  comparator?: number | undefined;
  /** What contradicts itself, or is in doubt. */
  remarks: readonly string[];
  from: number;
  to: number;
}

export interface Parsed {
  results: Result[];
  /** Every number that is part of no result. */
  leftOver: Printed[];
}
