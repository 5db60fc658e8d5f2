import { forest } from '../comparison/forest.ts';
import { forestOnPage } from '../comparison/forest-paint.ts';
import type { Synthesis } from '../comparison/synthesis.ts';

/** The forest plot on the page, drawn anew where its room changes. */
export class SynthesisPlot {
  readonly #host: HTMLElement;
  #drawn: { synthesis: Synthesis; title: string } | undefined;
  #width = 0;

  constructor(host: HTMLElement) {
    this.#host = host;
    new ResizeObserver(() => {
      if (this.#fit() !== this.#width) this.#draw();
    }).observe(host);
  }

  show(synthesis: Synthesis, title: string): void {
    this.#drawn = { synthesis, title };
    this.#draw();
  }

  #draw(): void {
    this.#width = this.#fit();
    if (!this.#drawn || this.#width === 0) return;
    const { synthesis, title } = this.#drawn;
    this.#host.innerHTML = forest(synthesis, { width: this.#width, paint: forestOnPage, title }).text;
  }

  #fit(): number {
    return this.#host.clientWidth === 0 ? 0 : Math.max(280, Math.min(860, this.#host.clientWidth));
  }
}
