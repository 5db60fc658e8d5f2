import { listWords } from '../../i18n/lists.ts';
import { part } from '../elements.ts';
import { ColumnChooser } from './columns.ts';
import { fitting, type Listed } from './fitting.ts';
import { headingButton, sortedRows } from './sort-table.ts';
import { need } from '../../model/need.ts';
import { marksOfConditions } from '../../search-index/condition-marks.ts';
import type { Narrowed } from '../search/narrowing.ts';
import { latest } from '../search/latest.ts';

interface ListRow extends Listed {
  element: HTMLTableRowElement;
  /** The address of its page. */
  path: string;
}

/**
 * How many rows are drawn until a reader asks for more; the styles of the page know it, too. A browser lays
 * out a table whole, so that each letter typed would take as long as all rows do.
 */
const atOnce = 100;

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
  readonly #boxes = [...this.#form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].map(
    (input) => ({
      input,
      fits: part(need(input.parentElement), '.fits'),
    }),
  );
  readonly #rest = part(this, '.rest');
  #sort: Sort | undefined;
  /** The rows as they stand, and by what they are sorted. */
  #ordered = { by: '', rows: this.#rows };
  #shown: ReadonlySet<ListRow> = new Set();
  #drawn = atOnce;
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
    part(this.#rest, '[data-more]').addEventListener('click', () => this.#drawMore(atOnce));
    part(this.#rest, '[data-all]').addEventListener('click', () => this.#drawMore(this.#rows.length));
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
      for (const heading of this.#headings)
        part<HTMLButtonElement>(heading, 'button').disabled = blocks.matches;
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
    for (const [name, value] of new FormData(this.#form))
      if (typeof value === 'string' && value) state.append(name, value);
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
      event.target instanceof Element
        ? event.target.closest<HTMLElement>('[data-query]')?.dataset['query']
        : undefined;
    if (query === undefined) return;
    event.preventDefault();
    this.#find.value = query;
    this.#find.focus();
    this.#changed();
  }

  #show(): void {
    const chosen = Map.groupBy(
      this.#boxes.filter(({ input }) => input.checked).map(({ input }) => input),
      (input) => input.name,
    );
    const { words, places } = this.#narrowed;
    const meeting = places && new Set(this.#paths.filter((_, i) => places.has(i)));
    const asked = meeting ? this.#rows.filter(({ path }) => meeting.has(path)) : this.#rows;
    const values = new Map(
      [...chosen].map(([name, inputs]) => [name, new Set(inputs.map(({ value }) => value))]),
    );
    const { rows, counts } = fitting(asked, words, values);
    for (const { input, fits } of this.#boxes)
      setText(fits, String(counts.get(input.name)?.get(input.value) ?? 0));
    const count = [...chosen.values()].flat().length;
    setText(part(this, '.chosen'), count > 0 ? `(${count})` : '');
    const isOrdered = this.#order();
    // A column more, or a search that finds the same, does not put off again what was asked for.
    if (isOrdered || rows.size !== this.#shown.size || !rows.isSubsetOf(this.#shown)) this.#drawn = atOnce;
    this.#shown = rows;
    this.#draw();
    setText(part(this, '[role=status]'), listWords.trials(rows.size, this.#rows.length));
    part(this, '.none').hidden = rows.size > 0;
  }

  /** Hides the rows that do not fit, and puts off those beyond what is drawn at first. */
  #draw(): void {
    let left = this.#drawn;
    for (const row of this.#ordered.rows) {
      const fits = this.#shown.has(row);
      if (row.element.hidden === fits) row.element.hidden = !fits;
      row.element.classList.toggle('later', fits && left-- <= 0);
    }
    const { size } = this.#shown;
    this.#rest.hidden = size <= this.#drawn;
    setText(part(this.#rest, 'span'), listWords.drawn(this.#drawn));
    setText(part(this.#rest, '[data-more]'), listWords.drawMore(Math.min(atOnce, size - this.#drawn)));
    setText(part(this.#rest, '[data-all]'), listWords.drawAll(size));
  }

  #drawMore(count: number): void {
    const first = this.#ordered.rows.filter((row) => this.#shown.has(row))[this.#drawn];
    this.#drawn += count;
    this.#draw();
    // The button may be gone; who reads on does so at the first of the new rows.
    first?.element.querySelector('a')?.focus();
  }

  /** Sorts the rows; returns whether their order changed. */
  #order(): boolean {
    const column = this.#headings.findIndex((heading) => heading.dataset.key === this.#sort?.key);
    const by = this.#sort && column >= 0 ? writeSort(this.#sort) : '';
    this.#sortBy.value = by;
    if (by === this.#ordered.by) return false;
    const ofElement = new Map(this.#rows.map((row) => [row.element, row]));
    const sorted = () => sortedRows([...ofElement.keys()], column, this.#sort?.descending ?? false);
    const rows = by === '' ? this.#rows : sorted().map((element) => need(ofElement.get(element)));
    this.#ordered = { by, rows };
    this.#body.append(...rows.map(({ element }) => element));
    this.#headings.forEach((heading, i) => {
      if (i === column) heading.ariaSort = this.#sort?.descending ? 'descending' : 'ascending';
      else heading.removeAttribute('aria-sort');
    });
    return true;
  }
}

/** A text that is set anew has its line laid out anew, even where it is the same. */
function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

interface Sort {
  key: string;
  descending: boolean;
}

/** `year`, or `-year` for the other way round. */
const readSort = (text: string): Sort | undefined =>
  text ? { key: text.replace(/^-/, ''), descending: text.startsWith('-') } : undefined;
const writeSort = ({ key, descending }: Sort) => `${descending ? '-' : ''}${key}`;
