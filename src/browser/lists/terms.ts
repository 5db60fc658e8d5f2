/** Leaves of a list of terms those that have all words typed; sections without one go. */
export class TermList extends HTMLElement {
  readonly #terms = [...this.querySelectorAll<HTMLElement>('.term')].map((element) => ({
    element,
    words: element.textContent.toLowerCase(),
  }));

  connectedCallback(): void {
    const form = this.querySelector('form')!;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', () => this.#show(form.querySelector('input')!.value));
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
      const link = this.querySelector<HTMLElement>(`nav a[href="#${section.getAttribute('aria-labelledby')}"]`);
      if (link) link.parentElement!.hidden = section.hidden;
    }
    this.querySelector('[role=status]')!.textContent = words.length > 0 ? `${shown} of ${this.#terms.length}` : '';
  }
}
