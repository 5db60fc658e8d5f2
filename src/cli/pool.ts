import path from 'node:path';
import { UnreadableContent } from '../reading/corpus.ts';
import { shown, visible } from '../reading/shown.ts';
import {
  faultOfLevel,
  readCounts,
  readRatios,
  type CountedStudy,
  type Headings,
  type RatioStudy,
  type StudyTable,
} from '../reading/study-table.ts';
import {
  measures,
  proportionEffect,
  ratioEffect,
  type EffectSize,
  type Measure,
} from '../stats/effect-sizes.ts';
import {
  models,
  pool as poolStudies,
  readable,
  tests,
  type Interval,
  type Pooled,
} from '../stats/pooling.ts';
import { NotConverged } from '../stats/tau-squared.ts';
import { readArgs, UsageError, type Command } from './command.ts';
import { firstIn, itemIn } from '../model/need.ts';
import { computed, computedP, digits, shareText } from '../wording/computed.ts';

/** A study of the file: its figures as read, and its effect size. */
interface Study {
  name: string;
  figures: string;
  effect: EffectSize;
}

export const pool: Command = {
  usage: `pool FILE.csv --measure ${measures.join('|')} --method ${models.join('|')} --test ${tests.join('|')} [--level 95] [--row NAME] [--column NAME=HEADING]… [--json]`,
  summary:
    'Meta-analysis of proportions (study,events,total), ratios (study,estimate,low,high,level) or a file of data/metafor/.',
  run(args) {
    const text = { type: 'string' } as const;
    const column = { type: 'string', multiple: true } as const;
    const options = {
      measure: text,
      method: text,
      test: text,
      level: text,
      row: text,
      json: { type: 'boolean' },
      column,
    } as const;
    const { values, positionals } = readArgs(args, options, true);
    if (positionals.length !== 1)
      throw new UsageError(`expected one CSV file, found ${positionals.length || 'none'}`);
    const measure = choice('measure', values.measure, measures);
    const method = choice('method', values.method, models);
    if (method === 'GLMM' && measure !== 'PLO')
      throw new UsageError('--method GLMM takes counts on the logit scale; add --measure PLO');
    const test = choice('test', values.test, tests);
    const level = readLevel(values.level ?? '95');
    const file = path.resolve(firstIn(positionals));
    const { studies, notes } = readStudies(
      file,
      measure,
      values.row,
      readHeadings(values.column ?? [], measure),
    );
    const effects = studies.map(({ effect }) => effect);
    const print = values.json ? json : table;
    process.stdout.write(
      refusing(file, () =>
        print(measure, level, poolStudies(effects, { method, test, level: level / 100 }), studies),
      ),
    );
    for (const note of notes) console.error(`almanac pool: note: ${visible(note)}`);
    return 0;
  },
};

function choice<T extends string>(option: string, given: string | undefined, known: readonly T[]): T {
  const found = known.find((name) => name === given);
  if (!found)
    throw new UsageError(
      given === undefined
        ? `--${option} is missing; expected one of ${known.join(', ')}`
        : `--${option} cannot be ${given || 'empty'}; expected one of ${known.join(', ')}`,
    );
  return found;
}

function readLevel(given: string): number {
  const level = /^\d+(?:\.\d+)?$/.test(given) ? Number(given) : Number.NaN;
  if (Number.isNaN(level))
    throw new UsageError(`--level cannot be ${given || 'empty'}; expected a percentage such as 95`);
  const fault = faultOfLevel(level);
  if (fault) throw new UsageError(`--level: ${fault}`);
  return level;
}

/** `events=CR` and the like: what a table calls the columns. */
function readHeadings(given: readonly string[], measure: Measure): Headings {
  const known =
    measure === 'GEN' ? ['study', 'estimate', 'low', 'high', 'level'] : ['study', 'events', 'total'];
  return new Map(
    given.map((one) => {
      const [, name = '', heading = ''] = /^(\w+)=(.+)$/.exec(one) ?? [];
      if (!known.includes(name))
        throw new UsageError(
          `--column cannot be ${one || 'empty'}; expected NAME=HEADING with ${known.join(', ')} for NAME`,
        );
      return [name, heading];
    }),
  );
}

function readStudies(
  file: string,
  measure: Measure,
  kind: string | undefined,
  headings: Headings,
): StudyTable<Study> {
  if (measure !== 'GEN') {
    const { studies, notes } = readCounts(file, kind, headings);
    const studyOf = ({ study, events, total }: CountedStudy): Study => ({
      name: study,
      figures: `${events}/${total}`,
      effect: proportionEffect(measure, events, total),
    });
    return { studies: studies.map(studyOf), notes };
  }
  const { studies, notes } = readRatios(file, kind, headings);
  const studyOf = ({ study, estimate, low, high, level }: RatioStudy): Study => ({
    name: study,
    figures: `${estimate} (${level}% CI ${low} to ${high})`,
    effect: ratioEffect(estimate, low, high, level / 100),
  });
  return { studies: studies.map(studyOf), notes };
}

/** Tells of studies that cannot be pooled as a fault of their file. */
function refusing<T>(file: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof NotConverged)
      throw new UnreadableContent(
        `${shown(file)}: ${error.message}; these studies have no answer by it. Try --method DL`,
      );
    if (error instanceof RangeError)
      throw new UnreadableContent(`${shown(file)}: ${error.message}. Check the figures`);
    throw error;
  }
}

/** For programs: the object of the contract. */
function json(measure: Measure, level: number, pooled: Pooled): string {
  const { k, method, test, estimate, se, ci, prediction, tau2, i2, h2, q } = pooled;
  const backTransformed = readable(measure, pooled);
  const all = {
    k,
    measure,
    method,
    test,
    level,
    estimate,
    se,
    ci,
    prediction,
    tau2,
    i2,
    h2,
    q,
    backTransformed,
  };
  return `${JSON.stringify(all, null, 2)}\n`;
}

/**
 * For people: studies with their weights, the pooled effect as a proportion or ratio, and how much the
 * studies differ.
 */
function table(measure: Measure, level: number, pooled: Pooled, studies: Study[]): string {
  const interval = ({ low, high }: Interval) => `${digits(low)} to ${digits(high)}`;
  const { estimate, ci, prediction } = readable(measure, pooled);
  const { k, method, test, tau2, i2, h2, q, weights } = pooled;
  const rows: [name: string, figures: string, weight: string][] = [
    ['study', measure === 'GEN' ? 'ratio' : 'events/total', 'weight'],
    ...studies.map(({ name, figures }, i): [string, string, string] => [
      name.replace(/[\s\p{Cc}]+/gu, ' '),
      figures,
      shareText(itemIn(weights, i)),
    ]),
  ];
  const nameWidth = Math.max(...rows.map(([name]) => name.length));
  const figuresWidth = Math.max(...rows.map(([, figures]) => figures.length));
  return [
    ...rows.map(
      ([name, figures, weight]) => `${name.padEnd(nameWidth)}  ${figures.padEnd(figuresWidth)}  ${weight}`,
    ),
    '',
    `${measure}, ${method}, ${test}, ${k} ${k === 1 ? 'study' : 'studies'}`,
    `pooled      ${digits(estimate)} (${level}% CI ${interval(ci)})`,
    `prediction  ${
      prediction
        ? `${level}% interval ${interval(prediction)}`
        : 'none: it needs a random-effects method and three studies'
    }`,
    `differences τ² ${digits(tau2)}, I² ${computed(i2)}%, H² ${digits(h2)}; Q ${digits(q.value)}, df ${q.df}, ${computedP(q.p)}`,
    '',
    'Whether these studies may be pooled was not asked, except that no patient is counted twice; /synthesis/ asks rule by rule,',
    'and judges the certainty of the result by GRADE, which needs more than these figures.',
    '',
  ].join('\n');
}
