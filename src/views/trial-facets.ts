import type { TrialNode } from '../evidence/library.ts';
import { termOf } from '../evidence/library.ts';
import { treatmentsAmong } from '../evidence/treatments.ts';
import { inEnglish, inWords } from '../i18n/locale.ts';
import { trialList } from '../i18n/trial-list.ts';
import { words } from '../i18n/words.ts';
import type { Site } from './site.ts';

/** A value of a facet: in English for addresses, which are the same in all languages, and as it is shown. */
export interface FacetValue {
  value: string;
  label: string;
}

/** A facet of the trials: its name, and what each trial has under it. */
interface Facet {
  key: string;
  label: string;
  valuesOf: (trial: TrialNode) => FacetValue[];
}

const named = (name: () => string): FacetValue => ({ value: inEnglish(name), label: name() });
/** Labels of the content, each once. */
const labelled = (labels: Iterable<Parameters<typeof inWords>[0]>): FacetValue[] => [
  ...new Map([...labels].map((label) => [label.en, named(() => inWords(label))])).values(),
];

/** The facets by which trials are found, those of the disease among them. */
export function trialFacets(site: Site): Facet[] {
  const { vocabulary } = site.library;
  const own: Facet[] = vocabulary.attributes
    .filter((attribute) => attribute.applies === 'trial')
    .map((attribute) => ({
      key: attribute.id,
      label: inWords(attribute.label),
      valuesOf: (trial) =>
        labelled(
          (trial.data.population.attributes[attribute.id] ?? []).map(
            (id) => termOf(attribute.terms, id).label,
          ),
        ),
    }));
  const say = trialList.facet;
  return [
    {
      key: 'target',
      label: say.target,
      valuesOf: (trial) => labelled(trial.targets.map((target) => target.label)),
    },
    {
      key: 'class',
      label: say.class,
      valuesOf: (trial) => labelled(treatmentsAmong(trial.therapies).map((therapy) => therapy.class.label)),
    },
    {
      key: 'population',
      label: say.population,
      valuesOf: (trial) => labelled([termOf(vocabulary.ageGroups, trial.data.population.ageGroup).label]),
    },
    {
      key: 'setting',
      label: say.setting,
      valuesOf: (trial) => labelled([termOf(vocabulary.settings, trial.data.setting).label]),
    },
    ...own,
    { key: 'phase', label: say.phase, valuesOf: (trial) => [named(() => words.phase[trial.data.phase])] },
    { key: 'design', label: say.design, valuesOf: (trial) => [named(() => words.design[trial.data.design])] },
    {
      key: 'year',
      label: say.year,
      valuesOf: (trial) => [
        named(() => (trial.year === undefined ? trialList.notReported : String(trial.year))),
      ],
    },
    {
      key: 'therapy',
      label: say.therapy,
      valuesOf: (trial) => labelled(trial.therapies.map((therapy) => therapy.data.name)),
    },
    {
      key: 'endpoint',
      label: say.endpoint,
      valuesOf: (trial) =>
        labelled([...trial.facts, ...trial.planned].map(({ endpoint }) => endpoint.data.label)),
    },
    { key: 'status', label: say.status, valuesOf: (trial) => [named(() => words.status[trial.data.status])] },
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
    trialFacets(site).flatMap(({ key, valuesOf }) => {
      return names[key] ? [[names[key], valuesOf(trial).map(({ value }) => value)]] : [];
    }),
  );
}

/** Values of the facets of the search in the language that is spoken, by their English, where they differ. */
export function facetLabels({ vocabulary }: Site['library']): Record<string, Record<string, string>> {
  const terms = (all: readonly { label: Parameters<typeof inWords>[0] }[]) =>
    all.map(({ label }) => named(() => inWords(label)));
  const values: Record<string, FacetValue[]> = {
    target: terms(vocabulary.targets),
    'therapy class': terms(vocabulary.therapyClasses),
    population: terms(vocabulary.ageGroups),
    setting: terms(vocabulary.settings),
    phase: Object.keys(words.phase).map((phase) =>
      named(() => words.phase[phase as keyof typeof words.phase]),
    ),
    year: [named(() => trialList.notReported)],
  };
  return Object.fromEntries(
    Object.entries(values).map(([name, all]) => [
      name,
      Object.fromEntries(
        all.filter(({ value, label }) => value !== label).map(({ value, label }) => [value, label]),
      ),
    ]),
  );
}

/** Every name of a trial itself. */
export function namesOf({ data }: TrialNode): string[] {
  return [data.acronym, data.shortName, data.title.zh, ...data.registry.map(({ id }) => id)].filter(
    (name) => name !== undefined,
  );
}

/** Every name of what a trial gives. */
export function aliasesOf({ therapies }: TrialNode): string[] {
  return therapies
    .flatMap(({ data }) => [data.name.en, data.name.zh, ...data.brand, ...data.code, ...data.synonyms])
    .filter((name) => name !== undefined);
}
