import { selectedArms, onSelection, selectArms } from './selection.ts';
import { need } from '../../model/need.ts';
import { part } from '../elements.ts';

/** The bar that follows the reader: how many arms are selected, and the way to their comparison. */
export class SelectionBar extends HTMLElement {
  connectedCallback(): void {
    const status = part(this, '[role=status]');
    const link = part<HTMLAnchorElement>(this, 'a');
    part<HTMLButtonElement>(this, 'button').addEventListener('click', () => selectArms([]));
    for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-compare]'))
      prepare(button);
    onSelection(() => {
      const arms = selectedArms();
      // Words in an element that was hidden are not read out, so the element is shown first.
      this.hidden = arms.length === 0 || location.pathname === link.pathname;
      document.documentElement.classList.toggle('has-selection', !this.hidden);
      if (!this.hidden)
        void import('../../i18n/lists.ts').then(
          ({ listWords }) => (status.textContent = listWords.choices(arms.length)),
        );
      link.search = `?arms=${arms.join(',')}`;
    });
  }
}

/** A button with `data-compare="trial.arm other"` adds these to the selection, or removes them. */
function prepare(button: HTMLButtonElement): void {
  const own = need(button.dataset.compare).split(' ');
  const isIn = () => {
    const kept = selectedArms();
    return own.every((key) => kept.includes(key));
  };
  button.addEventListener('click', () =>
    selectArms(isIn() ? selectedArms().filter((key) => !own.includes(key)) : [...selectedArms(), ...own]),
  );
  onSelection(() => button.setAttribute('aria-pressed', String(isIn())));
}
