import { languageTags, locale } from '../../i18n/locale.ts';
import { itemIn } from '../../model/need.ts';

/** Makes the columns of a table sortable by buttons in its headings. */
export class SortTable extends HTMLElement {
  connectedCallback(): void {
    const body = this.querySelector('tbody');
    const headings = [...this.querySelectorAll<HTMLTableCellElement>('thead th')];
    headings.forEach((heading, column) => {
      headingButton(heading).addEventListener('click', () => {
        const descending = heading.ariaSort === 'ascending';
        for (const other of headings) other.removeAttribute('aria-sort');
        heading.ariaSort = descending ? 'descending' : 'ascending';
        body?.append(...sortedRows([...body.rows], column, descending));
      });
    });
  }
}

/** Turns the words of a column heading into a button. */
export function headingButton(heading: HTMLTableCellElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.append(...heading.childNodes);
  heading.append(button);
  return button;
}

/**
 * Rows by one of their cells: by `data-sort` where it has one, else by its text; numbers are compared as
 * numbers.
 */
export function sortedRows(
  rows: readonly HTMLTableRowElement[],
  column: number,
  descending: boolean,
): HTMLTableRowElement[] {
  const sign = descending ? -1 : 1;
  const { compare: inWords } = new Intl.Collator(languageTags[locale()], { numeric: true });
  const keyOf = (row: HTMLTableRowElement) => {
    const cell = itemIn(row.cells, column);
    return cell.dataset.sort ?? cell.textContent.trim();
  };
  // Two numbers by size (a collator would take the decimals of 0.2 and 0.07 for 2 and 7); else words, and
  // whole numbers in them.
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => sign * (Number(a.key) - Number(b.key) || inWords(a.key, b.key)))
    .map(({ row }) => row);
}
