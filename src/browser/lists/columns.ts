import { need } from '../../model/need.ts';
import { part } from '../elements.ts';

/**
 * Which columns of a table are shown: boxes with `data-column` choose them, and `data-hide` of the element
 * names those that are not, which the styles of the page read.
 */
export class ColumnChooser {
  readonly #host: HTMLElement;
  readonly #boxes: { box: HTMLInputElement; column: string }[];
  /** The columns that are not there at first. */
  readonly #atFirst: readonly string[];

  constructor(host: HTMLElement) {
    this.#host = host;
    this.#boxes = [...host.querySelectorAll<HTMLInputElement>('[data-column]')].map((box) => ({
      box,
      column: need(box.dataset.column),
    }));
    this.#atFirst = (host.dataset.hideAtFirst ?? '').split(' ');
    // What lies over the table goes when the reader leaves it.
    const details = this.#boxes[0]?.box.closest('details');
    details?.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape' || !details.open) return;
      details.open = false;
      part(details, 'summary').focus();
    });
    document.addEventListener('click', ({ target }) => {
      if (details?.open && !details.contains(target as Node)) details.open = false;
    });
  }

  onChange(changed: () => void): void {
    for (const { box } of this.#boxes)
      box.addEventListener('change', () => {
        this.#show();
        changed();
      });
  }

  /** Takes the columns of an address, `therapy,year`; those of the start where it names none. */
  read(columns: string | null): void {
    const shown = columns?.split(',');
    for (const { box, column } of this.#boxes)
      box.checked = shown ? shown.includes(column) : !this.#atFirst.includes(column);
    this.#show();
  }

  /** The columns for an address; undefined where they are those of the start. */
  written(): string | undefined {
    const shown = this.#boxes.filter(({ box }) => box.checked).map(({ column }) => column);
    const usual = this.#boxes.every(({ box, column }) => box.checked !== this.#atFirst.includes(column));
    return usual ? undefined : shown.join(',');
  }

  #show(): void {
    this.#host.dataset.hide = this.#boxes
      .flatMap(({ box, column }) => (box.checked ? [] : [column]))
      .join(' ');
  }
}
