import { listWords } from '../../i18n/lists.ts';
import { part } from '../elements.ts';

/** Leaves of a list of terms those that have all words typed; sections without one go. */
export class TermList extends HTMLElement {
  readonly #terms = [...this.querySelectorAll<HTMLElement>('.term')].map((element) => ({
    element,
    words: element.textContent.toLowerCase(),
  }));

  connectedCallback(): void {
    const form = part<HTMLFormElement>(this, 'form');
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', () => this.#show(part<HTMLInputElement>(form, 'input').value));
  }

  #show(typed: string): void {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { element, words: own } of this.#terms) {
      element.hidden = !words.every((word) => own.includes(word));
      if (!element.hidden) shown += 1;
    }
    for (const section of this.querySelectorAll<HTMLElement>('section')) {
      section.hidden = section.querySelector('.term:not([hidden])') === null;
      const link = this.querySelector(`nav a[href="#${section.getAttribute('aria-labelledby')}"]`);
      if (link?.parentElement) link.parentElement.hidden = section.hidden;
    }
    part(this, '[role=status]').textContent =
      words.length > 0 ? listWords.terms(shown, this.#terms.length) : '';
  }
}
