import { synthesisWords } from '../i18n/synthesis.ts';
import { words } from '../i18n/words.ts';
import {
  backTransform,
  proportionEffect,
  ratioEffect,
  type EffectSize,
  type Measure,
} from '../stats/effect-sizes.ts';
import {
  cumulative,
  leaveOneOut,
  pool,
  readable,
  type Attempt,
  type Interval,
  type Pooled,
  type Test,
} from '../stats/pooling.ts';
import { eggerTest, studiesForEgger, type Egger } from '../stats/egger.ts';
import { subgroups, type Between } from '../stats/subgroups.ts';
import { NotConverged } from '../stats/tau-squared.ts';
import { zOfTwoSidedP } from '../stats/normal.ts';
import { certaintyOf, type Certainty, type Evidence } from './certainty.ts';
import { passes, type Candidate, type Row } from './candidates.ts';
import { effectOf, judge, type PoolableFigure, type Ruling, type Verdict } from '../compare/rules.ts';
import type { DatasetFact } from '../compare/dataset.ts';
import type { Partition, SettledState } from './state.ts';
import { itemIn, need } from '../model/need.ts';
import { byText } from '../model/order.ts';

/** One study arm as it enters a pooling. */
export interface Study {
  candidate: Candidate;
  name: string;
  fact: DatasetFact;
  figure: PoolableFigure;
  effect: EffectSize;
  /** For reading: a proportion (0 to 1) or a ratio, with the interval of the report or the exact one. */
  point: number;
  interval: Interval;
  /**
   * The confidence interval that the report prints, the exact one, or the large-sample one of the scale of
   * pooling.
   */
  origin: 'printed' | 'exact' | 'approximate';
  /** Level of the interval in percent. */
  level: number;
}

/** A pooled effect with its form for reading. */
export interface Result {
  pooled: Pooled;
  read: ReturnType<typeof readable>;
}

/** The result of a part of the studies; or why there is none. */
export type PartResult = Result | string;

interface Group {
  name: string;
  studies: Study[];
  result: PartResult;
}

/** All that is known of one choice of figures. */
export interface Synthesis {
  state: SettledState;
  row: Row;
  studies: Study[];
  verdict: Verdict;
  /** The pooled effect; or why there is none, of which the gate is the first reason. */
  result: PartResult;
  groups?: { groups: Group[]; between: Between | string };
  /** Without each study in turn, in their order. */
  without: PartResult[];
  /** The first study, the first two, … by year. */
  growing: { study: Study; result: PartResult }[];
  /**
   * Whether small studies differ from large ones; absent where there are fewer than ten, or all are of one
   * size.
   */
  egger?: Egger | undefined;
  /** The certainty of the pooled effect by GRADE; absent where there is none. */
  certainty?: Certainty;
}

/**
 * Pools the figures that a state chooses, if the gate lets it.
 *
 * Candidates that the filters leave out are not pooled, whether or not they are ticked.
 */
export function synthesize(state: SettledState, row: Row): Synthesis {
  const figures = new Set(state.figures);
  const chosen = row.candidates.flatMap((candidate) => {
    const fact = candidate.figures.find(({ uid }) => figures.has(uid));
    return fact && passes(candidate, state.filters) ? [{ candidate, fact }] : [];
  });
  const facts = chosen.map(({ fact }) => fact);
  const trials = new Map(chosen.map(({ candidate }) => [candidate.trial.id, candidate.trial]));
  const verdict = judge(facts, trials, new Set(state.overrides));
  const studies = chosen.map(({ candidate, fact }) => studyOf(candidate, fact, state));
  const bare = { state, row, studies, verdict, without: [], growing: [] };
  if (!verdict.poolable) return { ...bare, result: synthesisWords.gate.refuses };
  const { measure } = state;
  const options = optionsOf(state);
  const effects = studies.map(({ effect }) => effect);
  const result = reading(measure, () => pool(effects, options));
  if (typeof result === 'string') return { ...bare, result };
  const byYear = studies.toSorted((a, b) => yearOf(a) - yearOf(b));
  const steps = () =>
    guarded(() =>
      cumulative(
        byYear.map(({ effect }) => effect),
        options,
      ),
    );
  let without: PartResult[] | undefined;
  let growing: Synthesis['growing'] | undefined;
  return {
    ...bare,
    result,
    ...(state.by ? { groups: groupsOf(studies, state, state.by) } : {}),
    // Pooled once for each study, and wanted on the page of the synthesis alone.
    get without() {
      return (without ??= guarded(() => leaveOneOut(effects, options)).map((one) =>
        reading(measure, () => one),
      ));
    },
    get growing() {
      return (growing ??= steps().map((one, i) => ({
        study: itemIn(byYear, i),
        result: reading(measure, () => one),
      })));
    },
    ...(effects.length < studiesForEgger ? {} : { egger: eggerTest(effects) }),
    certainty: certaintyOf(evidenceOf(studies, verdict, result, state), state.judged),
  };
}

/**
 * Hartung–Knapp can be narrower than the normal interval where studies agree; then its ad hoc variant is the
 * safer one.
 *
 * @returns the normal and the safer result; undefined where the interval is no narrower, or not of
 * Hartung–Knapp
 */
export function saferThan(
  result: Result,
  studies: readonly Study[],
  measure: Measure,
): { plain: Result; safe: Result } | undefined {
  const { test, method, level, ci } = result.pooled;
  if (test !== 'knha') return undefined;
  const effects = studies.map(({ effect }) => effect);
  const by = (other: Test) => reading(measure, () => pool(effects, { method, level, test: other }));
  const [plain, safe] = [by('z'), by('adhoc')];
  if (typeof plain === 'string' || typeof safe === 'string') return undefined;
  const width = ({ low, high }: Interval) => high - low;
  return width(ci) < width(plain.pooled.ci) ? { plain, safe } : undefined;
}

/**
 * A synthesis as it may be given in one line, without the hints that stand on its own page: by the normal
 * interval where that of Hartung–Knapp is narrower. Two studies that print the same ratio have one of no
 * width.
 */
export function safely(synthesis: Synthesis): Synthesis {
  const { result, studies, state, row } = synthesis;
  const isSafe = typeof result === 'string' || saferThan(result, studies, state.measure) === undefined;
  return isSafe ? synthesis : synthesize({ ...state, test: 'z' }, row);
}

/** What the certainty is judged from: at 95%, as GRADE has it, whatever level is shown. */
function evidenceOf(
  studies: readonly Study[],
  { rulings }: Verdict,
  result: Result,
  state: SettledState,
): Evidence {
  const { measure, level } = state;
  const effects = studies.map(({ effect }) => effect);
  const at95 =
    level === 95 ? result : reading(measure, () => pool(effects, { ...optionsOf(state), level: 0.95 }));
  const usual = typeof at95 === 'string' ? result : at95;
  const safer = saferThan(usual, studies, measure);
  const { pooled, read } = safer?.safe ?? usual;
  const having = (verdict: Ruling['verdict']) =>
    rulings.filter((ruling) => ruling.verdict === verdict).map(({ title }) => title);
  return {
    measure,
    // The gate lets no ratio pass whose arms chance did not make.
    randomised: measure === 'GEN',
    studies: studies.map(({ fact: { riskOfBias } }, i) => ({
      weight: itemIn(pooled.weights, i),
      riskOfBias,
    })),
    ci: read.ci,
    prediction: read.prediction,
    isAdHoc: safer !== undefined,
    tau2: pooled.tau2,
    i2: pooled.i2,
    gate: { differs: having('overridden'), unstated: having('unstated') },
  };
}

/** The options of the pooling room; its level is a proportion. */
const optionsOf = ({ method, test, level }: SettledState) => ({ method, test, level: level / 100 });

/** Studies of an unknown year come last. */
export const yearOf = ({ candidate }: Study): number => candidate.trial.year ?? Number.POSITIVE_INFINITY;

function studyOf(candidate: Candidate, fact: DatasetFact, { measure, level }: SettledState): Study {
  const figure = need(effectOf(fact));
  const { name } = candidate;
  if (figure.kind === 'ratio') {
    const { estimate, low, high } = figure;
    const effect = ratioEffect(estimate, low, high, figure.level / 100);
    return {
      candidate,
      name,
      fact,
      figure,
      effect,
      point: estimate,
      interval: { low, high },
      origin: 'printed',
      level: figure.level,
    };
  }
  const scale = measure === 'GEN' ? 'PLO' : measure;
  const effect = proportionEffect(scale, figure.events, figure.total);
  const own = { candidate, name, fact, figure, effect, point: figure.events / figure.total };
  if (fact.low !== undefined && fact.high !== undefined && fact.level !== undefined && !fact.intervalKind) {
    const interval = { low: fact.low / 100, high: fact.high / 100 };
    return { ...own, interval, origin: fact.intervalComputed ? 'exact' : 'printed', level: fact.level };
  }
  const half = zOfTwoSidedP(1 - level / 100) * Math.sqrt(effect.v);
  const share = (end: number) => Math.min(1, Math.max(0, backTransform(scale, end)));
  return {
    ...own,
    interval: { low: share(effect.y - half), high: share(effect.y + half) },
    origin: 'approximate',
    level,
  };
}

/** A result with its form for reading, or in words why there is none. */
export function reading(measure: Measure, run: () => Attempt): PartResult {
  try {
    const pooled = run();
    if (pooled instanceof NotConverged) throw pooled;
    return { pooled, read: readable(measure, pooled) };
  } catch (error) {
    if (error instanceof NotConverged)
      return synthesisWords.anotherEstimator(synthesisWords.failure(error.message));
    if (error instanceof RangeError) return synthesisWords.failure(error.message);
    throw error;
  }
}

/** Parts of studies that pool together can yet be beyond all numbers; then there is no table of them. */
function guarded(run: () => Attempt[]): Attempt[] {
  try {
    return run();
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function groupsOf(
  studies: readonly Study[],
  state: SettledState,
  by: Partition,
): NonNullable<Synthesis['groups']> {
  const named = [...Map.groupBy(studies, (study) => partOf(study, by))].sort(([a], [b]) => byText(a, b));
  try {
    const { pooled, between } = subgroups(
      named.map(([, own]) => own.map(({ effect }) => effect)),
      optionsOf(state),
    );
    const groups = named.map(([name, own], i): Group => ({
      name,
      studies: own,
      result: reading(state.measure, () => itemIn(pooled, i)),
    }));
    return { groups, between: typeof between === 'string' ? synthesisWords.failure(between) : between };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const groups = named.map(([name, own]): Group => ({
      name,
      studies: own,
      result: synthesisWords.failure(error.message),
    }));
    return { groups, between: synthesisWords.failure(error.message) };
  }
}

/** The part that a study belongs to. */
export function partOf({ candidate: { trial, arm } }: Study, by: Partition): string {
  const { joined: listed, notRecorded } = synthesisWords.candidates;
  const joined = (values: readonly string[] | undefined) => listed(values ?? []) || notRecorded;
  switch (by) {
    case 'setting':
      return trial.setting;
    case 'age':
      return trial.ageGroup;
    case 'therapy':
      return joined(arm?.treatments ?? arm?.therapies);
    case 'class':
      return joined(arm?.classes);
    case 'target':
      return joined(arm?.targets);
    case 'design':
      return (words.design as Partial<Record<string, string>>)[trial.design] ?? trial.design;
  }
}
