import { csvText } from '../model/csv.ts';
import { rules } from '../compare/rules.ts';
import type { Study, Synthesis } from './pool.ts';

/** Where a synthesis comes from, as what is taken away says it. */
export interface Origin {
  /** Name and version of the base. */
  base: string;
  version: string;
  /** The address that restores it. */
  link: string;
  /** What is pooled: the endpoint and its row. */
  title: string;
}

/**
 * The studies as `almanac pool` reads them, with where each figure comes from and which rules were overridden.
 */
export function dataCsv({ studies, state, verdict }: Synthesis, { base, version, link }: Origin): string {
  const figures = state.measure === 'GEN' ? (['estimate', 'low', 'high', 'level'] as const) : (['events', 'total'] as const);
  const columns: Record<string, (study: Study) => string | number | undefined> = {
    study: ({ name }) => name,
    ...Object.fromEntries(figures.map((key) => [key, ({ figure }: Study) => (figure as Record<string, unknown>)[key] as number])),
    trial: ({ candidate }) => candidate.trial.id,
    arm: ({ candidate }) => candidate.arm?.id,
    year: ({ candidate }) => candidate.trial.year,
    population: ({ fact }) => fact.population.label,
    setting: ({ candidate }) => candidate.trial.setting,
    age_group: ({ candidate }) => candidate.trial.ageGroup,
    time: ({ fact }) => fact.at,
    definition: ({ fact }) => fact.definition,
    report: ({ fact }) => fact.report.key,
    read_in: ({ fact }) => fact.readIn,
    url: ({ fact }) => new URL(fact.path, link).href,
    overridden: () => verdict.overridden.join(' '),
    source: () => `${base} ${version}`,
  };
  return csvText([Object.keys(columns), ...studies.map((study) => Object.values(columns).map((of) => of(study)))]);
}

/** The reports of the figures, each once. */
export function reportKeys({ studies }: Synthesis): string[] {
  return [...new Set(studies.map(({ fact }) => fact.report.key))].sort();
}

/** The rules that were overridden, by name, as they follow a colon. */
export function overriddenText({ verdict }: Synthesis): string {
  return verdict.overridden.map((rule) => rules[rule][1].replace(/^[A-Z]/, (first) => first.toLowerCase())).join('; ');
}

/** Which figures were read elsewhere than in their report, as a sentence; undefined where none was. */
export function readElsewhereText({ studies }: Synthesis): string | undefined {
  const read = studies.flatMap(({ name, fact }) => (fact.readElsewhere ? `${name}, ${fact.readElsewhere}` : []));
  return read.length === 0 ? undefined : `Not read in its own report: ${read.join('; ')}`;
}
