import { search, type Found, type Result } from './client.ts';
import { hintsFor } from './hints.ts';
import { latest } from './latest.ts';
import { noteOn } from './notes.ts';
import { pagefind } from './pagefind.ts';
import { make, marked, searchAddress } from './render.ts';
import { part } from '../elements.ts';
import type { Suggestions } from './suggest.ts';
import { searchWords as words } from '../../i18n/search-words.ts';

interface Answer {
  found: Found;
  results: Result[];
  hints: Suggestions;
}

const shown = 5;
const setting = 'search-key';

/**
 * The search on every page: a combobox with its list of pages and places, in a modal dialog.
 * Without this script its button is a link to the search page.
 */
class SearchDialog extends HTMLElement {
  readonly #dialog = part<HTMLDialogElement>(this, 'dialog');
  readonly #input = part<HTMLInputElement>(this, 'input[name=q]');
  readonly #list = part(this, '[role=listbox]');
  readonly #status = part(this, '[role=status]');
  readonly #slashKey = part<HTMLInputElement>(this, 'input[type=checkbox]');
  #active = -1;

  readonly #ask = latest<string, Answer>(
    120,
    async (query) => {
      const found = await search(query);
      return { found, results: await found.load(0, shown), hints: await hintsFor(query, found) };
    },
    (answer, query) => this.#show(answer, query),
    () => this.#say(words.failed),
  );

  connectedCallback() {
    const opener = part(this, '[data-search-open]');
    opener.setAttribute('role', 'button');
    opener.setAttribute('aria-haspopup', 'dialog');
    opener.addEventListener('keydown', (event) => {
      if (event.key === ' ') this.#open(event);
    });
    document.addEventListener('click', (event) => {
      const plain = !(event.ctrlKey || event.metaKey || event.shiftKey);
      if (plain && event.target instanceof Element && event.target.closest('[data-search-open]')) this.#open(event);
    });
    document.addEventListener('keydown', (event) => this.#shortcut(event));
    this.#slashKey.checked = remembered() !== 'off';
    this.#slashKey.addEventListener('change', () => remember(this.#slashKey.checked ? 'on' : 'off'));
    this.#input.addEventListener('input', () => this.#asked());
    this.#input.addEventListener('keydown', (event) => this.#choose(event));
    this.#list.addEventListener('click', (event) => this.#chosen(event));
    part(this, 'button').addEventListener('click', () => this.#dialog.close());
    this.#dialog.addEventListener('click', (event) => {
      if (event.target === this.#dialog) this.#dialog.close();
    });
  }

  #open(event: Event) {
    event.preventDefault();
    const onPage = document.querySelector<HTMLInputElement>('search-page input[name=q]');
    if (onPage) {
      onPage.focus();
      return;
    }
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#input.select();
    pagefind().catch(() => this.#say(words.failed));
  }

  #shortcut(event: KeyboardEvent) {
    const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && this.#slashKey.checked;
    const k = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const typing = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
    if ((slash || k) && !typing && !document.querySelector('dialog[open]')) this.#open(event);
  }

  #asked() {
    const query = this.#input.value.trim();
    if (query === '') {
      this.#fill([]);
      this.#say('');
      return;
    }
    if (this.#list.hidden) this.#say(words.loading);
    this.#ask(query);
  }

  #show({ found, results, hints }: Answer, query: string) {
    if (query !== this.#input.value.trim()) return;
    const options = [...hintOptions(hints), ...results.flatMap(resultOptions)];
    if (found.total > shown) options.push(option('all', searchAddress(query), words.seeAll(found.total)));
    this.#fill(options);
    this.#say(noteOn(found, query, false));
  }

  #fill(options: HTMLElement[]) {
    options.forEach((element, i) => (element.id = `_search-option-${i}`));
    this.#list.replaceChildren(...options);
    this.#list.scrollTop = 0;
    this.#list.hidden = options.length === 0;
    this.#input.setAttribute('aria-expanded', String(options.length > 0));
    this.#activate(-1);
  }

  #say(text: string) {
    this.#status.textContent = text;
  }

  #choose(event: KeyboardEvent) {
    if (event.isComposing) return;
    const last = this.#list.children.length - 1;
    const next = nextOption(event.key, this.#active, last);
    if (next !== undefined) {
      event.preventDefault();
      this.#activate(next);
    } else if (event.key === 'Enter' && this.#active >= 0) {
      event.preventDefault();
      (this.#list.children[this.#active] as HTMLElement).click();
    }
  }

  #activate(index: number) {
    this.#list.children[this.#active]?.setAttribute('aria-selected', 'false');
    this.#active = index;
    const option = this.#list.children[index];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) this.#input.setAttribute('aria-activedescendant', option.id);
    else this.#input.removeAttribute('aria-activedescendant');
  }

  /** A nearer query is asked in place; any other option is a link, perhaps within this page. */
  #chosen(event: Event) {
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : undefined;
    const query = option?.dataset['query'];
    if (query === undefined) {
      if (option) this.#dialog.close();
      return;
    }
    event.preventDefault();
    this.#input.value = query;
    this.#input.focus();
    this.#asked();
  }
}

/** Where a key leads in the list; -1 is the field itself. */
function nextOption(key: string, active: number, last: number): number | undefined {
  if (last < 0) return undefined;
  if (key === 'ArrowDown') return active === last ? -1 : active + 1;
  if (key === 'ArrowUp') return active === -1 ? last : active - 1;
  if (active >= 0 && key === 'Home') return 0;
  if (active >= 0 && key === 'End') return last;
  return undefined;
}

function option(kind: string, href: string, ...children: (Node | string)[]): HTMLAnchorElement {
  return make('a', { class: `option ${kind}`, role: 'option', 'aria-selected': 'false', tabindex: '-1', href }, ...children);
}

function hintOptions({ query, terms }: Suggestions): HTMLElement[] {
  const options = terms.map(({ label, url, kind }) => ({ href: url, text: label, kind: ` ${kind}` }));
  if (query !== undefined) options.unshift({ href: searchAddress(query), text: query, kind: '' });
  return options.map(({ href, text, kind }, i) => {
    const lead = i === 0 ? words.didYouMean : words.or;
    const hint = option('hint', href, `${lead} `, make('b', {}, text), make('span', { class: 'kind' }, kind), i === 0 ? '?' : '');
    if (i === 0 && query !== undefined) hint.dataset['query'] = query;
    return hint;
  });
}

function resultOptions({ title, url, type, excerpt, alias, links }: Result): HTMLElement[] {
  const head = make('span', { class: 'title' }, title, ...(type ? [' ', make('span', { class: 'kind' }, type)] : []));
  const text = alias === undefined ? marked(excerpt) : [`${words.also} `, make('mark', {}, alias)];
  return [
    option('page', url, head, ' ', make('span', { class: 'excerpt' }, ...text)),
    ...links.map((link) =>
      option(
        'place',
        link.url,
        make('span', { class: 'visually-hidden' }, `${title} › `),
        make('span', { class: 'title' }, link.title),
        ' ',
        make('span', { class: 'excerpt' }, ...marked(link.excerpt)),
      ),
    ),
  ];
}

function remembered(): string | null {
  try {
    return localStorage.getItem(setting);
  } catch {
    return null;
  }
}

function remember(value: string) {
  try {
    localStorage.setItem(setting, value);
  } catch {
    // Without storage the choice holds for this page only.
  }
}

customElements.define('search-dialog', SearchDialog);
