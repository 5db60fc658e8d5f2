import { fieldsOf, part } from '../elements.ts';
import { arrange, type Arrangement } from '../../compare/arrange.ts';
import { denominators, type Dataset, type DatasetChoice } from '../../compare/dataset.ts';
import type { Markup } from '../../wording/markup.ts';
import { readView, rowChoices, writeView, type View } from '../../compare/view.ts';
import { selectedArms, selectArms } from './selection.ts';
import { ComparePlots } from './plots.ts';
import { CompareTable } from './table.ts';
import { exportAs } from './export.ts';
import { endpointChoices, sortChoices } from '../../views/compare-options.ts';
import { choices, datasetOf } from '../dataset-store.ts';
import { firstIn, need } from '../../model/need.ts';

/** The comparison page: what is chosen lives in the address, and in the tray of this browser. */
export class ComparePage extends HTMLElement {
  readonly #add = part<HTMLFormElement>(this, 'form.add');
  readonly #options = part<HTMLFormElement>(this, 'form.options');
  readonly #status = part(this, '.told');
  readonly #host = part(this, '.table');
  readonly #table = new CompareTable(this.#host);
  readonly #plots = new ComparePlots(part(this, '.plots'));
  #view: View = readView('').view;
  #datasets = new Map<string, Dataset>();
  #arrangement: Arrangement = arrange(this.#view, this.#datasets);
  #choices: DatasetChoice[] = [];

  connectedCallback(): void {
    this.#add.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#addTyped();
    });
    part(this, 'input[name=what]').addEventListener('focus', () => void this.#offer(), { once: true });
    this.#options.addEventListener('submit', (event) => event.preventDefault());
    this.#options.addEventListener('change', () => void this.#change(this.#readOptions()));
    part(this, '.clear').addEventListener('click', () => void this.#change({ arms: [] }));
    part(this, '.usual').addEventListener('click', () => void this.#change({ endpoints: undefined }));
    this.#host.addEventListener('click', (event) => this.#pressed(event));
    this.addEventListener('click', (event) => void this.#take(event));
    addEventListener('popstate', () => void this.#restore());
    void this.#restore();
  }

  async #restore(): Promise<void> {
    const { view, faults } = readView(location.search);
    if (view.arms.length === 0 && location.search === '') view.arms = selectedArms();
    this.#view = view;
    await this.#show(faults);
  }

  /** Takes a change over into address, tray and page. */
  async #change(change: Partial<View>): Promise<void> {
    this.#view = { ...this.#view, ...change };
    history.replaceState(null, '', writeView(this.#view) || location.pathname);
    selectArms(this.#view.arms);
    await this.#show([]);
  }

  async #show(faults: string[]): Promise<void> {
    const missing = [...new Set(this.#view.arms.map((key) => firstIn(key.split('.'))))].filter((id) => !this.#datasets.has(id));
    try {
      const found = await Promise.all(missing.map(async (id) => [id, await datasetOf('trials', id)] as const));
      for (const [id, dataset] of found) if (dataset) this.#datasets.set(id, dataset);
    } catch (error) {
      faults.push(`some figures could not be loaded: ${error instanceof Error ? error.message : String(error)}`);
    }
    this.#draw(faults);
  }

  /** Draws the view from what is loaded. */
  #draw(faults: readonly string[]): void {
    const arrangement = arrange(this.#view, this.#datasets);
    this.#arrangement = arrangement;
    const { columns, rows, unknown } = arrangement;
    const leftOut = [...faults, ...unknown.map((key) => `there is no trial or arm “${key}”`)];
    const wide = columns.length === 1 ? '1 arm' : `${columns.length} arms`;
    const state =
      columns.length === 0 ? 'No arm is chosen yet.' : `${wide}, ${rows.length === 1 ? '1 row' : `${rows.length} rows`}.`;
    this.#status.textContent = [state, ...leftOut.map((fault) => `Left out: ${fault}.`)].join(' ');
    part(this, '.chosen').hidden = columns.length === 0;
    part(this, '.empty').hidden = columns.length > 0;
    this.#table.show(arrangement, this.#view);
    this.#plots.show(arrangement, this.#view);
    this.#showContext();
    this.#writeOptions();
  }

  /** The entries and reports of what is compared, for Zotero, which is told that there are others now. */
  #showContext(): void {
    const trials = new Set(this.#arrangement.columns.map(({ trial }) => trial.id));
    const context = new Set([...trials].flatMap((id) => this.#datasets.get(id)?.context ?? []));
    part(this, '.context').replaceChildren(
      ...[...context].map((title) => Object.assign(document.createElement('span'), { className: 'Z3988', title })),
    );
    document.dispatchEvent(new Event('ZoteroItemUpdated', { bubbles: true, cancelable: true }));
  }

  #readOptions(): Partial<View> {
    const given = fieldsOf(this.#options);
    const all = [...this.#options.querySelectorAll<HTMLInputElement>('[name=endpoint]')];
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

  #writeOptions(): void {
    const { denominator, rows, sort, descending, transposed, marked } = this.#view;
    replaceIfOther(part(this, '.endpoints'), endpointChoices(this.#arrangement));
    for (const box of this.#options.querySelectorAll<HTMLInputElement>('[name=endpoint]'))
      box.checked = this.#view.endpoints?.includes(box.value) ?? box.dataset.usual === 'yes';
    const order = part<HTMLSelectElement>(this, 'select[name=sort]');
    replaceIfOther(order, sortChoices(this.#arrangement));
    order.value = sort ?? '';
    part<HTMLSelectElement>(this, 'select[name=lens]').value = denominator ?? '';
    part<HTMLSelectElement>(this, 'select[name=rows]').value = rows;
    const boxes = { descending, transposed, marked };
    for (const [name, checked] of Object.entries(boxes)) part<HTMLInputElement>(this, `input[name=${name}]`).checked = checked;
  }

  /** Buttons inside the table: take an arm out, order the arms by a row. */
  #pressed({ target }: Event): void {
    const button = (target as Element).closest<HTMLButtonElement>('button');
    if (!button) return;
    const { drop, sort } = button.dataset;
    if (drop) {
      const arms = this.#arrangement.columns.map(({ key }) => key).filter((key) => key !== drop);
      void this.#change({ arms }).then(() => this.#host.focus());
    } else if (sort) {
      const { sort: before, descending } = this.#view;
      // First the largest, then the smallest, then as chosen.
      const next = before !== sort ? { sort, descending: true } : descending ? { descending: false } : { sort: undefined };
      void this.#change(next).then(() => this.#host.querySelector<HTMLElement>(`[data-sort="${CSS.escape(sort)}"]`)?.focus());
    }
  }

  async #offer(): Promise<void> {
    this.#choices = await choices();
    part(this, '#choices').replaceChildren(
      ...this.#choices.map(({ name }) => Object.assign(document.createElement('option'), { value: name })),
    );
  }

  async #addTyped(): Promise<void> {
    const input = part<HTMLInputElement>(this, 'input[name=what]');
    if (this.#choices.length === 0) await this.#offer();
    const typed = input.value.trim().toLowerCase();
    const named = this.#choices.filter(({ name }) => name.toLowerCase() === typed);
    const like = this.#choices.filter(({ name }) => name.toLowerCase().includes(typed));
    const [found] = named.length > 0 ? named : like.length === 1 ? like : [];
    if (!found || typed === '') {
      const names = like.slice(0, 5).map(({ name }) => `“${name}”`);
      this.#status.textContent =
        typed === ''
          ? 'Type the name of a trial or a therapy.'
          : names.length > 0
            ? `Several fit: ${names.join(', ')}${like.length > 5 ? ' …' : ''}. Choose one.`
            : `Nothing here is called “${input.value.trim()}”.`;
      return;
    }
    input.value = '';
    await this.#change({ arms: [...new Set([...this.#view.arms, ...found.arms])] });
  }

  async #take({ target }: Event): Promise<void> {
    const button = (target as Element).closest<HTMLButtonElement>('button[data-take]');
    if (!button) return;
    part(this, '.taken').textContent = await exportAs(need(button.dataset.take), this.#arrangement, this.#view);
  }
}

const drawn = new WeakMap<Element, string>();

/** Choices are made anew only where they are others: the reader may have one in hand. */
function replaceIfOther(host: Element, { text }: Markup): void {
  if (drawn.get(host) === text) return;
  host.innerHTML = text;
  drawn.set(host, text);
}
