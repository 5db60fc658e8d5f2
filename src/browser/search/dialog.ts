import { latest } from './latest.ts';
import styles from '../../styles/search-options.css?url';
import { withStyles } from '../styles.ts';
import type { Shown } from './options.ts';
import { part } from '../elements.ts';
import { need } from '../../model/need.ts';

/** What searches is fetched while a reader begins to type. */
const searching = () => import('./options.ts');

let attended: SearchList | undefined;

/** Answers what is asked in the search dialog of a page, and what was typed before this was loaded. */
export function attend(dialog: HTMLDialogElement): void {
  void withStyles(styles);
  attended ??= new SearchList(dialog);
  attended.begin();
}

/** The combobox of the dialog with its list of pages and places. */
class SearchList {
  readonly #dialog: HTMLDialogElement;
  /** Where its words stand, and which query it answers. */
  readonly #host: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #status: HTMLElement;
  #active = -1;

  readonly #ask = latest<string, Shown>(
    60,
    async (query) => (await searching()).optionsFor(query),
    (answer, query) => this.#show(answer, query),
    () => this.#say(this.#host.dataset['failed'] ?? ''),
  );

  constructor(dialog: HTMLDialogElement) {
    this.#dialog = dialog;
    this.#host = need(dialog.parentElement, 'the element of the search');
    this.#input = part(dialog, 'input[name=q]');
    this.#list = part(dialog, '[role=listbox]');
    this.#status = part(dialog, '[role=status]');
    // What is being composed is not typed yet.
    this.#input.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) this.#asked();
    });
    this.#input.addEventListener('compositionend', () => this.#asked());
    part(dialog, 'form').addEventListener('submit', () => this.#remember());
    this.#input.addEventListener('keydown', (event) => this.#choose(event));
    this.#list.addEventListener('click', (event) => this.#chosen(event));
    if (this.#input.value !== '') this.#asked();
  }

  begin(): void {
    this.#activate(-1);
    searching()
      .then(({ ready }) => ready())
      .catch(() => this.#say(this.#host.dataset['failed'] ?? ''));
    if (this.#input.value.trim() === '') void this.#offerRecent();
  }

  #asked() {
    const query = this.#input.value.trim();
    if (query === '') {
      void this.#offerRecent();
      return;
    }
    if (this.#list.hidden) this.#say(this.#host.dataset['loading'] ?? '');
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
    this.#host.dataset['answered'] = query;
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
