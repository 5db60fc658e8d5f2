import { forest } from '../../charts/forest.ts';
import { onPage } from '../../charts/paint.ts';
import type { Synthesis } from '../../synthesis/pool.ts';
import { need } from '../../model/need.ts';

/** The forest plot on the page, drawn anew where its room changes. */
export class SynthesisPlot {
  readonly #host: HTMLElement;
  #drawn: { synthesis: Synthesis; title: string } | undefined;
  #width = 0;

  constructor(host: HTMLElement) {
    this.#host = host;
    new ResizeObserver(([entry]) => this.#fit(need(entry).contentRect.width)).observe(host);
  }

  show(synthesis: Synthesis, title: string): void {
    this.#drawn = { synthesis, title };
    // Asking for the width has the page laid out; it is read once, then observed.
    if (this.#width === 0) this.#fit(this.#host.clientWidth);
    else this.#draw();
  }

  #fit(room: number): void {
    const width = room === 0 ? 0 : Math.max(280, Math.min(860, Math.floor(room)));
    if (width === this.#width) return;
    this.#width = width;
    this.#draw();
  }

  #draw(): void {
    if (!this.#drawn || this.#width === 0) return;
    const { synthesis, title } = this.#drawn;
    this.#host.innerHTML = forest(synthesis, { width: this.#width, paint: onPage, title }).text;
  }
}
