import type { TrialNode } from '../evidence/library.ts';
import { termOf } from '../evidence/library.ts';
import { treatmentsAmong } from '../evidence/treatments.ts';
import { words } from '../i18n/words.ts';
import type { Site } from './site.ts';

/** A facet of the trials: its name, and what each trial has under it. */
export interface Facet {
  key: string;
  label: string;
  valuesOf: (trial: TrialNode) => string[];
}

/** The facets by which trials are found, those of the disease among them. */
export function trialFacets(site: Site): Facet[] {
  const { vocabulary } = site.library;
  const own: Facet[] = vocabulary.attributes
    .filter((attribute) => attribute.applies === 'trial')
    .map((attribute) => ({
      key: attribute.id,
      label: attribute.label.en,
      valuesOf: (trial) =>
        (trial.data.population.attributes[attribute.id] ?? []).map((id) => termOf(attribute.terms, id).label.en),
    }));
  return [
    { key: 'target', label: 'Target', valuesOf: (trial) => trial.targets.map((target) => target.label.en) },
    {
      key: 'class',
      label: 'Therapy class',
      valuesOf: (trial) => [...new Set(treatmentsAmong(trial.therapies).map((therapy) => therapy.class.label.en))],
    },
    {
      key: 'population',
      label: 'Population',
      valuesOf: (trial) => [termOf(vocabulary.ageGroups, trial.data.population.ageGroup).label.en],
    },
    { key: 'setting', label: 'Setting', valuesOf: (trial) => [termOf(vocabulary.settings, trial.data.setting).label.en] },
    ...own,
    { key: 'phase', label: 'Phase', valuesOf: (trial) => [words.phase[trial.data.phase]] },
    { key: 'design', label: 'Design', valuesOf: (trial) => [words.design[trial.data.design]] },
    { key: 'year', label: 'Year', valuesOf: (trial) => [trial.year === undefined ? 'Not reported' : String(trial.year)] },
    { key: 'therapy', label: 'Therapy', valuesOf: (trial) => trial.therapies.map((therapy) => therapy.data.name.en) },
    {
      key: 'endpoint',
      label: 'Endpoint',
      valuesOf: (trial) => [...new Set([...trial.facts, ...trial.planned].map(({ endpoint }) => endpoint.data.label.en))],
    },
    { key: 'status', label: 'Status', valuesOf: (trial) => [words.status[trial.data.status]] },
  ];
}

/** The facets of a trial as the search knows them. */
export function searchFacets(site: Site, trial: TrialNode): Record<string, string[]> {
  const names: Record<string, string> = {
    target: 'target',
    class: 'therapy class',
    population: 'population',
    setting: 'setting',
    phase: 'phase',
    year: 'year',
  };
  return Object.fromEntries(
    trialFacets(site).flatMap(({ key, valuesOf }) => (names[key] ? [[names[key], valuesOf(trial)]] : [])),
  );
}

/** Every name of a trial itself. */
export function namesOf({ data }: TrialNode): string[] {
  return [data.acronym, data.shortName, data.title.zh, ...data.registry.map(({ id }) => id)].filter((name) => name !== undefined);
}

/** Every name of what a trial gives. */
export function aliasesOf({ therapies }: TrialNode): string[] {
  return therapies
    .flatMap(({ data }) => [data.name.en, data.name.zh, ...data.brand, ...data.code, ...data.synonyms])
    .filter((name) => name !== undefined);
}
