import { compareWords } from '../../i18n/compare.ts';
import { onPage } from '../../charts/paint.ts';
import { timePlot } from '../../charts/time-plot.ts';
import { hasRates, timeRow, type TimeRow } from '../../compare/times.ts';
import type { Arrangement } from '../../compare/arrange.ts';
import { divided, panelsOf, type Panel } from '../../compare/panels.ts';
import type { View } from '../../compare/view.ts';
import { bands, single, timeFigure } from '../../views/comparison/panels.ts';
import { pooling } from '../../views/comparison/pooling.ts';
import { markup } from '../../wording/markup.ts';
import { part } from '../elements.ts';
import { itemIn, need } from '../../model/need.ts';

type Plot = Panel | TimeRow;
const isTime = (plot: Plot): plot is TimeRow => 'arms' in plot;

/**
 * The plots of a comparison: panels on shared axes, then a time axis for each endpoint with rates at times.
 */
export class ComparePlots {
  readonly #host: HTMLElement;
  #plots: Plot[] = [];
  #width = 0;

  constructor(host: HTMLElement) {
    this.#host = host;
    new ResizeObserver(() => this.#drawTimes()).observe(host);
    host.addEventListener('click', (event) => void this.#pressed(event));
    host.addEventListener('toggle', () => this.#drawTimes(), true);
    addEventListener('beforeprint', () => this.#drawTimes());
  }

  /**
   * Shows the plots of an arrangement: what most arms report first, the rest folded, and no plot of a single
   * arm.
   */
  show({ rows, columns }: Arrangement, view: View): void {
    const isShared = columns.length > 1;
    const panels = panelsOf(rows);
    const shared = isShared ? panels.filter(({ drawn }) => drawn > 1) : [];
    const { shown, folded } = divided(shared);
    const times = [...Map.groupBy(rows, ({ endpoint }) => endpoint).values()]
      .flatMap((own) => timeRow(own) ?? [])
      .filter(hasRates);
    // The time axis that most arms stand on.
    const [time, ...others] = (isShared ? times : [])
      .filter(({ arms }) => arms.length > 1)
      .sort((a, b) => Number(b.isSurvival) - Number(a.isSurvival) || b.arms.length - a.arms.length);
    const alone = panels.filter((panel) => !shared.includes(panel));
    this.#plots = [...shown, ...(time ? [time] : []), ...folded, ...others];
    const place = (plot: Plot) => this.#plots.indexOf(plot);
    const more = folded.length + others.length;
    this.#host.innerHTML = markup`${bands(shown, columns)}${time && timeFigure(time, place(time))}${
      more > 0 &&
      markup`<details class="more"><summary>${compareWords.foldedPanels(more)}</summary>${bands(folded, columns, shown.length + (time ? 1 : 0))}${others.map((row) => timeFigure(row, place(row)))}</details>`
    }${
      alone.length > 0 &&
      markup`<details class="more"><summary>${compareWords.singles(alone.length)}</summary>${single(alone)}</details>`
    }`.text;
    for (const band of this.#host.querySelectorAll<HTMLElement>('.band')) {
      band.style.setProperty('--arms', String(columns.length));
      band.style.setProperty('--lines', String(columns.length + 2));
    }
    for (const [i, plot] of this.#plots.entries()) {
      const foot = part(this.#host, `[data-plot="${i}"] .foot`);
      foot.innerHTML =
        markup`${!isTime(plot) && pooling(plot, view)}<span class="files no-print"><button type="button" data-save="svg">SVG<span class="visually-hidden">${compareWords.ofPlot(plot.title)}</span></button> <button type="button" data-save="png">PNG<span class="visually-hidden">${compareWords.ofPlot(plot.title)}</span></button></span>`.text;
    }
    this.#drawTimes();
  }

  /** Time axes are as wide as their place, and drawn anew where that changed. */
  #drawTimes(): void {
    for (const [i, plot] of this.#plots.entries()) {
      if (!isTime(plot)) continue;
      const host = part(this.#host, `[data-plot="${i}"] .drawing`);
      const width = Math.floor(host.clientWidth) || this.#width;
      if (width === 0 || host.dataset.width === String(width)) continue;
      this.#width = width;
      host.dataset.width = String(width);
      host.innerHTML = timePlot(plot, { width, paint: onPage }).text;
    }
  }

  async #pressed({ target }: Event): Promise<void> {
    const button = (target as Element).closest<HTMLButtonElement>('button[data-save]');
    const at = button?.closest<HTMLElement>('[data-plot]')?.dataset.plot;
    if (!button || at === undefined) return;
    // Most readers save none.
    const { savePlot } = await import('./plot-files.ts');
    await savePlot(itemIn(this.#plots, Number(at)), need(button.dataset.save));
  }
}
