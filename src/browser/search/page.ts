import { search, type Found, type Result } from './client.ts';
import { FacetList } from './facet-list.ts';
import { allFilters, facetCounts } from './facets.ts';
import { hintsFor } from './hints.ts';
import { latest } from './latest.ts';
import { noteOn } from './notes.ts';
import type { FilterCounts } from './pagefind.ts';
import { readState, writeState, type QueryState } from './query-state.ts';
import { make, marked, searchAddress } from './render.ts';
import { part } from '../elements.ts';
import type { Suggestions } from './suggest.ts';
import { searchWords as words } from '../../i18n/search-words.ts';

interface Answer {
  found: Found;
  results: Result[];
  counts: FilterCounts;
  hints: Suggestions;
}

/** What a history entry keeps beside its address, so that Back finds the page as it was. */
interface Remembered {
  shown: number;
  scroll?: number;
}

const step = 10;

/** The search page: the question stands in the address, its answer below. */
class SearchPage extends HTMLElement {
  readonly #input = part<HTMLInputElement>(this, 'input[name=q]');
  readonly #details = part<HTMLDetailsElement>(this, 'details');
  readonly #clear = part<HTMLButtonElement>(this, '.clear');
  readonly #status = part(this, '[role=status]');
  readonly #hints = part(this, '.hints');
  readonly #list = part(this, '.results');
  readonly #more = part<HTMLButtonElement>(this, '.more');
  #known: FilterCounts = {};
  #facets = new FacetList(part(this, '.facets'), {});
  #found: Found | undefined;
  #shown = step;

  readonly #ask = latest<QueryState, Answer>(
    150,
    async (state) => {
      history.replaceState({ ...history.state, shown: this.#shown } satisfies Remembered, '', address(state));
      const found = await search(state.query, state.filters);
      const [results, counts, hints] = await Promise.all([
        isEmpty(state) ? [] : found.load(0, this.#shown),
        facetCounts(found, state.filters),
        hintsFor(state.query, found),
      ]);
      return { found, results, counts, hints };
    },
    (answer, state) => this.#show(answer, state),
    () => (this.#status.textContent = words.failed),
  );

  async connectedCallback() {
    this.#details.open = matchMedia('(min-width: 56rem)').matches;
    part(this, 'form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#changed(true);
    });
    this.#input.addEventListener('input', () => this.#changed(false));
    this.#details.addEventListener('change', () => this.#changed(true));
    this.#clear.addEventListener('click', () => {
      this.#facets.chosen = {};
      this.#changed(true);
      this.#input.focus();
    });
    this.#more.addEventListener('click', () => void this.#showMore());
    this.#hints.addEventListener('click', (event) => this.#correct(event));
    addEventListener('popstate', () => this.#restore());
    addEventListener('pagehide', () => history.replaceState({ shown: this.#shown, scroll: scrollY } satisfies Remembered, ''));
    try {
      this.#known = await allFilters();
    } catch {
      this.#status.textContent = words.failed;
      return;
    }
    this.#facets = new FacetList(part(this, '.facets'), this.#known);
    // What was typed while the index was loading is not overwritten.
    if (this.#input.value.trim() === '') this.#restore();
    else this.#changed(false);
  }

  get #state(): QueryState {
    return { query: this.#input.value.trim(), filters: this.#facets.chosen };
  }

  #restore() {
    const { query, filters } = readState(location.search, this.#known);
    this.#input.value = query;
    this.#facets.chosen = filters;
    this.#shown = (history.state as Remembered | null)?.shown ?? step;
    this.#ask(this.#state, true);
  }

  /** @param settled a choice that Back should undo; typing replaces the address instead */
  #changed(settled: boolean) {
    this.#shown = step;
    if (settled && address(this.#state) !== location.pathname + location.search)
      history.pushState(null, '', address(this.#state));
    this.#ask(this.#state, settled);
  }

  #show({ found, results, counts, hints }: Answer, state: QueryState) {
    this.#found = found;
    const filtered = Object.keys(state.filters).length > 0;
    this.#status.textContent = isEmpty(state) ? words.start : noteOn(found, state.query, filtered);
    this.#facets.count(counts);
    this.#clear.hidden = !filtered;
    this.#hints.replaceChildren(...hintItems(hints));
    this.#list.replaceChildren(...results.map(resultItem));
    this.#countLeft();
    const { scroll } = (history.state as Remembered | null) ?? {};
    if (scroll === undefined) return;
    scrollTo({ top: scroll, behavior: 'instant' });
    history.replaceState({ shown: this.#shown } satisfies Remembered, '');
  }

  async #showMore() {
    const found = this.#found;
    const results = (await found?.load(this.#shown, this.#shown + step)) ?? [];
    if (found !== this.#found) return;
    const items = results.map(resultItem);
    this.#list.append(...items);
    this.#shown += step;
    history.replaceState({ shown: this.#shown } satisfies Remembered, '');
    this.#countLeft();
    items[0]?.querySelector('a')?.focus();
  }

  #countLeft() {
    const left = (this.#found?.total ?? 0) - this.#list.children.length;
    this.#more.hidden = left <= 0 || this.#list.children.length === 0;
    this.#more.textContent = words.more(left);
  }

  /** A nearer query is asked in place, with the filters kept. */
  #correct(event: Event) {
    const query =
      event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-query]')?.dataset['query'] : undefined;
    if (query === undefined) return;
    event.preventDefault();
    this.#input.value = query;
    this.#input.focus();
    this.#changed(true);
  }
}

function address(state: QueryState): string {
  return location.pathname + writeState(state);
}

function isEmpty({ query, filters }: QueryState): boolean {
  return query === '' && Object.keys(filters).length === 0;
}

function hintItems({ query, terms }: Suggestions): HTMLElement[] {
  const links = terms.map(({ label, url, kind }) => [
    make('a', { href: url }, label),
    ' ',
    make('span', { class: 'kind' }, kind),
  ]);
  if (query !== undefined) links.unshift([make('a', { href: searchAddress(query), 'data-query': query }, query)]);
  return links.map((link, i) => make('li', {}, `${i === 0 ? words.didYouMean : words.or} `, ...link, i === 0 ? '?' : ''));
}

function resultItem({ title, url, type, excerpt, alias, links }: Result): HTMLElement {
  const text = alias === undefined ? marked(excerpt) : [`${words.also} `, make('mark', {}, alias)];
  const places = links.map((link) =>
    make('li', {}, make('a', { href: link.url }, link.title), ' ', make('span', { class: 'excerpt' }, ...marked(link.excerpt))),
  );
  return make(
    'li',
    {},
    make('h2', {}, make('a', { href: url }, title), ...(type ? [' ', make('span', { class: 'kind' }, type)] : [])),
    make('p', { class: 'excerpt' }, ...text),
    ...(places.length > 0 ? [make('ul', { class: 'places' }, ...places)] : []),
  );
}

customElements.define('search-page', SearchPage);
