import { panelPlot } from '../../charts/interval-plot.ts';
import { onPaper } from '../../charts/paint.ts';
import { standalone } from '../../charts/plot-parts.ts';
import { timePlot } from '../../charts/time-plot.ts';
import type { Panel } from '../../compare/panels.ts';
import type { TimeRow } from '../../compare/times.ts';
import { locale } from '../../i18n/locale.ts';
import { save, toPng } from '../save.ts';

/** Saves a plot as a drawing or a picture that stands alone. */
export async function savePlot(plot: Panel | TimeRow, form: string): Promise<void> {
  const canvas = { width: 760, paint: onPaper };
  const svg = standalone('arms' in plot ? timePlot(plot, canvas, true) : panelPlot(plot, canvas));
  // Names of files are in letters that every system has.
  const name = (locale() === 'en' ? plot.title : plot.key).toLowerCase().replace(/[^a-z0-9]+/g, '-');
  if (form === 'svg') save(`${name}.svg`, svg, 'image/svg+xml');
  else save(`${name}.png`, await toPng(svg));
}
