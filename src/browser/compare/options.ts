import type { Arrangement } from '../../compare/arrange.ts';
import { denominators } from '../../compare/dataset.ts';
import { rowChoices, type View } from '../../compare/view.ts';
import { endpointChoices, sortChoices } from '../../views/comparison/options.ts';
import type { Markup } from '../../wording/markup.ts';
import { fieldsOf, part } from '../elements.ts';

/** How the comparison is shown: its denominator, rows, order and endpoints. */
export class CompareOptions {
  readonly #form: HTMLFormElement;

  constructor(host: HTMLElement, change: (change: Partial<View>) => void) {
    this.#form = part<HTMLFormElement>(host, 'form.options');
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    this.#form.addEventListener('change', () => change(this.#read()));
    part(this.#form, '.usual').addEventListener('click', () => change({ endpoints: undefined }));
  }

  #read(): Partial<View> {
    const given = fieldsOf(this.#form);
    const all = [...this.#form.querySelectorAll<HTMLInputElement>('[name=endpoint]')];
    const endpoints = all.filter(({ checked }) => checked).map(({ value }) => value);
    const usual = all.every(({ checked, dataset }) => checked === (dataset.usual === 'yes'));
    const sort = given.get('sort') ?? '';
    return {
      denominator: denominators.find((denominator) => denominator === given.get('lens')),
      rows: rowChoices.find((choice) => choice === given.get('rows')) ?? 'reported',
      sort: sort === '' ? undefined : sort,
      descending: given.has('descending') && sort !== '',
      transposed: given.has('transposed'),
      marked: given.has('marked'),
      ...(all.length > 0 ? { endpoints: usual ? undefined : endpoints } : {}),
    };
  }

  show(view: View, arrangement: Arrangement): void {
    const { denominator, rows, sort, descending, transposed, marked } = view;
    replaceIfOther(part(this.#form, '.endpoints'), endpointChoices(arrangement));
    for (const box of this.#form.querySelectorAll<HTMLInputElement>('[name=endpoint]'))
      box.checked = view.endpoints?.includes(box.value) ?? box.dataset.usual === 'yes';
    const order = part<HTMLSelectElement>(this.#form, 'select[name=sort]');
    replaceIfOther(order, sortChoices(arrangement));
    order.value = sort ?? '';
    part<HTMLSelectElement>(this.#form, 'select[name=lens]').value = denominator ?? '';
    part<HTMLSelectElement>(this.#form, 'select[name=rows]').value = rows;
    const boxes = { descending, transposed, marked };
    for (const [name, checked] of Object.entries(boxes))
      part<HTMLInputElement>(this.#form, `input[name=${name}]`).checked = checked;
  }
}

const drawn = new WeakMap<Element, string>();

/** Choices are made anew only where they are others: the reader may have one in hand. */
function replaceIfOther(host: Element, { text }: Markup): void {
  if (drawn.get(host) === text) return;
  host.innerHTML = text;
  drawn.set(host, text);
}
