import { figures } from '../i18n/figures.ts';
import { need } from '../model/need.ts';
import type { Pooled } from '../model/synthesis.ts';
import { gradeText, intervalText, limitsText, printedFigure, pText, timeText } from './figures.ts';

/** A pooled result as text, all of it as printed. Absent parts are undefined. */
export interface PooledWording {
  /** `80%`, `0.56`, `HR 0.57`, `8.16 months`; of a span of studies, the span. */
  value: string;
  interval?: string;
  /** `95% prediction interval 1.2–99.9` */
  prediction?: string;
  fraction?: string;
  at?: string;
  grade?: string;
  p?: string;
  /** `I² 90.1%, τ² 0.2, P < 0.001` */
  heterogeneity?: string;
  /** `35 studies, 953 patients` */
  size?: string;
}

export function wordPooled(pooled: Pooled): PooledWording {
  const { estimate, interval, prediction, events, total, at, grade, p, i2, tau2, heterogeneity } = pooled;
  const spread = [
    i2 && `I² ${printedFigure(i2)}%`,
    tau2 && `τ² ${printedFigure(tau2)}`,
    heterogeneity && pText(heterogeneity),
  ].filter((part) => part !== undefined);
  return {
    value: estimate ? valueText(pooled, printedFigure(estimate)) : spanText(pooled),
    ...(estimate && interval ? { interval: intervalText(interval) } : {}),
    ...(prediction ? { prediction: intervalText(prediction, figures.prediction) } : {}),
    ...(events && total ? { fraction: `${events.printed}/${total.printed}` } : {}),
    ...(at ? { at: timeText(at) } : {}),
    ...(grade ? { grade: gradeText(grade.printed) } : {}),
    ...(p ? { p: pText(p) } : {}),
    ...(spread.length > 0 ? { heterogeneity: figures.listed(spread) } : {}),
    ...sizeOf(pooled),
  };
}

/** The extremes of the studies, where nothing stands between them. */
const spanText = ({ interval, measure }: Pooled): string =>
  `${intervalText(need(interval))}${measure === 'percent' ? '%' : ''}`;

function valueText({ measure, unit }: Pooled, figure: string): string {
  switch (measure) {
    case 'percent':
      return `${figure}%`;
    case 'share':
      return figure;
    case 'HR':
    case 'OR':
    case 'RR':
      return `${measure} ${figure}`;
    case 'difference':
      return figures.difference(unit ? figures.measured(figure, unit) : figure);
    case 'median':
    case 'mean':
      return unit ? figures.measured(figure, unit) : figure;
  }
}

function sizeOf({ studies, patients }: Pick<Pooled, 'studies' | 'patients'>): { size?: string } {
  const parts = [
    studies && figures.studies(studies.printed),
    patients && figures.patients(patients.printed),
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? { size: figures.listed(parts) } : {};
}

/** `80% (75.5–84.8)`: what a line has room for. */
export function briefly(pooled: Pooled): string {
  const { value } = wordPooled(pooled);
  return pooled.estimate && pooled.interval ? `${value} (${limitsText(pooled.interval)})` : value;
}
