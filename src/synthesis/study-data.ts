import { csvText } from '../model/csv.ts';
import { rules, type RuleId } from '../compare/rules.ts';
import { certaintySteps } from './certainty-words.ts';
import { synthesisWords as words } from '../i18n/synthesis.ts';
import type { Candidate } from './candidates.ts';
import { partOf, type Result, type Study, type Synthesis } from './pool.ts';

/** Where a synthesis comes from, as its files say. */
export interface Origin {
  /** Name and version of the base. */
  base: string;
  version: string;
  /** The address that restores it. */
  link: string;
  /** What is pooled: the endpoint and its row. */
  title: string;
}

type Columns = Record<string, (study: Study) => string | number | undefined>;

/** What an arm was given; of a figure of the whole study, what all of its arms were. */
const givenIn = ({ arm, trial }: Candidate, key: 'therapies' | 'classes' | 'targets'): string =>
  [...new Set((arm ? [arm] : trial.arms).flatMap((one) => one[key]))].join('; ');

function columnsOf({ state, verdict }: Synthesis, { link }: Origin): Columns {
  const { by } = state;
  const figures =
    state.measure === 'GEN'
      ? (['estimate', 'low', 'high', 'level'] as const)
      : (['events', 'total'] as const);
  return {
    study: ({ name }) => name,
    ...Object.fromEntries(
      figures.map((key) => [key, ({ figure }: Study) => (figure as Record<string, unknown>)[key] as number]),
    ),
    trial: ({ candidate }) => candidate.trial.id,
    arm: ({ candidate }) => candidate.arm?.id,
    year: ({ candidate }) => candidate.trial.year,
    therapies: ({ candidate }) => givenIn(candidate, 'therapies'),
    classes: ({ candidate }) => givenIn(candidate, 'classes'),
    targets: ({ candidate }) => givenIn(candidate, 'targets'),
    ...(by ? { subgroup: (study: Study) => partOf(study, by) } : {}),
    population: ({ fact }) => fact.population.label,
    setting: ({ candidate }) => candidate.trial.setting,
    age_group: ({ candidate }) => candidate.trial.ageGroup,
    time: ({ fact }) => fact.at,
    definition: ({ fact }) => fact.definition,
    report: ({ fact }) => fact.report.key,
    read_in: ({ fact }) => fact.readIn,
    risk_of_bias: ({ fact }) => fact.riskOfBias?.overall,
    risk_of_bias_tool: ({ fact }) => fact.riskOfBias?.tool,
    url: ({ fact }) => new URL(fact.path, link).href,
    overridden: () => verdict.overridden.join(' '),
    unstated: () => verdict.unstated.join(' '),
  };
}

/**
 * The studies as `almanac pool` reads them, with where each figure comes from, which rules were overridden,
 * which some studies leave open, and how certain the pooled effect is.
 */
export function dataCsv(synthesis: Synthesis, origin: Origin): string {
  const { studies, certainty } = synthesis;
  const columns: Columns = {
    ...columnsOf(synthesis, origin),
    certainty: () => certainty && words.grade[certainty.grade],
    certainty_steps: () => certainty && certaintySteps(certainty),
    source: () => `${origin.base} ${origin.version}`,
  };
  return csvText([
    Object.keys(columns),
    ...studies.map((study) => Object.values(columns).map((of) => of(study))),
  ]);
}

/**
 * The synthesis for programs: its studies, options, result and each step of its certainty. Levels are in
 * percent.
 */
export function dataJson(synthesis: Synthesis, origin: Origin): string {
  const { studies, state, result, verdict, groups, certainty } = synthesis;
  const { endpoint, row, filters, measure, method, test, level, by } = state;
  const columns = Object.entries(columnsOf(synthesis, origin)).filter(
    ([name]) => name !== 'overridden' && name !== 'unstated',
  );
  const outcome = typeof result === 'string' ? { notPooled: result } : { result: resultOf(result) };
  const all = {
    ...origin,
    endpoint,
    row,
    asked: filters,
    options: { measure, method, test, level, by },
    overridden: verdict.overridden,
    unstated: verdict.unstated,
    studies: studies.map((study) => Object.fromEntries(columns.map(([name, of]) => [name, of(study)]))),
    ...outcome,
    subgroups: groups && {
      groups: groups.groups.map(({ name, result: own }) => ({
        name,
        ...(typeof own === 'string' ? { notPooled: own } : resultOf(own)),
      })),
      between: groups.between,
    },
    certainty,
  };
  return `${JSON.stringify(all, null, 2)}\n`;
}

/** As `almanac pool --json` names it. */
function resultOf({ pooled, read }: Result) {
  const { k, estimate, se, ci, prediction, tau2, i2, h2, q, weights } = pooled;
  return { k, estimate, se, ci, prediction, tau2, i2, h2, q, weights, backTransformed: read };
}

/** The reports of the figures, each once. */
export function reportKeys({ studies }: Synthesis): string[] {
  return [...new Set(studies.map(({ fact }) => fact.report.key))].sort();
}

/** The rules that were overridden, by name, as they follow a colon. */
export const overriddenText = ({ verdict }: Synthesis): string => listed(verdict.overridden);

/** Which rules some studies leave open, as a sentence; undefined where all studies state what is asked. */
export function unstatedText({ verdict }: Synthesis): string | undefined {
  return verdict.unstated.length === 0 ? undefined : words.unstated(listed(verdict.unstated));
}

const listed = (ids: readonly RuleId[]) => words.titles(ids.map((rule) => rules[rule][1]));

/** Which figures were read elsewhere than in their report, as a sentence; undefined where none was. */
export function readElsewhereText({ studies }: Synthesis): string | undefined {
  const read = studies.flatMap(({ name, fact }) =>
    fact.readElsewhere ? words.readIn(name, fact.readElsewhere) : [],
  );
  return read.length === 0 ? undefined : words.elsewhere(read);
}
