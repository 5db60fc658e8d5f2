import { searchWords as words } from '../../i18n/search-words.ts';
import { part } from '../elements.ts';
import { answerTo, counted, filterLabels, pagesThrough, type Answer } from './answer.ts';
import { FacetList } from './facet-list.ts';
import type { FilterCounts } from './filters.ts';
import { asking, between, goingOn, syntaxHints, waysOn } from './hints.ts';
import { latest } from './latest.ts';
import { noteOn } from './notes.ts';
import { readState, writeState, type QueryState } from './query-state.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent.ts';
import { make } from './render.ts';
import { sectionsOf } from './result-list.ts';

interface Asked extends QueryState {
  /** Words are taken as they stand. */
  literal: boolean;
}

interface Shown {
  answer: Answer | undefined;
  sections: HTMLElement[];
  note: string;
}

/** The search page: the question stands in the address, its answer below. */
class SearchPage extends HTMLElement {
  readonly #input = part<HTMLInputElement>(this, 'input[name=q]');
  readonly #details = part<HTMLDetailsElement>(this, 'details');
  readonly #clear = part<HTMLButtonElement>(this, '.clear');
  readonly #status = part(this, '[role=status]');
  readonly #hints = part(this, '.hints');
  readonly #list = part(this, '.results');
  readonly #title = document.title;
  #known: FilterCounts = {};
  #facets = new FacetList(part(this, '.facets'), {}, {});
  #literal = false;

  readonly #ask = latest<Asked, Shown>(
    80,
    async (asked) => {
      history.replaceState(history.state, '', address(asked));
      return shownFor(asked);
    },
    (shown, asked) => this.#show(shown, asked),
    () => (this.#status.textContent = words.failed),
  );

  async connectedCallback() {
    this.#details.open = matchMedia('(min-width: 56rem)').matches;
    part(this, 'form').addEventListener('submit', (event) => {
      event.preventDefault();
      rememberSearch(this.#input.value);
      this.#changed(true);
    });
    // What is being composed is not typed yet.
    this.#input.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) this.#changed(false);
    });
    this.#input.addEventListener('compositionend', () => this.#changed(false));
    this.#details.addEventListener('change', () => this.#changed(true));
    this.#clear.addEventListener('click', () => {
      this.#facets.chosen = {};
      this.#changed(true);
      this.#input.focus();
    });
    this.#list.addEventListener('click', () => rememberSearch(this.#input.value));
    this.#hints.addEventListener('click', (event) => this.#goOn(event));
    addEventListener('popstate', () => this.#restore());
    addEventListener('pagehide', () => history.replaceState({ scroll: scrollY }, ''));
    const { query } = readState(location.search, {});
    const isPlain = [...new URLSearchParams(location.search).keys()].every((key) => key === 'q');
    // A query alone is answered before its filters are there.
    if (isPlain && query !== '' && this.#input.value === '') {
      this.#input.value = query;
      this.#ask(this.#state, true);
    }
    try {
      this.#known = await counted('', {});
    } catch {
      this.#status.textContent = words.failed;
      return;
    }
    this.#facets = new FacetList(part(this, '.facets'), this.#known, await filterLabels());
    // What was typed while the index was loading is not overwritten.
    const typed = this.#input.value.trim();
    if (typed === '' || typed === query) this.#restore();
    else this.#changed(false);
  }

  get #state(): Asked {
    return { query: this.#input.value.trim(), filters: this.#facets.chosen, literal: this.#literal };
  }

  #restore() {
    const { query, filters } = readState(location.search, this.#known);
    this.#input.value = query;
    this.#facets.chosen = filters;
    this.#literal = false;
    this.#ask(this.#state, true);
  }

  /** @param settled a choice that Back should undo; typing replaces the address instead */
  #changed(settled: boolean) {
    this.#literal = false;
    if (settled && address(this.#state) !== location.pathname + location.search)
      history.pushState(null, '', address(this.#state));
    this.#ask(this.#state, settled);
  }

  #show({ answer, sections, note }: Shown, state: Asked) {
    const filtered = Object.keys(state.filters).length > 0;
    this.#status.textContent = note;
    this.#clear.hidden = !filtered;
    this.#hints.replaceChildren(...hintsFor(answer, state));
    this.#list.replaceChildren(...sections);
    document.title = state.query === '' ? this.#title : `${state.query} · ${this.#title}`;
    void counted(state.query, state.filters).then((counts) => {
      if (state.query === this.#state.query) this.#facets.count(counts);
    });
    const { scroll } = (history.state as { scroll?: number } | null) ?? {};
    if (scroll === undefined) return;
    scrollTo({ top: scroll, behavior: 'instant' });
    history.replaceState(null, '');
  }

  /** A nearer query is asked in place, with the filters kept. */
  #goOn(event: Event) {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-query]') : undefined;
    const query = link?.dataset['query'];
    if (query === undefined) return;
    event.preventDefault();
    this.#input.value = query;
    this.#input.focus();
    if (link?.dataset['literal'] === undefined) this.#changed(true);
    else {
      this.#literal = true;
      this.#ask(this.#state, true);
    }
  }
}

async function shownFor({ query, filters, literal }: Asked): Promise<Shown> {
  const filtered = Object.keys(filters).length > 0;
  if (query === '' && !filtered) return { answer: undefined, sections: [], note: words.start };
  const answer = query === '' ? await listed(filters) : await answerTo(query, { filters, literal });
  return { answer, sections: await sectionsOf(answer), note: await noteOn(answer, query, filtered) };
}

/** What a choice of filters alone shows. */
async function listed(filters: QueryState['filters']): Promise<Answer> {
  const hits = await pagesThrough(filters);
  const understood = { parts: [], missing: [], corrected: undefined, isQuestion: false };
  const found = { query: '', understood, conditions: [], hits, met: 0, of: 0, alone: [] };
  return { found, hits, partly: [], figures: [], lists: [], near: [], completions: [] };
}

function address(state: QueryState): string {
  return location.pathname + writeState(state);
}

/**
 * What else may be asked: the query as it was typed, how it may go on, what was asked before, where to look
 * instead.
 */
function hintsFor(answer: Answer | undefined, { query }: Asked): HTMLElement[] {
  if (answer === undefined) return [...recentHints(), ...syntaxHints()];
  const { found, hits, completions } = answer;
  return [
    ...(found.understood.corrected === undefined
      ? []
      : [make('li', {}, asking(query, words.instead(query), { 'data-literal': '' }))]),
    ...goingOn(completions),
    ...(hits.length > 0 ? [] : waysOn(answer)),
  ];
}

function recentHints(): HTMLElement[] {
  const recent = recentSearches();
  if (recent.length === 0) return [];
  const forget = make('button', { type: 'button', class: 'button' }, words.forget);
  const item = make(
    'li',
    {},
    `${words.recent}: `,
    ...between(recent.map((query) => asking(query, query))),
    ' ',
    forget,
  );
  forget.addEventListener('click', () => {
    forgetSearches();
    item.remove();
  });
  return [item];
}

customElements.define('search-page', SearchPage);
