import { unstatedScale, type SheetArm, type SheetFact, type SheetTrial } from './sheet.ts';

/** What must hold before figures are pooled. A hard rule refuses; a soft one may be overridden, and the result says so. */
export const rules = {
  studies: ['hard', 'Two or more figures'],
  endpoint: ['hard', 'The same endpoint'],
  statistic: ['hard', 'The same statistic: all proportions, or all ratios of randomised arms'],
  figures: ['hard', 'Counts, or a ratio with its interval'],
  own: ['hard', 'Results of the report itself, not cited from elsewhere'],
  patients: ['hard', 'No patient counted twice'],
  grading: ['hard', 'The same grades on the same scale'],
  scale: ['soft', 'A grading scale that is stated'],
  setting: ['soft', 'The same setting'],
  age: ['soft', 'The same age group'],
  population: ['soft', 'Compatible patients in every other recorded respect'],
  treatment: ['soft', 'Treatments of one class'],
  control: ['soft', 'Comparators of one class'],
  denominator: ['soft', 'The same kind of denominator'],
  time: ['soft', 'The same time window'],
  definition: ['soft', 'The same definition'],
  measurement: ['soft', 'The same assay and threshold'],
} as const satisfies Record<string, readonly ['hard' | 'soft', string]>;
export type RuleId = keyof typeof rules;
export const softRules = (Object.keys(rules) as RuleId[]).filter((id) => rules[id][0] === 'soft');

export interface Ruling {
  rule: RuleId;
  title: string;
  hard: boolean;
  /** refused: the rule does not hold; overridden: it does not, and the reader lets it pass. */
  verdict: 'holds' | 'refused' | 'overridden';
  /** Who differs in what, where it does not hold. */
  says?: string;
}

export interface Verdict {
  rulings: Ruling[];
  poolable: boolean;
  /** The soft rules that do not hold and were let pass. */
  overridden: RuleId[];
}

/**
 * Asks whether figures may be pooled, rule by rule.
 *
 * @param facts one figure for each study arm
 * @param trials the trials of the facts, by id
 * @param overrides soft rules that the reader lets pass
 */
export function judge(
  facts: readonly SheetFact[],
  trials: ReadonlyMap<string, SheetTrial>,
  overrides: ReadonlySet<RuleId> = new Set(),
): Verdict {
  const about = { facts, trials };
  const rulings = (Object.keys(rules) as RuleId[]).map((rule): Ruling => {
    const [strength, title] = rules[rule];
    const says = faults[rule](about);
    const hard = strength === 'hard';
    if (says === undefined) return { rule, title, hard, verdict: 'holds' };
    return { rule, title, hard, verdict: !hard && overrides.has(rule) ? 'overridden' : 'refused', says };
  });
  return {
    rulings,
    poolable: rulings.every(({ verdict }) => verdict !== 'refused'),
    overridden: rulings.filter(({ verdict }) => verdict === 'overridden').map(({ rule }) => rule),
  };
}

interface About {
  facts: readonly SheetFact[];
  trials: ReadonlyMap<string, SheetTrial>;
}

/** For each rule what is against it; undefined where nothing is. */
const faults: Record<RuleId, (about: About) => string | undefined> = {
  studies: ({ facts }) => (facts.length >= 2 ? undefined : `${facts.length === 0 ? 'no figure' : 'only one figure'} to pool`),
  endpoint: (about) => differing(about, ({ endpoint }) => endpoint),
  statistic: (about) => {
    const kinds = differing(about, ({ counts, axis }) => (counts ? 'proportion' : axis === 'ratio' ? 'ratio' : 'neither'));
    if (kinds) return kinds;
    const loose = about.facts.filter((fact) => fact.axis === 'ratio' && !isRandomised(fact, about.trials.get(fact.trial)!));
    return (
      differing(about, ({ row, axis }) => (axis === 'ratio' ? row : undefined)) ??
      (loose.length > 0 ? `not a contrast of randomised arms: ${names(about, loose)}` : undefined)
    );
  },
  figures: (about) => {
    const bare = about.facts.filter((fact) => effectOf(fact) === undefined);
    return bare.length > 0 ? `neither counts nor a ratio with its interval: ${names(about, bare)}` : undefined;
  },
  own: (about) => {
    const cited = about.facts.filter(({ own }) => !own);
    return cited.length > 0 ? `reported only in a review: ${names(about, cited)}` : undefined;
  },
  patients: patientsTwice,
  grading: (about) => {
    const graded = about.facts.filter(({ scale }) => scale !== undefined);
    return graded.length === 0 ? undefined : differing(about, ({ rowLabel, scale }) => (scale ? rowLabel : 'not graded'));
  },
  scale: (about) => {
    const unstated = about.facts.filter(({ scale }) => scale === unstatedScale);
    return unstated.length > 0 ? `on which scale is not stated: ${names(about, unstated)}` : undefined;
  },
  setting: (about) => differing(about, (_, trial) => trial.setting),
  age: (about) => differing(about, (_, trial) => trial.ageGroup),
  population: (about) => {
    const facets = [...new Set([...about.trials.values()].flatMap(({ attributes }) => Object.keys(attributes)))];
    const found = facets.flatMap((facet) => {
      const fault = differing(about, (_, trial) => trial.attributes[facet] ?? 'not recorded');
      return fault ? [`${facet}: ${fault}`] : [];
    });
    return found.length > 0 ? found.join('; ') : undefined;
  },
  treatment: (about) => differing(about, (fact, trial) => classesOf(trial.arms.find(({ id }) => id === fact.arm))),
  control: (about) =>
    differing(about, (fact, trial) => (fact.axis === 'ratio' ? classesOf(comparatorOf(fact, trial)) : undefined)),
  denominator: (about) => differing(about, ({ population }) => population.kind),
  time: (about) => differing(about, ({ at }) => at ?? 'no time stated'),
  definition: (about) => differing(about, ({ definition }) => definition ?? 'the usual one'),
  measurement: (about) => differing(about, ({ measured, axis }) => (axis === 'percent' ? (measured ?? 'not stated') : undefined)),
};

const classesOf = (arm: SheetArm | undefined) => arm?.classes.join(' and ') || 'no therapy of this base';

/** The arm on the other side of a contrast, where it is one of the trial. */
function comparatorOf({ comparatorArm }: SheetFact, { arms }: SheetTrial): SheetArm | undefined {
  return arms.find(({ id }) => id === comparatorArm);
}

/** A contrast of two arms that chance made: not of subgroups, and not with patients of another time. */
function isRandomised(fact: SheetFact, trial: SheetTrial): boolean {
  const sides = [trial.arms.find(({ id }) => id === fact.arm), comparatorOf(fact, trial)];
  return trial.randomised && fact.versus === undefined && sides.every((side) => side && side.role !== 'historical');
}

/**
 * A patient is counted twice in two figures of one arm, in a figure of the whole study beside one of an arm, in two
 * contrasts with one comparator, or in two trials that overlap.
 */
function patientsTwice(about: About): string | undefined {
  const { facts, trials } = about;
  const placed = Map.groupBy(
    facts.map((fact, at) => ({ fact, at })),
    ({ fact }) => fact.trial,
  );
  const overlapping = overlapsOf(trials);
  // Of one trial, or of two that overlap: all others have no patient in common, and a large base has many.
  const shared = facts.flatMap((a, i) =>
    [a.trial, ...(overlapping.get(a.trial) ?? [])]
      .flatMap((id) => placed.get(id) ?? [])
      .filter(({ fact: b, at }) => at > i && (a.trial !== b.trial || haveArmInCommon(a, b, trials.get(a.trial)!)))
      .sort((b, c) => b.at - c.at)
      .map(({ fact: b }) => names(about, [a, b])),
  );
  return shared.length > 0 ? shared.join('; ') : undefined;
}

/** The trials with which each one shares patients, whichever of the two says so. */
function overlapsOf(trials: About['trials']): Map<string, Set<string>> {
  const found = new Map([...trials.keys()].map((id) => [id, new Set<string>()]));
  for (const [id, { overlaps }] of trials) {
    for (const other of overlaps) {
      if (other === id) continue;
      found.get(id)!.add(other);
      found.get(other)?.add(id);
    }
  }
  return found;
}

function haveArmInCommon(a: SheetFact, b: SheetFact, trial: SheetTrial): boolean {
  const [one, other] = [a, b].map((fact) => [fact.arm, comparatorOf(fact, trial)?.id]);
  return a.arm === undefined || b.arm === undefined || one!.some((arm) => arm !== undefined && other!.includes(arm));
}

/** Says who has what, where not all have the same. */
function differing({ facts, trials }: About, of: (fact: SheetFact, trial: SheetTrial) => string | undefined): string | undefined {
  const groups = Map.groupBy(facts, (fact) => of(fact, trials.get(fact.trial)!));
  if (groups.size <= 1) return undefined;
  return [...groups].map(([value, own]) => `${value ?? 'none'} (${names({ facts, trials }, own)})`).join(' against ');
}

function names({ trials }: About, facts: readonly SheetFact[]): string {
  return facts.map(({ trial, arm }) => armName(trials.get(trial)!, arm)).join(', ');
}

/** What tables call an arm: the trial, and the arm where the trial has several. */
export function armName({ name, arms }: SheetTrial, arm: string | undefined): string {
  const own = arms.find(({ id }) => id === arm);
  return own && arms.length > 1 ? `${name}, ${own.label}` : name;
}

/** What a figure gives to a pooling: counts, or a ratio with its interval. */
export type PoolableFigure =
  | { kind: 'counts'; events: number; total: number }
  | { kind: 'ratio'; estimate: number; low: number; high: number; level: number };

export function effectOf({ counts, axis, point, low, high, level }: SheetFact): PoolableFigure | undefined {
  if (counts) return { kind: 'counts', events: counts.events, total: counts.total };
  if (axis !== 'ratio' || point === undefined || low === undefined || high === undefined || level === undefined) return undefined;
  return low > 0 && low <= point && point <= high && low < high
    ? { kind: 'ratio', estimate: point, low, high, level }
    : undefined;
}

/** Why a figure cannot be pooled with any other; undefined where it can. */
export function obstacleOf(fact: SheetFact): string | undefined {
  if (!fact.own) return 'reported only in a review';
  if (fact.missing !== undefined) return `no figure: ${fact.value}`;
  if (fact.superseded) return 'replaced by a later report';
  if (fact.population.kind === 'subgroup') return 'a subgroup';
  if (effectOf(fact)) return undefined;
  if (fact.axis === 'percent') return 'a percentage without counts';
  return fact.axis === 'ratio' && fact.point !== undefined ? 'a ratio without its interval' : 'neither a proportion nor a ratio';
}

/** Whether a figure can be pooled with others of its row. */
export function isPoolable(fact: SheetFact): boolean {
  return obstacleOf(fact) === undefined;
}
