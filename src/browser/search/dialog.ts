import { latest } from './latest.ts';
import type { Shown } from './options.ts';
import { part } from '../elements.ts';

/** What searches, fetched once the dialog is opened: pages that nobody searches from do without it. */
const searching = () => import('./options.ts');

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

  readonly #ask = latest<string, Shown>(
    60,
    async (query) => (await searching()).optionsFor(query),
    (answer, query) => this.#show(answer, query),
    () => this.#say(this.dataset['failed'] ?? ''),
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
    // What is being composed is not typed yet.
    this.#input.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) this.#asked();
    });
    this.#input.addEventListener('compositionend', () => this.#asked());
    part(this, 'form').addEventListener('submit', () => this.#remember());
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
    this.#activate(-1);
    searching()
      .then(({ ready }) => ready())
      .catch(() => this.#say(this.dataset['failed'] ?? ''));
    if (this.#input.value.trim() === '') void this.#offerRecent();
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
      void this.#offerRecent();
      return;
    }
    if (this.#list.hidden) this.#say(this.dataset['loading'] ?? '');
    this.#ask(query);
  }

  /** Before anything is typed, what was asked last. */
  async #offerRecent() {
    const { options, note } = (await searching()).recentOptions();
    if (this.#input.value.trim() !== '') return;
    this.#fill(options);
    this.#say(note);
  }

  #remember() {
    const query = this.#input.value;
    void searching().then(({ remember }) => remember(query));
  }

  #show({ options, note }: Shown, query: string) {
    if (query !== this.#input.value.trim()) return;
    this.#fill(options);
    this.#say(note);
    // Which query the list answers.
    this.dataset['answered'] = query;
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
      if (option) {
        this.#remember();
        this.#dialog.close();
      }
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
