import { compareWords } from '../../i18n/compare.ts';
import { arrange, type Arrangement } from '../../compare/arrange.ts';
import type { Catalogue } from '../../compare/catalogue.ts';
import type { Dataset } from '../../compare/dataset.ts';
import { differencesOf } from '../../compare/differences.ts';
import { offersOf, type Offer } from '../../compare/offers.ts';
import { panelsOf } from '../../compare/panels.ts';
import { questionOf, type Question } from '../../compare/question.ts';
import { isAsked, readView, writeView, type View } from '../../compare/view.ts';
import {
  answer,
  differencesMarkup,
  leftOutList,
  stateWords,
  titleOf,
} from '../../views/comparison/summary.ts';
import { catalogue, datasetOf } from '../dataset-store.ts';
import { part } from '../elements.ts';
import { Chooser } from './chooser.ts';
import { CompareOptions } from './options.ts';
import { ComparePlots } from './plots.ts';
import { QuestionBar, removed } from './question-bar.ts';
import { selectArms, selectedArms } from './selection.ts';
import { CompareTable } from './table.ts';
import { firstIn, need } from '../../model/need.ts';

const nothing: Catalogue = { therapies: [], classes: [], targets: [], settings: [], ages: [], arms: [] };

/** The comparison page: the question lives in the address, single arms in the selection of this browser. */
export class ComparePage extends HTMLElement {
  readonly #table = new CompareTable(part(this, '.table'), part(this, '.folds'));
  readonly #plots = new ComparePlots(part(this, '.plots'));
  readonly #heading = need(document.querySelector('h1'));
  readonly #names = { heading: this.#heading.textContent, title: document.title };
  readonly #options = new CompareOptions(this, (change) => void this.#change(change));
  readonly #bar = new QuestionBar(this, (change) => void this.#change(change(this.#view)));
  readonly #chooser = new Chooser(
    this,
    () => this.#offered(),
    (offer) => void this.#change(added(this.#view, offer)),
    (words) => this.#announce([words]),
  );
  #view: View = readView('').view;
  #catalogue = nothing;
  #offers: Offer[] | undefined;
  #datasets = new Map<string, Dataset>();
  #arrangement: Arrangement = arrange(this.#view, this.#datasets);
  #question: Question = questionOf(this.#view, nothing);

  connectedCallback(): void {
    part(this, '.clear').addEventListener('click', () => {
      void this.#change({ ...readView('').view });
      this.#chooser.focus();
    });
    part(this, '.table').addEventListener('click', (event) => void this.#pressed(event));
    part(this, '.export').addEventListener('click', (event) => void this.#export(event));
    addEventListener('popstate', () => void this.#restore());
    void this.#restore();
  }

  async #restore(): Promise<void> {
    const { view, faults } = readView(location.search);
    if (!isAsked(view) && location.search === '') view.arms = selectedArms();
    this.#view = view;
    await this.#show(faults);
  }

  /** Takes a change over into address, selection and page. */
  async #change(change: Partial<View>): Promise<void> {
    this.#view = { ...this.#view, ...change };
    history.replaceState(null, '', writeView(this.#view) || location.pathname);
    selectArms(this.#view.arms);
    await this.#show([]);
  }

  async #load(): Promise<Catalogue> {
    this.#catalogue = (await catalogue()) ?? nothing;
    return this.#catalogue;
  }

  async #offered(): Promise<Offer[]> {
    this.#offers ??= offersOf(await this.#load());
    return this.#offers;
  }

  async #show(faults: string[]): Promise<void> {
    const view = this.#view;
    const lost = (error: unknown) =>
      faults.push(compareWords.address.notLoaded(error instanceof Error ? error.message : String(error)));
    try {
      if (isAsked(view)) await this.#load();
    } catch (error) {
      lost(error);
    }
    this.#question = questionOf(view, this.#catalogue);
    const needed = [...new Set(this.#question.arms.map((key) => firstIn(key.split('.'))))].filter(
      (id) => !this.#datasets.has(id),
    );
    try {
      const found = await Promise.all(needed.map(async (id) => [id, await datasetOf('trials', id)] as const));
      for (const [id, dataset] of found) if (dataset) this.#datasets.set(id, dataset);
    } catch (error) {
      lost(error);
    }
    // Another question was asked meanwhile.
    if (view === this.#view) this.#draw(faults);
  }

  /** Draws the view from what is loaded. */
  #draw(faults: readonly string[]): void {
    const [view, question] = [this.#view, this.#question];
    this.dataset.drawn = '';
    const arrangement = arrange({ ...view, arms: question.arms }, this.#datasets);
    for (const column of arrangement.columns) {
      const side = question.sides.findIndex(({ arms }) => arms.includes(column.key));
      column.side = side < 0 ? undefined : side;
    }
    this.#arrangement = arrangement;
    const missing = [
      ...arrangement.unknown.map((key) => compareWords.address.noArm(key)),
      ...question.unknown.map((key) => compareWords.address.nothing(key)),
    ];
    this.#announce([
      stateWords(question, arrangement),
      ...[...faults, ...missing].map(compareWords.address.leftOut),
    ]);
    const isEmpty = arrangement.columns.length === 0;
    part(this, '.chosen').hidden = isEmpty;
    part(this, '.start').hidden = isAsked(view);
    this.#bar.show(view, question, this.#catalogue);
    this.#showSummary(isEmpty);
    this.#plots.show(arrangement, view);
    this.#table.show(arrangement, view);
    this.#options.show(view, arrangement);
    this.#showContext();
  }

  #announce(messages: readonly string[]): void {
    part(this, '.messages').textContent = compareWords.sentences(messages);
  }

  #showSummary(isEmpty: boolean): void {
    const title = titleOf(this.#question, this.#arrangement);
    this.#heading.textContent = isEmpty ? this.#names.heading : title;
    document.title = isEmpty ? this.#names.title : `${title} · ${this.#names.title}`;
    const { leftOut } = this.#question;
    part(this, '.left-out').hidden = leftOut.length === 0;
    part(this, '.left-out ul').innerHTML = leftOutList(this.#question).text;
    const isCompared = this.#arrangement.columns.length > 1;
    part(this, '.answer').innerHTML = answer(panelsOf(this.#arrangement.rows), this.#question)?.text ?? '';
    part(this, '.differences').innerHTML = isCompared
      ? differencesMarkup(differencesOf(this.#arrangement)).text
      : '';
    part(this, '.address').textContent = location.href;
  }

  /** The entries and reports of what is compared, for Zotero, which is notified that they have changed. */
  #showContext(): void {
    const trials = new Set(this.#arrangement.columns.map(({ trial }) => trial.id));
    const context = new Set([...trials].flatMap((id) => this.#datasets.get(id)?.context ?? []));
    part(this, '.context').replaceChildren(
      ...[...context].map((title) =>
        Object.assign(document.createElement('span'), { className: 'Z3988', title }),
      ),
    );
    document.dispatchEvent(new Event('ZoteroItemUpdated', { bubbles: true, cancelable: true }));
  }

  /** Buttons inside the table: take an arm out, order the arms by a row. */
  async #pressed({ target }: Event): Promise<void> {
    const { drop, sort } = (target as Element).closest<HTMLButtonElement>('button')?.dataset ?? {};
    if (drop) {
      await this.#change(removed(this.#view, drop, this.#catalogue));
      part(this, '.table').focus();
    } else if (sort) {
      const { sort: before, descending } = this.#view;
      // First the largest, then the smallest, then as chosen.
      const next =
        before !== sort
          ? { sort, descending: true }
          : descending
            ? { descending: false }
            : { sort: undefined };
      await this.#change(next);
      this.querySelector<HTMLElement>(`.table [data-sort="${CSS.escape(sort)}"]`)?.focus();
    }
  }

  async #export({ target }: Event): Promise<void> {
    const button = (target as Element).closest<HTMLButtonElement>('button[data-export]');
    if (button?.dataset.export === 'print') print();
    else if (button) {
      // What words files is fetched when one is asked for.
      const { exportAs } = await import('./export.ts');
      part(this, '.export-status').textContent = await exportAs(
        need(button.dataset.export),
        this.#arrangement,
        this.#view,
      );
    }
  }
}

/** The view with an offer added; what it brings back is no longer taken out. */
function added({ sides, arms }: View, { adds }: Offer): Partial<View> {
  return 'side' in adds
    ? { sides: [...new Set([...sides, adds.side])], without: [] }
    : { arms: [...new Set([...arms, adds.arm])], without: [] };
}
