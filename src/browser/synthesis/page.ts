import { synthesisWords } from '../../i18n/synthesis.ts';
import { part } from '../elements.ts';
import { importantOf } from '../../synthesis/certainty-domains.ts';
import { certaintyTable, certaintyWord, importantField } from '../../synthesis/certainty-table.ts';
import { domains, levelsDown } from '../../synthesis/certainty.ts';
import { candidateTable, otherFigures } from '../../synthesis/candidate-table.ts';
import { askedChips, titleOf, together } from '../../synthesis/asked.ts';
import { facets, rowsOf, valuesOf, type Facet, type Row } from '../../synthesis/candidates.ts';
import { softRules } from '../../compare/rules.ts';
import { markup, type Markup } from '../../wording/markup.ts';
import type { Dataset } from '../../compare/dataset.ts';
import { hintsOn } from '../../synthesis/hints.ts';
import {
  importantFrom,
  levels,
  partitions,
  readState,
  resolveState,
  usualState,
  withOptions,
  writeState,
  type SettledState,
  type SynthesisState,
} from '../../synthesis/state.ts';
import {
  finding,
  forestTable,
  gateList,
  growingTable,
  heterogeneity,
  withoutTable,
} from '../../synthesis/tables.ts';
import { smallStudiesText } from '../../synthesis/small-studies.ts';
import { funnel } from '../../charts/funnel.ts';
import { onPage } from '../../charts/paint.ts';
import { studiesForEgger } from '../../stats/egger.ts';
import { widestOf } from '../../synthesis/opening.ts';
import { synthesize, type Synthesis } from '../../synthesis/pool.ts';
import { measures } from '../../stats/effect-sizes.ts';
import { models, tests } from '../../stats/pooling.ts';
import { datasetOf } from '../dataset-store.ts';
import { SynthesisPlot } from './plot.ts';
import { need, withId } from '../../model/need.ts';

/** What the page shows of one endpoint. */
interface Shown {
  dataset: Dataset;
  rows: Row[];
  row: Row;
  state: SettledState;
  synthesis: Synthesis;
}

/** The page of syntheses: what is asked lives in the address, and every answer is computed here. */
export class SynthesisPage extends HTMLElement {
  readonly #question = part<HTMLFormElement>(this, 'form.question');
  readonly #options = part<HTMLFormElement>(this, 'form.options');
  readonly #plot = new SynthesisPlot(part(this, '.plot'));
  readonly #filled = new Map<string, string>();
  #shown: Shown | undefined;
  /** The endpoint last asked for, so that an answer that comes late is not shown. */
  #asked: string | undefined;

  connectedCallback(): void {
    for (const form of [this.#question, this.#options])
      form.addEventListener('submit', (event) => event.preventDefault());
    this.#question.addEventListener('change', ({ target }) => void this.#ask(target as HTMLSelectElement));
    this.#question.addEventListener('click', ({ target }) => this.#remove(target as HTMLElement));
    part(this, '.together').addEventListener('click', ({ target }) => this.#part(target as HTMLElement));
    this.#options.addEventListener('change', () =>
      this.#change(withOptions(need(this.#shown).state, this.#readOptions())),
    );
    part(this, '.candidates').addEventListener('change', ({ target }) => this.#choose(target as HTMLElement));
    part(this, '.gate').addEventListener('change', ({ target }) =>
      this.#override(target as HTMLInputElement),
    );
    part(this, '.certainty').addEventListener('change', ({ target }) =>
      this.#judge(target as HTMLSelectElement),
    );
    part(this, '.gate').addEventListener('click', ({ target }) => this.#leave(target as HTMLElement));
    this.addEventListener('click', (event) => void this.#export(event));
    addEventListener('popstate', () => void this.#restore());
    void this.#restore();
  }

  async #restore(): Promise<void> {
    const { state, faults } = readState(location.search);
    await this.#load(state, faults);
  }

  /**
   * Another question begins anew, but keeps how to pool: another endpoint or row, or one more therapy, class
   * or target.
   */
  async #ask({ name, value }: HTMLSelectElement): Promise<void> {
    const state = this.#shown?.state ?? usualState;
    const anew = { ...state, figures: undefined, filters: {}, overrides: [], judged: { levels: {} } };
    if (name === 'endpoint')
      await this.#load({ ...anew, endpoint: value || undefined, row: undefined }, [], true);
    else if (name === 'row') await this.#load({ ...anew, row: value }, [], true);
    else if (value) this.#keepTo(name as Facet, [...(state.filters[name as Facet] ?? []), value]);
  }

  /**
   * Pools the figures of other therapies, classes or targets than before, beginning with the largest set of
   * them.
   */
  #keepTo(facet: Facet, values: string[]): void {
    const { dataset, rows, state } = this.#now;
    const filters = { ...state.filters, [facet]: values.length > 0 ? values : undefined };
    const anew = { ...state, figures: undefined, filters, overrides: [], judged: { levels: {} } };
    const settled = resolveState(anew, rows);
    history.pushState(null, '', writeState(settled.state));
    this.#show(dataset, rows, settled.row, settled.state, settled.faults);
  }

  /** A chip takes its value out; the list that adds has the focus then. */
  #remove(element: HTMLElement): void {
    const { facet, remove } = element.closest<HTMLElement>('[data-remove]')?.dataset ?? {};
    if (facet === undefined || remove === undefined) return;
    const kept = this.#now.state.filters[facet as Facet] ?? [];
    this.#keepTo(
      facet as Facet,
      kept.filter((value) => value !== remove),
    );
    part(this, `select[name=${facet}]`).focus();
  }

  /**
   * A button parts what is pooled together into subgroups, puts them together again, or takes in what is not
   * comparable.
   */
  #part(element: HTMLElement): void {
    const { row, state } = this.#now;
    const { by, widen } = element.closest<HTMLElement>('button')?.dataset ?? {};
    if (by !== undefined) this.#change({ by: partitions.find((one) => one === by) });
    if (widen === undefined) return;
    this.#change({ figures: widestOf(row, state.filters) });
    part(this, '.finding').focus();
  }

  /** Fetches the figures of an endpoint and shows a state of it. */
  async #load(state: SynthesisState, faults: string[], isNew = false): Promise<void> {
    const { endpoint } = state;
    this.#asked = endpoint;
    const select = part<HTMLSelectElement>(this, 'select[name=endpoint]');
    const isKnown = [...select.options].some(({ value }) => value !== '' && value === endpoint);
    select.value = (isKnown && endpoint) || '';
    if (endpoint === undefined || !isKnown) {
      if (endpoint !== undefined) faults.push(synthesisWords.address.noEndpoint(endpoint));
      this.#hide(faults.map(synthesisWords.address.leftOut));
      if (isNew) history.pushState(null, '', location.pathname);
      return;
    }
    const dataset = await this.#fetch(endpoint);
    if (!dataset || this.#asked !== endpoint) return;
    const rows = rowsOf(dataset);
    const settled = resolveState({ ...state, endpoint }, rows);
    if (isNew) history.pushState(null, '', writeState(settled.state));
    else history.replaceState(null, '', writeState(settled.state));
    this.#show(dataset, rows, settled.row, settled.state, [...faults, ...settled.faults]);
  }

  /** The figures of an endpoint; where they do not come, the page says so. */
  async #fetch(endpoint: string): Promise<Dataset | undefined> {
    try {
      const dataset = await datasetOf('endpoints', endpoint);
      if (dataset) return dataset;
      this.#hide([synthesisWords.address.notThere(endpoint)]);
    } catch (error) {
      this.#hide([synthesisWords.address.notLoaded(error instanceof Error ? error.message : String(error))]);
    }
    return undefined;
  }

  /** Takes a change of the state over into address and page. */
  #change(change: Partial<SettledState>): void {
    if (!this.#shown) return;
    const { dataset, rows, row } = this.#shown;
    const state = { ...this.#shown.state, ...change };
    history.replaceState(null, '', writeState(state));
    this.#show(dataset, rows, row, state, []);
  }

  #hide(faults: readonly string[]): void {
    this.#shown = undefined;
    part(this, '.answer').hidden = true;
    part(this, '.start').hidden = false;
    part(this, '.narrowing').hidden = true;
    this.#announce(faults);
  }

  #announce(faults: readonly string[]): void {
    part(this, '.messages').innerHTML = markup`${faults.map((line) => markup`<p>${line}</p>`)}`.text;
  }

  #show(dataset: Dataset, rows: Row[], row: Row, state: SettledState, faults: readonly string[]): void {
    const synthesis = synthesize(state, row);
    this.#shown = { dataset, rows, row, state, synthesis };
    this.#announce(faults.map(synthesisWords.address.leftOut));
    part(this, '.start').hidden = true;
    part(this, '.answer').hidden = false;
    this.#writeQuestion();
    this.#writeOptions();
    part(this, '#figures').textContent = synthesisWords.candidates.heading(this.#title());
    this.#fill('.candidates', candidateTable(row, state));
    this.#fill('.others .list', otherFigures(row));
    part(this, '.others').hidden = row.others.length === 0;
    part(this, '.others summary').textContent = synthesisWords.candidates.others(row.others.length);
    part(this, '.finding').textContent = finding(synthesis);
    this.#fill('.together', together(synthesis));
    this.#fill('.gate .list', gateList(synthesis));
    this.#plot.show(synthesis, this.#title());
    this.#fill('.table', forestTable(synthesis));
    this.#fill('.hints', markup`${hintsOn(synthesis).map((hint) => markup`<li>${hint}</li>`)}`);
    this.#fill('.heterogeneity', heterogeneity(synthesis));
    this.#showCertainty();
    const isPooled = typeof synthesis.result !== 'string';
    part(this, '.robust').hidden = !isPooled || synthesis.without.length === 0;
    this.#fill('.without', isPooled ? withoutTable(synthesis) : undefined);
    this.#fill('.growing', isPooled ? growingTable(synthesis) : undefined);
    const isLarge = synthesis.studies.length >= studiesForEgger;
    this.#fill('.funnel', isLarge ? funnel(synthesis, { width: 560, paint: onPage }) : undefined);
    part(this, '.small-studies').textContent = smallStudiesText(synthesis) ?? '';
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-pooled]'))
      button.disabled = !isPooled;
    part(this, '.unpooled').hidden = isPooled;
    part(this, '.export-status').textContent = '';
  }

  /** What is shown, where something is. */
  get #now(): Shown {
    return need(this.#shown, 'the endpoint of the page');
  }

  #showCertainty(): void {
    const { certainty, state } = this.#now.synthesis;
    part(this, '.certainty').hidden = !certainty;
    this.#fill('.certainty .word', certainty && certaintyWord(certainty));
    this.#fill('.certainty .steps', certainty && certaintyTable(certainty));
    this.#fill('.certainty .important', certainty && importantField(state));
  }

  /** Renews a part of the page if it is another than before; what had the focus keeps it. */
  #fill(selector: string, content: Markup | undefined): void {
    const text = content?.text ?? '';
    if (this.#filled.get(selector) === text) return;
    this.#filled.set(selector, text);
    const shown = part(this, selector);
    const focused = shown.contains(document.activeElement) ? document.activeElement?.id : '';
    shown.innerHTML = text;
    if (focused) shown.querySelector<HTMLElement>(`#${CSS.escape(focused)}`)?.focus();
  }

  #title(): string {
    const { dataset, row, state } = this.#now;
    return titleOf(withId(dataset.endpoints, state.endpoint).label, row, state.filters);
  }

  #writeQuestion(): void {
    const { rows, row, state } = this.#now;
    part(this, '.narrowing').hidden = false;
    const options = rows.map(
      ({ id, label, candidates }) =>
        markup`<option value="${id}"${id === row.id && markup` selected`}>${synthesisWords.candidates.row(label, candidates.length)}</option>`,
    );
    this.#fill('select[name=row]', markup`${options}`);
    for (const facet of facets) {
      const kept = state.filters[facet] ?? [];
      const values = valuesOf(row.candidates, facet);
      const left = values.filter(({ value }) => !kept.includes(value));
      const options = left.map(
        ({ value, label }) =>
          markup`<option${label !== value && markup` value="${value}"`}>${label}</option>`,
      );
      const none = kept.length > 0 ? synthesisWords.asked.add : synthesisWords.candidates.any;
      const select = part<HTMLSelectElement>(this, `select[name=${facet}]`);
      this.#fill(`select[name=${facet}]`, markup`<option value="">${none}</option>${options}`);
      select.value = '';
      need(select.closest('label')).hidden = values.length < 2;
    }
    this.#fill('.kept', askedChips(row, state.filters));
  }

  #writeOptions(): void {
    const { measure, method, test, level, by } = this.#now.state;
    const values = { measure, method, test, level: String(level), by: by ?? '' };
    for (const [name, value] of Object.entries(values))
      part<HTMLSelectElement>(this, `select[name=${name}]`).value = value;
    const select = part<HTMLSelectElement>(this, 'select[name=measure]');
    for (const option of select.options) option.disabled = (option.value === 'GEN') !== (measure === 'GEN');
    part<HTMLOptionElement>(this, 'option[value=GLMM]').disabled = measure === 'GEN';
  }

  #readOptions(): Partial<SettledState> {
    const given = new FormData(this.#options);
    const choice = <T extends string | number>(name: string, known: readonly T[]) =>
      known.find((one) => String(one) === given.get(name));
    const { state } = this.#now;
    return {
      measure: choice('measure', measures) ?? state.measure,
      method: choice('method', models) ?? state.method,
      test: choice('test', tests) ?? state.test,
      level: choice('level', levels) ?? state.level,
      by: choice('by', partitions),
    };
  }

  /**
   * A button of the rules takes its study out; the finding, which says what came of it, has the focus then.
   */
  #leave(element: HTMLElement): void {
    const left = element.closest<HTMLElement>('[data-leave]')?.dataset.leave;
    if (left === undefined) return;
    this.#change({ figures: need(this.#shown).state.figures.filter((uid) => uid !== left) });
    part(this, '.finding').focus();
  }

  /** A box ticks its arm; a list puts another figure in the place of the arm's own, and ticks it. */
  #choose(element: HTMLElement): void {
    const { row, state } = this.#now;
    const uid = element instanceof HTMLSelectElement ? element.value : need(element.dataset.figure);
    const own = need(row.candidates.find(({ figures }) => figures.some((figure) => figure.uid === uid)));
    const isTicked = element instanceof HTMLSelectElement || (element as HTMLInputElement).checked;
    const others = state.figures.filter((figure) => !own.figures.some((one) => one.uid === figure));
    const all = row.candidates.flatMap(({ figures }) => figures.map((figure) => figure.uid));
    const figures = isTicked ? [...others, uid] : others;
    this.#change({ figures: all.filter((one) => figures.includes(one)) });
  }

  #override({ dataset, checked }: HTMLInputElement): void {
    const { overrides } = this.#now.state;
    this.#change({
      overrides: softRules.filter((rule) => (rule === dataset.override ? checked : overrides.includes(rule))),
    });
  }

  /**
   * A list holds the reader's judgement of a domain, the field the threshold of imprecision; empty, what is
   * usual.
   */
  #judge(element: HTMLSelectElement | HTMLInputElement): void {
    const { state } = this.#now;
    const { levels: given, important } = state.judged;
    if (element instanceof HTMLSelectElement) {
      const own = levelsDown.find((one) => String(one) === element.value);
      const levels = domains.map(
        (domain) => [domain, domain === element.dataset.domain ? own : given[domain]] as const,
      );
      const chosen = Object.fromEntries(levels.filter(([, one]) => one !== undefined));
      this.#change({ judged: { levels: chosen, important } });
    } else if (element.reportValidity()) {
      const [own, usual] = [importantFrom(element.value), importantOf(state)];
      element.value = String(own ?? usual);
      this.#change({ judged: { levels: given, important: own === usual ? undefined : own } });
    }
  }

  async #export({ target }: Event): Promise<void> {
    const button = (target as Element).closest<HTMLButtonElement>('button[data-export]');
    if (!button || !this.#shown) return;
    const { base, version } = this.dataset;
    const origin = { base: need(base), version: need(version), link: location.href, title: this.#title() };
    const { synthesis } = this.#shown;
    // What makes files is fetched when one is asked for.
    const { exportSynthesis } = await import('./export.ts');
    part(this, '.export-status').textContent = await exportSynthesis(
      need(button.dataset.export),
      synthesis,
      origin,
    );
  }
}
