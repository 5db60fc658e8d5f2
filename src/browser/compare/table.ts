import type { Arrangement } from '../../compare/arrange.ts';
import type { View } from '../../compare/view.ts';
import { table, type TableRow } from '../../compare/table.ts';
import { itemIn, need } from '../../model/need.ts';

/** Cells drawn in one turn: what a reader sees first is there at once, the rest follows turn by turn. */
const turn = 240;

/** The table of a comparison: drawn a few rows at a time, so that the page answers at once however many arms there are. */
export class CompareTable {
  readonly #host: HTMLElement;
  #rows: Iterator<TableRow> = [][Symbol.iterator]();
  #next = 0;
  /** Where the reader had scrolled to, until the rows reach that far again. */
  #place = { left: 0, top: 0 };

  constructor(host: HTMLElement) {
    this.#host = host;
    addEventListener('beforeprint', () => this.#fill(Number.POSITIVE_INFINITY));
  }

  show(arrangement: Arrangement, view: View): void {
    cancelAnimationFrame(this.#next);
    if (arrangement.columns.length === 0) {
      this.#host.replaceChildren();
      return;
    }
    const { frame, rows } = table(arrangement, view);
    this.#place = { left: this.#host.scrollLeft, top: this.#host.scrollTop };
    this.#host.innerHTML = frame.text;
    const columns = view.transposed ? arrangement.rows.length : arrangement.columns.length;
    this.#host.style.setProperty('--columns', String(columns));
    this.#rows = rows[Symbol.iterator]();
    this.#fill(turn);
  }

  #fill(most: number): void {
    const bodies = this.#host.querySelectorAll('tbody.figures');
    let next = this.#rows.next();
    for (let cells = 0; !next.done; next = this.#rows.next()) {
      const body = itemIn(bodies, next.value.body);
      body.insertAdjacentHTML('beforeend', next.value.markup.text);
      cells += need(body.lastElementChild).childElementCount;
      if (cells > most) break;
    }
    this.#host.ariaBusy = String(!next.done);
    if (next.done) this.#host.scrollTo(this.#place);
    if (!next.done) this.#next = requestAnimationFrame(() => this.#fill(turn));
  }
}
