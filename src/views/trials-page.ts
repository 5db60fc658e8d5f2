import { entryOf, worksBehind } from '../evidence/citable.ts';
import type { TrialNode } from '../evidence/library.ts';
import { inWords, languageTags, locale } from '../i18n/locale.ts';
import { pages } from '../i18n/pages.ts';
import { trialList as say } from '../i18n/trial-list.ts';
import { words } from '../i18n/words.ts';
import { firstIn, lastIn, valueIn } from '../model/need.ts';
import { contextOf } from './cite.ts';
import { lowered } from './figure-chart.ts';
import type { Site } from './site.ts';
import { aliasesOf, namesOf, trialFacets, type FacetValue } from './trial-facets.ts';
import { resultColumns, type ResultColumn } from './trial-results.ts';

/** A facet that the list can be filtered by. */
export interface FacetChoice {
  key: string;
  label: string;
  /** It stands open on a wide screen. */
  isOpen: boolean;
  options: FacetValue[];
}

/** What was given comes first, and stands open. */
const openFirst = ['therapy', 'class', 'setting', 'population'];

/** Facets that are columns, too. */
const inColumns = ['setting', 'population'] as const;

/** The list of all studies: what it can be filtered and sorted by, and a row for each. */
export function trialsPage(site: Site) {
  const { library } = site;
  const { trials } = library;
  const facets = trialFacets(site);
  const held = new Map(
    trials.map((trial) => [trial, new Map(facets.map(({ key, valuesOf }) => [key, valuesOf(trial)]))]),
  );
  const heldUnder = (key: string) => [...held.values()].flatMap((values) => valueIn(values, key));
  const results = resultColumns(library).map((column) => ({
    column,
    key: column.key,
    label: nameOf(column),
    drawn: drawnAs(column),
  }));
  return {
    // Columns that are not there at first are a click away; without a script all are there.
    columns: [
      { key: 'name', label: say.column.name, atFirst: true },
      { key: 'therapy', label: say.column.therapy, atFirst: true },
      { key: 'setting', label: say.column.setting, atFirst: true },
      { key: 'population', label: say.column.population, atFirst: false },
      { key: 'phase', label: say.column.phase, atFirst: false },
      { key: 'design', label: say.column.design, atFirst: false },
      { key: 'patients', label: say.column.patients, atFirst: true },
      ...results.map(({ key, label }) => ({ key, label, atFirst: true })),
      { key: 'year', label: say.column.year, atFirst: true },
    ],
    results,
    facets: facets
      .map(({ key, label }): FacetChoice => ({
        key,
        label,
        isOpen: openFirst.includes(key),
        options: distinct(heldUnder(key)),
      }))
      .filter(({ options }) => options.length > 1)
      .toSorted((a, b) => placeOf(a.key) - placeOf(b.key)),
    rows: [...held].map(([trial, values]) => ({
      ...rowOf(site, trial),
      facets: JSON.stringify(
        Object.fromEntries([...values].map(([key, own]) => [key, own.map(({ value }) => value)])),
      ),
      attributes: inColumns.map((key) => ({
        key,
        label: say.facet[key],
        value: pages.and(valueIn(values, key).map(({ label }) => label)),
      })),
      results: results.map(({ column, key, label }) => ({
        key,
        label,
        column,
        result: column.of.get(trial),
      })),
    })),
  };
}

const placeOf = (key: string) => (openFirst.includes(key) ? openFirst.indexOf(key) : openFirst.length);

/** Each value once, in the order of its name. */
const distinct = (values: readonly FacetValue[]): FacetValue[] =>
  [...new Map(values.map((one) => [one.value, one])).values()].sort((a, b) =>
    a.label.localeCompare(b.label, languageTags[locale()], { numeric: true }),
  );

const nameOf = ({ key, endpoint: { data } }: ResultColumn): string =>
  key === 'response' ? say.column.response : (data.abbreviation ?? inWords(data.label));

const drawnAs = ({ key, endpoint, axis: { ticks } }: ResultColumn): string =>
  say.drawn[key === 'survival' ? 'time' : 'rate'](
    lowered(inWords(endpoint.data.label)),
    firstIn(ticks).label,
    lastIn(ticks).label,
  );

/** What a row says of a study, and by what it is found, sorted and cited. */
function rowOf(site: Site, trial: TrialNode) {
  const { library } = site;
  const { id, path, name, data, therapies, enrolled, year } = trial;
  return {
    id,
    path,
    name,
    title: inWords(data.title),
    context: contextOf(site, trial),
    keys: [entryOf(trial, library.base).id, ...worksBehind(trial, library).map((work) => work.id)].join(' '),
    words: [data.title.en, ...namesOf(trial), ...aliasesOf(trial)].join(' ').toLowerCase(),
    therapies: pages.and(therapies.map((therapy) => inWords(therapy.data.name))),
    phase: { label: words.phase[data.phase], order: data.phase },
    design: words.design[data.design],
    patients: { printed: enrolled?.printed, order: enrolled?.value ?? -1 },
    year,
  };
}
