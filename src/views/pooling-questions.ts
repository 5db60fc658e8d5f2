import { classesOf, rules, softRules, type RuleId } from '../compare/rules.ts';
import type { DatasetFact, DatasetTrial } from '../compare/dataset.ts';
import type { EndpointNode, Library, PooledNode } from '../evidence/library.ts';
import { patientsCounted } from '../evidence/usual.ts';
import { onceNoted } from '../model/once.ts';
import { outcomeFamilies } from '../model/families.ts';
import { rowsOf, type Row } from '../synthesis/candidates.ts';
import { Compatibility } from '../synthesis/compatible.ts';
import { resolveState, usualState, writeState } from '../synthesis/state.ts';
import { safely, synthesize, type Synthesis } from '../synthesis/pool.ts';
import { synthesisWords } from '../i18n/synthesis.ts';
import { intervalText, valueText } from '../synthesis/words.ts';
import { datasetOfEndpoint } from './datasets.ts';
import { publishedOn } from './published.ts';
import { valueIn } from '../model/need.ts';

/** A set of figures that answers one question. */
export interface PoolingQuestion {
  endpoint: EndpointNode;
  /** The figures that are held against each other; undefined for plain proportions. */
  row?: string;
  /** Each value that the studies have: class of treatment, setting, age group. */
  treatment: string[];
  setting: string[];
  age: string[];
  studies: number;
  /** Patients counted; of ratios, those of the studies. */
  patients: number;
  /** The synthesis with these figures. */
  href: string;
  /** What published syntheses pooled on the same question. */
  published: PooledNode[];
  /** What they pool to by the usual options; absent where a rule stands in the way. */
  synthesis?: Synthesis;
  /** The same in words, with its certainty; absent where nothing can be estimated. */
  pooled?: { estimate: string; prediction?: string; certainty: string };
  /** The rule that stands in the way, by title. */
  differs?: string;
}

interface Questions {
  pool: PoolingQuestion[];
  nearly: PoolingQuestion[];
}

/**
 * The questions that figures of an endpoint answer together: those that the rules of comparability let be
 * pooled, and, of rows in which no two studies are, those that one rule alone stands in the way of. Many
 * pages ask, and the answer is kept.
 */
export const questionsOfEndpoint = onceNoted((endpoint: EndpointNode, library: Library): Questions => {
  if (!outcomeFamilies.includes(endpoint.data.family)) return { pool: [], nearly: [] };
  const dataset = datasetOfEndpoint(endpoint, library);
  const trials = new Map(dataset.trials.map((trial) => [trial.id, trial]));
  const rows = rowsOf(dataset);
  return together(rows.map((row) => questionsOf({ endpoint, row, rows, trials, library })));
});

/** The same of all endpoints. */
export const poolingQuestions = (library: Library): Questions =>
  together(library.endpoints.map((endpoint) => questionsOfEndpoint(endpoint, library)));

const together = (all: readonly Questions[]): Questions => ({
  pool: all.flatMap(({ pool }) => pool),
  nearly: all.flatMap(({ nearly }) => nearly),
});

interface Asked {
  endpoint: EndpointNode;
  row: Row;
  rows: Row[];
  trials: ReadonlyMap<string, DatasetTrial>;
  library: Library;
}

function questionsOf(about: Asked): Questions {
  const { row, trials, library } = about;
  const counts = new Map<string, number>();
  const patients = ({ uid }: DatasetFact) => {
    const known = counts.get(uid) ?? patientsCounted(valueIn(library.facts, uid));
    counts.set(uid, known);
    return known;
  };
  const tested = row.candidates.flatMap(({ figures: [first] }) =>
    valueIn(library.facts, first.uid).standing.tested ? [first] : [],
  );
  const compatibility = new Compatibility(tested, trials, patients);
  const question = (facts: readonly DatasetFact[], rule?: RuleId) => questionOf(about, facts, patients, rule);
  const pool = [...compatibility.sets()].map((facts) => question(facts));
  if (pool.length > 0) return { pool, nearly: [] };
  const nearly = softRules.flatMap((rule) => {
    const [facts] = compatibility.sets(rule);
    return facts ? [question(facts, rule)] : [];
  });
  return {
    pool,
    nearly: nearly.sort((a, b) => b.studies - a.studies || b.patients - a.patients).slice(0, 1),
  };
}

function questionOf(
  { endpoint, row, rows, trials, library }: Asked,
  facts: readonly DatasetFact[],
  patients: (fact: DatasetFact) => number,
  rule: RuleId | undefined,
): PoolingQuestion {
  const figures = facts.map(({ uid }) => uid);
  const { state } = resolveState({ ...usualState, endpoint: endpoint.id, row: row.id, figures }, rows);
  const synthesis = rule === undefined ? safely(synthesize(state, row)) : undefined;
  const pooled = synthesis && pooledOf(synthesis);
  const own = facts.map((fact) => {
    const trial = valueIn(trials, fact.trial);
    return { trial, arm: trial.arms.find(({ id }) => id === fact.arm) };
  });
  const stated = (value: (trial: DatasetTrial) => string) =>
    unique(
      own
        .map(({ trial }) => trial)
        .filter((trial) => !trial.unstated?.includes(value(trial)))
        .map(value),
    );
  const about = {
    treatment: unique(own.map(({ arm }) => classesOf(arm))),
    setting: stated(({ setting }) => setting),
    age: stated(({ ageGroup }) => ageGroup),
  };
  const targets = unique(own.flatMap(({ arm }) => arm?.targets ?? []));
  return {
    endpoint,
    ...(row.id === 'proportion' ? {} : { row: row.label }),
    ...about,
    studies: new Set(facts.map(({ trial }) => trial)).size,
    patients: facts.reduce((sum, fact) => sum + patients(fact), 0),
    href: `/synthesis/${writeState(synthesis?.state ?? state)}`,
    ...(synthesis ? { synthesis } : {}),
    ...(pooled ? { pooled } : {}),
    published: publishedOn({ ...about, targets, endpoint: endpoint.id, row: row.id }, library),
    ...(rule === undefined ? {} : { differs: rules[rule][1] }),
  };
}

/** `81.2% (60.1–92.5)`, its prediction interval, and the certainty in the words of GRADE. */
function pooledOf({ result, certainty, state: { measure } }: Synthesis): PoolingQuestion['pooled'] {
  if (typeof result === 'string' || !certainty) return undefined;
  const { estimate, ci, prediction } = result.read;
  return {
    estimate: synthesisWords.withInterval(valueText(measure, estimate), intervalText(measure, ci)),
    ...(prediction ? { prediction: intervalText(measure, prediction) } : {}),
    certainty: synthesisWords.grade[certainty.grade],
  };
}

const unique = (values: readonly string[]) => [...new Set(values)];
