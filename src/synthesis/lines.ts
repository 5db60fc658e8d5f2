import type { Interval } from '../stats/pooling.ts';
import { readElsewhereText, unstatedText } from './study-data.ts';
import { synthesisWords as words } from '../i18n/synthesis.ts';
import { computed, computedP, digits } from '../wording/computed.ts';
import { intervalText, valueText } from './words.ts';
import type { PartResult, Result, Study, Synthesis } from './pool.ts';

/**
 * One line of a forest plot, and one row of the table that says the same. Numbers are for reading:
 * proportions 0 to 1, or ratios.
 */
export type Line =
  | { kind: 'heading'; label: string }
  | {
      kind: 'study';
      label: string;
      path: string;
      /** `18/21` */
      counts?: string;
      point: number;
      interval: Interval;
      /** `74.2% (53.9–87.6)` */
      text: string;
      /** The interval was not printed by the report. */
      computed: boolean;
      /** Share of the pooled effect that the study is in, 0 to 1; none where nothing is pooled. */
      weight?: number;
    }
  | {
      kind: 'effect';
      label: string;
      of: 'all' | 'group';
      point: number;
      interval: Interval;
      text: string;
      counts?: string;
    }
  | { kind: 'prediction'; label: string; interval: Interval; text: string }
  | { kind: 'note'; label: string };

/**
 * What a forest plot shows, from top to bottom. With subgroups, weights are those within the subgroup, as
 * each is pooled by itself.
 */
export function forestLines(synthesis: Synthesis): Line[] {
  const { studies, result, groups, state } = synthesis;
  if (typeof result === 'string') {
    return [
      ...studies.map((study) => studyLine(study, synthesis)),
      { kind: 'note', label: words.forest.noEffect },
    ];
  }
  const own = groups
    ? groups.groups.flatMap((group): Line[] => [
        { kind: 'heading', label: group.name },
        ...group.studies.map((study, i) => studyLine(study, synthesis, weightOf(group.result, i))),
        typeof group.result === 'string'
          ? { kind: 'note', label: words.forest.notPooled(group.result) }
          : effectLine(
              words.forest.group(group.name, group.studies.length === 1),
              'group',
              group.result,
              synthesis,
              group.studies,
            ),
      ])
    : studies.map((study, i) => studyLine(study, synthesis, weightOf(result, i)));
  const { prediction } = result.read;
  return [
    ...own,
    effectLine(
      state.method === 'FE' ? words.forest.fixed : words.forest.random,
      'all',
      result,
      synthesis,
      studies,
    ),
    ...(prediction
      ? [
          {
            kind: 'prediction' as const,
            label: words.forest.prediction,
            interval: prediction,
            text: `${intervalText(state.measure, prediction)}${state.measure === 'GEN' ? '' : '%'}`,
          },
        ]
      : []),
  ];
}

const weightOf = (result: PartResult, i: number) =>
  typeof result === 'string' ? undefined : result.pooled.weights[i];

function studyLine(
  { name, fact, figure, point, interval, origin, level }: Study,
  { state }: Synthesis,
  weight?: number,
): Line {
  const { measure } = state;
  const other = level === state.level ? '' : words.otherLevel(level);
  return {
    kind: 'study',
    label: name,
    path: fact.path,
    ...(figure.kind === 'counts' ? { counts: `${figure.events}/${figure.total}` } : {}),
    point,
    interval,
    text: words.withInterval(valueText(measure, point), `${intervalText(measure, interval)}${other}`),
    computed: origin !== 'printed',
    ...(weight === undefined ? {} : { weight }),
  };
}

function effectLine(
  label: string,
  of: 'all' | 'group',
  { read }: Result,
  { state }: Synthesis,
  studies: readonly Study[],
): Line {
  const counts = totalOf(studies);
  return {
    kind: 'effect',
    label,
    of,
    point: read.estimate,
    interval: read.ci,
    text: words.withInterval(valueText(state.measure, read.estimate), intervalText(state.measure, read.ci)),
    ...(counts ? { counts } : {}),
  };
}

function totalOf(studies: readonly Study[]): string | undefined {
  const counts = studies.map(({ figure }) => figure).filter((figure) => figure.kind === 'counts');
  if (counts.length === 0) return undefined;
  const sum = (key: 'events' | 'total') => counts.reduce((all, figure) => all + figure[key], 0);
  return `${sum('events')}/${sum('total')}`;
}

/** What stands below the plot: how it was pooled and how much the studies differ; or which rules refuse. */
export function forestNotes(synthesis: Synthesis): string[] {
  const { result, verdict, state, groups } = synthesis;
  const notes = [unstatedText(synthesis), readElsewhereText(synthesis)].filter((line) => line !== undefined);
  if (!verdict.poolable) {
    const refused = verdict.rulings.filter((ruling) => ruling.verdict === 'refused');
    return [words.forest.refused, ...refused.map(({ title }) => `– ${title}`), ...notes];
  }
  const passed = verdict.rulings
    .filter((ruling) => ruling.verdict === 'overridden')
    .map(({ title }) => title);
  const overridden = passed.length > 0 ? [words.forest.against(passed)] : [];
  if (typeof result === 'string') return [words.forest.notPooledBecause(result), ...overridden, ...notes];
  return [
    words.forest.how(
      words.model[state.method],
      words.interval[result.pooled.test],
      words.measure[state.measure],
    ),
    heterogeneityText(result),
    ...(groups ? [words.forest.between(betweenText(groups.between))] : []),
    ...overridden,
    ...notes,
  ];
}

/** `τ² 0.1943, I² 65.4%, H² 2.89; Q 8.427, df 3, P = 0.038` */
function heterogeneityText({ pooled: { tau2, i2, h2, q } }: Result): string {
  return `τ² ${digits(tau2)}, I² ${computed(i2)}%, H² ${computed(h2, 2)}; Q ${digits(q.value)}, df ${q.df}, ${computedP(q.p)}`;
}

/** `Q 11.85, df 2, P = 0.003`, or why there is no test. */
export function betweenText(between: NonNullable<Synthesis['groups']>['between']): string {
  return typeof between === 'string'
    ? words.forest.noTest(between)
    : `Q ${digits(between.q)}, df ${between.df}, ${computedP(between.p)}`;
}
