import { compareWords } from '../../i18n/compare.ts';
import { part } from '../elements.ts';
import { fitting, type Offer } from '../../compare/offers.ts';
import { offerOptions } from '../../views/comparison/chooser.ts';

/** So many choices are listed: more are narrowed by typing on. */
const most = 12;

/**
 * The field that adds to a comparison: a combobox whose list has every kind of arms, trial and arm that fits
 * what was typed. The first is taken by Enter; arrows lead to the others.
 */
export class Chooser {
  readonly #form: HTMLFormElement;
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #offers: () => Promise<readonly Offer[]>;
  readonly #announce: (words: string) => void;
  #shown: Offer[] = [];
  #active = -1;

  constructor(
    host: HTMLElement,
    offers: () => Promise<readonly Offer[]>,
    take: (offer: Offer) => void,
    announce: (words: string) => void,
  ) {
    this.#form = part<HTMLFormElement>(host, 'form.add');
    this.#input = part<HTMLInputElement>(this.#form, '[role=combobox]');
    this.#list = part(this.#form, '[role=listbox]');
    this.#offers = offers;
    this.#announce = announce;
    const takeAt = (at: number) => {
      const offer = this.#shown[at];
      if (!offer) return;
      this.#input.value = '';
      this.#show([]);
      take(offer);
      this.#input.focus();
    };
    this.#input.addEventListener('input', () => void this.#offer());
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    this.#input.addEventListener('blur', () => this.#show([]));
    // Pressed before the field loses the focus, which closes the list.
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#list.addEventListener('click', ({ target }) => {
      const option = (target as Element).closest<HTMLElement>('[data-offer]');
      if (option) takeAt(Number(option.dataset.offer));
    });
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#offer().then(() => {
        if (this.#shown.length > 0) takeAt(Math.max(0, this.#active));
        else this.#nothing();
      });
    });
  }

  focus(): void {
    this.#input.focus();
  }

  /** Lists what fits what stands in the field now; the one that the reader is at stays. */
  async #offer(): Promise<void> {
    const typed = this.#input.value;
    const fit = fitting(await this.#offers(), typed).slice(0, most);
    if (typed !== this.#input.value) return;
    const isSame = fit.length === this.#shown.length && fit.every((offer, i) => offer === this.#shown[i]);
    if (!isSame) this.#show(fit);
  }

  #nothing(): void {
    const typed = this.#input.value.trim();
    this.#announce(typed === '' ? compareWords.typeName : compareWords.notCalled(typed));
  }

  #show(offers: Offer[]): void {
    this.#shown = offers;
    this.#list.innerHTML = offerOptions(offers).text;
    this.#list.hidden = offers.length === 0;
    this.#input.ariaExpanded = String(offers.length > 0);
    this.#activate(offers.length > 0 ? 0 : -1);
  }

  #activate(at: number): void {
    this.#active = at;
    for (const [i, option] of [...this.#list.children].entries())
      option.setAttribute('aria-selected', String(i === at));
    const option = this.#list.children[at];
    if (option) {
      this.#input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else this.#input.removeAttribute('aria-activedescendant');
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing || this.#shown.length === 0) return;
    const { length } = this.#shown;
    const next = { ArrowDown: (this.#active + 1) % length, ArrowUp: (this.#active - 1 + length) % length }[
      event.key
    ];
    if (next !== undefined) this.#activate(next);
    else if (event.key === 'Escape') this.#show([]);
    else return;
    event.preventDefault();
  }
}
