import type { Result } from '../../../../src/importing/results/result.ts';

/**
 * A result in one line, as the tables of expectations write it: endpoint, kind, counts, figure, time, grade,
 * interval, P.
 *
 *     cr proportion 24/34 70.5% 95[52.5,84.9]
 *     os median 6.1 months 95[5.0,11.5]
 *     os contrast HR 0.45 97.5[0.34,0.61] P<0.001
 *     crs adverse-event g≥3 5 14.7%
 *
 * `#2` is the second of figures that stand side by side; `!` that the result contradicts itself; `?` that the
 * text does not say.
 */
export function brief(result: Result): string {
  const { figures, interval } = result;
  const { events, total, percent, value, estimate, low, high, spread, at } = figures;
  const parts = [result.endpoint ?? '?', result.kind];
  if (result.measure) parts.push(result.measure);
  if (result.statistic && result.statistic !== 'median') parts.push(result.statistic);
  if (result.grade && result.grade !== 'unstated') parts.push(`g${result.grade}`);
  if (events || (total && !value)) parts.push(`${events?.text ?? ''}${total ? `/${total.text}` : ''}`);
  if (percent) parts.push(`${percent.text}%`);
  if (value)
    parts.push(`${value.text}${total && !events ? `/${total.text}` : ''} ${result.unit ?? ''}`.trim());
  if (estimate) parts.push(`${estimate.text}${result.unit ? ` ${result.unit}` : ''}`);
  if (low && high) parts.push(`${low.text}..${high.text} ${result.unit ?? ''}`.trim());
  if (result.missing) parts.push(result.missing);
  if (spread) parts.push(`±${spread.text} ${result.spread}`);
  if (at)
    parts.push(`${result.at?.basis === 'at' ? '@' : `@${result.at?.basis} `}${at.text} ${result.at?.unit}`);
  if (interval) {
    const kind = { confidence: '', credible: 'credible', range: 'range', iqr: 'iqr' }[interval.kind];
    const short = { 'not-reached': 'NR', 'not-estimable': 'NE' };
    const end = (which: 'low' | 'high') =>
      figures[`interval.${which}`]?.text ?? short[interval[which] ?? 'not-reached'];
    parts.push(`${kind}${figures['interval.level']?.text ?? ''}[${end('low')},${end('high')}]`);
  }
  if (result.p) {
    const { printed, sides, test } = result.p;
    parts.push(
      `P${/^[<>≤≥]/.test(printed) ? '' : '='}${printed}${sides ? ` ${sides}-sided` : ''}${test ? ` ${test}` : ''}`,
    );
  }
  if (result.arm !== undefined && result.kind !== 'contrast') parts.push(`#${result.arm}`);
  if (result.remarks.length > 0) parts.push('!');
  return parts.join(' ');
}
