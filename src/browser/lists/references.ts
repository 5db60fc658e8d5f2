import { listWords } from '../../i18n/lists.ts';
import { part } from '../elements.ts';

/** Filters the list of references by words in the browser; the state lives in the address. */
export class ReferenceList extends HTMLElement {
  readonly #form = part<HTMLFormElement>(this, 'form');
  readonly #input = part<HTMLInputElement>(this, 'input[type=search]');
  readonly #items = [...this.querySelectorAll<HTMLElement>('[data-cite]')].map((element) => ({
    element,
    words: element.textContent.toLowerCase(),
    isReport: element.hasAttribute('data-report'),
  }));

  connectedCallback(): void {
    this.#form.addEventListener('input', () => this.#changed());
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    addEventListener('popstate', () => this.#restore());
    this.#restore();
  }

  get #reports(): HTMLInputElement {
    return part<HTMLInputElement>(this, 'input[name=reports]');
  }

  /** Reads the state from the address. */
  #restore(): void {
    const state = new URLSearchParams(location.search);
    this.#input.value = state.get('find') ?? '';
    this.#reports.checked = state.has('reports');
    this.#show();
  }

  /** Writes the state to the address and shows it. */
  #changed(): void {
    const state = new URLSearchParams();
    if (this.#input.value) state.set('find', this.#input.value);
    if (this.#reports.checked) state.set('reports', '1');
    history.replaceState(null, '', state.size > 0 ? `?${state}` : location.pathname);
    this.#show();
  }

  #show(): void {
    const words = this.#input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { element, words: own, isReport } of this.#items) {
      element.hidden = !words.every((word) => own.includes(word)) || (this.#reports.checked && !isReport);
      if (!element.hidden) shown += 1;
    }
    for (const section of this.querySelectorAll<HTMLElement>('section')) {
      section.hidden = section.querySelector('[data-cite]:not([hidden])') === null;
    }
    for (const letter of this.querySelectorAll<HTMLAnchorElement>('nav a')) {
      letter.hidden = this.querySelector(`section:not([hidden]) > ${letter.hash}`) === null;
    }
    part(this, '[role=status]').textContent = listWords.works(shown, this.#items.length);
  }
}
