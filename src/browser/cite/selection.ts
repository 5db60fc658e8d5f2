import { citeWords } from '../../i18n/cite.ts';
import type { FormatId } from '../../citations/styles.ts';
import { citationsAs, saveAs } from './client.ts';
import { part } from '../elements.ts';
import { need } from '../../model/need.ts';

/** Cites what a filtered list shows: the keys of every `[data-cite]` in its list that is not hidden. */
export class CiteSelection extends HTMLElement {
  connectedCallback(): void {
    part(this, '[data-copy]').addEventListener('click', () => void this.#take('copy'));
    part(this, '[data-save]').addEventListener('click', () => void this.#take('save'));
  }

  get #keys(): string[] {
    const list = need(document.getElementById(need(this.dataset.of)));
    const shown = [...list.querySelectorAll<HTMLElement>('[data-cite]')].filter(
      (item) => !item.closest('[hidden]'),
    );
    return [...new Set(shown.flatMap((item) => need(item.dataset.cite).split(' ')))];
  }

  async #take(how: 'copy' | 'save'): Promise<void> {
    const status = part(this, '[role=status]');
    const format = part<HTMLSelectElement>(this, 'select').value as FormatId;
    const keys = this.#keys;
    status.textContent = '';
    try {
      const file = await citationsAs(keys, format);
      if (how === 'save') saveAs('selection', file, format);
      else await navigator.clipboard.writeText(file);
      status.textContent = citeWords.records(keys.length, how === 'save');
    } catch {
      status.textContent = how === 'copy' ? citeWords.copyFailed : citeWords.unread;
    }
  }
}
