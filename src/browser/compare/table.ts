import { compareWords } from '../../i18n/compare.ts';
import type { Arrangement } from '../../compare/arrange.ts';
import type { Reach } from '../../compare/reach.ts';
import { table, type TableRow } from '../../compare/table.ts';
import type { View } from '../../compare/view.ts';
import { markup } from '../../wording/markup.ts';
import { itemIn, need } from '../../model/need.ts';

/** Cells drawn in one turn: what a reader sees first is there at once, the rest follows turn by turn. */
const turn = 240;

/** Width that a column of figures needs, and the heads of the rows, in pixels. */
const [column, head] = [134, 180];
/** Columns that a sheet of paper holds, lying on its side. */
const onPaper = 6;
/** Below this width the cells of a row stand under each other, however many: as the styles have it. */
const narrow = '(max-width: 46rem)';

/**
 * The table of a comparison: drawn a few rows at a time, so that the page answers at once however many arms
 * there are, in as many blocks as it takes for nothing to be cut off.
 */
export class CompareTable {
  readonly #host: HTMLElement;
  readonly #folds: HTMLElement;
  readonly #print = matchMedia('print');
  readonly #narrow = matchMedia(narrow);
  #rows: Iterator<TableRow> = [][Symbol.iterator]();
  #next = 0;
  #shown: [Arrangement, View] | undefined;
  #open = new Set<Reach>();
  #most = 0;

  constructor(host: HTMLElement, folded: HTMLElement) {
    this.#host = host;
    this.#folds = folded;
    const again = () => {
      if (this.#columns() !== this.#most) this.#draw();
    };
    new ResizeObserver(again).observe(host);
    this.#print.addEventListener('change', again);
    addEventListener('beforeprint', () => {
      again();
      this.#fill(Number.POSITIVE_INFINITY);
    });
    folded.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest<HTMLElement>('[data-reach]');
      if (!button) return;
      const reach = button.dataset.reach as Reach;
      if (!this.#open.delete(reach)) this.#open.add(reach);
      this.#draw();
      folded.querySelector<HTMLElement>(`[data-reach=${reach}]`)?.focus();
    });
  }

  show(arrangement: Arrangement, view: View): void {
    this.#shown = [arrangement, view];
    this.#draw();
  }

  /** How many columns of figures have room beside each other. */
  #columns(): number {
    if (this.#print.matches) return onPaper;
    if (this.#narrow.matches) return Number.POSITIVE_INFINITY;
    return Math.max(2, Math.floor((this.#host.clientWidth - head) / column));
  }

  #draw(): void {
    cancelAnimationFrame(this.#next);
    if (!this.#shown || this.#shown[0].columns.length === 0) {
      this.#host.replaceChildren();
      this.#folds.replaceChildren();
      return;
    }
    const [arrangement, view] = this.#shown;
    this.#most = this.#columns();
    const { frame, rows, folded } = table(arrangement, view, { most: this.#most, open: this.#open });
    this.#host.innerHTML = frame.text;
    this.#folds.innerHTML = markup`${folded.map(({ reach, count }) => {
      const isOpen = this.#open.has(reach);
      return markup`<button type="button" class="button" data-reach="${reach}" aria-expanded="${String(isOpen)}">${compareWords.table.fold(reach, count, isOpen)}</button>`;
    })}`.text;
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
    if (!next.done) this.#next = requestAnimationFrame(() => this.#fill(turn));
  }
}
