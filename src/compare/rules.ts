import { unstatedScale } from '../i18n/en/words.ts';
import { ruleWords as words } from '../i18n/rules.ts';
import { nearby, sharePatients, type Counted } from '../model/patients.ts';
import type { DatasetArm, DatasetFact, DatasetTrial } from './dataset.ts';
import { itemIn, valueIn } from '../model/need.ts';

/**
 * What must hold before figures are pooled. A hard rule refuses; a soft one may be overridden, and the result
 * says so. Where nothing differs and some studies merely do not state it, a rule warns and stands in nobody's
 * way.
 */
const strengths = {
  studies: 'hard',
  endpoint: 'hard',
  statistic: 'hard',
  figures: 'hard',
  own: 'hard',
  patients: 'hard',
  grading: 'hard',
  scale: 'soft',
  setting: 'soft',
  age: 'soft',
  population: 'soft',
  treatment: 'soft',
  control: 'soft',
  denominator: 'soft',
  time: 'soft',
  definition: 'soft',
  measurement: 'soft',
} as const satisfies Record<string, 'hard' | 'soft'>;
export type RuleId = keyof typeof strengths;
/** In the order of the gate. */
export const ruleIds = Object.keys(strengths) as RuleId[];
export const softRules = ruleIds.filter((id) => strengths[id] === 'soft');
/** Each rule with its title, which is read when it is asked for. */
export const rules = Object.defineProperties(
  {},
  Object.fromEntries(
    ruleIds.map((id) => [id, { enumerable: true, get: () => [strengths[id], words.titles[id]] }]),
  ),
) as Readonly<Record<RuleId, readonly ['hard' | 'soft', string]>>;

/** What a population is called among others, by its kind. */
export const populationWord = (kind: string): string => words.populations[kind] ?? kind;
/** A grading scale by name, or that none is stated. */
export const scaleWord = (scale: string): string => (scale === unstatedScale ? words.scaleNotStated : scale);

export interface Ruling {
  rule: RuleId;
  title: string;
  hard: boolean;
  /**
   * unstated: whether it holds is not known, as some studies do not state it and the others agree; refused:
   * it does not hold; overridden: it does not, and the reader lets it pass.
   */
  verdict: 'holds' | 'unstated' | 'refused' | 'overridden';
  /** Who differs in what, where it does not hold; who does not state it. */
  says?: string;
}

interface Fault {
  /** In words, which are made where they are shown: of a large base every two figures are asked about. */
  says: () => string;
  because: 'differs' | 'unstated';
}

/** What the rules ask of a figure. */
export type ComparedFact = Pick<
  DatasetFact,
  | (
      | 'uid'
      | 'trial'
      | 'arm'
      | 'comparatorArm'
      | 'versus'
      | 'endpoint'
      | 'row'
      | 'rowLabel'
      | 'counts'
      | 'ratio'
    )
  | ('own' | 'scale' | 'population' | 'at' | 'definition' | 'measured')
>;

export interface Verdict {
  rulings: Ruling[];
  poolable: boolean;
  /** The soft rules that do not hold and were let pass. */
  overridden: RuleId[];
  /** The rules of which some studies do not state what they ask. */
  unstated: RuleId[];
}

/**
 * Asks whether figures may be pooled, rule by rule.
 *
 * @param facts one figure for each study arm
 * @param trials the trials of the facts, by id
 * @param overrides soft rules that the reader lets pass
 */
export function judge(
  facts: readonly ComparedFact[],
  trials: ReadonlyMap<string, DatasetTrial>,
  overrides: ReadonlySet<RuleId> = new Set(),
): Verdict {
  const about = { facts, trials };
  const rulings = ruleIds.map((rule): Ruling => {
    const [strength, title] = rules[rule];
    const fault = faults[rule](about);
    const hard = strength === 'hard';
    if (fault === undefined) return { rule, title, hard, verdict: 'holds' };
    const { says, because } = fault;
    const against = !hard && overrides.has(rule) ? 'overridden' : 'refused';
    return { rule, title, hard, verdict: because === 'unstated' ? 'unstated' : against, says: says() };
  });
  const having = (verdict: Ruling['verdict']) =>
    rulings.filter((one) => one.verdict === verdict).map(({ rule }) => rule);
  return {
    rulings,
    poolable: having('refused').length === 0,
    overridden: having('overridden'),
    unstated: having('unstated'),
  };
}

/** Those of some rules that refuse figures which nobody lets pass; without words. */
export function refusing(
  facts: readonly ComparedFact[],
  trials: ReadonlyMap<string, DatasetTrial>,
  asked: readonly RuleId[] = ruleIds,
): RuleId[] {
  return asked.filter((rule) => faults[rule]({ facts, trials })?.because === 'differs');
}

/** Whether one of some rules refuses figures; those after the first that does are not asked. */
export function refusesAny(
  facts: readonly ComparedFact[],
  trials: ReadonlyMap<string, DatasetTrial>,
  asked: readonly RuleId[],
): boolean {
  return asked.some((rule) => faults[rule]({ facts, trials })?.because === 'differs');
}

interface About {
  facts: readonly ComparedFact[];
  trials: ReadonlyMap<string, DatasetTrial>;
}

const fault = (says: () => string, because: Fault['because'] = 'differs'): Fault => ({ says, because });

/** What a rule reads of each figure, so that all of them can be held against each other. */
interface Reading {
  of: (fact: ComparedFact, trial: DatasetTrial) => string | undefined;
  /** What it is called where a study does not state it; without it, to have none is a value like others. */
  unstated?: () => string;
}

/** The rules by which figures must have one value in common. */
const readings = {
  setting: { of: (_, trial) => stated(trial, trial.setting), unstated: () => words.notReported },
  age: { of: (_, trial) => stated(trial, trial.ageGroup), unstated: () => words.notReported },
  treatment: { of: (fact, trial) => classesOf(trial.arms.find(({ id }) => id === fact.arm)) },
  control: { of: (fact, trial) => (fact.ratio ? classesOf(comparatorOf(fact, trial)) : undefined) },
  denominator: { of: ({ population }) => populationWord(population.kind) },
  time: { of: ({ at }) => at, unstated: () => words.noTime },
  definition: { of: ({ definition }) => definition ?? words.usualDefinition },
  measurement: { of: ({ measured }) => measured, unstated: () => words.notStated },
} as const satisfies Partial<Record<RuleId, Reading>>;
export type ReadRule = keyof typeof readings;

/** Whether a rule compares one value of each figure. */
export const isReadRule = (rule: RuleId): rule is ReadRule => rule in readings;

/** The value of a figure by which a rule compares it; undefined where the study does not state it. */
export function valueBy(
  rule: ReadRule,
  fact: ComparedFact,
  trial: DatasetTrial,
): { value: string; isStated: boolean } {
  const { of, unstated }: Reading = readings[rule];
  const value = of(fact, trial);
  return {
    value: value ?? unstated?.() ?? words.none,
    isStated: value !== undefined || unstated === undefined,
  };
}

const comparing = (about: About, rule: ReadRule) => {
  const { of, unstated }: Reading = readings[rule];
  return differing(about, of, unstated?.());
};

/** For each rule what is against it; undefined where nothing is. */
const faults: Record<RuleId, (about: About) => Fault | undefined> = {
  studies: ({ facts }) => (facts.length >= 2 ? undefined : fault(() => words.tooFew(facts.length))),
  endpoint: (about) => differing(about, ({ endpoint }) => endpoint),
  statistic: (about) => {
    const kinds = differing(about, ({ counts, ratio }) =>
      counts ? words.proportion : ratio ? words.ratio : words.neither,
    );
    if (kinds) return kinds;
    const loose = about.facts.filter(
      (fact) => fact.ratio !== undefined && !isRandomised(fact, valueIn(about.trials, fact.trial)),
    );
    return (
      differing(about, ({ row, ratio }) => (ratio ? row : undefined)) ??
      (loose.length > 0 ? fault(() => words.notRandomised(names(about, loose))) : undefined)
    );
  },
  figures: (about) => {
    const bare = about.facts.filter((fact) => effectOf(fact) === undefined);
    return bare.length > 0 ? fault(() => words.noEffect(names(about, bare))) : undefined;
  },
  own: (about) => {
    const cited = about.facts.filter(({ own }) => !own);
    return cited.length > 0 ? fault(() => words.cited(names(about, cited))) : undefined;
  },
  patients: patientsTwice,
  grading: (about) => {
    const graded = about.facts.filter(({ scale }) => scale !== undefined);
    return graded.length === 0
      ? undefined
      : differing(about, ({ rowLabel, scale }) => (scale ? rowLabel : words.notGraded));
  },
  scale: (about) => {
    const unstated = about.facts.filter(({ scale }) => scale === unstatedScale);
    return unstated.length > 0 ? fault(() => words.noScale(names(about, unstated)), 'unstated') : undefined;
  },
  setting: (about) => comparing(about, 'setting'),
  age: (about) => {
    const differs = comparing(about, 'age');
    const nested = () => (differs?.because === 'differs' ? nestedAges(about) : []);
    return differs && { ...differs, says: () => words.together([differs.says(), ...nested()]) };
  },
  population: (about) => {
    const facets = [
      ...new Set([...about.trials.values()].flatMap(({ attributes }) => Object.keys(attributes))),
    ];
    const found = facets.flatMap((facet) => {
      const one = differing(about, (_, trial) => stated(trial, trial.attributes[facet]), words.notRecorded);
      return one ? [{ ...one, says: () => words.inFacet(facet, one.says()) }] : [];
    });
    if (found.length === 0) return undefined;
    const isUnstated = found.every(({ because }) => because === 'unstated');
    return fault(() => words.together(found.map(({ says }) => says())), isUnstated ? 'unstated' : 'differs');
  },
  treatment: (about) => comparing(about, 'treatment'),
  control: (about) => comparing(about, 'control'),
  denominator: (about) => comparing(about, 'denominator'),
  time: (about) => comparing(about, 'time'),
  definition: (about) => comparing(about, 'definition'),
  measurement: ({ facts, trials }) =>
    comparing({ facts: facts.filter(({ counts }) => counts !== undefined), trials }, 'measurement'),
};

/** A value of a trial, unless it stands for reports that do not say. */
const stated = ({ unstated }: DatasetTrial, value: string | undefined) =>
  value !== undefined && unstated?.includes(value) ? undefined : value;

/** Which age groups lie within others of those at hand: `Older adults lie within Adults`. */
function nestedAges({ facts, trials }: About): string[] {
  const own = facts.map(({ trial }) => valueIn(trials, trial));
  const groups = new Set(own.map(({ ageGroup }) => ageGroup));
  const within = new Map(
    own.map(({ ageGroup, ageWithin }) => [ageGroup, ageWithin?.find((one) => groups.has(one))]),
  );
  return [...within].flatMap(([group, wider]) => (wider === undefined ? [] : words.nested(group, wider)));
}

/** The classes of what an arm was given, in words. */
export const classesOf = (arm: DatasetArm | undefined) =>
  words.classes(arm?.classes ?? []) || words.otherTreatment;

/** The arm on the other side of a contrast, where it is one of the trial. */
function comparatorOf(
  { comparatorArm }: ComparedFact,
  { arms }: Pick<DatasetTrial, 'arms'>,
): DatasetArm | undefined {
  return arms.find(({ id }) => id === comparatorArm);
}

/** A contrast of two arms that chance made: not of subgroups, and not with patients of another time. */
function isRandomised(fact: ComparedFact, trial: DatasetTrial): boolean {
  const sides = [trial.arms.find(({ id }) => id === fact.arm), comparatorOf(fact, trial)];
  return (
    trial.randomised && fact.versus === undefined && sides.every((side) => side && side.role !== 'historical')
  );
}

/** Which figures may count one patient (model/patients.ts). */
function patientsTwice(about: About): Fault | undefined {
  const { facts, trials } = about;
  const counted = facts.map((fact) => countedIn(fact, valueIn(trials, fact.trial)));
  const pairs = nearby(counted).flatMap((near, at) => {
    const shared = near.filter(
      (other) => other > at && sharePatients(itemIn(counted, at), itemIn(counted, other)),
    );
    return shared.reverse().map((other) => [at, other]);
  });
  if (pairs.length === 0) return undefined;
  return fault(() =>
    words.together(
      pairs.map((pair) =>
        names(
          about,
          pair.map((at) => itemIn(facts, at)),
        ),
      ),
    ),
  );
}

/** Whose patients a figure counts. */
function countedIn(fact: ComparedFact, { id, arms, overlaps }: DatasetTrial): Counted {
  const sides = [fact.arm, comparatorOf(fact, { arms })?.id].filter((one) => one !== undefined);
  return { trial: id, arms: fact.arm === undefined ? undefined : sides, overlaps };
}

/**
 * Says who has what, where not all have the same.
 *
 * @param unstated what it is called where a study does not state it; without it, to have none is a value like
 * others
 */
function differing(
  { facts, trials }: About,
  of: (fact: ComparedFact, trial: DatasetTrial) => string | undefined,
  unstated?: string,
): Fault | undefined {
  const values = new Set(facts.map((fact) => of(fact, valueIn(trials, fact.trial))));
  if (values.size <= 1) return undefined;
  const saidOf = ([value, own]: [string | undefined, ComparedFact[]]) =>
    words.having(value ?? unstated ?? words.none, namesOf({ facts, trials }, own));
  const says = () =>
    words.against([...Map.groupBy(facts, (fact) => of(fact, valueIn(trials, fact.trial)))].map(saidOf));
  const isUnstated = unstated !== undefined && values.size === 2 && values.has(undefined);
  return fault(says, isUnstated ? 'unstated' : 'differs');
}

const names = (about: About, facts: readonly ComparedFact[]): string => words.names(namesOf(about, facts));

const namesOf = ({ trials }: About, facts: readonly ComparedFact[]): string[] =>
  facts.map(({ trial, arm }) => armName(valueIn(trials, trial), arm));

/** What tables call an arm: the trial, and the arm where the trial has several. */
export function armName({ name, arms }: DatasetTrial, arm: string | undefined): string {
  const own = arms.find(({ id }) => id === arm);
  return own && arms.length > 1 ? words.armOf(name, own.label) : name;
}

/** What a figure gives to a pooling: counts, or a ratio with its interval. */
export type PoolableFigure =
  | { kind: 'counts'; events: number; total: number }
  | { kind: 'ratio'; estimate: number; low: number; high: number; level: number };

export function effectOf({
  counts,
  ratio,
}: Pick<DatasetFact, 'counts' | 'ratio'>): PoolableFigure | undefined {
  if (counts) return { kind: 'counts', events: counts.events, total: counts.total };
  return ratio && { kind: 'ratio', ...ratio };
}

/** Whether a figure can be pooled with others of its row. */
export const isPoolable = ({ obstacle }: DatasetFact) => obstacle === undefined;
