import type { Arrangement, Row } from '../../compare/arrange.ts';
import { textOf } from '../../compare/cell-text.ts';
import { isPoolable, judge } from '../../compare/rules.ts';
import { markup, type Markup } from '../../wording/markup.ts';
import { intervalPlot, hasIntervalPlot, plotHeight, standalone, timePlot, timePlotHeight, timeRow } from '../../charts/plots.ts';
import { onPage, onPaper } from '../../charts/paint.ts';
import type { Canvas } from '../../charts/plots.ts';
import type { View } from '../../compare/view.ts';
import { isComparator } from '../../model/roles.ts';
import { save, toPng } from '../save.ts';
import { firstIn, itemIn } from '../../model/need.ts';

interface Plot {
  name: string;
  height: number;
  draw(canvas: Canvas): Markup;
  /** What stands below it. */
  below?(): Markup;
}

/** The plots of a comparison, drawn when they come into view. */
export class ComparePlots {
  readonly #host: HTMLElement;
  readonly #seen: IntersectionObserver;
  #plots: Plot[] = [];
  /** Of one column, in pixels; known as soon as the page is laid out. */
  #width = 0;

  constructor(host: HTMLElement) {
    this.#host = host;
    this.#seen = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) if (isIntersecting) this.#draw(target as HTMLElement);
      },
      { rootMargin: '600px' },
    );
    new ResizeObserver(() => {
      const [column = ''] = getComputedStyle(host).gridTemplateColumns.split(' ');
      const width = Math.max(280, Math.floor(Number.parseFloat(column)) || 0);
      if (width === this.#width) return;
      this.#width = width;
      this.#place(this.#drawn());
    }).observe(host);
    addEventListener('beforeprint', () => {
      for (const figure of this.#figures()) this.#draw(figure);
    });
    host.addEventListener('click', (event) => void this.#pressed(event));
  }

  /** Shows the plots of an arrangement, in the order of its rows. */
  show({ rows }: Arrangement, view: View): void {
    const canvas = { width: this.#width, paint: onPage };
    this.#plots = [...Map.groupBy(rows, ({ endpoint }) => endpoint).values()].flatMap((own) => {
      const survival = timeRow(own);
      return [
        ...(survival
          ? [
              {
                name: `${firstIn(own).endpoint.id}-time`,
                height: timePlotHeight(survival, canvas),
                draw: (on: Canvas) => timePlot(survival, on),
              },
            ]
          : []),
        ...own.filter(hasIntervalPlot).map((row): Plot => ({
          name: row.key.replace(/[^a-z0-9]+/g, '-'),
          height: plotHeight(row, canvas),
          draw: (on) => intervalPlot(row, on),
          below: () => markup`${pooling(row, view)}${withoutLine(row)}`,
        })),
      ];
    });
    if (this.#width > 0) this.#place();
  }

  /** Makes room for each plot, so that little moves when it is drawn; draws again what was on show. */
  #place(again: readonly number[] = []): void {
    this.#seen.disconnect();
    this.#host.replaceChildren(
      ...this.#plots.map(({ height }, i) => {
        const figure = document.createElement('figure');
        figure.dataset.plot = String(i);
        // With the lines below it.
        figure.style.minHeight = `${height + 72}px`;
        this.#seen.observe(figure);
        return figure;
      }),
    );
    const figures = this.#figures();
    for (const i of again) this.#draw(itemIn(figures, i));
  }

  #drawn(): number[] {
    return this.#figures().flatMap((figure, i) => (figure.querySelector('svg') ? [i] : []));
  }

  #figures(): HTMLElement[] {
    return [...this.#host.querySelectorAll<HTMLElement>('figure')];
  }

  #draw(figure: HTMLElement): void {
    this.#seen.unobserve(figure);
    if (figure.childElementCount > 0) return;
    const plot = itemIn(this.#plots, Number(figure.dataset.plot));
    figure.innerHTML =
      markup`${plot.draw({ width: this.#width, paint: onPage })}<figcaption>${plot.below?.()}<span class="no-print"><button type="button" class="button" data-save="svg">SVG</button> <button type="button" class="button" data-save="png">PNG</button></span></figcaption>`.text;
  }

  async #pressed({ target }: Event): Promise<void> {
    const button = (target as Element).closest<HTMLButtonElement>('button[data-save]');
    const figure = button?.closest('figure');
    if (!button || !figure) return;
    const plot = itemIn(this.#plots, Number(figure.dataset.plot));
    const svg = standalone(plot.draw({ width: 760, paint: onPaper }));
    if (button.dataset.save === 'svg') save(`${plot.name}.svg`, svg, 'image/svg+xml');
    else save(`${plot.name}.png`, await toPng(svg));
  }
}

/** Whether the figures of a row may be pooled: what cannot, the rules that refuse the rest, and where to pool it. */
function pooling(row: Row, { denominator }: View): Markup {
  const drawn = row.cells.flatMap(({ column, fact }) =>
    fact?.point !== undefined && !isComparator(column.arm.role) ? { column, fact } : [],
  );
  const unfit = drawn.flatMap(({ column, fact }) => {
    const { obstacle } = fact;
    return obstacle ? [markup`<li>${column.name}: ${obstacle}</li>`] : [];
  });
  const facts = drawn.flatMap(({ fact }) => (isPoolable(fact) ? [fact] : []));
  const { rulings, poolable } = judge(facts, new Map(row.cells.map(({ column }) => [column.trial.id, column.trial])));
  const refused = rulings.filter(({ verdict }) => verdict === 'refused');
  const unstated = rulings.filter(({ verdict }) => verdict === 'unstated');
  const says = refused.map(({ title, says: why, hard }) => markup`<li>${title}${!hard && ' (may be overridden)'}: ${why}</li>`);
  const warnings = unstated.map(({ title, says: why }) => markup`<li>${title} (not stated by every study): ${why}</li>`);
  const summary = poolable
    ? 'Figures that may be pooled'
    : `Not pooled: ${refused.length === 1 ? '1 comparability rule not met' : `${refused.length} comparability rules not met`}`;
  const figures = facts.map(({ uid }) => uid).join(',');
  const href = `/synthesis/?endpoint=${row.endpoint.id}&row=${encodeURIComponent(row.row)}&figures=${figures}`;
  const offer =
    refused.every(({ hard }) => !hard) &&
    markup`<p><a href="${href}">Pool them</a>${denominator && ', by the denominators as reported'}</p>`;
  return markup`<details class="gate"><summary>${summary}</summary><ul>${says}${warnings}${unfit}</ul>${offer}</details>`;
}

/** The arms that have no line in the plot, and why. */
function withoutLine({ cells }: Row): Markup | undefined {
  const none = Map.groupBy(
    cells.filter(({ fact }) => !fact),
    (cell) => textOf(cell).value,
  );
  if (none.size === 0) return undefined;
  const parts = [...none].map(([why, own]) => `${why}: ${own.map(({ column }) => column.name).join(', ')}`);
  const count = [...none.values()].flat().length;
  return markup`<details class="without"><summary>${count === 1 ? '1 arm' : `${count} arms`} not drawn</summary>${parts.join('; ')}.</details>`;
}
