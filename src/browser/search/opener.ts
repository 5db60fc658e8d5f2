import { part } from '../elements.ts';

const setting = 'search-key';

/**
 * What every page has of its search: the button and the keys that open the dialog. What the dialog does is
 * loaded when it opens; without a script the button is a link to the search page.
 */
export class SearchDialog extends HTMLElement {
  readonly #dialog = part<HTMLDialogElement>(this, 'dialog');
  readonly #slashKey = part<HTMLInputElement>(this, 'input[type=checkbox]');

  connectedCallback(): void {
    const opener = part(this, '[data-search-open]');
    opener.setAttribute('role', 'button');
    opener.setAttribute('aria-haspopup', 'dialog');
    opener.addEventListener('keydown', (event) => {
      if (event.key === ' ') this.#open(event);
    });
    document.addEventListener('click', (event) => {
      const plain = !(event.ctrlKey || event.metaKey || event.shiftKey);
      if (plain && event.target instanceof Element && event.target.closest('[data-search-open]'))
        this.#open(event);
    });
    document.addEventListener('keydown', (event) => this.#shortcut(event));
    this.#slashKey.checked = remembered() !== 'off';
    this.#slashKey.addEventListener('change', () => remember(this.#slashKey.checked ? 'on' : 'off'));
    part(this, 'button').addEventListener('click', () => this.#dialog.close());
    this.#dialog.addEventListener('click', (event) => {
      if (event.target === this.#dialog) this.#dialog.close();
    });
  }

  #open(event: Event): void {
    event.preventDefault();
    const onPage = document.querySelector<HTMLInputElement>('search-page input[name=q]');
    if (onPage) {
      onPage.focus();
      return;
    }
    if (!this.#dialog.open) this.#dialog.showModal();
    part<HTMLInputElement>(this, 'input[name=q]').select();
    // Where it cannot be had, the form leads to the search page.
    import('./dialog.ts').then(({ attend }) => attend(this.#dialog)).catch(() => undefined);
  }

  #shortcut(event: KeyboardEvent): void {
    const slash =
      event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && this.#slashKey.checked;
    const k =
      event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const typing =
      event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
    if ((slash || k) && !typing && !document.querySelector('dialog[open]')) this.#open(event);
  }
}

function remembered(): string | null {
  try {
    return localStorage.getItem(setting);
  } catch {
    return null;
  }
}

function remember(value: string): void {
  try {
    localStorage.setItem(setting, value);
  } catch {
    // Without storage the choice holds for this page only.
  }
}
