import { facetNames, facetValues } from './facets.ts';
import type { FilterCounts, Filters } from './filters.ts';
import { make } from './render.ts';
import { searchWords as words } from '../../i18n/search-words.ts';

const atFirst = 7;

/** Checkboxes for every value of every filter, in fieldsets. They stay in place while their counts change. */
export class FacetList {
  readonly #boxes: HTMLInputElement[] = [];
  readonly #counts = new Map<HTMLInputElement, HTMLElement>();

  readonly #labels: Record<string, Record<string, string>>;

  /**
   * Puts the fieldsets into `host`.
   *
   * @param all the values and counts of the whole base
   * @param labels what values are called, where that differs
   */
  constructor(host: Element, all: FilterCounts, labels: Record<string, Record<string, string>>) {
    this.#labels = labels;
    host.replaceChildren(...facetNames(all).map((name) => this.#fieldset(name, all[name] ?? {})));
  }

  get chosen(): Filters {
    const filters: Filters = {};
    for (const { name, value } of this.#boxes.filter((box) => box.checked))
      (filters[name] ??= []).push(value);
    return filters;
  }

  set chosen(filters: Filters) {
    for (const box of this.#boxes) {
      box.checked = filters[box.name]?.includes(box.value) ?? false;
      if (box.checked) showAll(box.closest('fieldset'));
    }
  }

  /** Shows how many pages each value would give. */
  count(counts: FilterCounts) {
    for (const [box, shown] of this.#counts) {
      const pages = counts[box.name]?.[box.value] ?? 0;
      shown.textContent = String(pages);
      box.closest('li')?.classList.toggle('none', pages === 0);
    }
  }

  #fieldset(name: string, counts: Record<string, number>): HTMLFieldSetElement {
    const values = facetValues(name, counts);
    const items = values.map((value) => this.#item(name, value, counts[value] ?? 0));
    const fieldset = make(
      'fieldset',
      {},
      make('legend', {}, words.facets[name] ?? capitalised(name)),
      make('ul', {}, ...items),
    );
    if (values.length <= atFirst + 1) return fieldset;
    for (const item of items.slice(atFirst)) item.hidden = true;
    const button = make('button', { type: 'button', class: 'rest' }, words.allValues(values.length));
    button.addEventListener('click', () => {
      showAll(fieldset);
      items[atFirst]?.querySelector('input')?.focus();
    });
    fieldset.append(button);
    return fieldset;
  }

  #item(name: string, value: string, pages: number): HTMLLIElement {
    const box = make('input', { type: 'checkbox', name, value });
    const count = make('span', { class: 'count' }, String(pages));
    const label = (name === 'type' ? words.kind[value] : this.#labels[name]?.[value]) ?? value;
    this.#boxes.push(box);
    this.#counts.set(box, count);
    return make('li', {}, make('label', {}, box, make('span', {}, label), ' ', count));
  }
}

function showAll(fieldset: Element | null) {
  for (const item of fieldset?.querySelectorAll('li') ?? []) item.hidden = false;
  fieldset?.querySelector('.rest')?.remove();
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
