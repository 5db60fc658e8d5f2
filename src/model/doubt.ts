import type { Judgement } from './appraisal.ts';

/** How far a judgement puts a result in doubt. */
export type Doubt = 'none' | 'some' | 'grave' | 'unknown';
export const doubtOf: Readonly<Record<Judgement, Doubt>> = {
  low: 'none',
  yes: 'none',
  include: 'none',
  'some-concerns': 'some',
  moderate: 'some',
  high: 'grave',
  serious: 'grave',
  critical: 'grave',
  no: 'grave',
  exclude: 'grave',
  unclear: 'unknown',
  'no-information': 'unknown',
  'seek-further-information': 'unknown',
  'not-applicable': 'unknown',
};
