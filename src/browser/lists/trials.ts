import { listWords } from '../../i18n/lists.ts';
import { part } from '../elements.ts';
import { ColumnChooser } from './columns.ts';
import { headingButton, sortedRows } from './sort-table.ts';
import { need } from '../../model/need.ts';
import { marksOfConditions } from '../../search-index/condition-marks.ts';
import type { Narrowed } from '../search/narrowing.ts';
import { latest } from '../search/latest.ts';

interface ListRow {
  element: HTMLTableRowElement;
  /** The address of its page. */
  path: string;
  facets: Record<string, string[]>;
  words: string;
}

/** Filters and sorts the table of trials in the browser; the state lives in the address. */
export class TrialList extends HTMLElement {
  readonly #form = part<HTMLFormElement>(this, 'form');
  readonly #body = part<HTMLTableSectionElement>(this, 'tbody');
  readonly #rows = [...this.#body.rows].map((element): ListRow => ({
    element,
    path: part<HTMLAnchorElement>(element, 'th a').pathname,
    facets: JSON.parse(need(element.dataset.facets)) as Record<string, string[]>,
    words: need(element.dataset.words),
  }));
  readonly #headings = [...this.querySelectorAll<HTMLTableCellElement>('thead th')];
  readonly #columns = new ColumnChooser(this);
  readonly #sortBy = part<HTMLSelectElement>(this, '[data-sort-by]');
  /** Places in the index of the search go by address. */
  readonly #paths = this.#rows.map(({ path }) => path).sort();
  readonly #hints = part(this, '.hints');
  readonly #find = part<HTMLInputElement>(this, 'input[name=find]');
  #sort: Sort | undefined;
  #narrowed: Pick<Narrowed, 'words' | 'places'> = { words: [], places: undefined };

  /** Conditions are asked of the index of the search, which is fetched when one is typed. */
  readonly #ask = latest<string, Narrowed>(
    60,
    async (query) => (await import('../search/narrowing.ts')).narrowedBy(query, 'Trial'),
    ({ words, places, of, hints }, query) => {
      if (query !== this.#find.value) return;
      // An index of other trials, as of another edition, cannot tell which rows these are.
      this.#narrowed = { words, places: of === this.#rows.length ? places : undefined };
      this.#hints.replaceChildren(...hints);
      this.#show();
    },
    () => (this.#hints.textContent = this.#hints.dataset['failed'] ?? ''),
  );

  connectedCallback(): void {
    this.#foldWhereNarrow();
    for (const heading of this.#headings) this.#makeSortable(heading);
    this.#sortWhereSeen();
    this.#sortBy.addEventListener('change', () => {
      this.#sort = readSort(this.#sortBy.value);
      this.#changed();
    });
    this.#columns.onChange(() => this.#changed());
    // What is being composed is not typed yet.
    this.#form.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) this.#changed();
    });
    this.#find.addEventListener('compositionend', () => this.#changed());
    this.#hints.addEventListener('click', (event) => this.#goOn(event));
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    this.#form.addEventListener('reset', () => setTimeout(() => this.#changed()));
    this.querySelector('[data-clear]')?.addEventListener('click', () => this.#form.reset());
    addEventListener('popstate', () => this.#restore());
    this.#restore();
  }

  /** On a narrow screen the list comes first; the facets open when asked for. */
  #foldWhereNarrow(): void {
    const narrow = matchMedia('(max-width: 61.99rem)');
    const all = part<HTMLDetailsElement>(this, '.narrowing');
    const set = () => {
      all.open = !narrow.matches;
    };
    if (narrow.matches) for (const group of all.querySelectorAll('details')) group.open = false;
    narrow.addEventListener('change', set);
    set();
  }

  #makeSortable(heading: HTMLTableCellElement): void {
    headingButton(heading).addEventListener('click', () => {
      const key = need(heading.dataset.key);
      this.#sort = { key, descending: this.#sort?.key === key && !this.#sort.descending };
      this.#changed();
    });
  }

  /** Rows that are shown as blocks have no headings to press. */
  #sortWhereSeen(): void {
    const blocks = matchMedia('(max-width: 46rem)');
    const set = () => {
      for (const heading of this.#headings) part<HTMLButtonElement>(heading, 'button').disabled = blocks.matches;
    };
    blocks.addEventListener('change', set);
    set();
  }

  /** Reads the state from the address. */
  #restore(): void {
    const state = new URLSearchParams(location.search);
    for (const input of this.#form.querySelectorAll('input')) {
      if (input.type === 'checkbox') input.checked = state.getAll(input.name).includes(input.value);
      else input.value = state.get(input.name) ?? '';
      if (input.checked) need(input.closest('details')).open = true;
    }
    this.#sort = readSort(state.get('sort') ?? '');
    this.#columns.read(state.get('columns'));
    this.#narrow();
  }

  /** Writes the state to the address and shows it. */
  #changed(): void {
    const state = new URLSearchParams();
    for (const [name, value] of new FormData(this.#form)) if (typeof value === 'string' && value) state.append(name, value);
    if (this.#sort) state.set('sort', writeSort(this.#sort));
    const columns = this.#columns.written();
    if (columns !== undefined) state.set('columns', columns);
    history.replaceState(null, '', state.size > 0 ? `?${state}` : location.pathname);
    this.#narrow();
  }

  /** Words narrow at once, conditions as soon as the index has answered. */
  #narrow(): void {
    const query = this.#find.value;
    if (!marksOfConditions.test(query)) {
      this.#narrowed = { words: query.toLowerCase().split(/\s+/).filter(Boolean), places: undefined };
      this.#hints.replaceChildren();
      this.#show();
    }
    if (query.trim() !== '') this.#ask(query);
  }

  #goOn(event: Event): void {
    const query =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-query]')?.dataset['query'] : undefined;
    if (query === undefined) return;
    event.preventDefault();
    this.#find.value = query;
    this.#find.focus();
    this.#changed();
  }

  #show(): void {
    const chosen = Map.groupBy([...this.#form.querySelectorAll<HTMLInputElement>('input:checked')], (input) => input.name);
    const { words, places } = this.#narrowed;
    const meeting = places && new Set(this.#paths.filter((_, i) => places.has(i)));
    const fits = (row: ListRow, except?: string) =>
      (!meeting || meeting.has(row.path)) &&
      words.every((word) => row.words.includes(word)) &&
      [...chosen].every(([name, inputs]) => name === except || inputs.some((input) => row.facets[name]?.includes(input.value)));
    const shown = new Set(this.#rows.filter((row) => fits(row)));
    for (const row of this.#rows) row.element.hidden = !shown.has(row);
    for (const input of this.#form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) {
      const count = this.#rows.filter((row) => fits(row, input.name) && row.facets[input.name]?.includes(input.value)).length;
      part(need(input.parentElement), '.fits').textContent = String(count);
    }
    const count = [...chosen.values()].flat().length;
    part(this, '.chosen').textContent = count > 0 ? `(${count})` : '';
    this.#order();
    part(this, '[role=status]').textContent = listWords.trials(shown.size, this.#rows.length);
    part(this, '.none').hidden = shown.size > 0;
  }

  #order(): void {
    const column = this.#headings.findIndex((heading) => heading.dataset.key === this.#sort?.key);
    const rows = this.#rows.map(({ element }) => element);
    this.#body.append(...(column < 0 ? rows : sortedRows(rows, column, this.#sort?.descending ?? false)));
    this.#sortBy.value = this.#sort && column >= 0 ? writeSort(this.#sort) : '';
    this.#headings.forEach((heading, i) => {
      if (i === column) heading.ariaSort = this.#sort?.descending ? 'descending' : 'ascending';
      else heading.removeAttribute('aria-sort');
    });
  }
}

interface Sort {
  key: string;
  descending: boolean;
}

/** `year`, or `-year` for the other way round. */
const readSort = (text: string): Sort | undefined =>
  text ? { key: text.replace(/^-/, ''), descending: text.startsWith('-') } : undefined;
const writeSort = ({ key, descending }: Sort) => `${descending ? '-' : ''}${key}`;
